// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QPointF>
#include <QWidget>
#include <vector>

namespace gui {

/// Pictures side by side, large; keys bring them nearer and move them, all at once, so that the same place of each is
/// seen.
class PictureView : public QWidget {
    Q_OBJECT
   public:
    struct Picture {
        QString caption;
        QImage image;
    };
    explicit PictureView(QWidget* parent = nullptr);
    /// `lacking` is said where there is none.
    void show(std::vector<Picture> pictures, const QString& lacking);
    [[nodiscard]] double nearness() const { return m_nearness; }

    void comeNearer();
    void goAway();
    void showWhole();
    /// By parts of what is seen.
    void move(double right, double down);

   protected:
    void paintEvent(QPaintEvent* event) override;

   private:
    void approach(double nearness);
    void paintPicture(QPainter& painter, const Picture& picture, const QRect& room) const;
    std::vector<Picture> m_pictures;
    QString m_lacking;
    double m_nearness = 1;       ///< 1 shows the whole of each
    QPointF m_middle{0.5, 0.5};  ///< of what is seen, by parts of the picture
};

}  // namespace gui
