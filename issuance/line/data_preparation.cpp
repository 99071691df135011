// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/line/data_preparation.hpp"

#include "base/failure.hpp"
#include "chip/lds/active_authentication_key.hpp"
#include "chip/lds/com.hpp"
#include "chip/lds/dg1.hpp"
#include "chip/lds/dg11.hpp"
#include "chip/lds/dg12.hpp"
#include "chip/lds/dg15.hpp"
#include "chip/lds/dg2.hpp"
#include "chip/lds/dg7.hpp"
#include "chip/lds/security_infos.hpp"
#include "issuance/document/names.hpp"
#include "issuance/document/portrait_for_chip.hpp"
#include "issuance/document/signature_image.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using chip::lds::File;

constexpr auto kDigest = base::DigestAlgorithm::Sha256;

/// "19900107", as data groups write a day.
std::string digitsOf(base::Date day) {
    std::string text = base::formatDate(day);
    std::erase(text, '-');
    return text;
}

/// "20261123101530", as EF.DG12 writes the moment of personalisation.
std::string digitsOf(base::Timestamp moment) {
    const std::string text = base::formatTimestamp(moment);
    return digitsOf(base::dayOf(moment)) + text.substr(11, 2) + text.substr(14, 2) + text.substr(17, 2);
}

/// Puts an encoded file into the set, or hands its refusal on.
base::Outcome put(PreparedDocument& prepared, File file, base::Result<base::Bytes> content) {
    if (!content) return content.refusal();
    prepared.files[file] = std::move(content).value();
    return {};
}

chip::lds::Dg11 personalDetails(const Holder& holder) {
    chip::lds::Dg11 details;
    // The name may be left out but not cut short (9303-10 table 72).
    auto name = upperCase(holder.surname) + "<<" + upperCase(holder.givenNames);
    if (name.size() <= chip::lds::kMostTextOctets) details.fullName = std::move(name);
    details.personalNumber = holder.cui ? holder.cui->text() : "";
    details.birthDate = digitsOf(holder.dateOfBirth);
    details.placeOfBirth = upperCase(holder.placeOfBirth);
    return details;
}

}  // namespace

printing::PageValues pageValuesFor(const printing::PageDesign& design, const TravelDocument& document, const Mrz& mrz,
                                   const HolderImages& images) {
    const auto texts = pageValuesOf(document);
    printing::PageValues values;
    for (const auto& field : design.texts)
        if (const auto found = texts.find(field.name); found != texts.end()) values.texts.insert(*found);
    for (const auto& field : design.images)
        if (field.name != "signature")
            values.images[field.name] = images.portrait;
        else if (!document.signatureWaiver)
            values.images[field.name] = images.signature;
        else if (const auto* rule = document.kind->waiverOf(*document.signatureWaiver))
            values.texts[field.name] = rule->text;
    if (design.mrz) values.mrzLines = mrz.lines;
    return values;
}

std::string pageNameOf(const DocumentKind& kind, std::size_t side) {
    if (kind.pageDesigns.size() == 1) return "page";
    return side == 0 ? "front" : "back";
}

base::Result<PreparedDocument> DataPreparation::prepare(const TravelDocument& document, const HolderImages& images,
                                                        const signing::DocumentSigner* signer) const {
    if (document.kind->chipProfile && signer == nullptr)
        throw base::Failure{"line.signer-lacking"_code, base::NextStep::Stop, document.kind->id.text()};
    auto mrz = composeMrz(document);
    if (!mrz) return mrz.refusal();
    PreparedDocument prepared;
    prepared.mrz = std::move(mrz).value();
    if (auto drawn = drawPages(document, images, prepared); !drawn) return drawn.refusal();
    if (document.kind->chipProfile)
        if (auto filled = fillChip(document, images, *signer, prepared); !filled) return filled.refusal();
    return prepared;
}

base::Outcome DataPreparation::drawPages(const TravelDocument& document, const HolderImages& images,
                                         PreparedDocument& prepared) const {
    for (std::size_t side = 0; side < document.kind->pageDesigns.size(); ++side) {
        const auto& name = document.kind->pageDesigns[side];
        const auto& design = m_designs.at(name);
        auto pdf = printing::drawPage(design, pageValuesFor(design, document, prepared.mrz, images));
        if (!pdf) return pdf.refusal();
        prepared.pages.push_back({pageNameOf(*document.kind, side), name, std::move(pdf).value()});
    }
    return {};
}

base::Outcome DataPreparation::fillChip(const TravelDocument& document, const HolderImages& images,
                                        const signing::DocumentSigner& signer, PreparedDocument& prepared) const {
    auto key = chip::lds::generateActiveAuthenticationKey(chip::lds::KeyCurve::BrainpoolP256r1);
    prepared.files[File::Dg15] = chip::lds::encodeDg15(key.subjectPublicKeyInfo);
    prepared.activeAuthenticationKey = std::move(key.privateScalar);
    if (auto written = writeDataGroups(document, images, prepared); !written) return written;
    return seal(signer, prepared);
}

base::Outcome DataPreparation::writeDataGroups(const TravelDocument& document, const HolderImages& images,
                                               PreparedDocument& prepared) const {
    const std::vector<chip::lds::PaceOffer> offers{chip::lds::PaceOffer{}};
    prepared.files[File::CardAccess] = chip::lds::encodeCardAccess(offers);
    prepared.files[File::Dg14] = chip::lds::encodeDg14(offers, chip::lds::kEcdsaPlainSha256);
    chip::lds::Dg12 details;
    details.issuingAuthority = document.kind->authority;
    details.issueDate = digitsOf(document.issued);
    details.personalizationTime = digitsOf(m_clock.now());
    for (auto outcome : {put(prepared, File::Dg1, chip::lds::encodeDg1({prepared.mrz.lines})),
                         put(prepared, File::Dg2, face(document, images.portrait)),
                         put(prepared, File::Dg11, chip::lds::encodeDg11(personalDetails(document.holder))),
                         put(prepared, File::Dg12, chip::lds::encodeDg12(details))})
        if (!outcome) return outcome;
    if (document.signatureWaiver) return {};
    const auto signature = signatureForChip(images.signature);
    if (!signature) return signature.refusal();
    return put(prepared, File::Dg7, chip::lds::encodeDg7(*signature));
}

base::Result<base::Bytes> DataPreparation::face(const TravelDocument& document, base::BytesView portrait) const {
    const auto& profile = m_chips.at(*document.kind->chipProfile);
    if (!profile.portrait) return chip::lds::encodeDg2(portrait, profile.biometrics);
    const auto brought = portraitForChip(portrait, *profile.portrait);
    if (!brought) return brought.refusal();
    return chip::lds::encodeDg2(*brought, profile.biometrics);
}

base::Outcome DataPreparation::seal(const signing::DocumentSigner& signer, PreparedDocument& prepared) const {
    chip::lds::Com com;
    std::map<int, base::Bytes> hashes;
    for (const auto& [file, content] : prepared.files) {
        const auto number = chip::lds::dataGroupNumber(file);
        if (!number) continue;
        com.dataGroups.push_back(file);
        hashes[*number] = base::digest(kDigest, content);
    }
    prepared.files[File::Com] = chip::lds::encodeCom(com);
    return put(prepared, File::Sod, signer.sealAndVerify(kDigest, hashes, m_clock.now()));
}

}  // namespace issuance
