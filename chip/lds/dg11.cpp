// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lds/dg11.hpp"

namespace chip::lds {
namespace {

constexpr base::tlv::Tag kFullName = 0x5F0E, kOtherName = 0x5F0F, kPersonalNumber = 0x5F10, kBirthDate = 0x5F2B,
                         kPlaceOfBirth = 0x5F11, kAddress = 0x5F42, kTelephone = 0x5F12, kProfession = 0x5F13,
                         kTitle = 0x5F14, kSummary = 0x5F15, kProofOfCitizenship = 0x5F16,
                         kOtherTravelDocuments = 0x5F17, kCustody = 0x5F18;

constexpr std::size_t kMostCustodyOctets = 999;

}  // namespace

base::Result<base::Bytes> encodeDg11(const Dg11& dg11) {
    const auto date = checkDigits(dg11.birthDate, 8, kBirthDate, File::Dg11);
    if (!date) return date.refusal();
    const auto texts = checkTexts({{kFullName, dg11.fullName},
                                   {kPersonalNumber, dg11.personalNumber},
                                   {kPlaceOfBirth, dg11.placeOfBirth},
                                   {kAddress, dg11.address},
                                   {kTelephone, dg11.telephone},
                                   {kProfession, dg11.profession},
                                   {kTitle, dg11.title},
                                   {kSummary, dg11.summary},
                                   {kOtherTravelDocuments, dg11.otherTravelDocuments},
                                   {kCustody, dg11.custody, kMostCustodyOctets}},
                                  File::Dg11);
    if (!texts) return texts.refusal();
    for (const auto& name : dg11.otherNames)
        if (const auto fits = checkTexts({{kOtherName, name}}, File::Dg11); !fits) return fits.refusal();
    DetailsWriter writer;
    writer.text(kFullName, dg11.fullName);
    writer.repeated(kOtherName, dg11.otherNames);
    writer.text(kPersonalNumber, dg11.personalNumber);
    writer.text(kBirthDate, dg11.birthDate);
    writer.text(kPlaceOfBirth, dg11.placeOfBirth);
    writer.text(kAddress, dg11.address);
    writer.text(kTelephone, dg11.telephone);
    writer.text(kProfession, dg11.profession);
    writer.text(kTitle, dg11.title);
    writer.text(kSummary, dg11.summary);
    writer.octets(kProofOfCitizenship, dg11.proofOfCitizenship);
    writer.text(kOtherTravelDocuments, dg11.otherTravelDocuments);
    writer.text(kCustody, dg11.custody);
    return writer.finish(File::Dg11);
}

base::Result<Decoded<Dg11>> decodeDg11(base::BytesView content) {
    auto reader = DetailsReader::open(File::Dg11, content);
    if (!reader) return reader.refusal();
    Dg11 dg11;
    dg11.fullName = reader->text(kFullName);
    dg11.otherNames = reader->repeated(kOtherName);
    dg11.personalNumber = reader->text(kPersonalNumber);
    dg11.birthDate = reader->digits(kBirthDate, 8);
    dg11.placeOfBirth = reader->text(kPlaceOfBirth);
    dg11.address = reader->text(kAddress);
    dg11.telephone = reader->text(kTelephone);
    dg11.profession = reader->text(kProfession);
    dg11.title = reader->text(kTitle);
    dg11.summary = reader->text(kSummary);
    dg11.proofOfCitizenship = reader->octets(kProofOfCitizenship);
    dg11.otherTravelDocuments = reader->text(kOtherTravelDocuments);
    dg11.custody = reader->text(kCustody);
    return Decoded<Dg11>{std::move(dg11), reader->takeDefects()};
}

}  // namespace chip::lds
