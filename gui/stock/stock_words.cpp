// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stock/stock_words.hpp"

#include <QCoreApplication>
#include <QDateTime>

#include "gui/text.hpp"

namespace gui {
namespace {

constexpr int kFromUtc = -6 * 3600;

class StockWords {
    Q_DECLARE_TR_FUNCTIONS(StockWords)
};

}  // namespace

QString momentOf(const std::string& utc) {
    const auto moment = QDateTime::fromString(shown(utc), Qt::ISODate);
    return moment.isValid() ? moment.toOffsetFromUtc(kFromUtc).toString("yyyy-MM-dd HH:mm") : shown(utc);
}

QString placeOf(const Workplace& place, const std::string& id) { return shown(place.wording.word(id)); }

QString wordOf(const Workplace& place, const std::string& code) { return shown(place.wording.word(code)); }

QString someOf(const std::vector<std::string>& texts, std::size_t most) {
    QStringList some;
    for (std::size_t at = 0; at < texts.size() && at < most; ++at) some << shown(texts[at]);
    const auto more = static_cast<int>(texts.size()) - static_cast<int>(some.size());
    const auto joined = some.join(QStringLiteral(", "));
    return more == 0 ? joined
                     : StockWords::tr("%1 y %n más", "%1 is a list, of which %n more are not shown", more).arg(joined);
}

ConsentWords twoCustodians(const QString& title, const QString& what) {
    return {title, what, StockWords::tr("Primer custodio: escriba sus datos", "the first of two who consent"),
            StockWords::tr("Segundo custodio: escriba sus datos", "the second of two who consent")};
}

}  // namespace gui
