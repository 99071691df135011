// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <functional>

#include "gui/session/workplace.hpp"

class QHBoxLayout;
class QVBoxLayout;

namespace gui {

class ActionButton;
class FaultBanner;

/// A page of the stock desk: what it shows, a banner for how acts ended, and a row of buttons that ends with the way
/// back.
class StockPage : public QWidget {
    Q_OBJECT
   public:
    explicit StockPage(const Workplace& place, QWidget* parent = nullptr);

    /// What it shows may have changed.
    virtual void refresh() = 0;
    /// Wherever a page does not take scans itself, they ask for the life of what was read.
    virtual void takeScan(const QString& read) { emit lifeWanted(read); }
    /// The way back was taken, or the page is no longer looked at.
    virtual void rest() {}
    void tellDone(const QString& words);
    void tell(const Trouble& trouble);
    [[nodiscard]] FaultBanner& banner() const { return *m_banner; }

   signals:
    void left();
    void lifeWanted(const QString& serial);

   protected:
    /// Before the way back.
    ActionButton* addButton(const QString& text, const QKeySequence& key, std::function<void()> act, bool main = false);
    [[nodiscard]] QVBoxLayout& content() const { return *m_content; }
    const Workplace& m_place;

   private:
    FaultBanner* m_banner;
    QVBoxLayout* m_content;
    QHBoxLayout* m_buttons;
    int m_added = 0;
};

}  // namespace gui
