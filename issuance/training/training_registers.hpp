// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "issuance/document/holder.hpp"

namespace issuance::training {

/// A register's file to be imported.
struct TrainingRegister {
    std::string name;  ///< of the register: "movimientos"
    std::string csv;   ///< in UTF-8
};

/// Registers of forty invented people: some hundred border movements, residences, visas and alerts (travel bans among
/// them). `known` are in them too, the first with a namesake, the second also as other registers wrote him or her:
/// without accents, surnames in the other order, day and month of birth swapped where both are days and months. The
/// same arguments give the same files.
std::vector<TrainingRegister> makeTrainingRegisters(std::uint32_t seed, const std::vector<Holder>& known,
                                                    base::Date today);

}  // namespace issuance::training
