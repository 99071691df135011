// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/line/conductor.hpp"

#include <algorithm>
#include <array>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "base/log.hpp"
#include "issuance/document/validity.hpp"
#include "issuance/registers/own_documents.hpp"
#include "records/database/server_time.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace std::chrono_literals;

/// A machine that failed so often in turn would spoil one blank after the other.
constexpr int kMostFailures = 3;

std::string causeOf(const base::Refusal& refusal) { return refusal.first().code.name(); }

void demand(const base::Outcome& outcome) {
    if (!outcome) throw base::Failure{outcome.refusal().first().code, base::NextStep::CallSupervisor, "line"};
}

/// The chip went or is silent: the next one may do.
bool isOfCard(const base::Failure& failure) {
    const auto& code = failure.code();
    return code == "card.removed"_code || code == "card.silent"_code || code == "reader.no-card"_code;
}

bool isOfReader(const base::Failure& failure) {
    return isOfCard(failure) || failure.code().name().rfind("reader.", 0) == 0;
}

}  // namespace

std::string mrzDate(base::Date day) {
    const std::string text = base::formatDate(day);
    return text.substr(2, 2) + text.substr(5, 2) + text.substr(8, 2);
}

Conductor::Conductor(const LineRooms& rooms, records::Connection& connection, Devices& devices, records::Author author,
                     StationSkills skills)
    : m_rooms(rooms),
      m_connection(connection),
      m_devices(devices),
      m_author(std::move(author)),
      m_skills(std::move(skills)),
      m_station(m_author.workstation.text() + "/" + base::randomId().substr(0, 12)) {}

LineTally Conductor::runUntilIdle(std::int64_t mostSteps) {
    signOn();
    try {
        while (m_tally.steps < mostSteps && goesOn() && m_devices.present() && takeOne()) ++m_tally.steps;
    } catch (...) {
        signOff();
        throw;
    }
    signOff();
    return m_tally;
}

void Conductor::checkClock() {
    const auto there = records::serverTime(m_connection);
    if (!there) return;
    const auto off = base::SystemClock{}.now() - *there;
    if (std::chrono::abs(off) <= m_rooms.stations.interval()) return;
    throw base::Failure{"line.clock-differs"_code, base::NextStep::CallSupervisor, m_station.text(),
                        std::to_string(off / 1s) + " s"};
}

void Conductor::signOn() {
    checkClock();
    deliverKept();
    records::Transaction transaction{m_connection};
    for (const auto& task : m_rooms.queue.recoverLapsed(transaction, m_author))
        if (task.position.standing == Standing::InDoubt) ++m_tally.inDoubt;
    m_rooms.stations.enter(transaction,
                           {m_station, m_author.workstation, m_author.person, m_skills.duties, m_skills.items});
    m_seen = m_rooms.clock.now();
    transaction.commit();
}

// A station that cannot say that it ends is forgotten when its lease is over.
void Conductor::signOff() noexcept {
    try {
        records::Transaction transaction{m_connection};
        m_rooms.stations.leave(transaction, m_station);
        transaction.commit();
    } catch (const std::exception& failure) {
        base::log::warning("station not signed off: " + m_station.text() + ": " + failure.what());
    }
}

Wanted Conductor::wantedNow() {
    Wanted wanted{{}, m_skills.items, m_skills.kinds, m_skills.sites};
    m_tally.rest = m_rooms.stations.restOf(m_connection, m_author.workstation);
    if (m_tally.rest && m_tally.rest->mode == RestMode::Pause) return wanted;
    auto duties = m_skills.duties;
    std::erase_if(duties, [&](Duty duty) { return m_tally.outOfService.contains(duty); });
    wanted.steps = stepsOf(duties);
    if (m_tally.rest)
        std::erase_if(wanted.steps, [](Step step) { return step == Step::Clear || step == Step::Prepare; });
    return wanted;
}

std::optional<Task> Conductor::claimNext(records::Transaction& transaction) {
    const auto wanted = wantedNow();
    if (m_only.text().empty()) return m_rooms.queue.claim(transaction, m_author, m_station, wanted);
    if (!m_tally.setAside.empty()) return std::nullopt;  // whoever waits is told why, and not asked again and again
    return m_rooms.queue.claimAtCounter(transaction, m_author, m_station, m_only, wanted);
}

bool Conductor::takeOne() {
    m_claimed = m_rooms.clock.now();
    const bool tellsOfItself = std::chrono::abs(m_claimed - m_seen) >= m_rooms.stations.interval();
    if (tellsOfItself) checkClock();
    records::Transaction transaction{m_connection};
    auto task = claimNext(transaction);
    if (!task) return false;
    if (tellsOfItself) {
        m_rooms.stations.seen(transaction, m_station);
        m_seen = m_claimed;
    }
    transaction.commit();
    reached("claimed");
    try {
        perform(*task);
    } catch (const base::Failure& failure) {
        if (!goesOnAfter(failure, *task)) throw;
    }
    return true;
}

bool Conductor::goesOnAfter(const base::Failure& failure, Task& task) {
    // Somebody else moved the order while this station was at it: it is no longer ours.
    if (failure.code() == "line.lease-lost"_code) {
        base::log::warning("lease lost: order " + task.order.text());
        return true;
    }
    // Before a physical act nothing was done to the blank: whoever comes next takes the order up again.
    if (task.position.standing == Standing::Claimed && isOfReader(failure)) try {
            setAside(task, base::Fault{failure.code()});
        } catch (const base::Failure& another) {
            if (another.code() != "line.lease-lost"_code) throw;
            base::log::warning("lease lost: order " + task.order.text());
            return isOfCard(failure);
        }
    return isOfCard(failure) && task.position.standing == Standing::Ready;
}

void Conductor::note(Duty duty, Ending ending, const std::optional<base::Fault>& cause) {
    if (ending == Ending::NotBegun) return;
    auto& failures = m_failures[duty];
    failures = ending == Ending::Done ? 0 : failures + 1;
    if (ending != Ending::NeedsPerson && failures < kMostFailures) return;
    base::log::warning("out of service: " + std::string{nameOf(duty)} + " at " + m_station.text() +
                       (cause ? ": " + cause->code.name() : ""));
    m_tally.outOfService.emplace(duty, cause);
}

void Conductor::perform(Task& task) {
    switch (task.step) {
        case Step::Clear: return clear(task);
        case Step::Prepare: return prepare(task);
        case Step::Print: return print(task);
        case Step::Encode: return encode(task);
        case Step::Inspect: return inspect(task);
        case Step::Release: return;
    }
}

Conductor::Work Conductor::workOf(const Task& task) {
    Work work{m_rooms.orders.load(m_connection, task.order), nullptr, {}};
    work.kind = m_rooms.catalogue.find(KindId{work.order.content.kind});
    if (work.kind == nullptr)
        throw base::Failure{"line.kind-gone"_code, base::NextStep::CallSupervisor, task.order.text()};
    work.document.kind = work.kind;
    work.document.holder = work.order.content.holder();
    work.document.signatureWaiver = work.order.content.waiver();
    if (const auto entry = m_rooms.documents.ofOrder(m_connection, task.order)) {
        work.document.number = entry->number;
        work.document.issued = entry->issued;
        work.document.expires = entry->expires;
    } else {
        work.document.issued = base::dayOf(m_rooms.clock.now());
        work.document.expires = lastDayOf(*work.kind, work.document.issued, static_cast<int>(work.order.content.years));
    }
    return work;
}

// Rules that held when the order was taken may not hold on the day it is made.
void Conductor::clear(Task& task) {
    const auto work = workOf(task);
    const auto* validity = work.kind->validityOf(static_cast<int>(work.order.content.years));
    const bool oldEnough =
        validity != nullptr && ageOn(work.document.issued, work.document.holder.dateOfBirth) >= validity->minimumAge;
    records::Transaction transaction{m_connection};
    if (oldEnough) {
        demand(m_rooms.queue.report(transaction, m_author, task, LineEvent::Finish, {}));
    } else {
        demand(m_rooms.queue.report(transaction, m_author, task, LineEvent::Refuse, {"validity-not-allowed", ""}));
        ++m_tally.refused;
    }
    reached("clear.recorded");
    transaction.commit();
}

// An order whose chip opens only with a transport key that the house has not is held before a blank is taken for it,
// and not when its page is printed already.
void Conductor::prepare(Task& task) {
    auto work = workOf(task);
    if (lacksKey(*work.kind)) return holdFor(task, "personalization.transport-key-missing");
    const auto means = takeMeans(task, *work.kind);
    if (!means) return;
    reached("prepare.blank-taken");
    records::Transaction numbering{m_connection};
    work.document.number = m_rooms.orders.numberFor(numbering, *work.kind, means->blank, m_rooms.clock.now());
    numbering.commit();
    auto prepared = m_rooms.preparation.prepare(work.document, work.order.images, means->signer.get());
    if (!prepared) return holdFor(task, causeOf(prepared.refusal()));
    if (work.kind->chipProfile)
        if (const auto faults = chip::faultsOf(prepared->files, m_rooms.chipProfiles.at(*work.kind->chipProfile));
            !faults.empty())
            return holdFor(task, faults.front().code.name());
    reached("prepare.made");
    keepPrepared(task, work, *prepared, means->blank);
}

std::optional<Conductor::Means> Conductor::takeMeans(Task& task, const DocumentKind& kind) {
    const bool scans = m_scan && !m_rooms.stock.heldFor(m_connection, task.order.text());
    std::optional<base::Fault> wrong;
    std::string scanned;
    while (scans) {
        auto read = scan(task, {task.item, {}, wrong});
        if (!read) {
            setAsideUnbrought(task, task.item);
            return std::nullopt;
        }
        scanned = std::move(*read);
        // Looked at before anything is taken, so that a wrong one costs no signer.
        wrong = m_rooms.stock.unfitFor(m_connection, m_author.workstation, task.item, scanned);
        if (!wrong) break;
    }
    auto means = meansFor(task, kind, scanned);
    if (means) return std::move(means).value();
    // Blanks come again by themselves; a signer takes a ceremony, and somebody who knows of it.
    const auto cause = causeOf(means.refusal());
    cause.starts_with("pki.") ? holdFor(task, cause) : setAside(task, means.refusal().first());
    return std::nullopt;
}

// One transaction: neither a blank without a signer, nor a document counted against a signer for want of a blank.
base::Result<Conductor::Means> Conductor::meansFor(const Task& task, const DocumentKind& kind,
                                                   const std::string& scanned) {
    records::Transaction transaction{m_connection};
    // A station that lost the order, perhaps to its cancellation, takes nothing for it.
    demand(m_rooms.queue.settle(transaction, task, m_author.workstation));
    Means means;
    if (kind.chipProfile) {
        auto signer = m_rooms.signers.take(transaction, m_author, kind.documentCode);
        if (!signer) return signer.refusal();
        means.signer = std::move(signer).value();
    }
    // A blank that was taken and not yet written to is still this order's, even if its station is gone.
    if (auto held = m_rooms.stock.heldFor(m_connection, task.order.text())) {
        means.blank = *held;
    } else {
        const auto& here = m_author.workstation;
        auto blank = scanned.empty()
                         ? m_rooms.stock.takeNext(transaction, m_author, here, task.item, task.order.text())
                         : m_rooms.stock.takeThis(transaction, m_author, here, task.item, task.order.text(), scanned);
        if (!blank) return blank.refusal();
        means.blank = std::move(blank).value();
    }
    transaction.commit();
    return means;
}

void Conductor::keepPrepared(Task& task, const Work& work, const PreparedDocument& prepared, const std::string& blank) {
    DocumentEntry entry;
    entry.id = base::randomId();
    entry.number = work.document.number;
    entry.kind = work.kind->id.text();
    entry.order = task.order;
    entry.blank = blank;
    entry.state = "in_production";
    entry.issued = work.document.issued;
    entry.expires = work.document.expires;
    records::Transaction transaction{m_connection};
    m_rooms.documents.add(transaction, entry, prepared);
    noteHolder(transaction, m_author, m_rooms.confidential, {entry.id, entry.number.text(), entry.order.text()},
               work.document.holder);
    demand(m_rooms.stock.bindToDocument(transaction, m_author, blank, entry.id));
    demand(m_rooms.queue.report(transaction, m_author, task, LineEvent::Finish, {"", blank}));
    reached("prepare.recorded");
    transaction.commit();
}

void Conductor::keepInspection(Task& task, const DocumentEntry& document, const std::vector<DocumentFile>& read,
                               const std::vector<DocumentVerdict>& verdicts) {
    {
        records::Transaction transaction{m_connection};
        m_rooms.documents.keepInspection(transaction, document.id, read, verdicts);
        transaction.commit();
    }
    reached("inspect.kept");
    if (failedByLooksOnly(verdicts)) return holdFor(task, refusedByLooks().name(), document.blank);
    if (!allPassed(verdicts)) return refuse(task, document, inventory::SpoilCause::Inspection, "inspection-failed");
    records::Transaction transaction{m_connection};
    useMaterials(transaction, task, document);
    demand(m_rooms.stock.markPersonalised(transaction, m_author, document.blank));
    demand(m_rooms.queue.report(transaction, m_author, task, LineEvent::Finish, {"", document.blank}));
    reached("inspect.recorded");
    transaction.commit();
}

bool Conductor::lacksKey(const DocumentKind& kind) {
    const auto* rule = kind.chipProfile ? m_rooms.chipProfiles.at(*kind.chipProfile).transportKey() : nullptr;
    return rule != nullptr && !m_rooms.transportKeys.has(m_connection, rule->name);
}

void Conductor::begin(Task& task, const DocumentEntry& document, const std::string& chipIdentity) {
    m_begun = m_rooms.clock.now();
    records::Transaction transaction{m_connection};
    if (!chipIdentity.empty()) {
        m_rooms.documents.noteChip(transaction, document.id, chipIdentity);
        appendToJournal(transaction, m_rooms.clock,
                        {m_author,
                         "document.chip",
                         "document",
                         document.id,
                         "",
                         {{"blank", document.blank}, {"chip", chipIdentity}}});
    }
    demand(m_rooms.queue.report(transaction, m_author, task, LineEvent::Begin, {"", document.blank}));
    transaction.commit();
}

bool Conductor::hasMaterials(Task& task, const DocumentEntry& document, Duty duty) {
    const auto lacks = m_rooms.materials.lacking(m_connection, KindId{document.kind}, task.step, m_author.workstation);
    if (!lacks) return true;
    note(duty, Ending::NeedsPerson, lacks);
    setAside(task, lacks);
    return false;
}

void Conductor::useMaterials(records::Transaction& transaction, const Task& task, const DocumentEntry& document) const {
    m_rooms.materials.use(transaction, m_author, KindId{document.kind}, task.step, m_author.workstation,
                          document.blank);
}

void Conductor::refuse(Task& task, const DocumentEntry& document, inventory::SpoilCause spoilCause,
                       const std::string& cause) {
    records::Transaction transaction{m_connection};
    useMaterials(transaction, task, document);
    demand(voidDocumentOf(m_rooms, transaction, m_author, task.order, spoilCause));
    demand(m_rooms.queue.report(transaction, m_author, task, LineEvent::Refuse, {cause, document.blank}));
    reached("refuse.recorded");
    transaction.commit();
    ++m_tally.refused;
}

void Conductor::holdFor(Task& task, const std::string& cause, const std::string& blank) {
    records::Transaction transaction{m_connection};
    demand(m_rooms.queue.report(transaction, m_author, task, LineEvent::Hold, {cause, blank}));
    transaction.commit();
    ++m_tally.refused;
}

// For as long as whoever sees to blank, printer or person may need: half a lease.
void Conductor::setAside(Task& task, const std::optional<base::Fault>& cause) {
    records::Transaction transaction{m_connection};
    demand(m_rooms.queue.postpone(transaction, m_author, task, m_rooms.queue.lease() / 2));
    transaction.commit();
    const base::Fault told = cause.value_or(base::Fault{"line.set-aside"_code});
    if (std::ranges::find(m_tally.setAside, told) == m_tally.setAside.end()) m_tally.setAside.push_back(told);
}

void Conductor::setAsideUnbrought(Task& task, const std::string& blank) {
    setAside(task, base::Fault{"line.blank-not-brought"_code, {{"blank", blank}}});
}

}  // namespace issuance
