// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/pdf/finalise_pdf.hpp"

#include <fmt/format.h>

#include <array>
#include <functional>
#include <memory>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

#include "base/failure.hpp"
#include "printing/pdf/font_objects.hpp"
#include "printing/pdf/metadata.hpp"
#include "printing/pdf/tagging.hpp"

namespace printing {

using namespace base::literals;

namespace {

/// libharu writes each character as its UTF-16 unit, so that the map to Unicode is the identity. A range may not cross
/// from one high octet to the next (ISO 32000-1 9.10.3), and a block holds at most 100 ranges.
std::string identityToUnicode() {
    std::string map =
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    // Latin to IPA, Latin Additional to the numero sign, and the saltillo: what our fonts hold.
    constexpr std::array kHighOctets{0x00, 0x01, 0x02, 0x1E, 0x1F, 0x20, 0x21, 0xA7};
    map += fmt::format("{} beginbfrange\n", kHighOctets.size());
    for (const int high : kHighOctets) map += fmt::format("<{0:02X}00> <{0:02X}FF> <{0:02X}00>\n", high);
    map += "endbfrange\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
    return map;
}

/// "20261123101530Z", as ISO 32000-1 7.9.4 writes a moment.
std::string pdfDate(base::Timestamp moment) {
    std::string digits = "D:";
    for (const char c : base::formatTimestamp(moment).substr(0, 19))
        if (c >= '0' && c <= '9') digits += c;
    return digits + "Z";
}

/// The widths (ISO 32000-1 9.7.4.3) of these characters alone.
QPDFObjectHandle widthsOf(QPDFObjectHandle all, const std::u32string& characters) {
    auto widths = QPDFObjectHandle::newArray();
    for (int i = 0; i + 1 < all.getArrayNItems(); i += 2) {
        auto run = all.getArrayItem(i + 1);
        auto part = QPDFObjectHandle::newNull();
        for (int k = 0; k < run.getArrayNItems(); ++k) {
            const int code = all.getArrayItem(i).getIntValueAsInt() + k;
            if (characters.find(static_cast<char32_t>(code)) == std::u32string::npos) {
                part = QPDFObjectHandle::newNull();
                continue;
            }
            if (part.isNull()) {
                part = QPDFObjectHandle::newArray();
                widths.appendItem(QPDFObjectHandle::newInteger(code));
                widths.appendItem(part);
            }
            part.appendItem(run.getArrayItem(k));
        }
    }
    return widths;
}

void rename(QPDFObjectHandle object, const char* key, const std::string& tag) {
    const auto name = object.getKey(key).getName();  // "/HPDFAA+NotoSans-Regular"
    object.replaceKey(key, QPDFObjectHandle::newName("/" + tag + name.substr(name.find('+'))));
}

void repairFont(QPDF& pdf, QPDFObjectHandle font, const std::u32string& characters, const std::string& tag) {
    font.replaceKey("/ToUnicode", QPDFObjectHandle::newStream(&pdf, identityToUnicode()));
    auto described = font.getKey("/DescendantFonts").getArrayItem(0);
    described.getKey("/CIDSystemInfo").replaceKey("/Ordering", QPDFObjectHandle::newString("Identity"));
    described.replaceKey("/W", widthsOf(described.getKey("/W"), characters));
    rename(font, "/BaseFont", tag);
    rename(described, "/BaseFont", tag);
    rename(described.getKey("/FontDescriptor"), "/FontName", tag);
}

void repairFilters(QPDF& pdf) {
    for (auto& object : pdf.getAllObjects()) {
        if (object.isStream() && object.getDict().getKey("/Filter").isArray() &&
            object.getDict().getKey("/Filter").getArrayNItems() == 1)
            object.getDict().replaceKey("/Filter", object.getDict().getKey("/Filter").getArrayItem(0));
    }
}

void describe(QPDF& pdf, const PdfDescription& description, Claims claims) {
    auto root = pdf.getRoot();
    root.replaceKey("/Lang", QPDFObjectHandle::newUnicodeString(description.language));
    root.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
    auto metadata = QPDFObjectHandle::newStream(&pdf, xmpOf(description, claims));
    metadata.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
    metadata.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
    root.replaceKey("/Metadata", pdf.makeIndirectObject(metadata));
    auto info = QPDFObjectHandle::newDictionary();
    info.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(description.title));
    if (!description.author.empty()) info.replaceKey("/Author", QPDFObjectHandle::newUnicodeString(description.author));
    if (description.created)
        info.replaceKey("/CreationDate", QPDFObjectHandle::newString(pdfDate(*description.created)));
    info.replaceKey("/Producer", QPDFObjectHandle::newUnicodeString(kProducer));
    pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(info));
}

base::Bytes written(QPDF& pdf) {
    QPDFWriter writer{pdf};
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setMinimumPDFVersion("1.7");
    writer.setNewlineBeforeEndstream(true);
    writer.write();
    const std::unique_ptr<Buffer> file{writer.getBuffer()};
    return {file->getBuffer(), file->getBuffer() + file->getSize()};
}

/// The file as the change leaves it.
base::Bytes changed(base::BytesView drawn, const std::function<void(QPDF&)>& change) {
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("page", reinterpret_cast<const char*>(drawn.data()), drawn.size());
        repairFilters(pdf);
        change(pdf);
        return written(pdf);
    } catch (const QPDFExc& error) {
        throw base::Failure{"printing.pdf-not-finalised"_code, base::NextStep::CallSupervisor, "libqpdf", error.what()};
    }
}

}  // namespace

base::Bytes finalisePdf(base::BytesView drawn, const FontSet& fonts, const PdfDescription& description) {
    FontObjects faces{fonts};
    return changed(drawn, [&](QPDF& pdf) {
        faces.putInto(pdf);
        describe(pdf, description, Claims::None);
    });
}

base::Bytes finalisePdf(base::BytesView drawn, const FontSet& fonts, const PdfDescription& description,
                        const TaggedContents& contents) {
    FontObjects faces{fonts};
    return changed(drawn, [&](QPDF& pdf) {
        faces.putInto(pdf);
        describe(pdf, description, Claims::ArchiveAndAccess);
        addOutputIntent(pdf);
        addStructure(pdf, contents);
    });
}

base::Bytes finaliseSpecimen(base::BytesView drawn, const std::u32string& characters, const std::string& tag) {
    return changed(drawn, [&](QPDF& pdf) {
        for (auto& object : pdf.getAllObjects())
            if (object.isDictionaryOfType("/Font", "/Type0")) repairFont(pdf, object, characters, tag);
    });
}

}  // namespace printing
