// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "base/clock.hpp"
#include "issuance/order/order_request.hpp"

namespace issuance::training {

/// How many orders of each kind to make.
struct TrainingPlan {
    int ordinaryPassports = 6;
    int officialPassports = 2;
    int specialTravelDocuments = 2;
    int visitorCards = 2;
    int workerCards = 2;
};

/// Good orders of invented people for the kinds of templates/kinds, ids "T-<seed>-0001" and up. Whatever the seed, one
/// passport has a name that the MRZ truncates, and one of four is of a child under seven, whose signature is waived.
/// The same seed, plan and day give the same orders.
std::vector<OrderRequest> makeTrainingOrders(std::uint32_t seed, const TrainingPlan& plan, base::Date today);

/// An order that must be refused for three reasons at once: born tomorrow, a nationality that the kind does not allow,
/// a portrait cut short.
OrderRequest makeFaultyOrder(std::uint32_t seed, base::Date today);

}  // namespace issuance::training
