// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/pdf/pdf_file.hpp"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <cmath>

#include "printing/page/text.hpp"

namespace printing {

using namespace base::literals;

namespace {

base::Fault notReadable(const std::string& what) { return {"printing.pdf-not-readable"_code, {{"detail", what}}, {}}; }

std::string octetsOf(const poppler::ustring& text) {
    const auto octets = text.to_utf8();
    return {octets.begin(), octets.end()};
}

Box millimetres(const poppler::rectf& box) {
    return {box.x() * kMillimetresAPoint, box.y() * kMillimetresAPoint, box.width() * kMillimetresAPoint,
            box.height() * kMillimetresAPoint};
}

TextBox textBoxOf(const poppler::text_box& word) {
    const Box box = millimetres(word.bbox());
    TextBox result{octetsOf(word.text()), box.x, box.y, box.width, box.height, {}};
    const auto characters = composed(result.text);
    for (std::size_t at = 0; characters && at < characters->size(); ++at)
        result.glyphs.push_back(
            {utf8Of(std::u32string_view{*characters}.substr(at, 1)), millimetres(word.char_bbox(at))});
    return result;
}

}  // namespace

struct PdfFile::State {
    std::unique_ptr<poppler::document> document;

    [[nodiscard]] base::Result<std::unique_ptr<poppler::page>> page(int number) const {
        std::unique_ptr<poppler::page> page;
        if (number >= 0 && number < document->pages()) page.reset(document->create_page(number));
        if (!page) return notReadable("no page " + std::to_string(number));
        return page;
    }
};

PdfFile::PdfFile(std::unique_ptr<State> state) : m_state(std::move(state)) {}
PdfFile::PdfFile(PdfFile&&) noexcept = default;
PdfFile& PdfFile::operator=(PdfFile&&) noexcept = default;
PdfFile::~PdfFile() = default;

base::Result<PdfFile> PdfFile::open(base::BytesView file) {
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
    poppler::byte_array octets{file.begin(), file.end()};
    std::unique_ptr<poppler::document> document{poppler::document::load_from_data(&octets)};
    if (!document || document->is_locked()) return notReadable("no PDF, or one that is locked");
    return PdfFile{std::unique_ptr<State>{new State{std::move(document)}}};
}

int PdfFile::pageCount() const { return m_state->document->pages(); }

base::Result<Box> PdfFile::pageBox(int page) const {
    const auto opened = m_state->page(page);
    if (!opened) return opened.refusal();
    const Box box = millimetres((*opened)->page_rect());
    return Box{0, 0, box.width, box.height};
}

base::Result<Image> PdfFile::rasterise(int page, double dpi, const std::optional<Box>& part) const {
    const auto opened = m_state->page(page);
    if (!opened) return opened.refusal();
    poppler::page_renderer renderer;
    renderer.set_render_hint(poppler::page_renderer::antialiasing);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
    renderer.set_image_format(poppler::image::format_rgb24);
    const auto pixels = [dpi](double length) { return static_cast<int>(std::lround(length * dpi / 25.4)); };
    const auto raster = part ? renderer.render_page(opened->get(), dpi, dpi, pixels(part->x), pixels(part->y),
                                                    pixels(part->width), pixels(part->height))
                             : renderer.render_page(opened->get(), dpi, dpi);
    if (!raster.is_valid()) return notReadable("page " + std::to_string(page) + " cannot be drawn");
    Image image{static_cast<std::uint32_t>(raster.width()), static_cast<std::uint32_t>(raster.height()), 3, {}};
    const std::size_t rowOctets = std::size_t{image.width} * 3;
    for (int row = 0; row < raster.height(); ++row) {
        const auto* start = reinterpret_cast<const std::uint8_t*>(raster.const_data()) + row * raster.bytes_per_row();
        base::append(image.pixels, base::BytesView{start, rowOctets});
    }
    return image;
}

base::Result<std::vector<TextBox>> PdfFile::text(int page) const {
    const auto opened = m_state->page(page);
    if (!opened) return opened.refusal();
    std::vector<TextBox> words;
    for (const auto& word : (*opened)->text_list()) words.push_back(textBoxOf(word));
    return words;
}

base::Result<Image> rasterise(base::BytesView pdf, int page, double dpi) {
    const auto file = PdfFile::open(pdf);
    if (!file) return file.refusal();
    return file->rasterise(page, dpi);
}

base::Result<std::vector<TextBox>> extractText(base::BytesView pdf, int page) {
    const auto file = PdfFile::open(pdf);
    if (!file) return file.refusal();
    return file->text(page);
}

}  // namespace printing
