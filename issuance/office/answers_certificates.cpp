// SPDX-License-Identifier: GPL-3.0-or-later
#include <unicode/unistr.h>

#include <algorithm>
#include <limits>

#include "contract/acts_of_certificates.hpp"
#include "issuance/certificate/certificate_facts.hpp"
#include "issuance/certificate/essential_content.hpp"
#include "issuance/certificate/local_day.hpp"
#include "issuance/office/act_papers.hpp"
#include "issuance/office/answers.hpp"
#include "issuance/office/certificate_people.hpp"
#include "issuance/office/certificate_work.hpp"
#include "issuance/office/confidential_reading.hpp"
#include "issuance/office/hand_over.hpp"
#include "issuance/office/issued_acts.hpp"
#include "issuance/office/local_office_factory.hpp"
#include "issuance/office/people_names.hpp"
#include "issuance/registers/diligences.hpp"
#include "issuance/registers/register_kind.hpp"
#include "issuance/verification/verification_answer.hpp"
#include "records/operators/sites.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;
using Step = CertificateStep;

base::Result<CertificateTypesListed> types(House& house, Call& call) {
    CertificateTypesListed listed;
    for (const auto& type : house.certificateTypes->all()) {
        const auto text = house.certificateTexts->current(call.connection, type.templateName);
        CertificateTypeLine line;
        line.type = type.code;
        line.title = type.title;
        line.kind = nameOf(type.kind);
        if (text) line.values = freeValues((*text)->text.shape());
        for (const auto& each : type.registers) line.registers.push_back(each.name);
        for (const auto& each : type.requirements)
            line.requirements.push_back({each.code, each.text, each.from, each.scan});
        line.deadline = type.deadline;
        line.holder = type.holder;
        if (const auto fee = house.fees->feeFor(type.fee, localDay(house.clock.now()))) line.fee = textOf(*fee);
        if (const auto fee = house.fees->feeFor(type.reissueFee, localDay(house.clock.now())))
            line.reissueFee = textOf(*fee);
        line.endorsed = type.endorsed;
        line.legalReview = type.legalReview;
        line.paper = type.paper;
        listed.types.push_back(std::move(line));
    }
    return listed;
}

base::Result<CertificateRequested> request(House& house, Call& call, const CertificateRequest& request) {
    const auto* type = house.certificateTypes->find(request.type);
    const auto deadline =
        workingDaysAfter(*house.calendar, localDay(house.clock.now()), type == nullptr ? 1 : type->deadline);
    auto& tx = call.transaction();
    if (request.confidential && needToKnowOf(house, call) == NeedToKnow::No)
        return base::Fault{"confidential.not-permitted"_code};
    const auto taken = house.certificateRequests->take(tx, call.author, request, deadline);
    if (!taken) return taken.refusal();
    const auto named = [&](const std::string& text) { return taken->confidential ? std::string{kReserved} : text; };
    printing::ActMap values{{"solicitud", taken->number},
                            {"titulo", type->title},
                            {"solicitante", named(taken->applicant.name)},
                            {"identificacion", named(taken->applicant.identification)},
                            {"fecha", dayOnPaper(taken->receivedAt)},
                            {"hora", hourOnPaper(taken->receivedAt)},
                            {"plazo", taken->deadline},
                            {"sede", nameOfSite(call.connection, taken->site)},
                            {"oficinista", personOnPaper(house, call.connection, call.author.person.text())}};
    if (!taken->receipt.empty()) values.emplace("recibo", taken->receipt);
    printing::ActList brought;
    for (const auto& met : request.requirements)
        for (const auto& known : type->requirements)
            if (known.code == met.code) brought.emplace_back(known.text);
    values.emplace("requisitos", std::move(brought));
    const auto slip =
        issuePaper(house, call, {"certificate-slip", "certificate-request", taken->number, std::move(values)});
    if (!slip) return slip.refusal();
    return CertificateRequested{taken->number, taken->deadline, *slip};
}

/// A request goes back or ends; a number that it has already is cancelled.
base::Result<Done> takeBack(House& house, Call& call, const std::string& number, const StepEntry& step) {
    auto& tx = call.transaction();
    if (!inventory::isPlainText(step.remarks)) return base::Fault{"certificate.reason-missing"_code};
    auto request = house.certificateRequests->take(tx, number);
    if (!request) return request.refusal();
    if (auto admitted = admitTo(house, call, *request, nameOf(step.step)); !admitted) return admitted.refusal();
    const bool numbered = request->stage == CertificateStage::Signed;
    if (const auto stepped = house.certificateRequests->step(tx, call.author, *request, step); !stepped)
        return stepped.refusal();
    if (numbered) {
        const auto entry = house.certificates->standing(call.connection, number);
        house.certificates->end(tx, call.author, entry->number, "cancelled", step.remarks);
    }
    return Done{};
}

/// A request and its last draft, which is the one that was read.
struct DraftRead {
    RequestEntry request;
    DraftEntry draft;
};

base::Result<DraftRead> draftRead(House& house, Call& call, const std::string& number, std::int64_t ordinal) {
    auto request = house.certificateRequests->take(call.transaction(), number);
    if (!request) return request.refusal();
    if (auto admitted = admitTo(house, call, *request, CertificateReview::kAct.name); !admitted)
        return admitted.refusal();
    auto draft = house.certificateRequests->lastDraft(call.connection, number);
    if (!draft) return draft.refusal();
    if (draft->draft != ordinal)
        return base::Fault{"certificate.other-draft"_code, {{"draft", std::to_string(draft->draft)}}};
    return DraftRead{std::move(*request), std::move(*draft)};
}

base::Fault samePerson(const char* roles) { return {"certificate.same-person"_code, {{"roles", roles}}}; }

base::Result<Done> review(House& house, Call& call, const CertificateReview& asked) {
    auto read = draftRead(house, call, asked.request, asked.draft);
    if (!read) return read.refusal();
    if (read->draft.person == call.author.person.text()) return samePerson("draft, review");
    const bool legal = house.certificateTypes->find(read->request.type)->legalReview;
    const auto stepped = house.certificateRequests->step(
        call.transaction(), call.author, read->request, {legal ? Step::ReviewForLaw : Step::Review, read->draft.draft});
    if (!stepped) return stepped.refusal();
    return Done{};
}

base::Result<Done> legalReview(House& house, Call& call, const CertificateLegalReview& asked) {
    auto read = draftRead(house, call, asked.request, asked.draft);
    if (!read) return read.refusal();
    const auto& requests = *house.certificateRequests;
    const auto person = call.author.person.text();
    if (read->draft.person == person) return samePerson("draft, legal_review");
    if (requests.whoDid(call.connection, asked.request, asked.draft, Step::Review) == person)
        return samePerson("review, legal_review");
    if (asked.verdict != "agreed" && asked.verdict != "returned")
        return base::Fault{
            "certificate.field-wrong"_code, {{"field", "verdict"}, {"detail", asked.verdict}}, "verdict"};
    if (!asked.remarks.empty() && !inventory::isPlainText(asked.remarks))
        return base::Fault{"certificate.reason-missing"_code};
    const bool returned = asked.verdict == "returned";
    if (returned && read->request.stage == CertificateStage::InLegalReview)
        return takeBack(house, call, asked.request, {Step::Return, asked.draft, asked.remarks});
    const auto stepped =
        requests.step(call.transaction(), call.author, read->request, {Step::LegalReview, asked.draft, asked.remarks});
    if (!stepped) return stepped.refusal();
    return Done{};
}

base::Result<Done> annul(House& house, Call& call, const CertificateAnnul& asked) {
    auto& tx = call.transaction();
    if (!inventory::isPlainText(asked.cause)) return base::Fault{"certificate.reason-missing"_code};
    const auto entry = house.certificates->numbered(call.connection, asked.number);
    if (!entry) return entry.refusal();
    auto request = house.certificateRequests->take(tx, entry->request);
    if (!request) return request.refusal();
    if (auto admitted = admitTo(house, call, *request, CertificateAnnul::kAct.name); !admitted)
        return admitted.refusal();
    const auto standing = house.certificates->standing(call.connection, entry->request);
    if (!standing || standing->number != asked.number)
        return base::Fault{"certificate.ended-already"_code, {{"number", asked.number}}};
    const auto stepped =
        house.certificateRequests->step(tx, call.author, *request, {Step::Annul, entry->draft, asked.cause});
    if (!stepped) return stepped.refusal();
    house.certificates->end(tx, call.author, asked.number, "annulled", asked.cause);
    return Done{};
}

constexpr std::int64_t kAll = std::numeric_limits<std::int64_t>::max();

/// What somebody types to find a certificate, in any case.
class LineFilter {
   public:
    explicit LineFilter(const std::string& text) : m_text(folded(text)) {}
    [[nodiscard]] bool takes(const CertificateLine& line) const {
        if (m_text.isEmpty()) return true;
        for (const auto& each : {line.request, line.number, line.title, line.holder, line.applicant})
            if (folded(each).indexOf(m_text) >= 0) return true;
        return false;
    }

   private:
    static icu::UnicodeString folded(const std::string& text) { return icu::UnicodeString::fromUTF8(text).foldCase(); }
    icu::UnicodeString m_text;
};

base::Result<CertificatesListed> list(House& house, Call& call, const CertificateList& asked) {
    const bool uncollected = asked.stage == "uncollected";
    if (!asked.stage.empty() && asked.stage != "open" && !uncollected && !certificateStageNamed(asked.stage))
        return base::Fault{"stock.unknown-word"_code, {{"word", asked.stage}}};
    CertificatesListed listed;
    std::vector<std::string> confidential;
    const auto needToKnow = needToKnowOf(house, call);
    const auto wanted = LineFilter{asked.text.value_or("")};
    const auto limit = static_cast<std::size_t>(std::max<std::int64_t>(asked.limit.value_or(kAll), 0));
    for (const auto& request : house.certificateRequests->list(call.connection, uncollected ? "issued" : asked.stage,
                                                               asked.after.value_or(""))) {
        if (listed.certificates.size() == limit) break;
        auto line = certificateLineOf(house, call.connection, request, needToKnow);
        if (uncollected && line.waiting < house.certificateTypes->find(request.type)->uncollectedAfter) continue;
        if (!wanted.takes(line)) continue;
        if (line.confidential && needToKnow == NeedToKnow::Yes) confidential.push_back(request.number);
        listed.certificates.push_back(std::move(line));
    }
    noteConfidentialReadings(house, call, CertificateList::kAct.name, "certificate-request", confidential);
    return listed;
}

/// By request, number or verification code: the request's number.
base::Result<std::string> requestMeant(const House& house, records::Connection& connection, const std::string& id) {
    if (house.certificateRequests->find(connection, id)) return id;
    auto entry = house.certificates->numbered(connection, id);
    if (!entry) {
        const auto code = verificationCode(id);
        if (!code) return entry.refusal();
        entry = house.certificates->ofCode(connection, *code);
    }
    if (!entry) return entry.refusal();
    return entry->request;
}

CertificateNumberLine numberLineOf(const House& house, records::Connection& connection, const CertificateEntry& entry) {
    CertificateNumberLine line;
    line.number = entry.number;
    line.code = entry.code;
    line.day = base::formatDate(entry.day);
    line.folios = entry.folios;
    line.sha256 = entry.sha256;
    line.ended = entry.ending;
    line.reason = entry.reason;
    line.files = house.certificates->files(connection, entry.number);
    line.level = nameOf(house.proofs->of(connection, entry.number).level);
    const auto policy = house.signaturePolicies->current(connection);
    const auto due = house.proofs->dueOf(connection, policy, entry.number);
    if (!due) return line;
    line.proofDue = due->renewal ? "renewal" : "level";
    line.levelDue = nameOf(due->renewal ? due->has.level : policy.level);
    return line;
}

base::Result<CertificateShown> show(House& house, Call& call, const CertificateShow& asked) {
    const auto number = requestMeant(house, call.connection, asked.id);
    if (!number) return number.refusal();
    const auto request = house.certificateRequests->find(call.connection, *number);
    if (!request) return request.refusal();
    const auto needToKnow = needToKnowOf(house, call);
    if (request->confidential && needToKnow == NeedToKnow::Yes)
        noteConfidentialReading(house, call, CertificateShow::kAct.name, "certificate-request", request->number);
    const bool nameless = request->confidential && needToKnow == NeedToKnow::No;
    CertificateShown shown;
    shown.line = certificateLineOf(house, call.connection, *request, needToKnow);
    if (const auto entry = house.certificateRequests->lastDraft(call.connection, *number)) shown.draft = entry->draft;
    const PeopleNames names{house, call.connection};
    for (const auto& entry : house.certificates->ofRequest(call.connection, *number)) {
        shown.numbers.push_back(numberLineOf(house, call.connection, entry));
        for (const auto& copy : house.paperCopies->copies(call.connection, entry.number))
            shown.copies.push_back({copy.number, copy.copy, copy.state, copy.sheets});
        for (auto& each : house.certificates->reissues(call.connection, entry.number)) {
            each.person = names.of(each.person);
            if (nameless) each.applicant = each.identification = each.remarks = {};
            shown.reissues.push_back(std::move(each));
        }
    }
    shown.steps = house.certificateRequests->steps(call.connection, *number);
    for (auto& step : shown.steps) step.person = names.of(step.person);
    if (!nameless) addMatter(house, call.connection, *request, shown);
    shown.possible = CertificateAwaits{house, call}.possible(*request);
    return shown;
}

base::Result<FilesGiven> files(House& house, Call& call, const CertificateFiles& asked) {
    if (auto admitted = admitToNumber(house, call, asked.number, CertificateFiles::kAct.name); !admitted)
        return admitted.refusal();
    const auto entry = house.certificates->numbered(call.connection, asked.number);
    if (!entry) return entry.refusal();
    auto pdf = house.certificates->lastFile(call.connection, asked.number);
    if (!pdf) return pdf.refusal();
    const auto request = house.certificateRequests->find(call.connection, entry->request);
    if (!request) return request.refusal();
    const auto& type = *house.certificateTypes->find(entry->type);
    const auto written = house.certificateRequests->draft(call.connection, entry->request, entry->draft);
    if (!written) return written.refusal();
    FilesGiven given;
    given.files.push_back({asked.number + ".pdf", std::move(*pdf)});
    given.files.push_back(
        {asked.number + ".json",
         base::bytesOf(factsOf({*entry, type, *request, *written, signersOf(house, call.connection, *entry)}))});
    return given;
}

FileVerified verify(House& house, Call& call, const CertificateVerify& asked) {
    const auto trust = trustOf(house, call.connection);
    auto said = verifiedApart(asked.file.content, trust, house.clock.now());
    const BooksOfActs books{house, call.connection};
    judgeByBooks(said, asked.file.content, &books);
    return said;
}

}  // namespace

CertificateLine certificateLineOf(const House& house, records::Connection& connection, const RequestEntry& request,
                                  NeedToKnow needToKnow) {
    CertificateLine line;
    line.request = request.number;
    line.type = request.type;
    const auto* type = house.certificateTypes->find(request.type);
    line.title = type == nullptr ? request.type : type->title;
    line.stage = nameOf(request.stage);
    line.number = house.certificates->lastNumber(connection, request.number);
    line.confidential = request.confidential;
    if (!request.confidential || needToKnow == NeedToKnow::Yes) {
        if (request.holder) line.holder = request.holder->givenNames + " " + request.holder->surnames;
        line.applicant = request.applicant.name;
        line.contact = request.applicant.email.value_or(request.applicant.address.value_or(""));
    }
    line.received = request.receivedAt;
    line.deadline = request.deadline;
    line.waiting = daysUncollected(house, connection, request);
    const bool awaited = request.stage < CertificateStage::Issued;
    line.overdue = awaited && request.deadline < base::formatDate(localDay(house.clock.now()));
    return line;
}

void addCertificateAnswers(ActTable& acts, House& house) {
    acts.answer<CertificateTypes>([&house](Call& call, const auto&) { return types(house, call); });
    acts.answer<CertificateRequest>([&house](Call& call, const auto& asked) { return request(house, call, asked); });
    acts.answer<CertificateReview>([&house](Call& call, const auto& asked) { return review(house, call, asked); });
    acts.answer<CertificateLegalReview>(
        [&house](Call& call, const auto& asked) { return legalReview(house, call, asked); });
    acts.answer<CertificateReturn>([&house](Call& call, const auto& asked) {
        return takeBack(house, call, asked.request, {CertificateStep::Return, 0, asked.remarks});
    });
    acts.answer<CertificateCancel>([&house](Call& call, const auto& asked) {
        return takeBack(house, call, asked.request, {CertificateStep::Cancel, 0, asked.reason});
    });
    acts.answer<CertificateAnnul>([&house](Call& call, const auto& asked) { return annul(house, call, asked); });
    acts.answer<CertificateList>([&house](Call& call, const auto& asked) { return list(house, call, asked); });
    acts.answer<CertificateShow>([&house](Call& call, const auto& asked) { return show(house, call, asked); });
    acts.answer<CertificateFiles>([&house](Call& call, const auto& asked) { return files(house, call, asked); });
    acts.answer<CertificateVerify>(
        [&house](Call& call, const auto& asked) -> base::Result<FileVerified> { return verify(house, call, asked); });
    addDraftAnswers(acts, house);
    addAwaitingAnswers(acts, house);
    addCertifierAnswers(acts, house);
    addHandOverAnswers(acts, house);
}

}  // namespace issuance
