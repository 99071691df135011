// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QStringList>
#include <functional>
#include <vector>

#include "gui/link/trouble.hpp"

/// A list act as the interface speaks of it: what it shows, what it can be narrowed and sorted by, where its rows come
/// from.
namespace gui {

struct ListRow {
    QString key;  ///< what the list goes on after, and what the row is known by
    QStringList cells;
    bool operator==(const ListRow&) const = default;
};

/// A page that somebody wants to see: at most `limit` rows after the key; the empty one is the beginning.
struct ListQuery {
    QString text;                     ///< what was typed to narrow the list
    QHash<QString, QString> choices;  ///< by ListChoice::name; the empty value is all
    QString sort;                     ///< ListSort::name
    QString after;
    int limit = 0;
};

struct ListAnswer {
    std::function<void(std::vector<ListRow> rows)> arrived;
    std::function<void(const Trouble& trouble)> troubled;
};

/// Asks the office; calls back once, on the interface's thread.
using ListSource = std::function<void(const ListQuery& query, ListAnswer answer)>;

struct ListColumn {
    QString heading;
    int width = 120;
    bool shownAtFirst = true;
};

/// An order that the office can keep the list in. `column` is the one whose heading stands for it.
struct ListSort {
    QString name;
    QString words;
    int column = 0;
    Qt::SortOrder direction = Qt::AscendingOrder;
};

/// A field of which one value is chosen; the first is the usual one.
struct ListChoice {
    QString name;
    QString label;
    QList<std::pair<QString, QString>> values;  ///< value, words
};

struct ListShape {
    QString name;  ///< of what a person keeps of it, and of the files it is exported to
    QString title;
    QList<ListColumn> columns;
    QList<ListSort> sorts = {};      ///< the first is the usual one
    QList<ListChoice> choices = {};  ///< at most three have room
    QString filterHint = {};         ///< what may be typed; empty where the office narrows by no text
    QString nothing = {};            ///< where the list is empty though nothing narrows it
    QString advice = {};             ///< and how to have something in it
};

/// For an act that gives all its rows at once, which are few: narrows them by the text in any cell, and sorts by the
/// column whose number is `query.sort` ("2", "-2" for descending).
std::vector<ListRow> narrowed(std::vector<ListRow> rows, const ListQuery& query);

}  // namespace gui
