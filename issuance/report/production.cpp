// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/report/production.hpp"

#include <array>
#include <map>

#include "inventory/holdings.hpp"
#include "inventory/serial_range.hpp"

namespace issuance {
namespace {

using Fault = ProductionFault;

constexpr std::array<std::pair<Fault, std::string_view>, 9> kFaults{{
    {Fault::DocumentWithoutOrder, "document-without-order"},
    {Fault::DocumentWithoutBlank, "document-without-blank"},
    {Fault::OtherOrder, "other-order"},
    {Fault::OtherKind, "other-kind"},
    {Fault::SeveralDocuments, "several-documents"},
    {Fault::BlankWithoutDocument, "blank-without-document"},
    {Fault::DocumentNotMade, "document-not-made"},
    {Fault::OrderNotServed, "order-not-served"},
    {Fault::DocumentTooMany, "document-too-many"},
}};

/// A question whose rows are faults: number of the document, order, serial.
struct Question {
    Fault fault;
    std::string_view sql;
};

constexpr Question kQuestions[] = {
    {Fault::DocumentWithoutOrder,
     "SELECT d.number, d.order_id, d.blank_serial FROM document d LEFT JOIN production_order o ON o.id = d.order_id "
     "WHERE o.id IS NULL ORDER BY d.number"},
    {Fault::DocumentWithoutBlank,
     "SELECT d.number, d.order_id, d.blank_serial FROM document d LEFT JOIN blank b ON b.serial = d.blank_serial AND "
     "b.document_id = d.id WHERE b.serial IS NULL ORDER BY d.number"},
    {Fault::OtherOrder,
     "SELECT d.number, d.order_id, b.serial FROM document d JOIN blank b ON b.document_id = d.id "
     "WHERE b.order_id <> d.order_id ORDER BY d.number"},
    {Fault::OtherKind,
     "SELECT d.number, d.order_id, d.blank_serial FROM document d JOIN production_order o ON o.id = d.order_id "
     "WHERE o.kind <> d.kind ORDER BY d.number"},
    {Fault::SeveralDocuments,
     "SELECT '', order_id, '' FROM document WHERE state <> 'void' GROUP BY order_id HAVING count(*) > 1 ORDER BY 2"},
    {Fault::DocumentNotMade,
     "SELECT d.number, d.order_id, d.blank_serial FROM document d JOIN blank b ON b.document_id = d.id "
     "WHERE d.state = 'released' AND NOT EXISTS (SELECT 1 FROM stock_movement m WHERE m.item = b.item AND m.span = 0 "
     "AND m.first_number = b.number AND m.to_state = 'personalised') ORDER BY d.number"},
    {Fault::OrderNotServed,
     "SELECT '', t.order_id, '' FROM line_task t WHERE t.stage = 'released' AND NOT EXISTS (SELECT 1 FROM document d "
     "WHERE d.order_id = t.order_id AND d.state = 'released') ORDER BY 2"},
    {Fault::DocumentTooMany,
     "SELECT d.number, d.order_id, d.blank_serial FROM document d LEFT JOIN line_task t ON t.order_id = d.order_id "
     "WHERE d.state = 'released' AND (t.stage IS NULL OR t.stage <> 'released') ORDER BY d.number"},
};

std::vector<ProductionCount> countKinds(records::Connection& connection) {
    std::map<std::string, ProductionCount> kinds;
    connection.forEach(
        "SELECT o.kind, count(*), sum(CASE WHEN t.stage = 'cancelled' THEN 1 ELSE 0 END), sum(CASE WHEN t.stage IN "
        "('cancelled', 'released', 'sent_back') THEN 0 ELSE 1 END), sum(CASE WHEN t.stage = 'sent_back' THEN 1 ELSE 0 "
        "END) FROM production_order o LEFT JOIN line_task t ON t.order_id = "
        "o.id GROUP BY o.kind",
        {}, [&](const records::Row& row) {
            auto& count = kinds[row.text(0)];
            count.orders = row.integer(1);
            count.cancelled = row.integer(2);
            count.open = row.integer(3);
            count.sentBack = row.integer(4);
        });
    connection.forEach("SELECT kind, state, count(*) FROM document GROUP BY kind, state", {},
                       [&](const records::Row& row) {
                           auto& count = kinds[row.text(0)];
                           if (row.text(1) == "released") count.released = row.integer(2);
                           if (row.text(1) == "in_production") count.inProduction = row.integer(2);
                           if (row.text(1) == "void") count.voided = row.integer(2);
                       });
    std::vector<ProductionCount> counts;
    for (auto& [kind, count] : kinds) {
        count.kind = kind;
        counts.push_back(std::move(count));
    }
    return counts;
}

/// Serials that are documents by the stock's books, and what of them the document book has.
void checkBlanks(records::Connection& connection, const inventory::ItemCatalogue& catalogue, ProductionCheck& check) {
    std::map<std::string, std::vector<std::int64_t>> known;
    connection.forEach(
        "SELECT b.item, b.number FROM blank b LEFT JOIN document d ON d.id = b.document_id AND d.blank_serial = "
        "b.serial LEFT JOIN certificate_folio f ON f.serial = b.serial WHERE d.id IS NOT NULL OR f.serial IS NOT NULL "
        "ORDER BY b.item, b.number",
        {}, [&](const records::Row& row) { known[row.text(0)].push_back(row.integer(1)); });
    std::map<std::string, std::vector<inventory::SerialRange>> made;
    connection.forEach(
        "SELECT item, first_number, last_number, state FROM stock_run WHERE state IN ('personalised', 'annulled') "
        "ORDER BY item, first_number",
        {}, [&](const records::Row& row) {
            made[row.text(0)].push_back({row.text(0), row.integer(1), row.integer(2)});
            if (row.text(3) == inventory::state::kPersonalised)
                check.personalised += made[row.text(0)].back().quantity();
        });
    for (const auto& [item, ranges] : made)
        for (const auto& range : inventory::without(ranges, inventory::rangesOf(item, known[item])))
            check.disagreements.push_back(
                {Fault::BlankWithoutDocument, "", "", inventory::textOf(range, *catalogue.find(item))});
}

}  // namespace

std::string_view nameOf(ProductionFault fault) {
    for (const auto& [value, name] : kFaults)
        if (value == fault) return name;
    return {};
}

ProductionCheck checkProduction(records::Connection& connection, const inventory::ItemCatalogue& catalogue) {
    const records::Reading moment{connection};
    ProductionCheck check;
    check.counts = countKinds(connection);
    checkBlanks(connection, catalogue, check);
    for (const auto& question : kQuestions)
        connection.forEach(question.sql, {}, [&](const records::Row& row) {
            check.disagreements.push_back({question.fault, row.text(0), row.text(1), row.text(2)});
        });
    return check;
}

}  // namespace issuance
