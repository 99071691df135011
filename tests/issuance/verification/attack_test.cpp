// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "printing/draw_page.hpp"
#include "tests/issuance/verification/verification_house.hpp"
#include "tests/printing/pdf_updates.hpp"
#include "tests/printing/sample_documents.hpp"

namespace issuance {
namespace {

using samples::freshNumber;
using samples::objectWith;
using samples::updated;
using Object = QPDFObjectHandle;

/// The document as somebody who may change everything before the signature would prepare it.
base::Bytes prepared(base::BytesView pdf, const std::function<void(QPDF&)>& change) {
    QPDF file;
    file.processMemoryFile("page", reinterpret_cast<const char*>(pdf.data()), pdf.size());
    change(file);
    QPDFWriter writer{file};
    writer.setOutputMemory();
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.write();
    const std::unique_ptr<Buffer> written{writer.getBuffer()};
    return {written->getBuffer(), written->getBuffer() + written->getSize()};
}

/// An appearance that fills its place with white.
base::Bytes whiteSheet(double width, double height) {
    printing::PageDesign design;
    design.name = design.title = "blank";
    design.language = "es";
    design.width = width;
    design.height = height;
    design.fonts = printing::samples::document().fonts;
    design.rectangles.push_back({{0, 0, width, height}, {1, 1, 1}});
    return base::expected(printing::drawPage(design, {}), "sheet");
}

std::string reference(int number) { return std::to_string(number) + " 0 R"; }

class Attacks : public VerificationHouse {
   protected:
    base::Bytes pdf = signedPage();
    std::pair<int, std::string> pageObject = objectWith(pdf, "/MediaBox");
    int fresh = freshNumber(pdf);

    /// The page with one more annotation, which an update adds.
    [[nodiscard]] base::Bytes withAnnotation(const std::string& annotation,
                                             const std::string& drawing = "1 g 0 0 300 300 re f") const {
        auto text = pageObject.second;
        const auto at = text.find(']', text.find("/Annots ["));
        text.insert(at, " " + reference(fresh) + " ");
        return updated(pdf,
                       {{pageObject.first, text},
                        {fresh, annotation + " /AP << /N " + reference(fresh + 1) + " >> >>"},
                        {fresh + 1, "<< /Type /XObject /Subtype /Form /BBox [0 0 300 300] /Length " +
                                        std::to_string(drawing.size()) + " >>\nstream\n" + drawing + "\nendstream"}});
    }
};

TEST_F(Attacks, AnyAlteredOctetIsSeen) {
    const auto gap = base::expected(printing::readSignatures(pdf), "signatures").front();
    for (std::size_t at = 40; at < pdf.size(); at += pdf.size() / 37) {
        if (at > gap.gapBegin && at < gap.gapEnd) continue;  // certificates that go along are not signed
        auto altered = pdf;
        altered[at] ^= 1U;
        EXPECT_NE(verdictOf(altered), "authentic") << at;
    }
    for (std::size_t size = 100; size < pdf.size(); size += pdf.size() / 23)
        EXPECT_NE(verdictOf(base::BytesView{pdf}.first(size)), "authentic") << size;
}

TEST_F(Attacks, IncrementalSavingIsSeen) {
    auto text = pageObject.second;
    const auto contents = text.find("/Contents ");
    text.replace(contents, text.find(" R", contents) + 2 - contents, "/Contents " + reference(fresh));
    const std::string drawing = "BT /F1 30 Tf 100 500 Td (PAGADO) Tj ET";
    expect(updated(pdf, {{pageObject.first, text},
                         {fresh,
                          "<< /Length " + std::to_string(drawing.size()) + " >>\nstream\n" + drawing + "\nendstream"}}),
           Verdict::Altered, "verification.changed-later");
}

TEST_F(Attacks, HidingUnderAnAnnotationIsSeen) {
    expect(withAnnotation("<< /Type /Annot /Subtype /Stamp /F 4 /Rect [70 600 400 750]"), Verdict::Altered,
           "verification.changed-later");
    // Dressed as a field for a signature that nobody made.
    expect(withAnnotation("<< /Type /Annot /Subtype /Widget /FT /Sig /T (Otra) /F 4 /Rect [70 500 400 780]"),
           Verdict::Altered, "verification.page-differs");
}

TEST_F(Attacks, WhatOnlyThePrinterShowsIsDoubtful) {
    // Not on screen (NoView), but on paper (Print).
    expect(withAnnotation("<< /Type /Annot /Subtype /Widget /FT /Sig /T (Otra) /F 36 /Rect [70 500 400 780]"),
           Verdict::Doubtful, "verification.moving-part");
    // A field that somebody will sign may look otherwise then.
    expect(withAnnotation("<< /Type /Annot /Subtype /Widget /FT /Sig /T (Otra) /F 4 /Rect [70 10 90 20]", "0 g"),
           Verdict::Doubtful, "verification.moving-part");
}

TEST_F(Attacks, ReplacingAFontIsSeen) {
    const auto font = objectWith(pdf, "/BaseFont");
    auto text = font.second;
    text.replace(text.find("/BaseFont /") + 11, 3, "Xyz");
    expect(updated(pdf, {{font.first, text}}), Verdict::Altered, "verification.changed-later");
}

// Hide and replace: both contents are in the signed file, and an update only makes the other one count.
TEST_F(Attacks, HideAndReplaceIsSeen) {
    const auto shadow = signedBy(prepared(page(), [](QPDF& file) {
        auto hidden = file.makeIndirectObject(Object::newStream(&file, "BT ET"));
        auto root = file.getRoot();
        root.replaceKey("/PieceInfo", hidden);
    }));
    expect(shadow, Verdict::Authentic);
    const auto text = samples::textOf(shadow);
    const auto sheet = objectWith(shadow, "/MediaBox").second;
    const auto contents = std::stoi(sheet.substr(sheet.find("/Contents ") + 10));
    const auto other = objectWith(shadow, "BT ET").first;
    const auto place = text.rfind("\n" + std::to_string(other) + " 0 obj") + 1;
    auto swapped = text;
    char entry[64];
    std::snprintf(entry, sizeof entry, "xref\n%d 1\n%010zu 00000 n \n", contents, place);
    const auto trailer = text.substr(text.rfind("/Size"), text.rfind("/ID") - text.rfind("/Size"));
    swapped += std::string{entry} + "trailer\n<< " + trailer.substr(0, trailer.find("/Prev")) +
               trailer.substr(trailer.find("/Root")) + " /Prev " +
               std::to_string(std::stoul(text.substr(text.rfind("startxref") + 10))) + " >>\nstartxref\n" +
               std::to_string(text.size()) + "\n%%EOF\n";
    expect(base::bytesOf(swapped), Verdict::Altered);
}

TEST_F(Attacks, WrappedAndMovedSignaturesAreSeen) {
    const auto own = objectWith(pdf, "/ETSI.CAdES.detached");
    expect(updated(pdf, {{own.first, own.second}}), Verdict::Altered, "printing.signature-malformed");
    // Another catalogue without the form: what was signed looks unsigned.
    const auto root = objectWith(pdf, "/Type /Catalog");
    auto text = root.second;
    text.replace(text.find("/AcroForm"), 9, "/Acr_Form");
    expect(updated(pdf, {{root.first, text}}), Verdict::Altered, "verification.signature-removed");
    // Rewritten without any trace it is but a page with a seal.
    expect(prepared(pdf,
                    [](QPDF& file) {
                        file.getRoot().removeKey("/AcroForm");
                        file.getRoot().removeKey("/Perms");
                        file.getRoot().removeKey("/StructTreeRoot");  // whose elements name the field
                        for (auto& sheet : QPDFPageDocumentHelper{file}.getAllPages())
                            sheet.getObjectHandle().removeKey("/Annots");
                    }),
           Verdict::AuthenticSeal, "verification.compare-page");
}

TEST_F(Attacks, ALaterSignatureMayNotCoverThePage) {
    auto covering = field("Ana Ixcot", 25);
    covering.visible->box = {20, 20, 170, 60};
    covering.visible->appearance = whiteSheet(170, 60);
    expect(base::expected(signPdf(pdf, covering, {endorser, anchors}), "PDF"), Verdict::Altered,
           "verification.page-differs");
    // A stranger may not even add to an empty place.
    const SignerEnrolment stranger{"Otra casa", "Desconocida"};
    const auto otherAuthority = base::expected(foundHouseAuthority(keys(), "Otra casa", clock.now()), "authority");
    const auto other = base::expected(
        enrolSigner(keys(), {keys(), otherAuthority.key, otherAuthority.certificate}, stranger, clock.now()),
        "stranger");
    const signing::SigningIdentity identity{keys(), other.key, other.certificate};
    expect(base::expected(signPdf(pdf, field("Ana Ixcot", 25), {identity}), "PDF"), Verdict::Altered,
           "verification.page-differs");
    auto unseen = field("Ana Ixcot");
    unseen.visible.reset();
    expect(base::expected(signPdf(pdf, unseen, {identity}), "PDF"), Verdict::UnknownSigner, "signing.issuer-unknown");
}

TEST_F(Attacks, WhatMovesIsDoubtfulThoughItWasSigned) {
    const auto signedWith = [&](const std::function<void(QPDF&)>& change) {
        return signedBy(prepared(page(), change));
    };
    expect(signedWith([](QPDF& file) {
               file.getRoot().replaceKey("/OCProperties", Object::parse("<< /OCGs [] /D << >> >>"));
           }),
           Verdict::Doubtful, "verification.moving-part");
    expect(signedWith([](QPDF& file) {
               file.getRoot().replaceKey("/OpenAction", Object::parse("<< /S /JavaScript /JS (app.alert\\(1\\)) >>"));
           }),
           Verdict::Doubtful, "verification.moving-part");
    expect(signedWith([](QPDF& file) {
               auto field = file.makeIndirectObject(Object::parse("<< /FT /Tx /T (monto) /V (100) >>"));
               file.getRoot().replaceKey("/AcroForm", Object::parse("<< /Fields [] >>"));
               file.getRoot().getKey("/AcroForm").getKey("/Fields").appendItem(field);
           }),
           Verdict::Doubtful, "verification.moving-part");
    expect(signedWith([](QPDF& file) {
               auto note =
                   file.makeIndirectObject(Object::parse("<< /Type /Annot /Subtype /FreeText /Rect [0 0 9 9] >>"));
               QPDFPageDocumentHelper{file}.getAllPages().front().getObjectHandle().replaceKey(
                   "/Annots", Object::newArray(std::vector<Object>{note}));
           }),
           Verdict::Doubtful, "verification.moving-part");
}

TEST_F(Attacks, SealsOfOtherDocumentsContradictThePage) {
    auto other = act();
    other.number = "CM-2026-000999";
    other.holder = "Otra Persona";
    const auto transplanted = printing::samples::drawn(document(sealOf(other)));
    expect(transplanted, Verdict::Altered, "verification.seal-contradicts");
    expect(signedBy(transplanted), Verdict::Altered, "verification.seal-contradicts");
    auto forged = sealOf(act());
    forged.back() ^= 1U;
    expect(printing::samples::drawn(document(forged)), Verdict::Altered, "signing.signature-wrong");
    auto more = act();
    more.folios = 3;
    expect(printing::samples::drawn(document(sealOf(more))), Verdict::Altered, "verification.seal-contradicts");
}

}  // namespace
}  // namespace issuance
