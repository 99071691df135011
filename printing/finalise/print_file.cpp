// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/finalise/print_file.hpp"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <stdexcept>

#include "printing/draw_page.hpp"
#include "printing/finalise/drawing_forms.hpp"
#include "printing/finalise/pdf_objects.hpp"

namespace printing {
namespace {

using Object = QPDFObjectHandle;

constexpr double kMarkWidth = 150;  // millimetres
constexpr double kLetters = 7;      // points
constexpr double kSmallest = 5;

base::Result<base::Bytes> drawnMark(const std::string& mark, const std::shared_ptr<const FontSet>& fonts) {
    PageDesign design;
    design.name = "mark";
    design.title = "Marca de impresión";
    design.language = "es";
    design.width = kMarkWidth;
    design.height = kMarkHeight;
    design.fonts = fonts;
    TextStyle style{FontId::Text, kLetters, kSmallest};
    style.align = Align::Right;
    design.texts.push_back({"mark", {0, 0, kMarkWidth, kMarkHeight}, "", 0, style, false});
    PageValues values;
    values.texts["mark"] = mark;
    return drawPage(design, values);
}

/// Puts a form onto a page, over all that is there.
void overlay(QPDF& pdf, QPDFPageObjectHelper& page, Object form) {
    auto resources = page.getAttribute("/Resources", true);
    resources.mergeResources(Object::parse("<< /XObject << >> >>"));
    int suffix = 1;
    const auto name = resources.getUniqueResourceName("/Mark", suffix);
    resources.getKey("/XObject").replaceKey(name, form);
    const auto sheet = page.getAttribute("/MediaBox", false).getArrayAsRectangle();
    const double right = sheet.urx - kMarkRight / kMillimetresAPoint;
    const double top = sheet.ury - kMarkTop / kMillimetresAPoint;
    const Object::Rectangle place{right - kMarkWidth / kMillimetresAPoint, top - kMarkHeight / kMillimetresAPoint,
                                  right, top};
    page.addPageContents(Object::newStream(&pdf, "q\n"), true);
    page.addPageContents(Object::newStream(&pdf, "\nQ\n" + page.placeFormXObject(form, name, place)), false);
}

base::Bytes written(QPDF& pdf) {
    QPDFWriter writer{pdf};
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.write();
    const std::unique_ptr<Buffer> file{writer.getBuffer()};
    return {file->getBuffer(), file->getBuffer() + file->getSize()};
}

base::Result<base::Bytes> marked(base::BytesView pdf, const std::vector<std::string>& marks,
                                 const std::shared_ptr<const FontSet>& fonts) {
    const auto opened = openPdf(pdf, Damage::Refused);
    QPDFPageDocumentHelper document{*opened};
    document.flattenAnnotations();
    for (const char* key : {"/AcroForm", "/Perms", "/DSS"}) opened->getRoot().removeKey(key);
    auto pages = document.getAllPages();
    if (pages.size() != marks.size()) return pdfNotReadable(std::to_string(pages.size()) + " pages");
    DrawingForms forms{*opened};
    for (std::size_t at = 0; at < pages.size(); ++at) {
        const auto mark = drawnMark(marks[at], fonts);
        if (!mark) return mark.refusal();
        forms.know(pages[at].getAttribute("/Resources", false));
        overlay(*opened, pages[at], forms.formOf(*mark));
    }
    return written(*opened);
}

}  // namespace

base::Result<base::Bytes> printFileOf(base::BytesView pdf, const std::vector<std::string>& marks,
                                      const std::shared_ptr<const FontSet>& fonts) {
    try {
        return marked(pdf, marks, fonts);
    } catch (const std::runtime_error& error) {
        return pdfNotReadable(error.what());
    } catch (const std::logic_error& error) {
        return pdfNotReadable(error.what());
    }
}

}  // namespace printing
