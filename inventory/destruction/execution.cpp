// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include "inventory/cases/cases.hpp"
#include "inventory/destruction/destruction_rows.hpp"
#include "inventory/destruction/destructions.hpp"
#include "records/approvals/approval.hpp"

namespace inventory {
namespace {

using namespace base::literals;
using Stage = DestructionStage;

std::string labelOf(const Participant& one) { return one.name.empty() ? one.person : one.name; }

std::string folded(const std::string& name) {
    std::string plain;
    for (const char c : name)
        if (c != ' ') plain += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    return plain;
}

bool isComplete(const Participant& one) {
    static const std::set<std::string> kIdentifications{"dpi", "passport", "credential"};
    const bool office = one.office.empty() || isPlainText(one.office);
    if (!one.person.empty()) return office;
    return isPlainText(one.name) && isPlainText(one.office) && kIdentifications.contains(one.identification);
}

base::Fault about(base::FailureCode code, const Participant& one) {
    return {std::move(code), {{"name", labelOf(one)}}};
}

}  // namespace

bool isSame(const Participant& one, const Participant& other) {
    if (!one.person.empty() && !other.person.empty()) return one.person == other.person;
    return !one.name.empty() && folded(one.name) == folded(other.name);
}

std::vector<base::Fault> faultsOf(const std::vector<Participant>& people, std::string_view part, std::size_t fewest) {
    std::vector<base::Fault> faults;
    if (people.size() < fewest)
        faults.push_back(
            {"destruction.too-few"_code, {{"part", std::string{part}}, {"fewest", std::to_string(fewest)}}});
    for (std::size_t at = 0; at < people.size(); ++at) {
        if (!isComplete(people[at])) faults.push_back(about("destruction.bad-participant"_code, people[at]));
        for (std::size_t before = 0; before < at; ++before)
            if (isSame(people[at], people[before]))
                faults.push_back(about("destruction.participant-twice"_code, people[at]));
    }
    return faults;
}

base::Result<DestructionScan> Destructions::scan(records::Transaction& tx, const records::Author& author,
                                                 std::string_view number,
                                                 const std::vector<std::string>& serials) const {
    const auto found = lockIn(tx, number, {Stage::Commissioned});
    if (!found) return found.refusal();
    auto given = rangesFrom(serials, m_catalogue);
    if (!given) return given.refusal();
    std::vector<SerialRange> twice;  // a scanner sends twice
    const auto ranges = unionOf(std::move(*given), twice);
    std::vector<base::Fault> faults;
    for (const auto& range : without(ranges, found->selected))
        faults.push_back(faultOf("destruction.not-selected"_code, range));
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    const auto fresh = without(ranges, found->scanned);
    const std::string now = base::formatTimestamp(m_clock.now());
    for (const auto& range : fresh)
        tx.connection().execute(
            "INSERT INTO destruction_scan (destruction, item, first_number, last_number, time, person) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            {found->number, range.item, range.first, range.last, now, author.person.text()});
    const DestructionScan scan{quantityOf(fresh), quantityOf(ranges) - quantityOf(fresh),
                               quantityOf(found->scanned) + quantityOf(fresh), found->quantity};
    if (fresh.empty()) return scan;
    journal(tx, author, "destruction.scan", found->number,
            {{"fresh", std::to_string(scan.fresh)}, {"scanned", std::to_string(scan.scanned)}});
    return scan;
}

std::vector<base::Fault> Destructions::faultsOfExecution(const records::Author& author, const Destruction& found,
                                                         const Execution& execution) const {
    auto faults = faultsOf(execution.witnesses, "witness", kFewestWitnesses);
    auto acting = found.members;
    acting.push_back({author.person.text(), "", "", ""});
    acting.push_back({author.approver->text(), "", "", ""});
    for (const auto& witness : execution.witnesses)
        if (std::any_of(acting.begin(), acting.end(), [&](const auto& one) { return isSame(one, witness); }))
            faults.push_back(about("destruction.witness-takes-part"_code, witness));
    const std::pair<const char*, const std::string*> texts[] = {{"method", &execution.method},
                                                                {"municipality", &execution.municipality},
                                                                {"department", &execution.department},
                                                                {"premises", &execution.premises},
                                                                {"seal", &execution.seal},
                                                                {"waste_receiver", &execution.wasteReceiver}};
    for (const auto& [field, text] : texts)
        if (!isPlainText(*text)) faults.push_back({"destruction.bad-text"_code, {{"field", field}}});
    for (const auto& range : without(found.selected, found.scanned))
        faults.push_back(faultOf("destruction.not-scanned"_code, range));
    return faults;
}

base::Outcome Destructions::execute(records::Transaction& tx, const records::Author& author, std::string_view number,
                                    const Execution& execution) const {
    if (const auto two = records::checkTwoPeople(author); !two) return two.refusal();
    const auto found = lockIn(tx, number, {Stage::Commissioned});
    if (!found) return found.refusal();
    if (auto faults = faultsOfExecution(author, *found, execution); !faults.empty())
        return base::Refusal{std::move(faults)};
    const auto movements = destroying(tx, found->selected);
    if (!movements) return movements.refusal();
    auto& connection = tx.connection();
    Act act{"destroy", author, m_clock.now()};
    act.reference = "destruction:" + found->number;
    enterMovements(connection, act, *movements);
    connection.execute(
        "INSERT INTO destruction_execution (destruction, time, person, second, method, municipality, department, "
        "premises, seal, waste_receiver) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        {found->number, base::formatTimestamp(act.time), author.person.text(), author.approver->text(),
         execution.method, execution.municipality, execution.department, execution.premises, execution.seal,
         execution.wasteReceiver});
    addParticipants(connection, found->number, "witness", 1, execution.witnesses);
    end(tx, author, found->number, Stage::Executed, "");
    journal(tx, author, "destruction.execute", found->number,
            {{"quantity", std::to_string(found->quantity)},
             {"annex", found->annex},
             {"witnesses", std::to_string(execution.witnesses.size())},
             {"method", execution.method}});
    return {};
}

}  // namespace inventory
