// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/spoilage/withdrawals.hpp"

#include "inventory/cases/cases.hpp"
#include "inventory/places/places.hpp"
#include "inventory/transfers/reservations.hpp"
#include "records/approvals/approval.hpp"
#include "records/journal/journal.hpp"

namespace inventory {

using namespace base::literals;

/// What is withdrawn, and what it becomes.
struct Withdrawals::Kind {
    std::string_view event;
    std::string_view from;
    std::string_view to;
};

std::vector<base::Fault> Withdrawals::faultsOf(records::Connection& connection, const Kind& kind,
                                               const std::vector<SerialRange>& ranges,
                                               const std::vector<Run>& runs) const {
    std::vector<base::Fault> faults;
    const auto add = [&](base::FailureCode code, const SerialRange& range, const char* what, const std::string& value) {
        faults.push_back({std::move(code), {{"serial", textOf(range, *m_catalogue.find(range.item))}, {what, value}}});
    };
    std::vector<SerialRange> known;
    for (const auto& [range, account] : runs) {
        known.push_back(range);
        if (account.state != kind.from)
            add("stock.wrong-state"_code, range, "state", account.state);
        else if (account.place.rfind("workstation:", 0) == 0)
            add("stock.of-shift"_code, range, "place", account.place);
        else if (account.place.rfind("transit:", 0) == 0)
            add("stock.on-the-way"_code, range, "transfer", account.place.substr(sizeof("transit:") - 1));
        for (const auto& reserved : reservedWithin(connection, range))
            add("transfer.reserved"_code, reserved, "place", account.place);
    }
    std::vector<SerialRange> twice;
    for (const auto& range : without(ranges, unionOf(std::move(known), twice)))
        faults.push_back({"stock.unknown-serial"_code, {{"serial", textOf(range, *m_catalogue.find(range.item))}}});
    return faults;
}

base::Result<std::vector<SerialRange>> Withdrawals::withdraw(records::Transaction& tx, const records::Author& author,
                                                             const Kind& kind, const std::vector<std::string>& serials,
                                                             const std::string& reason) const {
    if (const auto two = records::checkTwoPeople(author); !two) return two.refusal();
    auto given = rangesFrom(serials, m_catalogue);
    if (!given) return given.refusal();
    if (given->empty()) return base::Fault{"stock.list-empty"_code};
    std::vector<SerialRange> twice;
    auto ranges = unionOf(std::move(*given), twice);
    const auto runs = lockRuns(tx, ranges);
    auto& connection = tx.connection();
    auto faults = faultsOf(connection, kind, ranges, runs);
    if (!isPlainText(reason)) faults.push_back({"case.bad-text"_code, {{"most", "2000"}}});
    if (!faults.empty()) return base::Refusal{std::move(faults)};

    std::vector<Movement> movements;
    for (const auto& run : runs) {
        const Account to{quarantineOf(connection, run.account.place), std::string{kind.to}};
        lockPlaces(connection, run.range.item, {to.place});
        movements.push_back({run.range, run.account, to});
    }
    enterMovements(connection, {kind.event, author, m_clock.now()}, movements);
    records::appendToJournal(
        tx, m_clock,
        {author,
         "stock." + std::string{kind.event},
         "blanks",
         "",
         reason,
         {{"quantity", std::to_string(quantityOf(ranges))}, {"serials", textOf(ranges, m_catalogue)}}});
    return ranges;
}

base::Result<std::int64_t> Withdrawals::expire(records::Transaction& tx, const records::Author& author,
                                               const std::vector<std::string>& serials,
                                               const std::string& reason) const {
    const auto done = withdraw(tx, author, {"expire", state::kUsable, state::kExpired}, serials, reason);
    if (!done) return done.refusal();
    return quantityOf(*done);
}

base::Result<std::vector<UsedBlank>> Withdrawals::annul(records::Transaction& tx, const records::Author& author,
                                                        const std::vector<std::string>& serials,
                                                        const std::string& reason) const {
    const auto done = withdraw(tx, author, {"annul", state::kPersonalised, state::kAnnulled}, serials, reason);
    if (!done) return done.refusal();
    return usedBlanks(tx.connection(), *done);
}

}  // namespace inventory
