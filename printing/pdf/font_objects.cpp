// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/pdf/font_objects.hpp"

#include <functional>
#include <memory>
#include <mutex>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include "printing/pdf/canvas.hpp"
#include "printing/pdf/finalise_pdf.hpp"
#include "printing/pdf/font_placeholders.hpp"

namespace printing {
namespace {

/// A file with the face; made once a program.
const base::Bytes& specimenOf(const Typeface& face, FontExtent extent) {
    static std::mutex making;
    static std::map<std::pair<std::filesystem::path, FontExtent>, base::Bytes> made;
    const std::lock_guard lock{making};
    auto& specimen = made[{face.file(), extent}];
    if (specimen.empty()) {
        auto characters = face.characters();
        if (extent == FontExtent::Usual) std::erase_if(characters, std::not_fn(isUsual));
        specimen = finaliseSpecimen(drawSpecimen(face, characters), characters,
                                    extent == FontExtent::Usual ? "USUALA" : "WHOLEA");
    }
    return specimen;
}

/// The font of a specimen. Read once a thread: libqpdf's objects belong to one.
QPDFObjectHandle fontOf(const base::Bytes& specimen) {
    thread_local std::map<const base::Bytes*, std::unique_ptr<QPDF>> read;
    auto& pdf = read[&specimen];
    if (!pdf) {
        pdf = std::make_unique<QPDF>();
        pdf->processMemoryFile("face", reinterpret_cast<const char*>(specimen.data()), specimen.size());
    }
    auto page = QPDFPageDocumentHelper{*pdf}.getAllPages().front().getObjectHandle();
    auto fonts = page.getKey("/Resources").getKey("/Font");
    return fonts.getKey(*fonts.getKeys().begin());
}

}  // namespace

QPDFObjectHandle FontObjects::faceFor(QPDF& pdf, const std::string& placeholder) {
    auto& face = m_faces[placeholder];
    if (face.isInitialized()) return face;
    const auto found = std::find_if(kFontPlaceholders.begin(), kFontPlaceholders.end(),
                                    [&](const auto& each) { return each.name == placeholder; });
    if (found != kFontPlaceholders.end())
        face = pdf.copyForeignObject(fontOf(specimenOf(m_fonts.of(found->font), found->extent)));
    return face;
}

void FontObjects::putInto(QPDF& pdf) {
    for (auto& page : QPDFPageDocumentHelper{pdf}.getAllPages()) {
        auto fonts = page.getObjectHandle().getKey("/Resources").getKey("/Font");
        if (!fonts.isDictionary()) continue;
        for (const auto& name : fonts.getKeys()) {
            auto drawn = fonts.getKey(name).getKey("/BaseFont");
            const auto face = faceFor(pdf, drawn.getName().substr(1));
            if (face.isInitialized()) fonts.replaceKey(name, face);
        }
    }
}

}  // namespace printing
