// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "gui/widgets/page_source.hpp"

class QLabel;
class QLineEdit;
class QScrollArea;

namespace gui {

class ActionButton;
class BusyOverlay;
class EmptyState;
class PageSheet;

/// The pages of a document, one at a time: as wide as there is room, nearer and farther by keys; words are searched
/// for, selected and copied.
class PageView : public QWidget {
    Q_OBJECT
   public:
    /// `nothing` and `advice` stand where there is no document.
    PageView(const QString& nothing, const QString& advice, QWidget* parent = nullptr);

    void showFile(const base::Bytes& content);
    void clear();
    /// While another document is being made; the empty text ends it, and what was shown stays.
    void setBusy(const QString& what);
    /// Words of the page in front.
    [[nodiscard]] QString text() const;
    [[nodiscard]] int page() const { return m_page; }
    [[nodiscard]] int pages() const { return m_pages; }
    void goTo(int page);

   signals:
    void shownPage(int page);

   protected:
    void resizeEvent(QResizeEvent* event) override;

   private:
    void layOut();
    [[nodiscard]] QWidget* makeBar();
    void addKey(const QKeySequence& key, void (PageView::*act)());
    void follow();
    void zoom(double factor);
    void fit();
    void copy();
    void draw();
    void search();
    void seek();
    void showFound();
    [[nodiscard]] double scaleToFit() const;
    void tellPage();

    PageSource* m_source;
    PageSheet* m_sheet;
    QScrollArea* m_scroll;
    QWidget* m_nothing;
    ActionButton* m_back;
    ActionButton* m_on;
    QLabel* m_where;
    QLineEdit* m_sought;
    QLabel* m_count;
    BusyOverlay* m_busy;
    QString m_searched;
    std::vector<FoundWords> m_found;
    QSizeF m_size;
    int m_pages = 0;
    int m_page = 0;
    int m_at = -1;       ///< of what was found
    double m_scale = 0;  ///< pixels a point; 0 is as wide as there is room
};

}  // namespace gui
