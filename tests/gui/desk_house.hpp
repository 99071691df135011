// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "tests/issuance/office/training_house.hpp"

namespace support {

/// A training institution for a window to stand over: blanks in the vault, orders taken, nothing handed out; beside the
/// people of TrainingHouse there is "operator2". Copied from one that the test program founds once; its office is open
/// in this process too.
std::unique_ptr<TrainingHouse> copyOfDeskHouse();

/// Blanks into the vault, and the orders of the training material.
void receiveAndImport(TrainingHouse& house);

}  // namespace support
