// SPDX-License-Identifier: GPL-3.0-or-later
// How physical acts end in the books, also where the books are away when they end.
#include <thread>

#include "base/log.hpp"
#include "issuance/line/conductor.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace std::chrono_literals;

/// How often books that are away are asked.
constexpr auto kAskAgain = 1s;

bool areAway(const base::Failure& failure) {
    const auto& code = failure.code();
    return code == "records.lost"_code || code == "records.busy"_code || code == "records.disk-full"_code;
}

}  // namespace

ActOutcome Conductor::outcomeOf(const Task& task, const DocumentEntry& document, LineEvent event,
                                const std::string& cause) const {
    return {
        task.order,    std::string{nameOf(task.step)}, task.attempt, task.station, task.beganAt, m_author, event, cause,
        document.blank};
}

void Conductor::endAct(Task& task, const DocumentEntry& document, LineEvent event, const std::string& cause) {
    const auto outcome = outcomeOf(task, document, event, cause);
    if (event == LineEvent::Refuse) ++m_tally.refused;
    if (event == LineEvent::Doubt) ++m_tally.inDoubt;
    try {
        record(outcome);
    } catch (const base::Failure& failure) {
        if (!areAway(failure)) throw;
        reportLater(outcome, failure);
    }
    task.position.standing = Standing::Ready;  // this station's part of it is over
}

void Conductor::record(const ActOutcome& outcome) {
    records::Transaction transaction{m_connection};
    recordEnd(m_rooms, transaction, outcome, Arrival::AtOnce);
    reached(outcome.event == LineEvent::Refuse ? "refuse.recorded" : "act.recorded");
    transaction.commit();
}

// Nothing else is taken meanwhile. A station that is ended in between leaves the outcome to the next run there.
void Conductor::reportLater(const ActOutcome& outcome, const base::Failure& cause) {
    base::log::warning("kept until the books are back: order " + outcome.order.text() + ": " + cause.what());
    OutcomeDrawer::Kept kept{outcome, {}};
    try {
        kept = m_rooms.outcomes.keep(outcome);
    } catch (const base::Failure& failure) {  // the same disk may be full: it is in this program's hands then
        base::log::warning("outcome not kept: " + std::string{failure.what()});
    }
    const auto until = std::chrono::steady_clock::now() + m_rooms.queue.lease();
    reached("act.kept");
    while (m_devices.present() && std::chrono::steady_clock::now() < until) {
        std::this_thread::sleep_for(kAskAgain);
        if (deliver(kept)) return;
    }
    if (kept.file.empty()) throw cause;
    throw base::Failure{"line.outcome-kept"_code, base::NextStep::Retry, outcome.order.text(), cause.what()};
}

bool Conductor::deliver(const OutcomeDrawer::Kept& kept) {
    try {
        records::Transaction transaction{m_connection};
        reportKept(m_rooms, transaction, kept.outcome);
        transaction.commit();
    } catch (const base::Failure& failure) {
        if (areAway(failure)) return false;
        throw;
    }
    OutcomeDrawer::drop(kept);
    return true;
}

void Conductor::deliverKept() {
    for (const auto& kept : m_rooms.outcomes.keptBy(m_author.workstation))
        if (!deliver(kept)) throw base::Failure{"records.lost"_code, base::NextStep::Retry, kept.outcome.order.text()};
}

}  // namespace issuance
