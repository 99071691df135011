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

/// A kind of blank that the house keeps by serial, as `templates/items/<id>.xml` describes it.
struct Item {
    std::string id;
    std::map<std::string, std::string> names;  ///< by language, "es" and "en"
    SerialPattern serial;
    std::int64_t shiftLimit = 0;  ///< most unused blanks that a shift may hold
};

/// All kinds of blanks. Their prefixes differ, so a serial says which it is of.
class ItemCatalogue {
   public:
    /// Reads every file *.xml of the folder. Refuses with every fault of every file: those of the schema,
    /// "stock.item-twice", "stock.serial-too-long", "stock.prefix-twice"; where = file.
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
