// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "issuance/office/act_table.hpp"
#include "issuance/office/house.hpp"

namespace issuance {

/// Days since a request's certificate was issued, while nobody collected it; 0 for all others and for
/// what is notified.
std::int64_t daysUncollected(const House& house, records::Connection& connection, const RequestEntry& request);

/// The acts by which a certificate leaves the house, or stays in its archive.
void addHandOverAnswers(ActTable& acts, House& house);

}  // namespace issuance
