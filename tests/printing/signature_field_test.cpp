// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/finalise/signature_field.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/files.hpp"
#include "printing/finalise/signature_reading.hpp"
#include "printing/pdf/pdf_file.hpp"
#include "tests/printing/signed_samples.hpp"
#include "tests/support/paths.hpp"

namespace printing {
namespace {

using namespace base::literals;
using ::testing::HasSubstr;
using Certification = SignatureField::Certification;
using samples::signedWith;

/// What other people's program says, and that it is content.
std::string accepted(const std::string& program, base::BytesView pdf) {
    const support::ScratchFolder folder;
    const auto file = (folder.path() / "file.pdf").string();
    base::writeFileDurably(file, pdf);
    std::string output;
    FILE* pipe = popen((program + " " + file + " 2>&1").c_str(), "r");
    char part[4096];
    while (pipe != nullptr && std::fgets(part, sizeof part, pipe) != nullptr) output += part;
    EXPECT_TRUE(pipe != nullptr && pclose(pipe) == 0) << program << "\n" << output;
    return output;
}

void expectSound(base::BytesView pdf) {
    EXPECT_THAT(accepted("qpdf --check", pdf), HasSubstr("No syntax or stream encoding errors found"));
    EXPECT_THAT(accepted("mutool info", pdf), ::testing::Not(HasSubstr("error")));
}

bool beginsWith(base::BytesView file, base::BytesView head) {
    return file.size() > head.size() && std::equal(head.begin(), head.end(), file.begin());
}

std::string codeOf(const base::Result<PreparedSignature>& prepared) {
    return prepared ? "" : prepared.refusal().first().code.name();
}

TEST(SignatureField, LeavesExactlyTheGapUnsigned) {
    const auto prepared = prepareSignature(samples::onePage(), samples::invisibleField());
    ASSERT_TRUE(prepared);
    const auto& file = prepared->file;
    EXPECT_EQ(file[prepared->gapBegin], '<');
    EXPECT_EQ(file[prepared->gapEnd - 1], '>');
    EXPECT_EQ(prepared->gapEnd - prepared->gapBegin, 2U * 16 * 1024 + 2);
    EXPECT_EQ(prepared->signedOctets().size() + 2 * 16 * 1024 + 2, file.size());
    const auto placed = placeSignature(*prepared, samples::someCms());
    ASSERT_TRUE(placed);
    EXPECT_EQ(placed->size(), file.size());
    expectSound(*placed);
}

TEST(SignatureField, KeepsEveryOctetOfAFileThatIsSigned) {
    auto file = signedWith(samples::onePage(), samples::visibleField());
    expectSound(file);
    for (const auto& field : {samples::visibleField(), samples::invisibleField(), samples::visibleField()}) {
        const auto next = signedWith(file, field);
        EXPECT_TRUE(beginsWith(next, file));
        expectSound(next);
        file = next;
    }
    const auto signatures = readSignatures(file);
    ASSERT_TRUE(signatures);
    ASSERT_EQ(signatures->size(), 4U);
    for (const auto& signature : *signatures) {
        EXPECT_TRUE(signature.faults.empty()) << signature.field << signature.faults.front().arguments.front().second;
        EXPECT_EQ(signature.cms, samples::someCms());
        EXPECT_EQ(signature.later,
                  signature.field == "Signature4" ? PdfSignature::Later::Nothing : PdfSignature::Later::SignaturesOnly)
            << signature.field;
    }
}

TEST(SignatureField, FollowsACrossReferenceStreamWithAnother) {
    const auto foreign = samples::onePageWithObjectStreams();
    const auto first = signedWith(foreign, samples::visibleField());
    EXPECT_TRUE(beginsWith(first, foreign));
    EXPECT_THAT(base::textOf(base::BytesView{first}.subspan(foreign.size())), HasSubstr("/Type /XRef"));
    expectSound(first);
    const auto second = signedWith(first, samples::invisibleField());
    EXPECT_TRUE(beginsWith(second, first));
    expectSound(second);
    const auto read = readSignatures(second);
    ASSERT_TRUE(read);
    ASSERT_EQ(read->size(), 2U);
    EXPECT_TRUE(read->front().faults.empty());
    EXPECT_EQ(read->front().later, PdfSignature::Later::SignaturesOnly);
    EXPECT_EQ(read->back().later, PdfSignature::Later::Nothing);
}

TEST(SignatureField, CanBeSeenWhereItWasPut) {
    const auto before = samples::onePage();
    const auto after = signedWith(before, samples::visibleField());
    const auto text = extractText(after, 0);
    ASSERT_TRUE(text);
    const auto ink = [](base::BytesView pdf) {
        const auto file = PdfFile::open(pdf);
        return brightnessGrid(*file->rasterise(0, 100, Box{20, 30, 60, 18}), 1, 1).front();
    };
    EXPECT_LT(ink(after), 255);
    EXPECT_NE(ink(after), ink(before));
}

TEST(SignatureField, IsRefusedWhereThereIsNoPlaceForIt) {
    const auto pdf = samples::onePage();
    for (const Box& box : {Box{500, 10, 20, 20}, Box{-1, 10, 20, 20}, Box{10, 10, 0, 5}, Box{10, 10, 1e9, 5}}) {
        auto field = samples::visibleField();
        field.visible->box = box;
        EXPECT_EQ(codeOf(prepareSignature(pdf, field)), "printing.signature-place-wrong");
    }
    for (const int page : {-1, 1, 1000000}) {
        auto field = samples::visibleField();
        field.visible->page = page;
        EXPECT_EQ(codeOf(prepareSignature(pdf, field)), "printing.signature-place-wrong");
    }
}

TEST(SignatureField, OfTheFirstSignatureMayCertify) {
    auto certifying = samples::invisibleField();
    certifying.certification = Certification::SignaturesOnly;
    const auto certified = signedWith(samples::onePage(), certifying);
    expectSound(certified);
    EXPECT_TRUE(readSignatures(certified)->front().certifies);
    EXPECT_EQ(codeOf(prepareSignature(certified, certifying)), "printing.certification-not-first");
    EXPECT_EQ(codeOf(prepareSignature(certified, samples::visibleField())), "");
    const auto plain = signedWith(samples::onePage(), samples::invisibleField());
    EXPECT_FALSE(readSignatures(plain)->front().certifies);
    EXPECT_EQ(codeOf(prepareSignature(plain, certifying)), "printing.certification-not-first");
    certifying.certification = Certification::NoChanges;
    EXPECT_EQ(codeOf(prepareSignature(signedWith(samples::onePage(), certifying), samples::invisibleField())),
              "printing.pdf-closed-to-signatures");
}

TEST(SignatureField, TakesNoMoreThanWasReserved) {
    auto field = samples::invisibleField();
    field.reserved = 100;
    const auto prepared = prepareSignature(samples::onePage(), field);
    ASSERT_TRUE(prepared);
    EXPECT_TRUE(placeSignature(*prepared, base::Bytes(100, 0x30)));
    for (const std::size_t size : {101U, 0U}) {
        const auto placed = placeSignature(*prepared, base::Bytes(size, 0x30));
        ASSERT_FALSE(placed);
        EXPECT_EQ(placed.refusal().first().code, "printing.signature-too-large"_code);
    }
}

TEST(SignatureField, IsNotPutIntoWhatIsNoPdf) {
    const auto pdf = samples::onePage();
    EXPECT_EQ(codeOf(prepareSignature({}, samples::invisibleField())), "printing.pdf-not-readable");
    EXPECT_EQ(codeOf(prepareSignature(base::bytesOf("%PDF-1.7\nnothing"), samples::invisibleField())),
              "printing.pdf-not-readable");
    EXPECT_EQ(codeOf(prepareSignature(samples::encryptedPage(), samples::invisibleField())), "printing.pdf-encrypted");
    EXPECT_EQ(readSignatures(samples::encryptedPage()).refusal().first().code, "printing.pdf-encrypted"_code);
    // A damaged file may be repaired before the first signature and never after it.
    auto damaged = signedWith(pdf, samples::invisibleField());
    damaged.resize(damaged.size() - 20);
    EXPECT_EQ(codeOf(prepareSignature(damaged, samples::invisibleField())), "printing.pdf-not-readable");
}

}  // namespace
}  // namespace printing
