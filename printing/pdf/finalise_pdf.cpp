// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/pdf/finalise_pdf.hpp"

#include <fmt/format.h>

#include <array>
#include <memory>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

#include "base/failure.hpp"
#include "base/xml.hpp"

namespace printing {

using namespace base::literals;

namespace {

constexpr const char* kProducer = "Troquel";

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

std::string xmpExtras(const PdfDescription& description) {
    std::string extras;
    if (!description.author.empty())
        extras += fmt::format("<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>",
                              base::xml::escape(description.author));
    if (description.created)
        extras += fmt::format("<xmp:CreateDate>{}Z</xmp:CreateDate>",
                              base::formatTimestamp(*description.created).substr(0, 19));
    return extras;
}

std::string xmpOf(const PdfDescription& description) {
    return fmt::format(
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
        " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">"
        "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{0}</rdf:li></rdf:Alt></dc:title>"
        "<dc:language><rdf:Bag><rdf:li>{1}</rdf:li></rdf:Bag></dc:language>"
        "{3}<pdf:Producer>{2}</pdf:Producer></rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>",
        base::xml::escape(description.title), base::xml::escape(description.language), kProducer,
        xmpExtras(description));
}

void repairFont(QPDF& pdf, QPDFObjectHandle font) {
    font.replaceKey("/ToUnicode", QPDFObjectHandle::newStream(&pdf, identityToUnicode()));
    auto info = font.getKey("/DescendantFonts").getArrayItem(0).getKey("/CIDSystemInfo");
    info.replaceKey("/Ordering", QPDFObjectHandle::newString("Identity"));
}

void repairObjects(QPDF& pdf) {
    for (auto& object : pdf.getAllObjects()) {
        if (object.isStream() && object.getDict().getKey("/Filter").isArray() &&
            object.getDict().getKey("/Filter").getArrayNItems() == 1)
            object.getDict().replaceKey("/Filter", object.getDict().getKey("/Filter").getArrayItem(0));
        if (object.isDictionaryOfType("/Font", "/Type0")) repairFont(pdf, object);
    }
}

void describe(QPDF& pdf, const PdfDescription& description) {
    auto root = pdf.getRoot();
    root.replaceKey("/Lang", QPDFObjectHandle::newUnicodeString(description.language));
    root.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
    auto metadata = QPDFObjectHandle::newStream(&pdf, xmpOf(description));
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

}  // namespace

base::Bytes finalisePdf(base::BytesView drawn, const PdfDescription& description) {
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("page", reinterpret_cast<const char*>(drawn.data()), drawn.size());
        repairObjects(pdf);
        describe(pdf, description);
        QPDFWriter writer{pdf};
        writer.setOutputMemory();
        writer.setDeterministicID(true);
        writer.setMinimumPDFVersion("1.7");
        writer.setNewlineBeforeEndstream(true);
        writer.write();
        const std::unique_ptr<Buffer> file{writer.getBuffer()};
        return {file->getBuffer(), file->getBuffer() + file->getSize()};
    } catch (const QPDFExc& error) {
        throw base::Failure{"printing.pdf-not-finalised"_code, base::NextStep::CallSupervisor, "libqpdf", error.what()};
    }
}

}  // namespace printing
