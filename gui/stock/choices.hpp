// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/stock/stock_page.hpp"
#include "gui/widgets/form_sheet.hpp"

namespace gui {

/// The places in use and the items of the house, as forms offer them.
class Choices {
   public:
    using Words = QList<std::pair<QString, QString>>;
    Choices(Words places, Words items) : m_places(std::move(places)), m_items(std::move(items)) {}

    [[nodiscard]] FormField place(const QString& name, const QString& label, const QString& value = {}) const {
        return {name, label, FormField::Kind::Choice, value, true, m_places};
    }
    /// With the empty one, which `none` says, first.
    [[nodiscard]] FormField placeIfAny(const QString& name, const QString& label, const QString& none,
                                       const QString& value = {}) const;
    [[nodiscard]] FormField item(const QString& name, const QString& label) const {
        return {name, label, FormField::Kind::Choice, {}, true, m_items};
    }
    [[nodiscard]] FormField itemIfAny(const QString& name, const QString& label, const QString& none) const;

   private:
    Words m_places, m_items;
};

/// Asks what there is to choose, and opens a form with it.
void withChoices(const Workplace& place, StockPage& page, std::function<void(const Choices& choices)> open);

}  // namespace gui
