// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "contract/acts_of_certificates.hpp"
#include "issuance/certificate/certificate_facts.hpp"
#include "issuance/certificate/local_day.hpp"
#include "issuance/office/confidential_reading.hpp"
#include "issuance/office/evidence_photo.hpp"
#include "issuance/office/hand_over.hpp"
#include "issuance/order/receipts.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;
using Step = CertificateStep;

/// A certificate that stands, and its request, which nobody else changes meanwhile.
struct StandingCertificate {
    CertificateEntry entry;
    RequestEntry request;
};

/// Refuses "certificate.unknown", "certificate.ended-already".
base::Result<StandingCertificate> standing(House& house, Call& call, const std::string& number) {
    const auto known = house.certificates->numbered(call.connection, number);
    if (!known) return known.refusal();
    auto request = house.certificateRequests->take(call.transaction(), known->request);
    if (!request) return request.refusal();
    if (auto admitted = admitTo(house, call, *request, "certificate.hand-over"); !admitted) return admitted.refusal();
    auto entry = house.certificates->numbered(call.connection, number);
    if (!entry) return entry.refusal();
    if (!entry->ending.empty()) return base::Fault{"certificate.ended-already"_code, {{"number", number}}};
    return StandingCertificate{std::move(*entry), std::move(*request)};
}

/// What went to the archive and whose paper was destroyed is handed over only as it was given once more since.
std::optional<base::Fault> faultOfDestroyedPaper(const House& house, records::Connection& connection,
                                                 const StandingCertificate& found, const std::string& manner) {
    if (found.request.stage != CertificateStage::Archived) return std::nullopt;
    const auto& number = found.entry.number;
    const auto archiving = house.certificates->archiving(connection, number);
    const auto since = archiving && archiving->paper == "destroy" ? archiving->time : std::string{};
    const auto reissues = house.certificates->reissues(connection, number);
    const bool there = manner == "electronic"
                           ? std::ranges::any_of(reissues, [&](const auto& each) { return each.time > since; })
                           : house.paperCopies->hasWholeCopy(connection, number, since);
    if (there || (manner == "electronic" && since.empty()) || house.paperCopies->copies(connection, number).empty())
        return std::nullopt;
    return base::Fault{"certificate.paper-destroyed"_code, {{"number", number}}};
}

base::Result<Done> deliver(House& house, Call& call, const CertificateDeliver& asked) {
    auto& tx = call.transaction();
    auto faults = faultsOfDelivery(asked);
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    auto found = standing(house, call, asked.number);
    if (!found) return found.refusal();
    if (auto fault = faultOfDestroyedPaper(house, call.connection, *found, asked.manner)) return std::move(*fault);
    CertificateDelivery delivery{asked.recipient, asked.identification, asked.manner, {}};
    if (asked.signature) {
        const auto picture = keepPhoto(*house.contents, *asked.signature);
        if (!picture) return picture.refusal();
        delivery.signature = picture->content;
    }
    const auto stepped = house.certificateRequests->step(tx, call.author, found->request,
                                                         {Step::Deliver, found->entry.draft, asked.manner});
    if (!stepped) return stepped.refusal();
    house.certificates->deliver(tx, call.author, asked.number, delivery);
    return Done{};
}

/// Nobody pays for a copy that they could have already: the first one is not printed, or one that was asked for waits.
std::optional<base::Fault> faultOfCopies(const House& house, records::Connection& connection,
                                         const std::string& number) {
    const auto copies = house.paperCopies->copies(connection, number);
    const auto printed =
        std::count_if(copies.begin(), copies.end(), [](const auto& copy) { return copy.state == "printed"; });
    if (printed >= house.certificates->copiesGranted(connection, number)) return std::nullopt;
    return base::Fault{"certificate.copy-waiting"_code, {{"number", number}, {"copy", std::to_string(printed + 1)}}};
}

/// A receipt is used up for one re-issue.
base::Outcome pay(House& house, Call& call, const CertificateReissue& asked, const CertificateType& type) {
    if (!asked.receipt) return {};
    const auto today = localDay(house.clock.now());
    if (auto fault = faultOfPayment(*house.fees, type.reissueFee, asked.paid.value_or(""), today))
        return std::move(*fault);
    if (useReceipt(call.transaction(), *asked.receipt, asked.number)) return {};
    return base::Fault{"certificate.receipt-used"_code, {{"receipt", *asked.receipt}}, "receipt"};
}

base::Result<CertificateReissued> reissue(House& house, Call& call, const CertificateReissue& asked) {
    auto found = standing(house, call, asked.number);
    if (!found) return found.refusal();
    const auto& type = *house.certificateTypes->find(found->entry.type);
    if (auto faults = faultsOfReissue(asked, type); !faults.empty()) return base::Refusal{std::move(faults)};
    const bool paper = asked.manner == "paper";
    const auto stepped = house.certificateRequests->step(call.transaction(), call.author, found->request,
                                                         {Step::Reissue, found->entry.draft, asked.cause});
    if (!stepped) return stepped.refusal();
    if (paper)
        if (auto fault = faultOfCopies(house, call.connection, asked.number)) return std::move(*fault);
    if (const auto paid = pay(house, call, asked, type); !paid) return paid.refusal();
    house.certificates->reissue(call.transaction(), call.author, asked);
    return CertificateReissued{paper ? house.certificates->copiesGranted(call.connection, asked.number) : 0};
}

/// What speaks against the paper's fate as it was asked for.
std::optional<base::Fault> faultOfPaper(const std::vector<PaperCopy>& copies, const CertificateArchive& asked) {
    constexpr std::array<std::string_view, 3> kFates{"none", "kept", "destroy"};
    if (std::find(kFates.begin(), kFates.end(), asked.paper) == kFates.end())
        return base::Fault{"certificate.field-wrong"_code, {{"field", "paper"}, {"detail", asked.paper}}, "paper"};
    if (!copies.empty() && (copies.back().state == "printing" || copies.back().state == "in_doubt"))
        return base::Fault{"certificate.print-in-doubt"_code, {{"number", asked.number}}};
    if (copies.empty() == (asked.paper == "none")) return std::nullopt;
    return base::Fault{copies.empty() ? "certificate.no-paper"_code : "certificate.paper-unaccounted"_code,
                       {{"number", asked.number}},
                       "paper"};
}

base::Result<CertificateArchived> archive(House& house, Call& call, const CertificateArchive& asked) {
    auto& tx = call.transaction();
    if (!inventory::isPlainText(asked.reason)) return base::Fault{"certificate.reason-missing"_code};
    auto found = standing(house, call, asked.number);
    if (!found) return found.refusal();
    const auto copies = house.paperCopies->copies(call.connection, asked.number);
    if (auto fault = faultOfPaper(copies, asked)) return std::move(*fault);
    const auto days = daysUncollected(house, call.connection, found->request);
    const auto limit = house.certificateTypes->find(found->request.type)->uncollectedAfter;
    const auto stepped = house.certificateRequests->step(tx, call.author, found->request,
                                                         {Step::Archive, found->entry.draft, asked.reason});
    if (!stepped) return stepped.refusal();
    if (days < limit)
        return base::Fault{
            "certificate.not-uncollected"_code,
            {{"number", asked.number}, {"days", std::to_string(days)}, {"limit", std::to_string(limit)}}};
    house.certificates->archive(tx, call.author, asked.number, asked.paper, asked.reason);
    CertificateArchived archived;
    if (asked.paper == "destroy")
        for (const auto& copy : copies)
            archived.sheets.insert(archived.sheets.end(), copy.sheets.begin(), copy.sheets.end());
    return archived;
}

}  // namespace

std::int64_t daysUncollected(const House& house, records::Connection& connection, const RequestEntry& request) {
    const auto* type = house.certificateTypes->find(request.type);
    if (request.stage != CertificateStage::Issued || type->appealDays) return 0;
    const auto issued = house.certificateRequests->issuedAt(connection, request.number);
    const auto day = localDay(base::expected(base::parseTimestamp(issued), "certificate_step.time"));
    return (std::chrono::sys_days{localDay(house.clock.now())} - std::chrono::sys_days{day}).count();
}

void addHandOverAnswers(ActTable& acts, House& house) {
    acts.answer<CertificateDeliver>([&house](Call& call, const auto& asked) { return deliver(house, call, asked); });
    acts.answer<CertificateReissue>([&house](Call& call, const auto& asked) { return reissue(house, call, asked); });
    acts.answer<CertificateArchive>([&house](Call& call, const auto& asked) { return archive(house, call, asked); });
}

}  // namespace issuance
