// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/failure.hpp"
#include "inventory/item_catalogue.hpp"
#include "tests/support/paths.hpp"

namespace inventory {

inline base::xml::Schema schemaNamed(const std::string& file) {
    return base::xml::Schema::compile(support::sourceDir() / "templates" / "schemas" / file);
}

/// The product's own items.
inline ItemCatalogue productItems() {
    return base::expected(ItemCatalogue::load(support::sourceDir() / "templates" / "items", schemaNamed("item.xsd")),
                          "items");
}

}  // namespace inventory
