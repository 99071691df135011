// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/certificate/paper_copies.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/failure.hpp"
#include "printing/finalise/print_file.hpp"
#include "records/journal/journal.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using End = printing::PrintOutcome::End;

/// What sheets are taken for, as an order is for other blanks.
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
             "SELECT copy, state, ended_at FROM certificate_print WHERE number = ?1 ORDER BY copy", {number}))
        found.push_back({number, row.integer(0), row.text(1), {}, row.textOrEmpty(2)});
    for (auto& copy : found)
        connection.forEach(
            "SELECT serial FROM certificate_folio f WHERE number = ?1 AND copy = ?2 AND taken = (SELECT max(taken) "
            "FROM "
            "certificate_folio WHERE number = f.number AND copy = f.copy AND folio = f.folio) ORDER BY folio",
            {number, copy.copy}, [&](const records::Row& row) { copy.sheets.push_back(row.text(0)); });
    return found;
}

bool PaperCopies::hasWholeCopy(records::Connection& connection, const std::string& number,
                               const std::string& after) const {
    const auto isThere = [&](const std::string& serial) {
        return base::expected(m_stock.history(connection, serial), serial).state == inventory::state::kPersonalised;
    };
    return std::ranges::any_of(copies(connection, number), [&](const PaperCopy& copy) {
        return copy.state == "printed" && copy.ended > after && std::ranges::all_of(copy.sheets, isThere);
    });
}

// A sheet is bound for good, so that one taken in the place of a spoiled one is bound to a name of its own.
base::Result<std::string> PaperCopies::takeSheet(records::Transaction& tx, const records::Author& author,
                                                 const PaperCopy& copy, std::int64_t folio) const {
    auto& connection = tx.connection();
    const auto id = folioId(copy, folio);
    if (auto held = m_stock.heldFor(connection, id)) return std::move(*held);
    auto serial = m_stock.takeNext(tx, author, author.workstation, kItem, id);
    if (!serial) return serial.refusal();
    const auto before =
        connection.queryOne("SELECT count(*) FROM certificate_folio WHERE number = ?1 AND copy = ?2 AND folio = ?3",
                            {copy.number, copy.copy, folio});
    const auto taken = before->integer(0) + 1;
    const auto bound = m_stock.bindToDocument(tx, author, *serial, fmt::format("{}/{}", id, taken));
    if (!bound) return bound.refusal();
    connection.execute("INSERT INTO certificate_folio (serial, number, copy, folio, taken) VALUES (?1, ?2, ?3, ?4, ?5)",
                       {*serial, copy.number, copy.copy, folio, taken});
    return serial;
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
    PaperCopy copy{entry.number, std::ssize(before) + 1, "printing", {}, {}};
    if (!before.empty() && before.back().state != "printed") {
        if (before.back().state != "not_printed")
            return base::Fault{"certificate.print-in-doubt"_code, {{"number", entry.number}}};
        copy = before.back();
    } else if (copy.copy > m_certificates.copiesGranted(connection, entry.number)) {
        return base::Fault{"certificate.copy-not-asked"_code, {{"number", entry.number}}};
    } else {
        connection.execute(
            "INSERT INTO certificate_print (number, copy, state, began_at, person, workstation) VALUES (?1, ?2, "
            "'printing', ?3, ?4, ?5)",
            {copy.number, copy.copy, base::formatTimestamp(m_clock.now()), author.person.text(),
             author.workstation.text()});
    }
    copy.sheets.clear();
    for (std::int64_t folio = 1; folio <= entry.folios; ++folio) {
        auto sheet = takeSheet(tx, author, copy, folio);
        if (!sheet) return sheet.refusal();
        copy.sheets.push_back(std::move(*sheet));
    }
    if (const auto set = setState(tx, author, copy, "printing", ""); !set) return set.refusal();
    copy.state = "printing";
    return copy;
}

base::Result<base::Bytes> PaperCopies::printFile(const PaperCopy& copy, base::BytesView pdf) const {
    const auto which =
        copy.copy == 1 ? "Original de " + copy.number : fmt::format("Copia {} de {}", copy.copy, copy.number);
    std::vector<std::string> marks;
    for (const auto& sheet : copy.sheets)
        marks.push_back(
            fmt::format("{} · folio {} de {} · papel {}", which, marks.size() + 1, copy.sheets.size(), sheet));
    return printing::printFileOf(pdf, marks, m_fonts);
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
    if (all.empty() || all.back().state == "printed" || all.back().state == "not_printed")
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
