// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/dg12.hpp"

namespace chip::lds {
namespace {

constexpr base::tlv::Tag kAuthority = 0x5F19, kIssueDate = 0x5F26, kOtherPerson = 0x5F1A, kEndorsements = 0x5F1B,
                         kTaxOrExit = 0x5F1C, kFrontImage = 0x5F1D, kRearImage = 0x5F1E, kTime = 0x5F55,
                         kSystem = 0x5F56;

}  // namespace

base::Result<base::Bytes> encodeDg12(const Dg12& dg12) {
    for (const auto& date : {checkDigits(dg12.issueDate, 8, kIssueDate, File::Dg12),
                             checkDigits(dg12.personalizationTime, 14, kTime, File::Dg12)})
        if (!date) return date.refusal();
    const auto texts = checkTexts({{kAuthority, dg12.issuingAuthority},
                                   {kEndorsements, dg12.endorsements},
                                   {kTaxOrExit, dg12.taxOrExitRequirements},
                                   {kSystem, dg12.personalizationSystem}},
                                  File::Dg12);
    if (!texts) return texts.refusal();
    for (const auto& person : dg12.otherPersons)
        if (const auto fits = checkTexts({{kOtherPerson, person}}, File::Dg12); !fits) return fits.refusal();
    DetailsWriter writer;
    writer.text(kAuthority, dg12.issuingAuthority);
    writer.text(kIssueDate, dg12.issueDate);
    writer.repeated(kOtherPerson, dg12.otherPersons);
    writer.text(kEndorsements, dg12.endorsements);
    writer.text(kTaxOrExit, dg12.taxOrExitRequirements);
    writer.octets(kFrontImage, dg12.frontImage);
    writer.octets(kRearImage, dg12.rearImage);
    writer.text(kTime, dg12.personalizationTime);
    writer.text(kSystem, dg12.personalizationSystem);
    return writer.finish(File::Dg12);
}

base::Result<Decoded<Dg12>> decodeDg12(base::BytesView content) {
    auto reader = DetailsReader::open(File::Dg12, content);
    if (!reader) return reader.refusal();
    Dg12 dg12;
    dg12.issuingAuthority = reader->text(kAuthority);
    dg12.issueDate = reader->digits(kIssueDate, 8);
    dg12.otherPersons = reader->repeated(kOtherPerson);
    dg12.endorsements = reader->text(kEndorsements);
    dg12.taxOrExitRequirements = reader->text(kTaxOrExit);
    dg12.frontImage = reader->octets(kFrontImage);
    dg12.rearImage = reader->octets(kRearImage);
    dg12.personalizationTime = reader->digits(kTime, 14);
    dg12.personalizationSystem = reader->text(kSystem);
    return Decoded<Dg12>{std::move(dg12), reader->takeDefects()};
}

}  // namespace chip::lds
