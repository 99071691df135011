// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/xml.hpp"
#include "issuance/order/order_file.hpp"

namespace issuance {

/// What one `order` element says, and everything that is wrong with it; absent parts are faults like bad ones.
struct OrderElement {
    OrderRequest request;
    std::vector<base::Fault> faults;
    std::vector<base::Fault> warnings;
};

OrderElement readOrderElement(const base::xml::Element& element, const OrderFileContext& context);

}  // namespace issuance
