// SPDX-License-Identifier: GPL-3.0-or-later
#include <sstream>

#include "contract/acts_of_stock.hpp"
#include "issuance/simulation/simulation_figures.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using contract::FaultLine;

/// A blank as the books have it.
struct BookedBlank {
    std::string state;
    std::string cause;
};

/// Of "serial,item,place,state,order,document,cause", whose places, orders and documents bear no commas here.
std::vector<std::string> fieldsOf(const std::string& line) {
    std::vector<std::string> fields;
    std::istringstream in{line};
    for (std::string field; std::getline(in, field, ',');) fields.push_back(field);
    fields.resize(7);
    return fields;
}

class Comparison {
   public:
    Comparison(MachineTally& machines, std::size_t sides, SimulationTold& told)
        : m_pieces(machines.all()), m_sides(static_cast<int>(sides)), m_told(told) {}

    void readStock(const std::string& csv) {
        std::istringstream lines{csv};
        std::string line;
        std::getline(lines, line);  // the heading
        while (std::getline(lines, line)) {
            if (!line.empty() && line.back() == '\r') line.pop_back();
            const auto fields = fieldsOf(line);
            if (!m_blanks.emplace(fields[0], BookedBlank{fields[3], fields[6]}).second)
                differs({"simulation.blank-twice"_code, {{"blank", fields[0]}}, {}});
        }
    }
    /// The live document of each blank, and each order's number of them.
    void readDocuments(records::Connection& connection) {
        std::map<std::string, std::int64_t> ofOrders;
        connection.forEach("SELECT blank_serial, order_id, state FROM document WHERE state <> 'void'", {},
                           [&](const records::Row& row) {
                               m_liveOn[row.text(0)] = row.text(2);
                               ++ofOrders[row.text(1)];
                           });
        for (const auto& [order, documents] : ofOrders)
            if (documents > 1)
                differs({"simulation.order-documents"_code,
                         {{"order", order}, {"documents", std::to_string(documents)}},
                         {}});
    }
    void compareBlanks() {
        for (const auto& [serial, blank] : m_blanks) compareBlank(serial, blank);
        for (const auto& [serial, piece] : m_pieces)
            if (!m_blanks.contains(serial)) differs({"simulation.piece-unknown"_code, {{"blank", serial}}, {}});
        std::int64_t released = 0;
        for (const auto& [serial, state] : m_liveOn) {
            if (state != "released") continue;
            ++released;
            if (const auto found = m_blanks.find(serial);
                found == m_blanks.end() || found->second.state != inventory::state::kPersonalised)
                differs({"simulation.document-without-blank"_code, {{"blank", serial}}, {}});
        }
        if (released != m_told.documents) differCount("released", m_told.documents, released);
        const auto inBooks = static_cast<std::int64_t>(m_blanks.size());
        if (inBooks != m_told.blanksReceived) differCount("received", m_told.blanksReceived, inBooks);
        for (const auto& [cause, blanks] : m_causes) m_told.spoilage.push_back({cause, blanks});
    }
    void differs(base::Fault fault) { m_told.differences.push_back(FaultLine::of(fault)); }
    void differCount(const char* what, std::int64_t expected, std::int64_t found) {
        differs({"simulation.counts-differ"_code,
                 {{"what", what}, {"expected", std::to_string(expected)}, {"found", std::to_string(found)}},
                 {}});
    }

   private:
    void compareBlank(const std::string& serial, const BookedBlank& blank) {
        const auto found = m_pieces.find(serial);
        const auto piece = found == m_pieces.end() ? PieceCount{} : found->second;
        if (blank.state == inventory::state::kPersonalised) {
            ++m_told.blanksInDocuments;
            if (piece.pages != m_sides || piece.aborted != 0 || piece.chips != 1 || piece.locked != 1)
                differsAt("simulation.document-unmade"_code, serial, piece);
            if (!m_liveOn.contains(serial))
                differs({"simulation.blank-without-document"_code, {{"blank", serial}}, {}});
        } else if (blank.state == inventory::state::kSpoiled) {
            ++m_told.blanksSpoiled;
            ++m_causes[blank.cause];
            if (found == m_pieces.end()) differs({"simulation.spoiled-untouched"_code, {{"blank", serial}}, {}});
        } else if (blank.state == inventory::state::kInUse) {
            ++m_told.blanksInWork;
        } else {
            ++m_told.blanksUnused;
            if (found != m_pieces.end()) differsAt("simulation.unused-touched"_code, serial, piece);
        }
    }
    void differsAt(base::FailureCode code, const std::string& serial, const PieceCount& piece) {
        differs({std::move(code),
                 {{"blank", serial},
                  {"pages", std::to_string(piece.pages)},
                  {"aborted", std::to_string(piece.aborted)},
                  {"chips", std::to_string(piece.locked)}},
                 {}});
    }

    const std::map<std::string, PieceCount> m_pieces;
    const int m_sides;
    SimulationTold& m_told;
    std::map<std::string, BookedBlank> m_blanks;
    std::map<std::string, std::string> m_liveOn;
    std::map<std::string, std::int64_t> m_causes;
};

}  // namespace

void compareBooks(SimulatedPeople& people, records::Connection& connection, MachineTally& machines, std::size_t sides,
                  SimulationTold& told) {
    Comparison comparison{machines, sides, told};
    comparison.readStock(people.ask("custodia1", contract::StockExport{}).text);
    comparison.readDocuments(connection);
    comparison.compareBlanks();
    if (!told.interrupted && told.documents != told.orders)
        comparison.differCount("orders", told.orders, told.documents);
    const auto listed = people.ask("captura", contract::DocumentList{}).numbers.size();
    if (static_cast<std::int64_t>(listed) != told.documents)
        comparison.differCount("listed", told.documents, static_cast<std::int64_t>(listed));
    const auto unexplained = people.ask("custodia1", contract::StockBalance{}).unexplained;
    if (unexplained != 0) comparison.differCount("unexplained", 0, unexplained);
    const auto journal = people.ask("auditoria", contract::JournalVerify{});
    told.journalEntries = journal.entries;
    if (!journal.intact)
        comparison.differs({"simulation.journal-damaged"_code,
                            {{"finding", journal.findings.empty() ? "" : journal.findings.front()}},
                            {}});
    told.balanced = told.differences.empty();
}

}  // namespace issuance
