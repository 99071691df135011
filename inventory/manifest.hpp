// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "base/result.hpp"
#include "base/xml.hpp"
#include "inventory/item_catalogue.hpp"
#include "inventory/lots/lots.hpp"
#include "inventory/serial_range.hpp"

namespace inventory {

/// What a supplier says is in a delivery: docs/formats/manifest.md.
struct Manifest {
    /// Serials that one manifest may hold at most.
    static constexpr std::int64_t kMostSerials = 10'000'000;

    struct Range {
        std::string item;
        std::string first;  ///< serial
        std::string last;   ///< serial, included
        std::string box;
        int line = 0;           ///< in the file; 0 where it came from none
        std::string seal = {};  ///< of the box
    };
    struct Lot {
        std::string item;
        std::string lot;
        std::int64_t quantity = 0;
        std::string box;
        std::string seal;
        int line = 0;
    };

    std::string supplier;
    std::string purchase;  ///< reference of the purchase
    std::vector<Range> ranges;
    std::vector<Lot> lots = {};

    /// Reads the file's form. Refuses what is no XML or does not follow the schema (manifest.xsd), every fault at once.
    static base::Result<Manifest> read(base::BytesView octets, const base::xml::Schema& schema);

    /// The ranges by number, in the order given. Refuses "stock.unknown-item", "stock.item-counted",
    /// "stock.bad-serial", "stock.range-reversed", "stock.range-overlaps", "stock.manifest-too-large" and
    /// "stock.manifest-empty", every fault at once; where = line or place of the range.
    [[nodiscard]] base::Result<std::vector<SerialRange>> resolve(const ItemCatalogue& catalogue) const;

    /// "line 12", or "range 3" where it came from no file.
    [[nodiscard]] std::string placeOf(std::size_t range) const;
    /// All of each lot, whichever boxes it is in.
    [[nodiscard]] std::vector<LotQuantity> wholeLots() const;
};

}  // namespace inventory
