// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QObject>
#include <QRectF>
#include <QThreadPool>
#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <vector>

#include "base/bytes.hpp"

namespace gui {

/// A word of a page, with its place in points from the upper left corner.
struct PageWord {
    QString text;
    QRectF box;
    bool spaceAfter = false;
};

struct DrawnPage {
    int page = 0;
    double scale = 1;  ///< dots a point
    QSizeF points;
    QImage picture;
    std::vector<PageWord> words;
};

struct FoundWords {
    int page = 0;
    QRectF box;  ///< in points
};

/// Draws the pages of a PDF, or a picture as a single page, on a thread of its own. What it is given may come from
/// anywhere: octets, pages, dots and time are bounded.
class PageSource : public QObject {
    Q_OBJECT
   public:
    static constexpr std::size_t kLargestFile = std::size_t{64} << 20U;
    static constexpr int kMostPages = 2000;
    static constexpr double kMostDots = 24e6;
    static constexpr std::chrono::seconds kLongest{8};
    static constexpr int kMostFinds = 500;

    explicit PageSource(QObject* parent = nullptr);
    ~PageSource() override;

    /// In place of what was open; `opened` or `failed` follows.
    void open(const base::Bytes& content);
    void draw(int page, double scale);
    void find(const QString& text);

   signals:
    void opened(int pages, QSizeF first);
    void failed();
    void drawn(const gui::DrawnPage& page);
    void found(const std::vector<gui::FoundWords>& places);

   private:
    struct Document;
    void run(std::function<void(Document&)> work);
    std::shared_ptr<Document> m_document;  ///< touched on the other thread only
    QThreadPool m_thread;
    std::atomic<int> m_wanted{0};  ///< numbers the drawings
    int m_opened = 0;              ///< numbers the documents: what an earlier one tells late is dropped
};

}  // namespace gui
