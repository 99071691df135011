// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/item_catalogue.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <sstream>

namespace inventory {
namespace {

using namespace base::literals;

SerialPattern patternFrom(const base::xml::Element& serial) {
    const std::string documentNumber = serial.attributeOr("document-number", "");
    return {serial.attributeOr("prefix", ""), std::stoi(serial.attributeOr("digits", "0")),
            serial.attributeOr("check-digit", "none") == "mrz", documentNumber == "true" || documentNumber == "1"};
}

std::vector<std::string> wordsOf(const std::string& text) {
    std::istringstream words{text};
    std::vector<std::string> found;
    for (std::string word; words >> word;) found.push_back(word);
    return found;
}

/// "62.40", as the schema has it.
std::int64_t hundredthsOf(const std::string& text) {
    const auto point = text.find('.');
    return std::stoll(text.substr(0, point)) * 100 + std::stoll(text.substr(point + 1));
}

Item itemFrom(const base::xml::Element& element) {
    Item item;
    item.id = element.attributeOr("id", "");
    for (const auto& name : element.children("name")) item.names[name.attributeOr("lang", "")] = name.text();
    if (const auto serial = element.child("serial")) item.serial = patternFrom(*serial);
    if (const auto counted = element.child("counted")) item.unit = counted->attributeOr("unit", "");
    item.shiftLimit = std::stoll(element.childText("shift-limit"));
    const auto packing = element.child("packing");
    item.pack = std::stoll(packing->attributeOr("pack", "1"));
    item.box = std::stoll(packing->attributeOr("box", "1"));
    item.minimumStock = std::stoll(element.childText("minimum-stock"));
    item.leadTimeDays = std::stoll(element.child("lead-time")->attributeOr("days", "1"));
    item.heldBy = wordsOf(element.childText("held-by"));
    for (const auto& value : element.children("value"))
        item.values.push_back({value.attributeOr("currency", ""), hundredthsOf(wordsOf(value.text()).front())});
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

void findFaultsOf(const Item& item, std::vector<base::Fault>& faults) {
    if (item.serial.isTooLong()) faults.push_back({"stock.serial-too-long"_code, {{"item", item.id}}, item.id});
    if (item.box % item.pack != 0) faults.push_back({"stock.box-not-of-packs"_code, {{"item", item.id}}, item.id});
    if (item.values.size() == 2 && item.values[0].currency == item.values[1].currency)
        faults.push_back({"stock.currency-twice"_code, {{"item", item.id}}, item.id});
}

std::vector<base::Fault> faultsOf(const std::vector<Item>& items) {
    std::vector<base::Fault> faults;
    std::set<std::string> ids;
    std::set<std::string> prefixes;
    for (const Item& item : items) {
        if (!ids.insert(item.id).second) faults.push_back({"stock.item-twice"_code, {{"item", item.id}}, item.id});
        if (!item.isCounted() && !prefixes.insert(item.serial.prefix).second)
            faults.push_back({"stock.prefix-twice"_code, {{"prefix", item.serial.prefix}}, item.id});
        findFaultsOf(item, faults);
    }
    return faults;
}

}  // namespace

std::string textOf(const Amount& amount) {
    return fmt::format("{} {}.{:02}", amount.currency, amount.hundredths / 100, amount.hundredths % 100);
}

bool Item::mayBeHeldBy(std::string_view placeKind) const {
    return heldBy.empty() || std::find(heldBy.begin(), heldBy.end(), placeKind) != heldBy.end();
}

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
