// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <QWidget>
#include <functional>

#include "gui/session/workplace.hpp"

namespace gui {

class FaultBanner;

/// One subject of the security desk: a page with a banner over it and a row of actions below.
class Section : public QWidget {
    Q_OBJECT
   public:
    explicit Section(const Workplace& place, QWidget* parent = nullptr);
    virtual void refresh() = 0;
    virtual void takeScan(const QString& /*read*/) {}

   protected:
    void addButton(const QString& words, const QKeySequence& key, std::function<void()> act, bool main = false);
    /// Where `R` may be asked.
    template <contract::Request R>
    void addButtonOf(const QString& words, const QKeySequence& key, std::function<void()> act, bool main = false) {
        if (m_place.session.may<R>()) addButton(words, key, std::move(act), main);
    }
    /// Something was done: says so, and looks again.
    void finish(const QString& words);
    void fail(const Trouble& trouble, const QString& meaning = {});

    const Workplace& m_place;
    FaultBanner* m_banner;
    QVBoxLayout* m_content;
    QHBoxLayout* m_actions;
};

}  // namespace gui
