// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/xml.hpp"
#include "issuance/document/catalogue.hpp"
#include "issuance/order/order_request.hpp"

namespace issuance {

/// What an order file is read against.
struct OrderFileContext {
    const Catalogue& catalogue;
    /// templates/schemas/order-file.xsd, compiled.
    const base::xml::Schema& schema;
    base::Date today;
    std::size_t mostOctets = std::size_t{64} * 1024 * 1024;
};

/// An order that may be recorded; with warnings it waits for an authorised person who overrides them.
struct GoodOrder {
    OrderRequest request;
    int line = 0;
    /// "cui.check-digit", "cui.unknown-place"; where = "line N", argument "field".
    std::vector<base::Fault> warnings;
};

/// An order that may not be recorded, with every reason; the id is empty where the file gives none.
struct RefusedOrder {
    OrderId id;
    int line = 0;
    /// where = "line N"; argument "field" names the field.
    std::vector<base::Fault> faults;
};

struct OrderFileReading {
    StationId station;
    /// SHA-256 of the file, lower-case hexadecimal: the same file is recognised by it.
    std::string sha256;
    std::vector<GoodOrder> good;
    std::vector<RefusedOrder> refused;
};

/// Reads a file of orders (docs/formats/order-file.md). Orders are judged one by one, all faults of each at once. The
/// file as a whole is refused where it is no order file at all: faults of base/xml outside any order,
/// "order-file.too-many-faults". The detached signature is checked by the caller, before.
base::Result<OrderFileReading> readOrderFile(base::BytesView file, const OrderFileContext& context);

/// The same format, written: what capture stations and training send.
std::string writeOrderFile(const StationId& station, const std::vector<OrderRequest>& orders);

}  // namespace issuance
