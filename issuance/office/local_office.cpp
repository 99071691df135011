// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/office/local_office.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

#include "base/failure.hpp"
#include "contract/acts_of_receipts.hpp"
#include "contract/acts_of_registers.hpp"
#include "issuance/certificate/local_day.hpp"
#include "issuance/office/answers.hpp"
#include "issuance/office/uploads.hpp"
#include "issuance/report/line_figures.hpp"
#include "records/approvals/approval.hpp"
#include "records/journal/journal.hpp"
#include "records/operators/permission_table.hpp"
#include "records/operators/person_rows.hpp"

namespace issuance {

using namespace base::literals;
using contract::Effect;

namespace {

bool someoneCountsBlindly(const Call& call) {
    return inventory::Counts::isBlind(call.connection, call.author.person) ||
           (call.author.approver && inventory::Counts::isBlind(call.connection, *call.author.approver));
}

/// Acts that could tell somebody who counts what the books say.
bool tellsStock(const contract::Declaration& act) {
    const auto& permission = act.permission;
    return permission == "stock.view" || permission == "case.view" || permission == "journal.view" ||
           permission == "stock.report-export";
}

/// Refusals that say what the books hold, by a figure or by refusing at all.
constexpr std::array kTellingRefusals{
    "stock.vault-lacks", "stock.lot-lacks",     "stock.above-shift-limit", "stock.unknown-serial",
    "stock.wrong-state", "stock.on-the-way",    "transfer.place-lacks",    "transfer.not-there",
    "transfer.reserved", "transfer.above-cap",  "custody.place-holds",     "custody.place-full",
    "custody.not-here",  "custody.not-counted", "custody.place-unsettled", "destruction.not-destroyable"};

/// The refusal as somebody who counts blindly may hear it: with one fault in the place of all that tell of stock.
base::Refusal withoutStock(const base::Refusal& refusal) {
    std::vector<base::Fault> faults;
    const base::Fault blind{"count.blind-refusal"_code};
    for (const auto& fault : refusal.faults()) {
        const bool tells = std::ranges::find(kTellingRefusals, fault.code.name()) != kTellingRefusals.end();
        if (!tells) faults.push_back(fault);
        if (tells && std::ranges::find(faults, blind) == faults.end()) faults.push_back(blind);
    }
    return base::Refusal{std::move(faults)};
}

/// Whose key seals kept answers, and where each lies.
constexpr const char* kAnswers = "answers";
std::string placeOf(const records::RepeatableRequest& request) { return "answered_request.answer " + request.id; }

base::Result<contract::Json> answered(const ActTable::Entry& entry, Call& call, const contract::Json& request) {
    contract::Json answer;
    const auto outcome = entry.answer(call, request, answer);
    if (!outcome) return outcome.refusal();
    return answer;
}

}  // namespace

LocalOffice::LocalOffice(std::unique_ptr<House> house)
    : m_house(std::move(house)),
      m_connections(*m_house->database),
      m_changes(m_connections),
      m_requests(m_house->clock),
      m_given(m_house->files.given()) {
    addPeopleAnswers(m_acts, *m_house);
    addSiteAnswers(m_acts, *m_house);
    addWorkstationAnswers(m_acts, *m_house);
    addStockAnswers(m_acts, *m_house);
    addCaseAnswers(m_acts, *m_house);
    addPlanningAnswers(m_acts, *m_house);
    addSpoilageAnswers(m_acts, *m_house);
    addDestructionAnswers(m_acts, *m_house);
    addPaperAnswers(m_acts, *m_house);
    addCustodyAnswers(m_acts, *m_house);
    addTransferAnswers(m_acts, *m_house);
    addRequisitionAnswers(m_acts, *m_house);
    addLossAnswers(m_acts, *m_house);
    addCountAnswers(m_acts, *m_house);
    addReceiptAnswers(m_acts, *m_house);
    addSupplyAnswers(m_acts, *m_house);
    addReportAnswers(m_acts, *m_house);
    addOrderAnswers(m_acts, *m_house);
    addLineAnswers(m_acts, *m_house, m_connections);
    addFindingAnswers(m_acts, *m_house);
    addDocumentAnswers(m_acts, *m_house);
    addInspectionAnswers(m_acts, *m_house);
    addChipAnswers(m_acts, *m_house);
    addChipKeyAnswers(m_acts, *m_house);
    addKeyAnswers(m_acts, *m_house);
    addCertificateAnswers(m_acts, *m_house);
    addProofAnswers(m_acts, *m_house);
    addPaperCopyAnswers(m_acts, *m_house, m_connections);
    addNotificationAnswers(m_acts, *m_house);
    addRegisterAnswers(m_acts, *m_house);
    addConfidentialAnswers(m_acts, *m_house);
    addJournalAnswers(m_acts, *m_house);
    addChangeAnswers(m_acts, m_connections, m_changes);
    m_acts.requireAll();
}

base::Result<contract::Json> LocalOffice::perform(std::string_view act, const contract::Credentials& credentials,
                                                  const contract::Json& request) {
    const auto* entry = m_acts.find(act);
    if (entry == nullptr) return base::Fault{"office.unknown-act"_code, {{"act", std::string{act}}}, {}};
    auto loan = m_connections.borrow();
    Call call{*loan, {}, credentials, nullptr};
    if (!credentials.workstation.empty())
        call.setAside = [&](contract::FilesGiven& answer) { m_given.setAside(credentials.session, answer); };
    try {
        const auto usedBefore = checkWorkstation(call);
        if (!usedBefore) return usedBefore.refusal();
        if (entry->act.effect == Effect::Opens) return answered(*entry, call, request);
        auto author = authorOf(entry->act, call);
        if (!author) return author.refusal();
        call.author = std::move(author).value();
        if (!*usedBefore) m_house->workstations->noteUse(call.connection, call.author, credentials.certificate);
        if (entry->act.effect == Effect::Waits || entry->act.effect == Effect::Watches) {
            loan.giveBack();
            return answered(*entry, call, request);
        }
        auto answer = performAsked(*entry, call, request);
        if (!answer && someoneCountsBlindly(call)) return withoutStock(answer.refusal());
        return answer;
    } catch (const base::Failure& failure) {
        loan.discard();
        // Where one connection was lost the others were too, and each would cost somebody an act to find out.
        if (failure.code() == "records.lost"_code) m_connections.forgetIdle();
        throw;
    } catch (...) {
        loan.discard();
        throw;
    }
}

base::Result<std::int64_t> LocalOffice::bring(const contract::Credentials& credentials,
                                              const contract::ContentPart& part) {
    // Those who may ask the acts that take a file.
    const auto author = authorOfOctets(
        credentials, {contract::StockAnnounce::kAct.permission, contract::RegisterImport::kAct.permission});
    if (!author) return author.refusal();
    return Uploads{m_house->files.uploads(), author->person}.add(part);
}

base::Outcome LocalOffice::fetch(const contract::Credentials& credentials, const std::string& sha256,
                                 const contract::TakeOctets& take) {
    const auto author = authorOfOctets(credentials, {});
    if (!author) return author.refusal();
    return m_given.give(credentials.session, sha256, take);
}

base::Result<records::Author> LocalOffice::authorOfOctets(const contract::Credentials& credentials,
                                                          std::initializer_list<std::string_view> permissions) {
    constexpr contract::Declaration kAnybody{"", "", Effect::Reads};
    auto loan = m_connections.borrow();
    Call call{*loan, {}, credentials, nullptr};
    try {
        if (auto stands = checkWorkstation(call); !stands) return stands.refusal();
        auto author = authorOf(kAnybody, call);
        if (!author || permissions.size() == 0) return author;
        const auto roles = records::rolesOf(*loan, author->person);
        const auto held = [&](std::string_view permission) { return records::permits(roles, permission); };
        if (std::ranges::any_of(permissions, held)) return author;
        return base::Fault{"people.not-permitted"_code, {{"permission", std::string{*permissions.begin()}}}, {}};
    } catch (...) {
        loan.discard();
        throw;
    }
}

void LocalOffice::wakeWatchers() { m_changes.wakeAll(); }

// A day of a large house has hundreds of thousands of steps: whoever asks more often is told what was counted before.
std::vector<contract::Figure> LocalOffice::figures() {
    constexpr std::chrono::seconds kFresh{30};
    const std::lock_guard lock{m_counting};
    const auto now = std::chrono::steady_clock::now();
    if (!m_figures.empty() && now - m_counted < kFresh) return m_figures;
    auto loan = m_connections.borrow();
    try {
        m_figures = lineFigures(*loan, *m_house->stationBook, localDay(m_house->clock.now()));
    } catch (...) {
        loan.discard();
        throw;
    }
    m_counted = now;
    return m_figures;
}

base::Result<contract::Json> LocalOffice::performAsked(const ActTable::Entry& entry, Call& call,
                                                       const contract::Json& request) {
    if (entry.act.effect == Effect::Reads) {
        if (tellsStock(entry.act) && someoneCountsBlindly(call)) return base::Fault{"count.blind"_code};
        return answered(entry, call, request);
    }
    const records::RepeatableRequest repeatable{call.credentials.requestId, call.author.person,
                                                std::string{entry.act.name}};
    if (repeatable.id.empty()) return changeOrConduct(entry, call, request, repeatable);
    if (auto before = answeredBefore(call, repeatable)) return *before;
    try {
        auto answer = changeOrConduct(entry, call, request, repeatable);
        if (answer) return answer;
        // The same request, asked twice at once: the other one may have been faster.
        const auto other = answeredBefore(call, repeatable);
        return other ? *other : answer;
    } catch (const base::Failure& failure) {
        const auto other = failure.code() == "records.unique"_code ? answeredBefore(call, repeatable) : std::nullopt;
        if (!other) throw;
        return *other;
    }
}

std::shared_ptr<const SubjectKey> LocalOffice::answersKey(Call& call) {
    const std::scoped_lock lock{m_findingKey};
    if (m_answersKey) return m_answersKey;
    m_house->keys->ready();
    auto key = m_house->confidential->find(call.connection, kAnswers);
    if (!key) {
        records::Transaction transaction{call.connection};
        key = m_house->confidential->take(transaction, call.author, kAnswers);
        transaction.commit();
    }
    m_answersKey = std::make_shared<const SubjectKey>(std::move(*key));
    return m_answersKey;
}

std::optional<base::Result<contract::Json>> LocalOffice::answeredBefore(Call& call,
                                                                        const records::RepeatableRequest& repeatable) {
    const auto before = m_requests.answerTo(call.connection, repeatable);
    if (!before) return before.refusal();
    if (!*before) return std::nullopt;
    return contract::parseJson(answersKey(call)->openText(**before, placeOf(repeatable)));
}

base::Result<contract::Json> LocalOffice::changeOrConduct(const ActTable::Entry& entry, Call& call,
                                                          const contract::Json& request,
                                                          const records::RepeatableRequest& repeatable) {
    m_house->keys->ready();
    return entry.act.effect == Effect::Conducts ? conduct(entry, call, request, repeatable)
                                                : change(entry, call, request, repeatable);
}

base::Result<contract::Json> LocalOffice::change(const ActTable::Entry& entry, Call& call,
                                                 const contract::Json& request,
                                                 const records::RepeatableRequest& repeatable) {
    const auto key = repeatable.id.empty() ? nullptr : answersKey(call);
    records::Transaction transaction{call.connection};
    recordAsking(entry.act, transaction, call.author);
    call.open = &transaction;
    auto answer = answered(entry, call, request);
    if (!answer) return answer;
    if (key) m_requests.keep(transaction, repeatable, key->sealText(answer->dump(), placeOf(repeatable)));
    transaction.commit();
    return answer;
}

base::Result<contract::Json> LocalOffice::conduct(const ActTable::Entry& entry, Call& call,
                                                  const contract::Json& request,
                                                  const records::RepeatableRequest& repeatable) {
    const auto key = repeatable.id.empty() ? nullptr : answersKey(call);
    {
        records::Transaction asking{call.connection};
        recordAsking(entry.act, asking, call.author);
        if (key) m_requests.begin(asking, repeatable);
        asking.commit();
    }
    auto answer = answered(entry, call, request);
    if (key) {
        records::Transaction telling{call.connection};
        m_requests.end(telling, repeatable,
                       answer ? std::optional{key->sealText(answer->dump(), placeOf(repeatable))} : std::nullopt);
        telling.commit();
    }
    return answer;
}

base::Result<bool> LocalOffice::checkWorkstation(const Call& call) {
    const auto& credentials = call.credentials;
    if (credentials.workstation.empty()) return true;
    return m_house->workstations->check(call.connection, records::WorkstationId{credentials.workstation},
                                        credentials.certificate);
}

base::Result<records::Author> LocalOffice::authorOf(const contract::Declaration& act, Call& call) {
    auto author = permittedAuthor(act, call);
    if (!author || call.credentials.workstation.empty()) return author;
    if (auto here = checkSessionsAreHere(call, *author); !here) return here.refusal();
    return author;
}

base::Outcome LocalOffice::checkSessionsAreHere(Call& call, const records::Author& author) {
    const auto& credentials = call.credentials;
    const base::Fault elsewhere{"people.session-elsewhere"_code};
    if (author.workstation.text() != credentials.workstation) return elsewhere;
    if (credentials.second.empty()) return {};
    const auto second = m_house->sessions->authorize(call.connection, credentials.second, "");
    if (!second) return second.refusal();
    if (second->workstation.text() != credentials.workstation) return elsewhere;
    return {};
}

base::Result<records::Author> LocalOffice::permittedAuthor(const contract::Declaration& act, Call& call) {
    const auto& credentials = call.credentials;
    const std::string permission{act.permission};
    const bool secondGiven = act.people == contract::People::OneOrTwo && !credentials.second.empty();
    if (act.people == contract::People::Two || secondGiven)
        return records::authorizeTwo(*m_house->sessions, call.connection, {credentials.session, credentials.second},
                                     permission, act.secondPermission.empty() ? permission : act.secondPermission);
    return m_house->sessions->authorize(
        call.connection, credentials.session, permission,
        act.effect == Effect::Watches ? records::Presence::NotShown : records::Presence::Shown);
}

void LocalOffice::recordAsking(const contract::Declaration& act, records::Transaction& transaction,
                               const records::Author& author) {
    appendToJournal(transaction, m_house->clock, {author, std::string{act.name}, "act", std::string{act.name}, "", {}});
}

}  // namespace issuance
