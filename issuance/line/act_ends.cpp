// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/line/act_ends.hpp"

#include "base/failure.hpp"
#include "base/log.hpp"

namespace issuance {
namespace {

using namespace base::literals;

Step stepOf(const ActOutcome& outcome) { return outcome.step == nameOf(Step::Print) ? Step::Print : Step::Encode; }

base::Failure leaseLost(const ActOutcome& outcome) {
    return {"line.lease-lost"_code, base::NextStep::CallSupervisor, outcome.order.text()};
}

void demand(const base::Outcome& done, const ActOutcome& outcome) {
    if (!done) throw base::Failure{done.refusal().first().code, base::NextStep::CallSupervisor, outcome.order.text()};
}

/// Whether the act's blank is still the order's.
bool hasItsBlank(const LineRooms& rooms, records::Connection& connection, const ActOutcome& outcome) {
    const auto document = rooms.documents.ofOrder(connection, outcome.order);
    return document && document->blank == outcome.blank;
}

void noteTooLate(const LineRooms& rooms, records::Transaction& transaction, const ActOutcome& outcome) {
    base::log::warning("too late: outcome of order " + outcome.order.text());
    appendToJournal(transaction, rooms.clock,
                    {outcome.author,
                     "line.outcome-too-late",
                     "order",
                     outcome.order.text(),
                     outcome.cause,
                     {{"step", outcome.step},
                      {"outcome", std::string{nameOf(outcome.event)}},
                      {"attempt", std::to_string(outcome.attempt)},
                      {"blank", outcome.blank}}});
}

}  // namespace

void recordEnd(const LineRooms& rooms, records::Transaction& transaction, const ActOutcome& outcome, Arrival arrival) {
    auto& connection = transaction.connection();
    const auto step = stepOf(outcome);
    const auto document = rooms.documents.ofOrder(connection, outcome.order);
    if (!document || document->blank != outcome.blank) throw leaseLost(outcome);
    if (outcome.event != LineEvent::Doubt)
        rooms.materials.use(transaction, outcome.author, KindId{document->kind}, step, outcome.author.workstation,
                            outcome.blank);
    demand(rooms.queue.reportEnd(transaction, outcome, arrival), outcome);
    if (outcome.event == LineEvent::Refuse)
        demand(voidDocumentOf(rooms, transaction, outcome.author, outcome.order,
                              step == Step::Print ? inventory::SpoilCause::Print : inventory::SpoilCause::Chip),
               outcome);
    if (outcome.event == LineEvent::Finish && step == Step::Encode)
        rooms.documents.eraseSecret(transaction, document->id);
}

std::string_view nameOf(Reported reported) {
    switch (reported) {
        case Reported::Recorded: return "recorded";
        case Reported::Known: return "known";
        case Reported::TooLate: return "too_late";
    }
    return "";
}

Reported reportKept(const LineRooms& rooms, records::Transaction& transaction, const ActOutcome& outcome) {
    auto& connection = transaction.connection();
    if (rooms.queue.mayEnd(transaction, outcome, Arrival::Kept) && hasItsBlank(rooms, connection, outcome)) {
        recordEnd(rooms, transaction, outcome, Arrival::Kept);
        return Reported::Recorded;
    }
    if (rooms.queue.hasEnded(connection, outcome)) return Reported::Known;
    noteTooLate(rooms, transaction, outcome);
    return Reported::TooLate;
}

}  // namespace issuance
