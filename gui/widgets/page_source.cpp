// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/page_source.hpp"

#include <poppler-qt6.h>

#include <QBuffer>
#include <QDeadlineTimer>
#include <QImageReader>
#include <algorithm>
#include <cmath>

namespace gui {
namespace {

constexpr double kPointsAnInch = 72;
constexpr int kMostWords = 20000;

bool isLate(const QVariant& deadline) { return deadline.value<QDeadlineTimer>().hasExpired(); }

QVariant deadline() { return QVariant::fromValue(QDeadlineTimer{PageSource::kLongest}); }

std::vector<PageWord> wordsOf(const Poppler::Page& page) {
    std::vector<PageWord> words;
    for (const auto& box : page.textList(Poppler::Page::Rotate0, &isLate, deadline())) {
        if (words.size() == kMostWords) break;
        words.push_back({box->text(), box->boundingBox(), box->hasSpaceAfter()});
    }
    return words;
}

/// As large as is wanted and no larger than is borne.
double boundedScale(QSizeF points, double scale) {
    const double dots = points.width() * points.height() * scale * scale;
    return dots > PageSource::kMostDots ? scale * std::sqrt(PageSource::kMostDots / dots) : scale;
}

QImage pictureIn(QByteArray content) {
    QBuffer buffer{&content};
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader{&buffer};
    reader.setAutoTransform(true);
    const auto size = reader.size();
    if (!size.isValid() || double(size.width()) * size.height() > 4 * PageSource::kMostDots) return {};
    return reader.read();
}

}  // namespace

struct PageSource::Document {
    QByteArray content;
    std::unique_ptr<Poppler::Document> pdf;
    QImage picture;

    void open() {
        if (!content.startsWith("%PDF-")) {
            picture = pictureIn(content);
            return;
        }
        pdf = Poppler::Document::loadFromData(content);
        if (!pdf || pdf->isLocked() || pdf->numPages() < 1 || pdf->numPages() > kMostPages) return pdf.reset();
        pdf->setRenderHint(Poppler::Document::Antialiasing);
        pdf->setRenderHint(Poppler::Document::TextAntialiasing);
    }
    [[nodiscard]] int pages() const { return pdf ? pdf->numPages() : picture.isNull() ? 0 : 1; }
    [[nodiscard]] QSizeF sizeOf(int page) const {
        if (!pdf) return picture.size();
        const std::unique_ptr<Poppler::Page> found{pdf->page(page)};
        return found ? found->pageSizeF() : QSizeF{};
    }
    [[nodiscard]] DrawnPage draw(int page, double scale) const {
        DrawnPage drawn{page, 1, sizeOf(page), {}, {}};
        drawn.scale = boundedScale(drawn.points, scale);
        if (!pdf) {
            drawn.picture =
                picture.scaled((drawn.points * drawn.scale).toSize(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
            return drawn;
        }
        const std::unique_ptr<Poppler::Page> found{pdf->page(page)};
        if (!found) return drawn;
        const double dots = drawn.scale * kPointsAnInch;
        drawn.picture = found->renderToImage(dots, dots, -1, -1, -1, -1, Poppler::Page::Rotate0, nullptr, nullptr,
                                             &isLate, deadline());
        drawn.words = wordsOf(*found);
        return drawn;
    }
    [[nodiscard]] std::vector<FoundWords> find(const QString& text) const {
        std::vector<FoundWords> places;
        for (int at = 0; pdf && at < pages(); ++at) {
            const std::unique_ptr<Poppler::Page> page{pdf->page(at)};
            if (!page) continue;
            for (const auto& box : page->search(text, Poppler::Page::IgnoreCase | Poppler::Page::IgnoreDiacritics)) {
                if (places.size() == kMostFinds) return places;
                places.push_back({at, box});
            }
        }
        return places;
    }
};

PageSource::PageSource(QObject* parent) : QObject(parent) {
    m_thread.setMaxThreadCount(1);
    // What is wrong with a file is told by what is shown of it; its words do not belong into any log.
    Poppler::setDebugErrorFunction([](const QString&, const QVariant&) {}, {});
}

PageSource::~PageSource() {
    m_thread.clear();
    m_thread.waitForDone();
}

void PageSource::run(std::function<void(Document&)> work) {
    m_thread.start([document = m_document, work = std::move(work)] { work(*document); });
}

void PageSource::open(const base::Bytes& content) {
    m_thread.clear();
    ++m_opened;
    m_document = std::make_shared<Document>();
    if (content.size() > kLargestFile) return emit failed();
    m_document->content = QByteArray{reinterpret_cast<const char*>(content.data()), std::ssize(content)};
    run([this, number = m_opened](Document& document) {
        document.open();
        const int pages = document.pages();
        const auto first = pages > 0 ? document.sizeOf(0) : QSizeF{};
        QMetaObject::invokeMethod(this, [this, number, pages, first] {
            if (number != m_opened) return;
            if (pages > 0)
                emit opened(pages, first);
            else
                emit failed();
        });
    });
}

// Of what is wanted while another page is being drawn, only the last is.
void PageSource::draw(int page, double scale) {
    if (!m_document) return;
    const int wanted = ++m_wanted;
    run([this, wanted, number = m_opened, page, scale](Document& document) {
        if (wanted != m_wanted || document.pages() == 0) return;
        QMetaObject::invokeMethod(this, [this, number, made = document.draw(page, scale)] {
            if (number == m_opened) emit drawn(made);
        });
    });
}

void PageSource::find(const QString& text) {
    if (!m_document) return;
    run([this, number = m_opened, text](Document& document) {
        QMetaObject::invokeMethod(this, [this, number, places = document.find(text)] {
            if (number == m_opened) emit found(places);
        });
    });
}

}  // namespace gui
