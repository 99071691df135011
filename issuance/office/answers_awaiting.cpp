// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <tuple>

#include "issuance/certificate/draft_values.hpp"
#include "issuance/office/certificate_work.hpp"
#include "issuance/office/confidential_reading.hpp"
#include "issuance/office/hand_over.hpp"

namespace issuance {
namespace {

using namespace contract;

/// A step that somebody may take, and the act by which it is taken.
struct Offer {
    CertificateStep step;
    Declaration act;
};
constexpr std::array kOffers{Offer{CertificateStep::Draft, CertificateDraft::kAct},
                             Offer{CertificateStep::Review, CertificateReview::kAct},
                             Offer{CertificateStep::ReviewForLaw, CertificateReview::kAct},
                             Offer{CertificateStep::LegalReview, CertificateLegalReview::kAct},
                             Offer{CertificateStep::Sign, CertificateSign::kAct},
                             Offer{CertificateStep::SignLast, CertificateSign::kAct},
                             Offer{CertificateStep::Endorse, CertificateEndorse::kAct},
                             Offer{CertificateStep::Return, CertificateReturn::kAct},
                             Offer{CertificateStep::Deliver, CertificateDeliver::kAct},
                             Offer{CertificateStep::Reissue, CertificateReissue::kAct},
                             Offer{CertificateStep::Archive, CertificateArchive::kAct},
                             Offer{CertificateStep::Cancel, CertificateCancel::kAct},
                             Offer{CertificateStep::Annul, CertificateAnnul::kAct}};

/// What a request waits for at a stage, besides its hand-over.
constexpr std::array kAwaited{
    std::pair{CertificateStage::Requested, "draft"}, std::pair{CertificateStage::Drafted, "review"},
    std::pair{CertificateStage::InLegalReview, "legal_review"}, std::pair{CertificateStage::Reviewed, "sign"},
    std::pair{CertificateStage::Signed, "endorse"}};

constexpr std::array kLast{"print", "deliver", "archive"};

/// What is due first; what waits to be collected comes after what somebody has to write.
auto turnOf(const AwaitingLine& line) {
    const auto last = std::ranges::find(kLast, line.step) - kLast.begin();
    const bool collected = last < std::ssize(kLast);
    return std::tuple{collected, collected ? last : 0, line.line.deadline, line.line.request};
}

CertificatesAwaiting awaiting(House& house, Call& call) {
    const CertificateAwaits awaits{house, call};
    const auto needToKnow = needToKnowOf(house, call);
    CertificatesAwaiting found;
    std::vector<std::string> confidential;
    for (const auto& request : house.certificateRequests->list(call.connection, "open", {})) {
        if (request.confidential && needToKnow == NeedToKnow::No) continue;
        auto step = awaits.awaited(request);
        if (step.empty()) continue;
        if (request.confidential) confidential.push_back(request.number);
        found.awaiting.push_back({std::move(step), certificateLineOf(house, call.connection, request, needToKnow)});
    }
    noteConfidentialReadings(house, call, CertificateAwaiting::kAct.name, "certificate-request", confidential);
    std::ranges::sort(found.awaiting, {}, turnOf);
    return found;
}

/// The text of a value that a clerk typed, as it was typed.
std::string typedText(const printing::ActValue& value) {
    if (const auto* text = value.text()) return *text;
    std::string lines;
    if (const auto* list = value.list())
        for (const auto& each : *list)
            if (const auto* line = each.text()) lines += (lines.empty() ? "" : "\n") + *line;
    return lines;
}

}  // namespace

void addMatter(const House& house, records::Connection& connection, const RequestEntry& request,
               CertificateShown& shown) {
    shown.applicant = request.applicant;
    shown.holder = request.holder;
    const auto& type = *house.certificateTypes->find(request.type);
    shown.brought = house.certificateRequests->evidence(connection, request.number);
    for (auto& each : shown.brought) {
        const auto known = std::ranges::find(type.requirements, each.requirement, &Requirement::code);
        each.text = known == type.requirements.end() ? each.requirement : known->text;
    }
    const auto draft = house.certificateRequests->lastDraft(connection, request.number);
    const auto text = house.certificateTexts->current(connection, type.templateName);
    if (!draft || !text) return;
    shown.diligence = draft->diligence;
    for (const auto& field : freeValues((*text)->text.shape()))
        if (const auto value = draft->values.find(field.name); value != draft->values.end())
            shown.values[field.name] = typedText(value->second);
}

CertificateAwaits::CertificateAwaits(const House& house, const Call& call)
    : m_house(house), m_connection(call.connection), m_person(call.author.person.text()) {
    for (const auto& each : house.operators->list(call.connection))
        if (each.id == call.author.person) m_roles = each.roles;
}

bool CertificateAwaits::hadAHandIn(const RequestEntry& request, CertificateStep next) const {
    const auto draft = m_house.certificateRequests->lastDraft(m_connection, request.number);
    if (!draft) return false;
    if (draft->person == m_person) return true;
    const auto did = [&](CertificateStep step) {
        return m_house.certificateRequests->whoDid(m_connection, request.number, draft->draft, step) == m_person;
    };
    return (next != CertificateStep::Review && did(CertificateStep::Review)) ||
           (next == CertificateStep::Sign && did(CertificateStep::LegalReview));
}

bool CertificateAwaits::isTheirs(const RequestEntry& request, CertificateStep step) const {
    const auto& type = *m_house.certificateTypes->find(request.type);
    switch (step) {
        case CertificateStep::Review: return !type.legalReview && !hadAHandIn(request, CertificateStep::Review);
        case CertificateStep::ReviewForLaw: return type.legalReview && !hadAHandIn(request, CertificateStep::Review);
        case CertificateStep::LegalReview: return !hadAHandIn(request, CertificateStep::LegalReview);
        case CertificateStep::Sign: return type.endorsed && !hadAHandIn(request, CertificateStep::Sign);
        case CertificateStep::SignLast: return !type.endorsed && !hadAHandIn(request, CertificateStep::Sign);
        case CertificateStep::Archive: return isUncollected(request);
        case CertificateStep::Endorse: {
            const auto entry = m_house.certificates->standing(m_connection, request.number);
            return entry && entry->endorser == m_person;
        }
        default: return true;
    }
}

bool CertificateAwaits::isUncollected(const RequestEntry& request) const {
    const auto days = daysUncollected(m_house, m_connection, request);
    return days > 0 && days >= m_house.certificateTypes->find(request.type)->uncollectedAfter;
}

// A copy whose printing is in doubt is looked at before another one is printed.
std::string CertificateAwaits::paperStep(const RequestEntry& request) const {
    if (!may(CertificatePrint::kAct) || request.stage < CertificateStage::Issued ||
        request.stage > CertificateStage::Archived)
        return {};
    const auto number = m_house.certificates->lastNumber(m_connection, request.number);
    const auto copies = m_house.paperCopies->copies(m_connection, number);
    if (!copies.empty() && (copies.back().state == "in_doubt" || copies.back().state == "printing"))
        return "resolve_print";
    const auto printed = std::ranges::count(copies, "printed", &PaperCopy::state);
    return printed < m_house.certificates->copiesGranted(m_connection, number) ? "print" : "";
}

std::vector<std::string> CertificateAwaits::possible(const RequestEntry& request) const {
    std::vector<std::string> steps;
    const auto paper = paperStep(request);
    if (!paper.empty()) steps.push_back(paper);
    for (const auto& offer : kOffers)
        if (may(offer.act) && after(request.stage, offer.step) && isTheirs(request, offer.step))
            steps.emplace_back(nameOf(offer.step));
    const auto entry = m_house.certificates->standing(m_connection, request.number);
    const auto policy = m_house.signaturePolicies->current(m_connection);
    if (entry && may(CertificateProve::kAct) && request.stage != CertificateStage::Signed &&
        m_house.proofs->dueOf(m_connection, policy, entry->number))
        steps.emplace_back("prove");
    return steps;
}

std::string CertificateAwaits::awaited(const RequestEntry& request) const {
    const auto steps = possible(request);
    const auto offered = [&](std::string_view step) { return std::ranges::find(steps, step) != steps.end(); };
    for (const auto& [stage, step] : kAwaited)
        if (request.stage == stage) return offered(step) ? step : "";
    const auto& type = *m_house.certificateTypes->find(request.type);
    if (offered("resolve_print")) return "resolve_print";
    if (type.paper && offered("print")) return "print";
    if (type.appealDays) return {};
    if (offered("archive")) return "archive";
    return request.stage == CertificateStage::Issued && offered("deliver") ? "deliver" : "";
}

void addAwaitingAnswers(ActTable& acts, House& house) {
    acts.answer<CertificateAwaiting>([&house](Call& call, const auto&) { return awaiting(house, call); });
}

}  // namespace issuance
