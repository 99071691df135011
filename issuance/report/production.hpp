// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "inventory/item_catalogue.hpp"
#include "records/database/database.hpp"

namespace issuance {

/// Orders and documents of one kind, counted.
struct ProductionCount {
    std::string kind;
    std::int64_t orders = 0;
    std::int64_t cancelled = 0;     ///< orders
    std::int64_t open = 0;          ///< orders neither released nor cancelled nor sent back
    std::int64_t released = 0;      ///< documents
    std::int64_t inProduction = 0;  ///< documents
    std::int64_t voided = 0;        ///< documents
    std::int64_t sentBack = 0;      ///< orders
};

/// What the three books do not agree on. Names as `nameOf` has them.
enum class ProductionFault {
    DocumentWithoutOrder,  ///< the order book does not know its order
    DocumentWithoutBlank,  ///< the stock does not know its blank, or has it bound to something else
    OtherOrder,            ///< document and blank name different orders
    OtherKind,             ///< document and order are of different kinds
    SeveralDocuments,      ///< an order has more than one document that is not void
    BlankWithoutDocument,  ///< personalised or annulled, and the document book has nothing of it
    DocumentNotMade,       ///< released, and its blank is not personalised and never was
    OrderNotServed,        ///< the order's task is released, and it has no released document
    DocumentTooMany,       ///< released, and the order's task is not
};
std::string_view nameOf(ProductionFault fault);

struct ProductionDisagreement {
    ProductionFault fault;
    std::string document;  ///< number; empty where none is concerned, and so on
    std::string order;
    std::string serials;
};

struct ProductionCheck {
    std::vector<ProductionCount> counts;  ///< by kind
    std::int64_t personalised = 0;        ///< blanks that are documents now
    std::vector<ProductionDisagreement> disagreements;
};

/// Production against orders (control 9): document book, stock and order book side by side, at one moment; outside a
/// transaction.
ProductionCheck checkProduction(records::Connection& connection, const inventory::ItemCatalogue& catalogue);

}  // namespace issuance
