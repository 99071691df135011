// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "issuance/office/house.hpp"

/// What the service finds in a home (docs/formats/home.md), and what certifies the two ends of a connection to it: the
/// operational root.
namespace issuance {

/// The root that certifies now. Refuses "pki.renew-first" where none may sign.
base::Result<KeyEntry> certifyingRoot(House& house, records::Connection& connection);

/// The operational roots that are in force, the newest first, as PEM.
std::string rootsInForce(House& house, records::Connection& connection);

/// Writes them where the service reads whom it lets in. The old ones stay beside the new one: what they certified
/// stands. Does nothing where the service has not been certified.
void writeServiceRoots(House& house, records::Connection& connection);

}  // namespace issuance
