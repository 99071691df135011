// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

#include "gui/widgets/status_sign.hpp"

namespace gui {

/// A line of a tile: how it stands, and the words for it.
struct TileLine {
    Standing standing = Standing::Neutral;
    QString words;
    bool operator==(const TileLine&) const = default;
};

/// What stands on a tile.
struct TileFace {
    QString title;
    QString figure = {};  ///< large
    QList<TileLine> lines = {};
    double filled = 0;  ///< of 1: the bar at its foot, for how much lies there
    bool operator==(const TileFace&) const = default;
};

/// A part of the line in its picture: a stage with its queue, or a workstation. Chosen like a button.
class Tile : public QPushButton {
    Q_OBJECT
   public:
    explicit Tile(QSize size, QWidget* parent = nullptr);
    void show(const TileFace& face);
    using QPushButton::show;
    [[nodiscard]] const TileFace& face() const { return m_face; }
    [[nodiscard]] QSize sizeHint() const override { return m_size; }
    [[nodiscard]] QSize minimumSizeHint() const override { return m_size; }

   protected:
    void paintEvent(QPaintEvent* event) override;

   private:
    void paintLines(QPainter& painter, QRect room) const;
    QSize m_size;
    TileFace m_face;
};

}  // namespace gui
