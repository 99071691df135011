// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/simulation/simulated_orders.hpp"

#include <fmt/format.h>

#include "issuance/order/order_file.hpp"
#include "issuance/training/people.hpp"
#include "issuance/training/portraits.hpp"
#include "signing/cms/detached_signature.hpp"

namespace issuance {
namespace {

constexpr std::uint32_t kPictures = 8;

/// Who may have a document of the kind.
training::PersonKind personFor(const DocumentKind& kind) {
    switch (kind.nationality.source) {
        case NationalityRule::Source::Fixed: return training::PersonKind::Adult;
        case NationalityRule::Source::Printed: return training::PersonKind::Refugee;
        case NationalityRule::Source::Holder: return training::PersonKind::Neighbour;
    }
    return training::PersonKind::Adult;
}

}  // namespace

SimulatedOrders::SimulatedOrders(const DocumentKind& kind, std::uint32_t seed, base::Date today)
    : m_kind(kind), m_seed(seed), m_today(today) {}

OrderRequest SimulatedOrders::make(std::uint32_t serial) {
    if (m_portraits.size() < kPictures) {
        const auto picture = m_seed * kPictures + static_cast<std::uint32_t>(m_portraits.size());
        m_portraits.push_back(training::drawPortrait(picture));
        m_signatures.push_back(training::drawSignature(picture));
    }
    OrderRequest order;
    order.id = OrderId{fmt::format("S-{}-{:06}", m_seed, serial)};
    order.kind = m_kind.id;
    order.years = m_kind.validity.front().years;
    order.holder = training::inventPerson(m_seed * 1000003U + serial, personFor(m_kind), m_today);
    order.portrait = m_portraits[serial % m_portraits.size()];
    order.signatureImage = m_signatures[serial % m_signatures.size()];
    order.placeOfIssue = SiteId{"GT-Z4"};
    order.deliverySite = order.placeOfIssue;
    order.receipt = ReceiptNumber{fmt::format("S-{}-{:06}", m_seed, serial)};
    return order;
}

SimulatedOrders::SignedFile SimulatedOrders::next(const House& house, std::int64_t count) {
    std::vector<OrderRequest> orders;
    for (std::int64_t at = 0; at < count; ++at) orders.push_back(make(++m_serial));
    const signing::SigningIdentity station{*house.keys, signing::KeyId{house.institution.trainingStationKey},
                                           house.stations.front()};
    SignedFile made{base::bytesOf(writeOrderFile(StationId{"training"}, orders)), {}};
    made.signature = signing::signDetached(station, made.file, house.clock.now());
    return made;
}

}  // namespace issuance
