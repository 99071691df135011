// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "issuance/verification/verification_answer.hpp"
#include "printing/draw_page.hpp"
#include "signing/cms/oids.hpp"
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
    writer.setStreamDataMode(qpdf_s_preserve);
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

/// The constructed object with more octets behind its last element, that many levels down.
base::Bytes appendedDeep(base::BytesView object, int levels, base::BytesView more) {
    const auto element = base::expected(base::tlv::readFirst(object), "object");
    if (levels == 0) return base::tlv::encode(element.tag, {element.value, more});
    const auto last = base::expected(base::tlv::readAll(element.value), "elements").back();
    const auto before = element.value.first(element.value.size() - last.whole.size());
    return base::tlv::encode(element.tag, {before, appendedDeep(last.whole, levels - 1, more)});
}

/// The signed file whose signature got a time-stamp (an unsigned attribute) that is none.
base::Bytes withWrongTimestamp(base::Bytes pdf) {
    const auto signature = base::expected(printing::readSignatures(pdf), "signatures").front();
    const auto attribute = base::der::sequence(
        {signing::kSignatureTimestamp.element(), base::der::setOf({base::der::sequence({base::der::integer(7)})})});
    constexpr int kSignerInfo = 4;  // ContentInfo, [0], SignedData, signerInfos
    const auto cms = base::toHex(appendedDeep(signature.cms, kSignerInfo, base::tlv::encode(0xA1, attribute)));
    std::ranges::copy(cms, pdf.begin() + static_cast<long>(signature.gapBegin) + 1);
    return pdf;
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
    EXPECT_TRUE(says(updated(pdf, {{pageObject.first, text},
                                   {fresh, "<< /Length " + std::to_string(drawing.size()) + " >>\nstream\n" + drawing +
                                               "\nendstream"}}),
                     Verdict::Altered, "verification.changed-later"));
}

TEST_F(Attacks, HidingUnderAnAnnotationIsSeen) {
    EXPECT_TRUE(says(withAnnotation("<< /Type /Annot /Subtype /Stamp /F 4 /Rect [70 600 400 750]"), Verdict::Altered,
                     "verification.changed-later"));
    // Dressed as a field for a signature that nobody made.
    EXPECT_TRUE(says(withAnnotation("<< /Type /Annot /Subtype /Widget /FT /Sig /T (Otra) /F 4 /Rect [70 500 400 780]"),
                     Verdict::Altered, "verification.page-differs"));
}

TEST_F(Attacks, WhatOnlyThePrinterShowsIsDoubtful) {
    // Not on screen (NoView), but on paper (Print).
    EXPECT_TRUE(says(withAnnotation("<< /Type /Annot /Subtype /Widget /FT /Sig /T (Otra) /F 36 /Rect [70 500 400 780]"),
                     Verdict::Doubtful, "verification.moving-part"));
    // A field that somebody will sign may look otherwise then.
    EXPECT_TRUE(
        says(withAnnotation("<< /Type /Annot /Subtype /Widget /FT /Sig /T (Otra) /F 4 /Rect [70 10 90 20]", "0 g"),
             Verdict::Doubtful, "verification.moving-part"));
}

TEST_F(Attacks, ReplacingAFontIsSeen) {
    const auto font = objectWith(pdf, "/BaseFont");
    auto text = font.second;
    text.replace(text.find("/BaseFont /") + 11, 3, "Xyz");
    EXPECT_TRUE(says(updated(pdf, {{font.first, text}}), Verdict::Altered, "verification.changed-later"));
}

// Hide and replace: the signed file holds both contents, and an update only makes the other one count.
TEST_F(Attacks, HideAndReplaceIsSeen) {
    const auto signedHiding = [&](int number) {
        return signedBy(prepared(page(), [&](QPDF& file) {
            char other[80];
            std::snprintf(other, sizeof other, "%4d 0 obj\n<< /Length 5 >>\nstream\nBT ET\nendstream\nendobj\n",
                          number);
            file.getRoot().replaceKey("/PieceInfo", file.makeIndirectObject(Object::newStream(&file, other)));
        }));
    };
    const auto sheet = objectWith(signedHiding(0), "/MediaBox").second;
    const auto contents = std::stoi(sheet.substr(sheet.find("/Contents ") + 10));
    const auto shadow = signedHiding(contents);
    EXPECT_TRUE(says(shadow, Verdict::Authentic));
    char head[32];
    std::snprintf(head, sizeof head, "%4d 0 obj\n<< /Length 5 >>", contents);
    const auto text = samples::textOf(shadow);
    ASSERT_NE(text.find(head), std::string::npos);
    const auto place = text.find_first_not_of(' ', text.find(head));
    const auto swapped = samples::repointed(shadow, contents, place);
    ASSERT_EQ(printing::samples::wordsOf(swapped, 0).find("Ixcot"), std::string::npos) << "the page is the same";
    EXPECT_TRUE(says(swapped, Verdict::Altered, "verification.changed-later"));
}

TEST_F(Attacks, WrappedAndMovedSignaturesAreSeen) {
    const auto own = objectWith(pdf, "/ETSI.CAdES.detached");
    EXPECT_TRUE(says(updated(pdf, {{own.first, own.second}}), Verdict::Altered, "printing.signature-malformed"));
    // Another catalogue without the form: what was signed looks unsigned.
    const auto root = objectWith(pdf, "/Type /Catalog");
    auto text = root.second;
    text.replace(text.find("/AcroForm"), 9, "/Acr_Form");
    EXPECT_TRUE(says(updated(pdf, {{root.first, text}}), Verdict::Altered, "verification.signature-removed"));
    // Rewritten without any trace it is but a page with a seal.
    EXPECT_TRUE(says(prepared(pdf,
                              [](QPDF& file) {
                                  file.getRoot().removeKey("/AcroForm");
                                  file.getRoot().removeKey("/Perms");
                                  file.getRoot().removeKey("/StructTreeRoot");  // whose elements name the field
                                  for (auto& sheet : QPDFPageDocumentHelper{file}.getAllPages())
                                      sheet.getObjectHandle().removeKey("/Annots");
                              }),
                     Verdict::AuthenticSeal, "verification.compare-page"));
}

TEST_F(Attacks, ALaterSignatureMayNotCoverThePage) {
    auto covering = field("Ana Ixcot", 25);
    covering.visible->box = {20, 20, 170, 60};
    covering.visible->appearance = whiteSheet(170, 60);
    EXPECT_TRUE(says(base::expected(signPdf(pdf, covering, {endorser, anchors}), "PDF"), Verdict::Altered,
                     "verification.page-differs"));
    // A stranger may not even add to an empty place.
    const SignerEnrolment stranger{"Otra casa", "Desconocida"};
    const auto otherAuthority = base::expected(foundHouseAuthority(keys(), "Otra casa", clock.now()), "authority");
    const auto other = base::expected(
        enrolSigner(keys(), {keys(), otherAuthority.key, otherAuthority.certificate}, stranger, clock.now()),
        "stranger");
    const signing::SigningIdentity identity{keys(), other.key, other.certificate};
    EXPECT_TRUE(says(base::expected(signPdf(pdf, field("Ana Ixcot", 25), {identity}), "PDF"), Verdict::Altered,
                     "verification.page-differs"));
    auto unseen = field("Ana Ixcot");
    unseen.visible.reset();
    EXPECT_TRUE(says(base::expected(signPdf(pdf, unseen, {identity}), "PDF"), Verdict::UnknownSigner,
                     "signing.issuer-unknown"));
}

TEST_F(Attacks, WhatMovesIsDoubtfulThoughItWasSigned) {
    const auto signedWith = [&](const std::function<void(QPDF&)>& change) {
        return signedBy(prepared(page(), change));
    };
    EXPECT_TRUE(says(signedWith([](QPDF& file) {
                         file.getRoot().replaceKey("/OCProperties", Object::parse("<< /OCGs [] /D << >> >>"));
                     }),
                     Verdict::Doubtful, "verification.moving-part"));
    EXPECT_TRUE(says(signedWith([](QPDF& file) {
                         file.getRoot().replaceKey("/OpenAction",
                                                   Object::parse("<< /S /JavaScript /JS (app.alert\\(1\\)) >>"));
                     }),
                     Verdict::Doubtful, "verification.moving-part"));
    EXPECT_TRUE(says(signedWith([](QPDF& file) {
                         auto field = file.makeIndirectObject(Object::parse("<< /FT /Tx /T (monto) /V (100) >>"));
                         file.getRoot().replaceKey("/AcroForm", Object::parse("<< /Fields [] >>"));
                         file.getRoot().getKey("/AcroForm").getKey("/Fields").appendItem(field);
                     }),
                     Verdict::Doubtful, "verification.moving-part"));
    EXPECT_TRUE(says(signedWith([](QPDF& file) {
                         auto note = file.makeIndirectObject(
                             Object::parse("<< /Type /Annot /Subtype /FreeText /Rect [0 0 9 9] >>"));
                         QPDFPageDocumentHelper{file}.getAllPages().front().getObjectHandle().replaceKey(
                             "/Annots", Object::newArray(std::vector<Object>{note}));
                     }),
                     Verdict::Doubtful, "verification.moving-part"));
}

TEST_F(Attacks, SealsOfOtherDocumentsContradictThePage) {
    auto other = act();
    other.number = "CM-2026-000999";
    other.holder = "Otra Persona";
    const auto transplanted = printing::samples::drawn(document(sealOf(other)));
    EXPECT_TRUE(says(transplanted, Verdict::Altered, "verification.seal-contradicts"));
    EXPECT_TRUE(says(signedBy(transplanted), Verdict::Altered, "verification.seal-contradicts"));
    auto forged = sealOf(act());
    forged.back() ^= 1U;
    EXPECT_TRUE(says(printing::samples::drawn(document(forged)), Verdict::Altered, "signing.signature-wrong"));
    auto more = act();
    more.folios = 3;
    EXPECT_TRUE(
        says(printing::samples::drawn(document(sealOf(more))), Verdict::Altered, "verification.seal-contradicts"));
}

// Nobody signs the time-stamp inside a signature: that it is wrong must not keep the page from being looked at.
TEST_F(Attacks, AWrongTimestampHidesNoCoveredPage) {
    pdf = withWrongTimestamp(pdf);
    const auto stamped = verify(pdf);
    ASSERT_EQ(stamped.signatures.size(), 1U);
    ASSERT_TRUE(stamped.signatures.front().trusted);
    ASSERT_FALSE(stamped.signatures.front().faults.empty());
    EXPECT_TRUE(says(withAnnotation("<< /Type /Annot /Subtype /Widget /FT /Sig /T (Otra) /F 4 /Rect [70 500 400 780]"),
                     Verdict::Altered, "verification.page-differs"));
}

TEST_F(Attacks, AWidgetThatTheFormDoesNotKnowIsNoSignature) {
    EXPECT_TRUE(
        says(withAnnotation("<< /Type /Annot /Subtype /Widget /FT /Sig /T (Otra) /F 4 /V << >> /Rect [70 10 90 20]",
                            "0.855 g 0 0 300 300 re f"),
             Verdict::Doubtful, "verification.moving-part"));
    EXPECT_TRUE(
        says(withAnnotation("<< /Type /Annot /Subtype /Widget /FT /Sig /T (Otra) /F 4 /V << >> /Rect [70 10 90 20 5]",
                            "0.9 g"),
             Verdict::Doubtful, "verification.moving-part"));
}

TEST_F(Attacks, WordsOfAStrangerReachTheScreenAsWordsOnly) {
    auto field = this->field("Otra");
    field.reason = "CM-1\x1b[2J\nAUTÉNTICO\u202e";
    const auto said = told(verify(base::expected(signPdf(page(), field, {certifier, anchors}), "signed")));
    ASSERT_EQ(said.signatures.size(), 1U);
    EXPECT_EQ(said.signatures.front().reason.find('\x1b'), std::string::npos);
    EXPECT_EQ(said.signatures.front().reason.find('\n'), std::string::npos);
    EXPECT_EQ(said.signatures.front().reason.find("\u202e"), std::string::npos);
}

// The seal is real, and the page says something else where people see it.
TEST_F(Attacks, WordsThatNobodySignedProveNothing) {
    const auto said = verify(page());
    ASSERT_TRUE(said.seal);
    for (const auto& each : said.seal->comparisons) EXPECT_FALSE(each.onPage.value_or(false)) << each.field;
}

}  // namespace
}  // namespace issuance
