// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/inspection/picture_view.hpp"

#include <QPainter>
#include <QShortcut>
#include <algorithm>

#include "gui/theme/look.hpp"

namespace gui {
namespace {

constexpr double kStep = 1.5;
constexpr double kNearest = 12;
constexpr double kMove = 0.25;
constexpr int kCaptionHeight = 28;

/// How much larger or smaller a picture is when the whole of it has room below its caption.
double fitOf(const QImage& image, const QSize& room) {
    return std::min(room.width() / double(image.width()), (room.height() - kCaptionHeight) / double(image.height()));
}

}  // namespace

PictureView::PictureView(QWidget* parent) : QWidget(parent) {
    setMinimumHeight(160);
    const std::tuple<Qt::Key, double, double> moves[] = {
        {Qt::Key_Left, -kMove, 0}, {Qt::Key_Right, kMove, 0}, {Qt::Key_Up, 0, -kMove}, {Qt::Key_Down, 0, kMove}};
    for (const auto& [key, right, down] : moves) {
        auto* shortcut = new QShortcut{Qt::CTRL | key, this};
        connect(shortcut, &QShortcut::activated, this, [this, right = right, down = down] { move(right, down); });
    }
}

void PictureView::show(std::vector<Picture> pictures, const QString& lacking) {
    m_pictures = std::move(pictures);
    m_lacking = lacking;
    QStringList captions;
    for (const auto& picture : m_pictures) captions << picture.caption;
    setAccessibleName(m_pictures.empty() ? lacking : captions.join(QStringLiteral(", ")));
    showWhole();
}

void PictureView::comeNearer() { approach(m_nearness * kStep); }
void PictureView::goAway() { approach(m_nearness / kStep); }
void PictureView::showWhole() {
    m_middle = {0.5, 0.5};
    approach(1);
}

void PictureView::approach(double nearness) {
    m_nearness = std::clamp(nearness, 1.0, kNearest);
    move(0, 0);
}

void PictureView::move(double right, double down) {
    const double half = 0.5 / m_nearness;
    const auto kept = [half](double at) { return std::clamp(at, half, 1 - half); };
    m_middle = {kept(m_middle.x() + right / m_nearness), kept(m_middle.y() + down / m_nearness)};
    update();
}

void PictureView::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter{this};
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setPen(colour(Tone::Text, themeWorn()));
    if (m_pictures.empty()) {
        painter.drawText(rect().adjusted(kSpace, kSpace, -kSpace, -kSpace), Qt::AlignCenter | Qt::TextWordWrap,
                         m_lacking);
        return;
    }
    const int count = static_cast<int>(m_pictures.size());
    const QSize across{(width() - (count - 1) * kGap) / count, height()};
    const QSize down{width(), (height() - (count - 1) * kGap) / count};
    const bool stacked = fitOf(m_pictures.front().image, down) > fitOf(m_pictures.front().image, across);
    const auto room = stacked ? down : across;
    for (int at = 0; at < count; ++at) {
        const QPoint corner = stacked ? QPoint{0, at * (room.height() + kGap)} : QPoint{at * (room.width() + kGap), 0};
        paintPicture(painter, m_pictures[static_cast<std::size_t>(at)], {corner, room});
    }
}

void PictureView::paintPicture(QPainter& painter, const Picture& picture, const QRect& room) const {
    const auto& image = picture.image;
    painter.drawText(QRect{room.x(), room.y(), room.width(), kCaptionHeight}, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(picture.caption, Qt::ElideRight, room.width()));
    const auto frame = room.adjusted(0, kCaptionHeight, 0, 0);
    const double scale = fitOf(image, room.size()) * m_nearness;
    const QSizeF whole{image.width() * scale, image.height() * scale};
    const QSizeF seen{std::min<double>(whole.width(), frame.width()), std::min<double>(whole.height(), frame.height())};
    const auto begin = [](double middle, double all, double part) {
        return std::clamp(middle * all - part / 2, 0.0, all - part);
    };
    const QRectF target{{frame.x() + (frame.width() - seen.width()) / 2, double(frame.y())}, seen};
    const QRectF source{begin(m_middle.x(), whole.width(), seen.width()) / scale,
                        begin(m_middle.y(), whole.height(), seen.height()) / scale, seen.width() / scale,
                        seen.height() / scale};
    painter.drawImage(target, image, source);
    painter.drawRect(target.adjusted(0, 0, -1, -1));
}

}  // namespace gui
