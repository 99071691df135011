// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>
#include <optional>

namespace gui {

/// What a list was narrowed by, under the name that a person gave it.
struct KeptFilter {
    QString name;
    QString text;
    QHash<QString, QString> choices;
    QString sort;
};

/// What one person keeps of one list at this workstation, from one day to the next.
class KeptList {
   public:
    KeptList(const QString& person, const QString& list);

    /// None where the person never chose.
    [[nodiscard]] std::optional<QList<int>> columns() const;
    void keepColumns(const QList<int>& columns) const;
    [[nodiscard]] QList<KeptFilter> filters() const;
    /// Replaces the one of the same name.
    void keep(const KeptFilter& filter) const;
    void drop(const QString& name) const;

   private:
    void write(const QList<KeptFilter>& filters) const;
    QString m_group;
};

}  // namespace gui
