// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/kept_list.hpp"

#include <QSettings>

namespace gui {
namespace {

QSettings settings() { return QSettings{QSettings::IniFormat, QSettings::UserScope, "troquel", "troquel-desk"}; }

}  // namespace

KeptList::KeptList(const QString& person, const QString& list)
    : m_group(QStringLiteral("lists/%1/%2/").arg(person, list)) {}

std::optional<QList<int>> KeptList::columns() const {
    const auto kept = settings().value(m_group + "columns");
    if (!kept.isValid()) return std::nullopt;
    QList<int> columns;
    for (const auto& each : kept.toStringList()) columns << each.toInt();
    return columns;
}

void KeptList::keepColumns(const QList<int>& columns) const {
    QStringList kept;
    for (const int each : columns) kept << QString::number(each);
    settings().setValue(m_group + "columns", kept);
}

QList<KeptFilter> KeptList::filters() const {
    auto kept = settings();
    QList<KeptFilter> filters;
    const int count = kept.beginReadArray(m_group + "filters");
    for (int at = 0; at < count; ++at) {
        kept.setArrayIndex(at);
        KeptFilter filter{
            kept.value("name").toString(), kept.value("text").toString(), {}, kept.value("sort").toString()};
        const auto choices = kept.value("choices").toMap();
        for (auto each = choices.begin(); each != choices.end(); ++each)
            filter.choices.insert(each.key(), each.value().toString());
        filters << filter;
    }
    return filters;
}

void KeptList::keep(const KeptFilter& filter) const {
    auto kept = filters();
    kept.removeIf([&](const KeptFilter& each) { return each.name == filter.name; });
    write(kept << filter);
}

void KeptList::drop(const QString& name) const {
    auto kept = filters();
    kept.removeIf([&](const KeptFilter& each) { return each.name == name; });
    write(kept);
}

void KeptList::write(const QList<KeptFilter>& filters) const {
    auto kept = settings();
    kept.remove(m_group + "filters");
    kept.beginWriteArray(m_group + "filters", static_cast<int>(filters.size()));
    for (int at = 0; at < filters.size(); ++at) {
        kept.setArrayIndex(at);
        QVariantMap choices;
        for (auto each = filters[at].choices.begin(); each != filters[at].choices.end(); ++each)
            choices.insert(each.key(), each.value());
        kept.setValue("name", filters[at].name);
        kept.setValue("text", filters[at].text);
        kept.setValue("choices", choices);
        kept.setValue("sort", filters[at].sort);
    }
    kept.endArray();
}

}  // namespace gui
