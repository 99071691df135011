// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "gui/theme/palette.hpp"

class QLabel;
class QPainter;

namespace gui {

/// How something stands.
enum class Standing { Neutral, Busy, Done, Caution, Refused };

/// A shape of its own for each standing, so that colour is never the only sign: circle with a hook, triangle with a
/// stroke, octagon with a cross, ring, disc.
class StandingShape : public QWidget {
   public:
    explicit StandingShape(Standing standing, int side, QWidget* parent = nullptr);
    void setStanding(Standing standing);
    [[nodiscard]] Standing standing() const { return m_standing; }

   protected:
    void paintEvent(QPaintEvent* event) override;

   private:
    Standing m_standing;
};

/// Shape and words.
class StatusSign : public QWidget {
    Q_OBJECT
   public:
    explicit StatusSign(QWidget* parent = nullptr, int side = 28);
    void tell(Standing standing, const QString& text);
    [[nodiscard]] Standing standing() const { return m_shape->standing(); }
    [[nodiscard]] QString text() const;

   private:
    StandingShape* m_shape;
    QLabel* m_text;
};

/// Draws the shape of the standing into the square.
void paintStanding(QPainter& painter, Standing standing, const QRect& square);

/// The tone of texts for a standing.
Tone toneOf(Standing standing);

}  // namespace gui
