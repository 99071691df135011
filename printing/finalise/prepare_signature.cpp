// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <set>
#include <stdexcept>

#include "printing/finalise/drawing_forms.hpp"
#include "printing/finalise/incremental_update.hpp"
#include "printing/finalise/pdf_objects.hpp"
#include "printing/finalise/signature_field.hpp"
#include "printing/pdf/tagging.hpp"

namespace printing {

using namespace base::literals;

namespace {

using Certification = SignatureField::Certification;
using Object = QPDFObjectHandle;

constexpr std::size_t kByteRangeWidth = 48;
constexpr int kPrintedAndLocked = 4 + 128;  // annotation flags (ISO 32000-1 table 165)
constexpr int kSignaturesExistAppendOnly = 3;
constexpr double kRounding = 0.1;  // millimetres

base::Fault placeWrong(const std::string& detail) {
    return {"printing.signature-place-wrong"_code, {{"detail", detail}}, {}};
}

bool hasSignatures(QPDF& pdf) {
    auto objects = pdf.getAllObjects();
    return std::any_of(objects.begin(), objects.end(),
                       [](Object& object) { return object.isDictionary() && object.hasKey("/ByteRange"); });
}

/// The same document in a file without damage, encryption or object streams.
base::Bytes writtenAnew(QPDF& pdf) {
    QPDFWriter writer{pdf};
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setMinimumPDFVersion("1.7");
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.setNewlineBeforeEndstream(true);
    writer.write();
    const std::unique_ptr<Buffer> file{writer.getBuffer()};
    return {file->getBuffer(), file->getBuffer() + file->getSize()};
}

std::string momentText(base::Timestamp moment) {
    const auto text = base::formatTimestamp(moment);  // 2026-11-23T10:15:30.123456Z
    return fmt::format("(D:{}{}{}{}{}{}Z)", text.substr(0, 4), text.substr(5, 2), text.substr(8, 2), text.substr(11, 2),
                       text.substr(14, 2), text.substr(17, 2));
}

/// One signature being added to one file.
class Preparation {
   public:
    Preparation(base::BytesView file, const SignatureField& field)
        : m_file(file),
          m_field(field),
          m_pdf(openPdf(file, Damage::Refused)),
          m_pages(QPDFPageDocumentHelper{*m_pdf}.getAllPages()),
          m_lastBefore(static_cast<int>(m_pdf->getObjectCount())) {}

    base::Result<PreparedSignature> prepare() {
        if (auto allowed = checkAllowed(); !allowed) return allowed.refusal();
        const auto rectangle = placeOnPage();
        if (!rectangle) return rectangle.refusal();
        m_signature = m_pdf->makeIndirectObject(Object::newDictionary());
        auto widget = makeWidget(*rectangle);
        addToPage(widget);
        addToForm(widget);
        for (const auto& object : addFormElement(*m_pdf, widget, page())) changed(object);
        if (m_field.certification != Certification::None) certify();
        return write();
    }

   private:
    [[nodiscard]] base::Outcome checkAllowed() const;
    base::Result<std::string> placeOnPage();
    [[nodiscard]] int pageNumber() const { return m_field.visible ? m_field.visible->page : 0; }
    [[nodiscard]] Object page() { return m_pages.at(static_cast<std::size_t>(pageNumber())).getObjectHandle(); }
    Object makeWidget(const std::string& rectangle);
    Object importAppearance();
    std::string freshName();
    void addToPage(Object widget);
    void addToForm(Object widget);
    void certify();
    [[nodiscard]] std::string signatureText() const;
    [[nodiscard]] std::string roomText() const;
    PreparedSignature write();
    void changed(Object object) { m_changed.insert(object.getObjGen()); }

    base::BytesView m_file;
    const SignatureField& m_field;
    std::unique_ptr<QPDF> m_pdf;
    std::vector<QPDFPageObjectHelper> m_pages;
    int m_lastBefore;
    Object m_signature;
    std::set<QPDFObjGen> m_changed;
};

base::Outcome Preparation::checkAllowed() const {
    if (m_pdf->isEncrypted()) return base::Fault{"printing.pdf-encrypted"_code, {}, {}};
    const auto certified = certifiedFor(*m_pdf);
    if (certified == 1) return base::Fault{"printing.pdf-closed-to-signatures"_code, {}, {}};
    if (m_field.certification != Certification::None && (certified || hasSignatures(*m_pdf)))
        return base::Fault{"printing.certification-not-first"_code, {}, {}};
    return {};
}

/// The rectangle of the field on its page, in points from the lower left.
base::Result<std::string> Preparation::placeOnPage() {
    if (m_pages.empty() || pageNumber() < 0 || static_cast<std::size_t>(pageNumber()) >= m_pages.size())
        return placeWrong("page " + std::to_string(pageNumber() + 1));
    if (page().getObjectID() > m_lastBefore) return pdfNotReadable("page tree");
    if (!m_field.visible) return std::string{"[0 0 0 0]"};
    auto& helper = m_pages.at(static_cast<std::size_t>(pageNumber()));
    auto turned = helper.getAttribute("/Rotate", false);
    if (turned.isInteger() && turned.getIntValue() % 360 != 0) return placeWrong("turned page");
    auto cropped = helper.getAttribute("/CropBox", false);
    const auto shown =
        (cropped.isRectangle() ? cropped : helper.getAttribute("/MediaBox", false)).getArrayAsRectangle();
    const Box& box = m_field.visible->box;
    const double width = (shown.urx - shown.llx) * kMillimetresAPoint;
    const double height = (shown.ury - shown.lly) * kMillimetresAPoint;
    const bool inside = box.x >= 0 && box.y >= 0 && box.width > 0 && box.height > 0 &&
                        box.x + box.width <= width + kRounding && box.y + box.height <= height + kRounding;
    if (!inside) return placeWrong(fmt::format("{:g} x {:g} mm", width, height));
    const double left = shown.llx + box.x / kMillimetresAPoint;
    const double top = shown.ury - box.y / kMillimetresAPoint;
    return fmt::format("[{:.3f} {:.3f} {:.3f} {:.3f}]", left, top - box.height / kMillimetresAPoint,
                       left + box.width / kMillimetresAPoint, top);
}

std::string Preparation::freshName() {
    std::set<std::string> taken;
    for (const auto& field : formFields(*m_pdf)) taken.insert(field.name);
    int number = 1;
    while (taken.count("Signature" + std::to_string(number)) > 0) ++number;
    return "Signature" + std::to_string(number);
}

Object Preparation::importAppearance() {
    DrawingForms forms{*m_pdf};
    forms.know(m_pages.at(static_cast<std::size_t>(pageNumber())).getAttribute("/Resources", false));
    return forms.formOf(m_field.visible->appearance);
}

Object Preparation::makeWidget(const std::string& rectangle) {
    auto widget = Object::parse(
        fmt::format("<< /Type /Annot /Subtype /Widget /FT /Sig /F {} /Rect {} >>", kPrintedAndLocked, rectangle));
    widget.replaceKey("/T", Object::newUnicodeString(freshName()));
    const std::string spoken = m_field.description.empty() ? "Firma electrónica: " + m_field.name : m_field.description;
    widget.replaceKey("/TU", Object::newUnicodeString(spoken));
    widget.replaceKey("/P", page());
    widget.replaceKey("/V", m_signature);
    if (m_field.visible) {
        auto appearances = Object::newDictionary();
        appearances.replaceKey("/N", importAppearance());
        widget.replaceKey("/AP", appearances);
    }
    return m_pdf->makeIndirectObject(widget);
}

void Preparation::addToPage(Object widget) {
    auto annotations = page().getKey("/Annots");
    if (annotations.isArray()) {
        annotations.appendItem(widget);
        changed(annotations.isIndirect() ? annotations : page());
        return;
    }
    page().replaceKey("/Annots", Object::newArray(std::vector<Object>{widget}));
    changed(page());
}

void Preparation::addToForm(Object widget) {
    auto root = m_pdf->getRoot();
    if (!root.getKey("/AcroForm").isDictionary()) {
        root.replaceKey("/AcroForm", m_pdf->makeIndirectObject(Object::parse("<< /Fields [] >>")));
        changed(root);
    }
    auto form = root.getKey("/AcroForm");
    if (!form.getKey("/Fields").isArray()) form.replaceKey("/Fields", Object::newArray());
    auto fields = form.getKey("/Fields");
    fields.appendItem(widget);
    if (fields.isIndirect()) changed(fields);
    form.replaceKey("/SigFlags", Object::newInteger(kSignaturesExistAppendOnly));
    changed(form.isIndirect() ? form : root);
}

void Preparation::certify() {
    auto root = m_pdf->getRoot();
    auto perms = Object::newDictionary();
    perms.replaceKey("/DocMDP", m_signature);
    root.replaceKey("/Perms", perms);
    changed(root);
}

/// The signature dictionary; /ByteRange is filled in when the places are known, /Contents stands last.
std::string Preparation::signatureText() const {
    if (m_field.kind == SignatureField::Kind::DocumentTimestamp)
        return "<< /Type /DocTimeStamp /Filter /Adobe.PPKLite /SubFilter /ETSI.RFC3161" + roomText();
    std::string text =
        "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M " + momentText(m_field.moment);
    const auto add = [&](const char* key, const std::string& value) {
        if (!value.empty()) text += std::string{key} + Object::newUnicodeString(value).unparse();
    };
    add(" /Name ", m_field.name);
    add(" /Reason ", m_field.reason);
    add(" /Location ", m_field.location);
    if (m_field.certification != Certification::None)
        text += fmt::format(
            " /Reference [<< /Type /SigRef /TransformMethod /DocMDP"
            " /TransformParams << /Type /TransformParams /P {} /V /1.2 >> >>]",
            m_field.certification == Certification::NoChanges ? 1 : 2);
    return text + roomText();
}

std::string Preparation::roomText() const {
    return " /ByteRange " + std::string(kByteRangeWidth, ' ') + " /Contents <" +
           std::string(2 * m_field.reserved, '0') + "> >>";
}

PreparedSignature Preparation::write() {
    IncrementalUpdate update{m_file, *m_pdf};
    for (const auto& id : m_changed)
        if (id.getObj() <= m_lastBefore) update.put(m_pdf->getObject(id));
    const int last = static_cast<int>(m_pdf->getObjectCount());
    for (int number = m_lastBefore + 1; number <= last; ++number)
        if (number != m_signature.getObjectID()) update.put(m_pdf->getObjectByID(number, 0));
    const auto text = signatureText();
    const auto begin = update.put(m_signature.getObjGen(), text);
    PreparedSignature prepared;
    prepared.file = update.finish();
    prepared.gapEnd = begin + text.size() - 3;  // " >>"
    prepared.gapBegin = prepared.gapEnd - 2 * m_field.reserved - 2;
    const auto range =
        fmt::format("[0 {} {} {}]", prepared.gapBegin, prepared.gapEnd, prepared.file.size() - prepared.gapEnd);
    const auto place = begin + text.rfind(" /Contents <") - kByteRangeWidth;
    std::copy(range.begin(), range.end(), prepared.file.begin() + static_cast<long>(place));
    return prepared;
}

base::Bytes normalised(base::BytesView pdf) {
    const auto opened = openPdf(pdf, Damage::Repaired);
    if (hasSignatures(*opened)) return {pdf.begin(), pdf.end()};
    return opened->isEncrypted() ? base::Bytes{pdf.begin(), pdf.end()} : writtenAnew(*opened);
}

}  // namespace

base::Bytes PreparedSignature::signedOctets() const {
    const base::BytesView whole{file};
    return base::concat({whole.first(gapBegin), whole.subspan(gapEnd)});
}

base::Result<PreparedSignature> prepareSignature(base::BytesView pdf, const SignatureField& field) {
    try {
        if (field.finalised) return Preparation{pdf, field}.prepare();
        const auto file = normalised(pdf);
        return Preparation{file, field}.prepare();
    } catch (const std::runtime_error& error) {
        return pdfNotReadable(error.what());
    } catch (const std::logic_error& error) {
        return pdfNotReadable(error.what());
    }
}

base::Result<base::Bytes> placeSignature(PreparedSignature prepared, base::BytesView cms) {
    const auto digits = base::toHex(cms);
    const auto room = prepared.gapEnd - prepared.gapBegin - 2;
    if (cms.empty() || digits.size() > room)
        return base::Fault{"printing.signature-too-large"_code,
                           {{"size", std::to_string(cms.size())}, {"limit", std::to_string(room / 2)}},
                           {}};
    std::copy(digits.begin(), digits.end(), prepared.file.begin() + static_cast<long>(prepared.gapBegin) + 1);
    return std::move(prepared.file);
}

}  // namespace printing
