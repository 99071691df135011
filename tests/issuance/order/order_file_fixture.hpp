// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "issuance/order/order_file.hpp"
#include "issuance/training/training_orders.hpp"
#include "tests/support/paths.hpp"

namespace issuance {

inline base::Date today() { return *base::parseDate("2026-11-23"); }

inline const Catalogue& catalogue() {
    static const Catalogue kinds =
        *Catalogue::load(support::sourceDir() / "templates/kinds",
                         base::xml::Schema::compile(support::sourceDir() / "templates/schemas/document-kind.xsd"));
    return kinds;
}

inline const base::xml::Schema& orderSchema() {
    static const base::xml::Schema schema =
        base::xml::Schema::compile(support::sourceDir() / "templates/schemas/order-file.xsd");
    return schema;
}

inline base::Result<OrderFileReading> readOrders(const std::string& xml) {
    return readOrderFile(base::bytesOf(xml), {catalogue(), orderSchema(), today()});
}

/// `what`, which must be there, replaced once.
inline std::string replaced(std::string text, const std::string& what, const std::string& with) {
    return text.replace(text.find(what), what.size(), with);
}

}  // namespace issuance
