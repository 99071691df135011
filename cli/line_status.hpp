// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "cli/desk.hpp"
#include "contract/acts_of_line.hpp"

namespace cli {

/// "recibidas 3 · impresas 2": where the orders stand, while the line works.
std::string progressLine(const Desk& desk, const contract::LineStatusTold& status);

/// Nobody takes practice for the real thing.
void sayIfTraining(const Desk& desk, const contract::LineStatusTold& status, std::ostream& out);

/// "El puesto linea-1 está en pausa …"
std::string sentenceOfRest(const Desk& desk, const contract::RestLine& rest);

/// Of which materials workstations have little left, a line each on standard output.
void tellLow(const Desk& desk, const std::vector<contract::MaterialLine>& low);

/// Where the orders stand, what waits for a person, and who is at work.
void showLineStatus(Desk& desk);

/// The same whenever it changed, until it is broken off. A service that cannot be reached for a while is asked again.
void watchLineStatus(Desk& desk);

}  // namespace cli
