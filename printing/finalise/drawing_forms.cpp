// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/finalise/drawing_forms.hpp"

#include <algorithm>
#include <map>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <stdexcept>

#include "printing/finalise/pdf_objects.hpp"

namespace printing {
namespace {

using Object = QPDFObjectHandle;

/// The octets of a composite font's face; nothing that is a stream for any other font.
Object programOf(Object font) {
    auto descendants = font.getKey("/DescendantFonts");
    if (!descendants.isArray() || descendants.getArrayNItems() != 1) return Object::newNull();
    auto described = descendants.getArrayItem(0).getKey("/FontDescriptor");
    return described.isDictionary() ? described.getKey("/FontFile2") : Object::newNull();
}

bool sameFontName(Object font, Object other) {
    auto name = font.getKey("/BaseFont"), othersName = other.getKey("/BaseFont");
    return name.isName() && othersName.isName() && name.getName() == othersName.getName();
}

bool sameOctets(Object stream, Object other) {
    const auto octets = stream.getRawStreamData(), others = other.getRawStreamData();
    return octets->getSize() == others->getSize() &&
           std::equal(octets->getBuffer(), octets->getBuffer() + octets->getSize(), others->getBuffer());
}

}  // namespace

void DrawingForms::know(Object resources) {
    auto fonts = resources.isDictionary() ? resources.getKey("/Font") : Object::newNull();
    if (!fonts.isDictionary()) return;
    for (const auto& name : fonts.getKeys()) {
        auto font = fonts.getKey(name);
        const bool known =
            std::ranges::any_of(m_fonts, [&](const auto& each) { return each.getObjGen() == font.getObjGen(); });
        if (font.isIndirect() && font.isDictionary() && !known) m_fonts.push_back(font);
    }
}

Object DrawingForms::sameAs(Object foreign) {
    auto wanted = programOf(foreign);
    if (!wanted.isStream()) return Object::newNull();
    for (const auto& font : m_fonts) {
        auto here = programOf(font);
        if (here.isStream() && sameFontName(font, foreign) && sameOctets(here, wanted)) return font;
    }
    return Object::newNull();
}

Object DrawingForms::formOf(base::BytesView drawing) {
    const auto drawn = openPdf(drawing, Damage::Refused);
    drawn->setImmediateCopyFrom(true);
    auto pages = QPDFPageDocumentHelper{*drawn}.getAllPages();
    if (pages.size() != 1) throw std::runtime_error{"drawing of more than one page"};
    std::map<std::string, Object> shared;
    auto fonts = pages.front().getAttribute("/Resources", true).getKey("/Font");
    if (fonts.isDictionary())
        for (const auto& name : fonts.getKeys())
            if (auto here = sameAs(fonts.getKey(name)); here.isDictionary()) {
                shared.emplace(name, here);
                fonts.removeKey(name);
            }
    auto form = m_pdf.copyForeignObject(pages.front().getFormXObjectForPage());
    auto resources = form.getDict().getKey("/Resources");
    for (const auto& [name, font] : shared) resources.getKey("/Font").replaceKey(name, font);
    know(resources);
    return form;
}

}  // namespace printing
