// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/certificate/paper_copies.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "records/journal/journal.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using End = printing::PrintOutcome::End;

/// What a sheet is bound to: the folio of a copy.
std::string folioId(const PaperCopy& copy, std::int64_t folio) {
    return fmt::format("{}/{}/{}", copy.number, copy.copy, folio);
}

std::string stateAfter(End end) {
    return end == End::Completed ? "printed" : end == End::Refused ? "not_printed" : "in_doubt";
}

bool holds(const std::vector<std::string>& list, const std::string& serial) {
    return std::find(list.begin(), list.end(), serial) != list.end();
}

}  // namespace

std::vector<PaperCopy> PaperCopies::copies(records::Connection& connection, const std::string& number) const {
    std::vector<PaperCopy> found;
    for (const auto& row : connection.query(
             "SELECT number, copy, state FROM certificate_print WHERE number = ?1 ORDER BY copy", {number}))
        found.push_back({row.text(0), row.integer(1), row.text(2), {}});
    for (auto& copy : found) {
        const auto folios =
            connection.queryOne("SELECT coalesce(max(folio), 0) FROM certificate_folio WHERE number = ?1 AND copy = ?2",
                                {number, copy.copy});
        for (std::int64_t folio = 1; folio <= folios->integer(0); ++folio)
            copy.sheets.push_back(
                connection
                    .queryOne("SELECT serial FROM certificate_folio WHERE number = ?1 AND copy = ?2 AND folio = ?3 "
                              "ORDER BY serial DESC LIMIT 1",
                              {number, copy.copy, folio})
                    ->text(0));
    }
    return found;
}

base::Outcome PaperCopies::takeSheets(records::Transaction& tx, const records::Author& author, PaperCopy& copy,
                                      std::int64_t folios) const {
    auto& connection = tx.connection();
    copy.sheets.clear();
    for (std::int64_t folio = 1; folio <= folios; ++folio) {
        const auto id = folioId(copy, folio);
        if (auto held = m_stock.heldFor(connection, id)) {
            copy.sheets.push_back(std::move(*held));
            continue;
        }
        const auto serial = m_stock.takeNext(tx, author, author.workstation, kItem, id);
        if (!serial) return serial.refusal();
        if (const auto bound = m_stock.bindToDocument(tx, author, *serial, id); !bound) return bound.refusal();
        connection.execute("INSERT INTO certificate_folio (serial, number, copy, folio) VALUES (?1, ?2, ?3, ?4)",
                           {*serial, copy.number, copy.copy, folio});
        copy.sheets.push_back(*serial);
    }
    return {};
}

base::Outcome PaperCopies::setState(records::Transaction& tx, const records::Author& author, const PaperCopy& copy,
                                    const std::string& state, const std::string& reason) const {
    const auto now = base::formatTimestamp(m_clock.now());
    tx.connection().execute(
        "UPDATE certificate_print SET state = ?3, ended_at = ?4 WHERE number = ?1 AND copy = ?2",
        {copy.number, copy.copy, state, state == "printing" ? records::Value{} : records::Value{now}});
    records::appendToJournal(tx, m_clock,
                             {author,
                              "certificate.print",
                              "certificate",
                              copy.number,
                              reason,
                              {{"copy", std::to_string(copy.copy)},
                               {"state", state},
                               {"sheets", fmt::format("{}", fmt::join(copy.sheets, " "))}}});
    return {};
}

base::Result<PaperCopy> PaperCopies::begin(records::Transaction& tx, const records::Author& author,
                                           const CertificateEntry& entry) const {
    if (!entry.ending.empty()) return base::Fault{"certificate.ended-already"_code, {{"number", entry.number}}};
    auto& connection = tx.connection();
    const auto before = copies(connection, entry.number);
    PaperCopy copy{entry.number, std::ssize(before) + 1, "printing", {}};
    if (!before.empty() && before.back().state != "printed") {
        if (before.back().state != "not_printed")
            return base::Fault{"certificate.print-in-doubt"_code, {{"number", entry.number}}};
        copy = before.back();
    } else {
        connection.execute(
            "INSERT INTO certificate_print (number, copy, state, began_at, person, workstation) VALUES (?1, ?2, "
            "'printing', ?3, ?4, ?5)",
            {copy.number, copy.copy, base::formatTimestamp(m_clock.now()), author.person.text(),
             author.workstation.text()});
    }
    if (const auto taken = takeSheets(tx, author, copy, entry.folios); !taken) return taken.refusal();
    if (const auto set = setState(tx, author, copy, "printing", ""); !set) return set.refusal();
    copy.state = "printing";
    return copy;
}

base::Outcome PaperCopies::end(records::Transaction& tx, const records::Author& author, const PaperCopy& copy,
                               const printing::PrintOutcome& outcome) const {
    if (outcome.completed())
        for (const auto& serial : copy.sheets)
            if (const auto made = m_stock.markPersonalised(tx, author, serial); !made) return made.refusal();
    return setState(tx, author, copy, stateAfter(outcome.end), outcome.cause ? outcome.cause->code.name() : "");
}

base::Result<PaperCopy> PaperCopies::resolve(records::Transaction& tx, const records::Author& author,
                                             const std::string& number, const SheetsFound& found) const {
    const auto all = copies(tx.connection(), number);
    if (all.empty() || all.back().state == "printed")
        return base::Fault{"certificate.no-print-in-doubt"_code, {{"number", number}}};
    auto copy = all.back();
    std::vector<base::Fault> faults;
    for (const auto& serial : found.spoiled)
        if (!holds(copy.sheets, serial)) faults.push_back({"certificate.sheet-of-other"_code, {{"serial", serial}}});
    if (found.printed && !found.spoiled.empty()) faults.push_back({"certificate.sheets-contradict"_code});
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    for (const auto& serial : found.spoiled)
        if (const auto spoiled = m_stock.spoil(tx, author, serial, {"print"}); !spoiled) return spoiled.refusal();
    if (found.printed)
        for (const auto& serial : copy.sheets)
            if (const auto made = m_stock.markPersonalised(tx, author, serial); !made) return made.refusal();
    copy.state = found.printed ? "printed" : "not_printed";
    if (const auto set = setState(tx, author, copy, copy.state, "seen by a person"); !set) return set.refusal();
    return copy;
}

}  // namespace issuance
