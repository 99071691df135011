// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/training/training_orders.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "issuance/document/validity.hpp"
#include "issuance/training/people.hpp"
#include "issuance/training/portraits.hpp"

namespace issuance::training {
namespace {

/// In years; who is younger signs nothing, as templates/kinds have it.
constexpr int kSigningAge = 7;
constexpr std::array<std::string_view, 4> kSites = {"GT-Z4", "GT-Z9", "QUETZALTENANGO", "CHIQUIMULA"};

std::uint32_t seedOf(std::uint32_t seed, std::uint32_t serial) { return seed * 1000003U + serial; }

OrderRequest orderFor(std::uint32_t seed, std::uint32_t serial, std::string_view kind, Holder holder,
                      base::Date today) {
    const std::uint32_t own = seedOf(seed, serial);
    OrderRequest order;
    order.id = OrderId{fmt::format("T-{}-{:04}", seed, serial)};
    order.kind = KindId{std::string{kind}};
    order.holder = std::move(holder);
    order.portrait = drawPortrait(own);
    if (ageOn(today, order.holder.dateOfBirth) < kSigningAge)
        order.signatureWaiver = SignatureWaiver::Minor;
    else
        order.signatureImage = drawSignature(own);
    order.placeOfIssue = SiteId{std::string{kSites[serial % kSites.size()]}};
    order.deliverySite = order.placeOfIssue;
    order.receipt = ReceiptNumber{fmt::format("R-{}-{:06}", seed, serial)};
    order.priority = serial % 5 == 0 ? Priority::Urgent : Priority::Normal;
    return order;
}

/// Adds orders of one kind, numbered on.
class OrderMaker {
   public:
    OrderMaker(std::uint32_t seed, base::Date today) : m_seed(seed), m_today(today) {}

    void add(int count, std::string_view kind, PersonKind person, int years) {
        for (int at = 0; at < count; ++at) {
            ++m_serial;
            m_orders.push_back(
                orderFor(m_seed, m_serial, kind, inventPerson(seedOf(m_seed, m_serial), person, m_today), m_today));
            m_orders.back().years = years;
        }
    }
    std::vector<OrderRequest> take() { return std::move(m_orders); }

   private:
    std::uint32_t m_seed;
    base::Date m_today;
    std::uint32_t m_serial = 0;
    std::vector<OrderRequest> m_orders;
};

}  // namespace

std::vector<OrderRequest> makeTrainingOrders(std::uint32_t seed, const TrainingPlan& plan, base::Date today) {
    OrderMaker maker{seed, today};
    const int minors = plan.ordinaryPassports / 4;
    const int five = plan.ordinaryPassports / 3;
    maker.add(plan.ordinaryPassports - minors - five, "passport-ordinary", PersonKind::Adult, 10);
    maker.add(five, "passport-ordinary", PersonKind::Adult, 5);
    maker.add(std::min(minors, 1), "passport-ordinary", PersonKind::SmallChild, 5);
    maker.add(std::max(minors - 1, 0), "passport-ordinary", PersonKind::Minor, 5);
    maker.add(plan.officialPassports, "passport-official", PersonKind::Adult, 5);
    maker.add(plan.specialTravelDocuments, "special-travel-document", PersonKind::Refugee, 1);
    maker.add(plan.visitorCards, "border-visitor-card", PersonKind::Neighbour, 1);
    maker.add(plan.workerCards, "border-worker-card", PersonKind::Neighbour, 1);
    auto orders = maker.take();
    if (plan.ordinaryPassports > 0) {
        orders.front().holder.surname = "Hernández-Barrientos y Ruiz de Castañeda";
        orders.front().holder.givenNames = "María de los Ángeles Guadalupe Esperanza";
        orders.front().holder.sex = Sex::Female;
    }
    return orders;
}

OrderRequest makeFaultyOrder(std::uint32_t seed, base::Date today) {
    OrderRequest order =
        orderFor(seed, 9999, "passport-ordinary", inventPerson(seedOf(seed, 9999), PersonKind::Adult, today), today);
    order.years = 5;
    order.holder.dateOfBirth = base::Date{std::chrono::sys_days{today} + std::chrono::days{1}};
    order.holder.nationality = "MEX";
    order.portrait.resize(order.portrait.size() / 2);
    return order;
}

}  // namespace issuance::training
