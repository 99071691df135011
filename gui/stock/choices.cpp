// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stock/choices.hpp"

#include "contract/acts_of_custody.hpp"
#include "contract/acts_of_receipts.hpp"
#include "gui/stock/stock_words.hpp"
#include "gui/text.hpp"

namespace gui {
namespace {

Choices::Words placesOf(const Workplace& place, const contract::PlacesListed& listed) {
    Choices::Words words;
    for (const auto& each : listed.places) {
        if (!each.active) continue;
        const auto kind = placeOf(place, each.place);
        words.append(
            {shown(each.place), each.name.empty() ? kind : QStringLiteral("%1 · %2").arg(kind, shown(each.name))});
    }
    return words;
}

Choices::Words itemsOf(const Workplace& place, const contract::ItemsListed& listed) {
    Choices::Words words;
    for (const auto& each : listed.items) words.append({shown(each.item), shown(place.names.of(each.item))});
    return words;
}

FormField withNone(FormField field, const QString& none) {
    field.needed = false;
    field.choices.prepend({QString{}, none});
    return field;
}

}  // namespace

FormField Choices::placeIfAny(const QString& name, const QString& label, const QString& none,
                              const QString& value) const {
    return withNone(place(name, label, value), none);
}

FormField Choices::itemIfAny(const QString& name, const QString& label, const QString& none) const {
    return withNone(item(name, label), none);
}

void withChoices(const Workplace& place, StockPage& page, std::function<void(const Choices& choices)> open) {
    const auto troubled = [&page](const Trouble& why) { page.tell(why); };
    place.ask(
        &page, contract::PlaceList{},
        [&place, &page, open, troubled](const contract::PlacesListed& places) {
            place.ask(
                &page, contract::StockItems{},
                [&place, open, places](const contract::ItemsListed& items) {
                    open(Choices{placesOf(place, places), itemsOf(place, items)});
                },
                troubled);
        },
        troubled);
}

}  // namespace gui
