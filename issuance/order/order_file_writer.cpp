// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "issuance/document/signature_waiver.hpp"
#include "issuance/order/order_file.hpp"

namespace issuance {
namespace {

/// An element with a text, on a line of its own.
std::string element(std::size_t depth, const std::string& name, std::string_view text) {
    return std::string(depth * 2, ' ') + "<" + name + ">" + base::xml::escape(text) + "</" + name + ">\n";
}

std::string holderElement(const Holder& holder) {
    std::string xml = "    <holder>\n";
    xml += element(3, "surname", holder.surname);
    xml += element(3, "given-names", holder.givenNames);
    xml += element(3, "date-of-birth", base::formatDate(holder.dateOfBirth));
    xml += element(3, "sex", letterOf(holder.sex));
    xml += element(3, "nationality", holder.nationality);
    xml += element(3, "place-of-birth", holder.placeOfBirth);
    if (holder.cui) xml += element(3, "personal-number", holder.cui->text());
    return xml + "    </holder>\n";
}

std::string orderElement(const OrderRequest& order) {
    std::string xml = "  <order id=\"" + base::xml::escape(order.id.text()) + "\">\n";
    xml += element(2, "kind", order.kind.text());
    xml += element(2, "years", std::to_string(order.years));
    xml += holderElement(order.holder);
    xml += element(2, "portrait", base::toBase64(order.portrait));
    if (!order.signatureImage.empty()) xml += element(2, "signature", base::toBase64(order.signatureImage));
    if (order.signatureWaiver)
        xml += "    <signature-waived reason=\"" + std::string{nameOf(*order.signatureWaiver)} + "\"/>\n";
    xml += element(2, "place-of-issue", order.placeOfIssue.text());
    xml += element(2, "receipt", order.receipt.text());
    xml += element(2, "priority", nameOf(order.priority));
    if (order.due) xml += element(2, "due", base::formatDate(*order.due));
    xml += element(2, "delivery-site", order.deliverySite.text());
    if (order.replaces) xml += element(2, "replaces", order.replaces->text());
    return xml + "  </order>\n";
}

}  // namespace

std::string writeOrderFile(const StationId& station, const std::vector<OrderRequest>& orders) {
    std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<order-file version=\"1\" station=\"" +
                      base::xml::escape(station.text()) + "\">\n";
    for (const auto& order : orders) xml += orderElement(order);
    return xml + "</order-file>\n";
}

}  // namespace issuance
