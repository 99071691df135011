// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QVBoxLayout>
#include <QWidget>

class QFrame;
class QLabel;

namespace gui {

/// A card that lies over a page of the same window until it is answered; what is below takes no keys meanwhile. It
/// deletes itself when it closes.
class Sheet : public QWidget {
    Q_OBJECT
   public:
    /// Lies over the window of `over`.
    Sheet(QWidget* over, const QString& title);
    /// Shows it, with the focus on `first`.
    void open(QWidget* first);
    void close();
    /// Scans that come while it lies there; most sheets take none.
    virtual void takeScan(const QString& /*read*/) {}

   signals:
    void closed();

   protected:
    [[nodiscard]] QVBoxLayout& content() { return *m_content; }
    void setTitle(const QString& title);
    /// What the Escape key does.
    virtual void dismiss() { close(); }
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool focusNextPrevChild(bool next) override;

   private:
    void setBelowEnabled(bool enabled);
    QFrame* m_card;
    QLabel* m_title;
    QVBoxLayout* m_content;
    QPointer<QWidget> m_focusBefore;
    QList<QPointer<QWidget>> m_below;
};

}  // namespace gui
