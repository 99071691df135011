// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <istream>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/xml.hpp"
#include "inventory/manifest.hpp"

namespace inventory {

/// Consecutive serials that a supplier says are in one box.
struct AnnouncedRange {
    SerialRange range;
    std::string box;   ///< empty where it is not said
    std::string seal;  ///< of the box; empty where it has none
    std::int64_t line = 0;
};

struct AnnouncedLot {
    LotQuantity what;
    std::string box;
    std::string seal;
    std::int64_t line = 0;
};

/// What a supplier announces, whichever form it came in, its serials as few ranges.
struct Announcement {
    /// Ranges that are left when neighbours are joined.
    static constexpr std::size_t kMostRanges = 200'000;

    std::string supplier;
    std::string purchase;
    std::string form;  ///< how it was read: "xml", "csv utf-8 ;", "csv latin-1 ,"
    std::vector<AnnouncedRange> ranges;
    std::vector<AnnouncedLot> lots;

    [[nodiscard]] std::int64_t quantity() const;
};

/// What reading an announcement needs.
struct AnnouncementReading {
    const ItemCatalogue& catalogue;
    const base::xml::Schema& schema;  ///< manifest.xsd
    std::string supplier;             ///< of a CSV, which does not name them
    std::string purchase;
};

/// Reads XML (at most 64 MiB) or CSV, line by line and in bounded memory (docs/formats/manifest.md). The stream can be
/// rewound. Refuses every fault at once, at most a thousand: those of Manifest::read and Manifest::resolve,
/// "stock.manifest-not-text", "stock.csv-unknown-column", "stock.csv-line-too-long", "stock.csv-bad-row",
/// "stock.lot-without-number", "stock.item-serialised", "stock.manifest-scattered", "stock.supplier-missing".
base::Result<Announcement> readAnnouncement(std::istream& stream, const AnnouncementReading& reading);

/// The same for CSV only.
base::Result<Announcement> readCsvManifest(std::istream& stream, const AnnouncementReading& reading);

}  // namespace inventory
