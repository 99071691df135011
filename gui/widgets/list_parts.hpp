// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QTableView>
#include <QTimer>

namespace gui {

/// Says what was typed once the person pauses. Escape empties it before it means anything else; Enter and the arrow
/// down go to the rows.
class FilterField : public QLineEdit {
    Q_OBJECT
   public:
    static constexpr std::chrono::milliseconds kPause{200};
    explicit FilterField(QWidget* parent = nullptr);
    /// As if the person had typed it and paused.
    void fill(const QString& text);

   signals:
    void settled(const QString& text);
    void rowsWanted();

   protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

   private:
    QTimer m_pause;
};

/// The rows of a list: whole rows are chosen, Enter opens one, and letters typed here belong to the filter.
class RowsView : public QTableView {
    Q_OBJECT
   public:
    explicit RowsView(QWidget* parent = nullptr);
    /// The chosen rows as a table for another program: tabs between the cells that are seen.
    [[nodiscard]] QString chosenText() const;
    void keyboardSearch(const QString& typed) override { emit this->typed(typed); }

   signals:
    void typed(const QString& letters);
    /// Somebody nears the last row that is here.
    void moreWanted();

   protected:
    void keyPressEvent(QKeyEvent* event) override;
};

}  // namespace gui
