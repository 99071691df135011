// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "gui/widgets/page_source.hpp"

namespace gui {

/// One drawn page, of which words can be selected and copied, and in which places are marked.
class PageSheet : public QWidget {
    Q_OBJECT
   public:
    explicit PageSheet(QWidget* parent = nullptr);

    void showPage(DrawnPage page);
    void clear();
    /// Places in points; the current one stands out by its frame.
    void mark(std::vector<QRectF> places, int current);
    void selectAll();
    [[nodiscard]] QString selected() const;
    /// All words of the page.
    [[nodiscard]] QString text() const;
    [[nodiscard]] QRect onSheet(const QRectF& points) const;

   protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

   private:
    /// The word at a place of the sheet, or the last one before it in reading order.
    [[nodiscard]] int wordAt(QPointF place) const;
    [[nodiscard]] QString textOf(int from, int until) const;
    [[nodiscard]] double scale() const;

    DrawnPage m_page;
    std::vector<QRectF> m_marks;
    int m_current = -1;
    int m_from = -1;
    int m_until = -1;
};

}  // namespace gui
