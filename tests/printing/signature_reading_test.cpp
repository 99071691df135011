// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/finalise/signature_reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "tests/printing/pdf_updates.hpp"
#include "tests/printing/sample_documents.hpp"
#include "tests/printing/signed_samples.hpp"

namespace printing {
namespace {

using Later = PdfSignature::Later;
using ::samples::signedWith;

using ::samples::freshNumber;
using ::samples::objectWith;
using ::samples::textOf;
using ::samples::updated;

base::Bytes replaced(base::BytesView file, const std::string& what, const std::string& by) {
    auto text = textOf(file);
    const auto at = text.rfind(what);
    EXPECT_NE(at, std::string::npos) << what;
    text.replace(at, by.size(), by);
    return base::bytesOf(text);
}

std::string faultOf(base::BytesView file) {
    const auto read = readSignatures(file);
    if (!read) return read.refusal().first().code.name();
    if (read->empty()) return "none";
    return read->front().faults.empty() ? "" : read->front().faults.front().code.name();
}

class SignatureReading : public ::testing::Test {
   protected:
    base::Bytes pdf = signedWith(::samples::onePage(), ::samples::invisibleField());
};

TEST_F(SignatureReading, GivesWhatTheSignerSays) {
    const auto read = readSignatures(pdf);
    ASSERT_TRUE(read);
    ASSERT_EQ(read->size(), 1U);
    const auto& signature = read->front();
    EXPECT_EQ(signature.field, "Signature1");
    EXPECT_EQ(signature.name, "María Núñez");
    EXPECT_EQ(signature.reason, "Acta de destrucción (folio 1)");
    EXPECT_EQ(signature.location, "Guatemala");
    EXPECT_EQ(signature.claimedMoment, "D:20261123101530Z");
    EXPECT_EQ(signature.end, pdf.size());
    EXPECT_EQ(signature.later, Later::Nothing);
    EXPECT_EQ(signature.signedOctets(pdf).size(), pdf.size() - (signature.gapEnd - signature.gapBegin));
    EXPECT_TRUE(readSignatures(::samples::onePage())->empty());
}

TEST_F(SignatureReading, RefusesRangesThatAreNotAroundTheSignature) {
    const auto read = readSignatures(pdf)->front();
    const auto begin = std::to_string(read.gapBegin), end = std::to_string(read.gapEnd);
    const auto rest = std::to_string(pdf.size() - read.gapEnd);
    const auto range = "/ByteRange [0 " + begin + " " + end + " " + rest + "]";
    ASSERT_NE(textOf(pdf).find(range), std::string::npos);
    const auto number = [](std::size_t value) { return std::to_string(value); };
    const std::vector<std::string> hostile = {
        "[1 " + begin + " " + end + " " + rest + "]",
        "[0 " + number(read.gapBegin - 1) + " " + end + " " + rest + "]",
        "[0 " + number(read.gapBegin + 1) + " " + end + " " + rest + "]",
        "[0 " + begin + " " + number(read.gapEnd + 1) + " " + number(pdf.size() - read.gapEnd - 1) + "]",
        "[0 " + begin + " " + number(read.gapEnd - 1) + " 9]",
        "[0 " + end + " " + begin + " " + rest + "]",
        "[0 " + begin + " " + begin + " " + rest + "]",
        "[0 100 50 100]",
        "[0 0 0 0]",
        "[0 " + begin + " " + end + " 99999999]",
        "[0 99999999999 99999999999 1]",
        "[0 9223372036854775807 1 1]",
        "[0 " + begin + " -5 " + rest + "]",
        "[0 1 2]",
        "[0 1 2 3 4 5]",
        "[]",
        "(none)",
        "null",
    };
    for (const auto& value : hostile) {
        auto padded = "/ByteRange " + value;
        ASSERT_LE(padded.size(), 60U);
        padded.resize(59, ' ');
        const auto fault = faultOf(replaced(pdf, range, padded));
        EXPECT_EQ(fault, "printing.signature-malformed") << value;
    }
    EXPECT_EQ(faultOf(replaced(pdf, range, "/ByteRange [0 99999999999999999999999 1 1]")).substr(0, 9), "printing.");
    EXPECT_EQ(faultOf(replaced(pdf, "/ETSI.CAdES.detached", "/adbe.pkcs7.detached")),
              "printing.signature-kind-unknown");
}

TEST_F(SignatureReading, RefusesASignatureThatWasMovedOrWrapped) {
    // The same dictionary again in an update: its ranges still leave out the old place.
    const auto own = objectWith(pdf, "/ETSI.CAdES.detached");
    EXPECT_EQ(faultOf(updated(pdf, {{own.first, own.second}})), "printing.signature-malformed");
    // A second range that begins later and so skips what was put in between.
    const auto read = readSignatures(pdf)->front();
    auto text = textOf(pdf);
    text.insert(read.gapEnd, "% what nobody signed\n");
    EXPECT_THAT(faultOf(base::bytesOf(text)), ::testing::StartsWith("printing."));
    // Octets behind the CMS, where the zeros are.
    auto stuffed = pdf;
    stuffed[read.gapEnd - 3] = '7';
    EXPECT_EQ(faultOf(stuffed), "printing.signature-malformed");
    // Something else than digits.
    stuffed[read.gapEnd - 3] = ' ';
    EXPECT_EQ(faultOf(stuffed), "printing.signature-malformed");
    auto shifted = base::bytesOf("junk\n");
    base::append(shifted, pdf);
    EXPECT_EQ(faultOf(shifted), "printing.pdf-not-readable");
}

TEST_F(SignatureReading, TellsSignaturesFromOtherChangesThatCameLater) {
    const auto second = signedWith(pdf, ::samples::visibleField());
    EXPECT_EQ(readSignatures(second)->front().later, Later::SignaturesOnly);
    const auto page = objectWith(pdf, "/MediaBox");
    const int fresh = freshNumber(pdf);
    const auto reference = std::to_string(fresh) + " 0 R ";
    const auto laterWith = [&](const std::vector<std::pair<int, std::string>>& objects) {
        const auto read = readSignatures(updated(pdf, objects));
        EXPECT_TRUE(read && read->size() == 1 && read->front().faults.empty());
        return read && !read->empty() ? read->front().later : Later::Nothing;
    };
    // A new object that nothing leads to.
    EXPECT_EQ(laterWith({{fresh, "(nothing)"}}), Later::SignaturesOnly);
    // The page shows something else.
    auto content = page.second;
    content.replace(content.find("/Contents"), 9, "/Content_");
    EXPECT_EQ(laterWith({{page.first, content}}), Later::Other);
    // An annotation over it that is no signature.
    auto annotated = page.second;
    annotated.replace(annotated.find("/Annots ["), 9, "/Annots [ " + reference);
    EXPECT_EQ(laterWith({{page.first, annotated}, {fresh, "<< /Type /Annot /Subtype /Stamp /Rect [0 0 300 300] >>"}}),
              Later::Other);
    // The catalogue leads to other pages.
    auto catalogue = objectWith(pdf, "/Type /Catalog");
    catalogue.second.replace(catalogue.second.find("/Pages"), 6, "/Pagez");
    EXPECT_THAT(faultOf(updated(pdf, {catalogue})), ::testing::AnyOf("", "printing.pdf-not-readable"));
    // A field of another kind.
    auto form = objectWith(pdf, "/SigFlags");
    form.second.replace(form.second.find("/Fields ["), 9, "/Fields [ " + reference);
    EXPECT_EQ(laterWith({form, {fresh, "<< /FT /Tx /T (Monto) /V (1) >>"}}), Later::Other);
}

TEST_F(SignatureReading, AllowsTheStructureToGrowByFieldsOnly) {
    auto document = samples::document();
    document.blocks.emplace_back(samples::paragraph("Consta."));
    const auto once = signedWith(samples::drawn(document), ::samples::visibleField());
    const auto twice = signedWith(once, ::samples::invisibleField());
    EXPECT_EQ(readSignatures(twice)->front().later, Later::SignaturesOnly);
    EXPECT_THAT(textOf(twice), ::testing::HasSubstr("/StructParent 2"));
    const auto root = objectWith(once, "/S /Document");
    const int fresh = freshNumber(once);
    const auto reference = std::to_string(fresh) + " 0 R ";
    const auto laterWith = [&](const std::vector<std::pair<int, std::string>>& objects) {
        const auto read = readSignatures(updated(once, objects));
        return read && read->size() == 1 ? read->front().later : Later::Nothing;
    };
    EXPECT_EQ(laterWith({{fresh, "(nothing)"}}), Later::SignaturesOnly);
    const auto with = [&](const std::string& words) {
        auto grown = root.second;
        return grown.replace(grown.rfind("] "), 2, words + "] ");
    };
    // An element that is read aloud and that nobody signed, as text, as a field's, and as a field without one.
    EXPECT_EQ(laterWith({{root.first, with(" " + reference)}, {fresh, "<< /S /P /Alt (No consta.) /K [] >>"}}),
              Later::Other);
    EXPECT_EQ(laterWith({{root.first, with(" " + reference)}, {fresh, "<< /S /Form /Alt (No consta.) /K [] >>"}}),
              Later::Other);
    EXPECT_EQ(laterWith({{root.first, with(" " + reference)}, {fresh, "<< /S /Form /K [ 0 ] >>"}}), Later::Other);
    // What was read before is read otherwise.
    auto paragraph = objectWith(once, "/S /P");
    paragraph.second.replace(paragraph.second.find("/S /P"), 5, "/Alt (No consta.) /S /P");
    EXPECT_EQ(laterWith({paragraph}), Later::Other);
    auto emptied = root.second;
    emptied.replace(emptied.find("["), emptied.find("]") - emptied.find("["), "[");
    EXPECT_EQ(laterWith({{root.first, emptied}}), Later::Other);
}

TEST_F(SignatureReading, TakesAnythingAfterAClosingCertificationForAChange) {
    auto closing = ::samples::invisibleField();
    closing.certification = SignatureField::Certification::NoChanges;
    const auto closed = signedWith(::samples::onePage(), closing);
    EXPECT_EQ(readSignatures(closed)->front().later, Later::Nothing);
    const auto after = updated(closed, {{freshNumber(closed), "(nothing)"}});
    EXPECT_EQ(readSignatures(after)->front().later, Later::Other);
}

TEST_F(SignatureReading, SeesAnObjectThatIsOnlyPointedToElsewhere) {
    // A shadow: the update holds no object, its table leads an old number to another place in the signed part.
    const auto contents = objectWith(pdf, "/FontDescriptor");
    auto text = textOf(pdf);
    const auto previous = std::stoul(text.substr(text.rfind("startxref") + 10));
    const auto other = text.find("\n1 0 obj") + 1;
    char entry[64];
    std::snprintf(entry, sizeof entry, "xref\n%d 1\n%010zu 00000 n \n", contents.first, other);
    const auto place = text.size();
    const auto trailer = text.substr(text.rfind("/Size"), text.rfind("/ID") - text.rfind("/Size"));
    text += std::string{entry} + "trailer\n<< " + trailer.substr(0, trailer.find("/Prev")) +
            trailer.substr(trailer.find("/Root")) + " /Prev " + std::to_string(previous) + " >>\nstartxref\n" +
            std::to_string(place) + "\n%%EOF\n";
    const auto read = readSignatures(base::bytesOf(text));
    EXPECT_TRUE(!read || read->front().later == Later::Other);
}

TEST_F(SignatureReading, SurvivesEveryCutAndManyAlterations) {
    for (std::size_t size = 0; size < pdf.size(); size += 97) {
        const auto read = readSignatures(base::BytesView{pdf}.first(size));
        EXPECT_TRUE(!read || read->empty() || !read->front().faults.empty()) << size;
    }
    std::mt19937 chance{20261123};
    const auto gap = readSignatures(pdf)->front();
    for (int i = 0; i < 400; ++i) {
        auto altered = pdf;
        for (int j = 0; j < 3; ++j) altered[chance() % altered.size()] = static_cast<std::uint8_t>(chance());
        const auto read = readSignatures(altered);
        if (!read || read->empty() || !read->front().faults.empty()) continue;
        EXPECT_EQ(read->front().gapBegin, gap.gapBegin);
        EXPECT_EQ(read->front().gapEnd, gap.gapEnd);
    }
}

}  // namespace
}  // namespace printing
