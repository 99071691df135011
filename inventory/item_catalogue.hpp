// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/xml.hpp"
#include "inventory/serial_pattern.hpp"

namespace inventory {

/// What something is worth: exact, in hundredths of a currency's unit.
struct Amount {
    std::string currency;  ///< "GTQ" or "USD"
    std::int64_t hundredths = 0;
    friend bool operator==(const Amount&, const Amount&) = default;
};
/// "GTQ 62.40".
std::string textOf(const Amount& amount);

/// A kind of stock, as `templates/items/<id>.xml` describes it (docs/formats/item.md): every piece with a serial of its
/// own, or counted by the lot it came in.
struct Item {
    std::string id;
    std::map<std::string, std::string> names;  ///< by language, "es" and "en"
    SerialPattern serial;                      ///< without digits where it is counted
    std::int64_t shiftLimit = 0;               ///< most unused ones that a shift may hold
    std::string unit = "piece";                ///< what is counted: "piece", "sheet", "patch", "print", "label"
    std::int64_t pack = 1;                     ///< how many a pack holds
    std::int64_t box = 1;                      ///< how many a box holds
    std::int64_t minimumStock = 0;
    std::int64_t leadTimeDays = 1;
    std::vector<std::string> heldBy = {};  ///< kinds of places that may hold it; empty: any
    std::vector<Amount> values = {};       ///< of one, once a currency

    [[nodiscard]] bool isCounted() const { return serial.digits == 0; }
    [[nodiscard]] bool mayBeHeldBy(std::string_view placeKind) const;
};

/// All kinds of stock. The prefixes of serials differ, so a serial says which it is of.
class ItemCatalogue {
   public:
    /// Reads every file *.xml of the folder. Refuses with every fault of every file: those of the schema,
    /// "stock.item-twice", "stock.serial-too-long", "stock.prefix-twice", "stock.currency-twice",
    /// "stock.box-not-of-packs"; where = file or item.
    static base::Result<ItemCatalogue> load(const std::filesystem::path& folder, const base::xml::Schema& schema);
    static base::Result<ItemCatalogue> of(std::vector<Item> items);

    /// The item of this id, or null.
    [[nodiscard]] const Item* find(std::string_view id) const;
    /// The item whose pattern the serial follows, or null.
    [[nodiscard]] const Item* itemOf(std::string_view serial) const;
    [[nodiscard]] const std::vector<Item>& items() const { return m_items; }

   private:
    explicit ItemCatalogue(std::vector<Item> items) : m_items(std::move(items)) {}
    std::vector<Item> m_items;
};

}  // namespace inventory
