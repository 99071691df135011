// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/item_catalogue.hpp"

#include <algorithm>
#include <set>

namespace inventory {
namespace {

using namespace base::literals;

Item itemFrom(const base::xml::Element& element) {
    Item item;
    item.id = element.attributeOr("id", "");
    for (const auto& name : element.children("name")) item.names[name.attributeOr("lang", "")] = name.text();
    if (const auto serial = element.child("serial")) {
        item.serial.prefix = serial->attributeOr("prefix", "");
        item.serial.digits = std::stoi(serial->attributeOr("digits", "0"));
        item.serial.checkDigit = serial->attributeOr("check-digit", "none") == "mrz";
    }
    item.shiftLimit = std::stoll(element.childText("shift-limit"));
    return item;
}

void readItem(const std::filesystem::path& file, const base::xml::Schema& schema, std::vector<Item>& items,
              std::vector<base::Fault>& faults) {
    const auto place = [&file](base::Fault fault) {
        fault.where = file.filename().string() + (fault.where.empty() ? "" : " " + fault.where);
        return fault;
    };
    const auto document = base::xml::Document::parseFile(file);
    std::vector<base::Fault> found = document ? schema.faultsOf(*document) : document.refusal().faults();
    if (found.empty()) items.push_back(itemFrom(document->root()));
    for (auto& fault : found) faults.push_back(place(std::move(fault)));
}

std::vector<base::Fault> faultsOf(const std::vector<Item>& items) {
    std::vector<base::Fault> faults;
    std::set<std::string> ids;
    std::set<std::string> prefixes;
    for (const Item& item : items) {
        if (!ids.insert(item.id).second) faults.push_back({"stock.item-twice"_code, {{"item", item.id}}, item.id});
        if (!prefixes.insert(item.serial.prefix).second)
            faults.push_back({"stock.prefix-twice"_code, {{"prefix", item.serial.prefix}}, item.id});
        if (item.serial.length() > SerialPattern::kMostCharacters)
            faults.push_back({"stock.serial-too-long"_code, {{"item", item.id}}, item.id});
    }
    return faults;
}

}  // namespace

base::Result<ItemCatalogue> ItemCatalogue::load(const std::filesystem::path& folder, const base::xml::Schema& schema) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator{folder})
        if (entry.path().extension() == ".xml") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<Item> items;
    std::vector<base::Fault> faults;
    for (const auto& file : files) readItem(file, schema, items, faults);
    for (auto& fault : faultsOf(items)) faults.push_back(std::move(fault));
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    return ItemCatalogue{std::move(items)};
}

base::Result<ItemCatalogue> ItemCatalogue::of(std::vector<Item> items) {
    if (auto faults = faultsOf(items); !faults.empty()) return base::Refusal{std::move(faults)};
    return ItemCatalogue{std::move(items)};
}

const Item* ItemCatalogue::find(std::string_view id) const {
    const auto found = std::find_if(m_items.begin(), m_items.end(), [&](const Item& item) { return item.id == id; });
    return found == m_items.end() ? nullptr : &*found;
}

const Item* ItemCatalogue::itemOf(std::string_view serial) const {
    const auto found = std::find_if(m_items.begin(), m_items.end(),
                                    [&](const Item& item) { return item.serial.numberOf(serial).has_value(); });
    return found == m_items.end() ? nullptr : &*found;
}

}  // namespace inventory
