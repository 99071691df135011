// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "issuance/line/stage.hpp"

namespace issuance {

/// What a station has the machines for. Who prints also clears and prepares: the blank comes from the shift of the
/// workstation that prints it.
enum class Duty { Inspect, Encode, Print };

std::string_view nameOf(Duty duty);
std::optional<Duty> dutyNamed(std::string_view name);
const std::vector<Duty>& allDuties();

/// What a station is set to do.
struct StationSkills {
    std::vector<Duty> duties = allDuties();
    std::vector<std::string> items = {};  ///< blanks that it can handle; all where empty
    std::vector<std::string> kinds = {};  ///< of documents that it is kept to; all where empty
    std::vector<std::string> sites = {};  ///< of delivery that it is kept to; all where empty
};

/// Which tasks are taken.
struct Wanted {
    std::vector<Step> steps;              ///< what is furthest among them is taken first
    std::vector<std::string> items = {};  ///< blanks that can be handled; all where empty
    std::vector<std::string> kinds = {};  ///< of documents; all where empty
    std::vector<std::string> sites = {};  ///< of delivery; all where empty
};

/// The steps of duties, the furthest first: what is nearly done is finished before something new is begun.
std::vector<Step> stepsOf(const std::vector<Duty>& duties);

}  // namespace issuance
