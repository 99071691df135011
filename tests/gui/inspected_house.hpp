// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "tests/issuance/office/training_house.hpp"

namespace support {

/// Passports that wait for an inspector, by the serials of their blanks.
struct Inspected {
    std::string doubtful;  ///< its scan leaves doubts that a person settles
    std::string scanned;   ///< its scan is good
    std::string streaked;  ///< its scan was refused for its looks
};

/// A training institution whose line has worked: what "operator" made waits for an inspector. Copied from one that
/// the test program founds once.
struct InspectedHouse {
    std::unique_ptr<TrainingHouse> house;
    Inspected blanks;
};
InspectedHouse copyOfInspectedHouse();

}  // namespace support
