// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/order/order_file.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/digest.hpp"
#include "issuance/order/order_element.hpp"
#include "issuance/order/schema_faults.hpp"

namespace issuance {

using namespace base::literals;

namespace {

using base::xml::Element;

/// A schema reports a thousand faults and no more; beyond them an order could look better than it is.
constexpr std::size_t kMostSchemaFaults = 1000;

/// What the schema and the closer reading say of one order. Of a line that the schema refused, and of parts that are
/// not there, the closer reading has nothing new to say.
std::vector<base::Fault> merged(std::vector<base::Fault> ofSchema, std::vector<base::Fault> ofReading,
                                const Element& order) {
    if (ofSchema.empty()) return ofReading;
    std::set<std::string> known{base::xml::lineText(order.line())};
    for (const auto& fault : ofSchema) known.insert(fault.where);
    for (auto& fault : ofReading)
        if (known.count(fault.where) == 0) ofSchema.push_back(std::move(fault));
    return ofSchema;
}

/// How often each order id stands in the file.
std::map<std::string, int> countIds(const std::vector<Element>& orders) {
    std::map<std::string, int> counts;
    for (const auto& order : orders) ++counts[order.attributeOr("id", "")];
    return counts;
}

}  // namespace

base::Result<OrderFileReading> readOrderFile(base::BytesView file, const OrderFileContext& context) {
    const auto document = base::xml::Document::parse(file, {context.mostOctets});
    if (!document) return document.refusal();
    const Element root = document->root();
    const auto orders = root.children("order");
    auto schemaFaults = context.schema.faultsOf(*document);
    if (schemaFaults.size() >= kMostSchemaFaults) return base::Fault{"order-file.too-many-faults"_code};
    auto sorted = sortByOrder(std::move(schemaFaults), orders);
    if (!sorted.ofFile.empty()) return base::Refusal{std::move(sorted.ofFile)};

    OrderFileReading reading;
    reading.station = StationId{root.attributeOr("station", "")};
    reading.sha256 = base::toHex(base::sha256(file));
    const auto ids = countIds(orders);
    for (std::size_t at = 0; at < orders.size(); ++at) {
        OrderElement read = readOrderElement(orders[at], context);
        auto faults = merged(std::move(sorted.ofOrder[at]), std::move(read.faults), orders[at]);
        if (ids.at(read.request.id.text()) > 1)
            faults.push_back({"order-file.duplicate-order"_code,
                              {{"field", "order/@id"}, {"id", read.request.id.text()}},
                              base::xml::lineText(orders[at].line())});
        if (faults.empty())
            reading.good.push_back({std::move(read.request), orders[at].line(), std::move(read.warnings)});
        else
            reading.refused.push_back({read.request.id, orders[at].line(), std::move(faults)});
    }
    return reading;
}

}  // namespace issuance
