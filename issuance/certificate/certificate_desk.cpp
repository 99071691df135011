// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/certificate/certificate_desk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "base/failure.hpp"
#include "inventory/number_series.hpp"
#include "issuance/certificate/essential_content.hpp"
#include "issuance/certificate/local_day.hpp"
#include "issuance/signature/pdf_signature.hpp"
#include "issuance/signature/signature_block.hpp"
#include "printing/flow/draw_flow.hpp"
#include "signing/seals/act_seal.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using Step = CertificateStep;

std::string upper(std::string text) {
    for (char& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return text;
}

printing::ActMap onPage(const CertificatePerson& person) { return {{"nombre", person.name}, {"cargo", person.title}}; }

std::string placeText(const printing::FlowSignature& place) {
    const auto& box = place.box;
    return fmt::format("{} {} {} {} {}", place.page, box.x, box.y, box.width, box.height);
}

printing::FlowSignature placeFrom(const std::string& text) {
    printing::FlowSignature place;
    std::istringstream words{text};
    words >> place.page >> place.box.x >> place.box.y >> place.box.width >> place.box.height;
    if (!words) throw base::Failure{"records.failed"_code, base::NextStep::Stop, "certificate.endorser_place"};
    return place;
}

base::Result<printing::FlowSignature> placeOf(const printing::DrawnFlow& drawn, const std::string& key) {
    const auto found = std::find_if(drawn.signatures.begin(), drawn.signatures.end(),
                                    [&](const auto& place) { return place.key == key; });
    if (found == drawn.signatures.end()) return base::Fault{"certificate.no-place-to-sign"_code, {{"place", key}}};
    return *found;
}

/// Who stands behind a certificate is several people.
std::vector<base::Fault> sharedHands(const SigningMatter& matter, const std::string& certifier) {
    std::vector<base::Fault> faults;
    const auto differ = [&](const std::string& one, const std::string& other, const char* what) {
        if (!one.empty() && one == other) faults.push_back({"certificate.same-person"_code, {{"roles", what}}});
    };
    differ(certifier, matter.draft.person, "draft, sign");
    differ(certifier, matter.reviewer.id, "review, sign");
    differ(certifier, matter.legalReviewer, "legal_review, sign");
    if (!matter.endorser) return faults;
    differ(matter.endorser->id, certifier, "sign, endorse");
    differ(matter.endorser->id, matter.draft.person, "draft, endorse");
    differ(matter.endorser->id, matter.reviewer.id, "review, endorse");
    differ(matter.endorser->id, matter.legalReviewer, "legal_review, endorse");
    return faults;
}

/// What the page says of whom it is about: of the holder, or where it names none, of who asked. A seal that states more
/// than its page would contradict it.
std::string statedOf(const printing::ActMap& values, const char* ofHolder, const char* ofApplicant) {
    const auto holder = values.find("titular"), applicant = values.find("solicitante");
    const auto& person = holder != values.end() ? holder : applicant;
    if (person == values.end() || person->second.map() == nullptr) return {};
    const auto found = person->second.map()->find(person == holder ? ofHolder : ofApplicant);
    return found != person->second.map()->end() && found->second.text() ? *found->second.text() : std::string{};
}

signing::ActSeal sealedFacts(const SigningMatter& matter, const CertificateEntry& entry) {
    signing::ActSeal seal;
    seal.type = upper(matter.type.code);
    seal.number = entry.number;
    seal.date = entry.day;
    if (matter.request.holder) {
        seal.holder = statedOf(entry.values, "nombre", "nombre");
        seal.holderDocument = statedOf(entry.values, "documento", "identificacion");
    }
    seal.folios = static_cast<unsigned>(entry.folios);
    seal.contentHash = essentialHash(entry.values);
    return seal;
}

/// The number, the code, and all values of the template.
CertificateEntry numbered(records::Transaction& tx, const SigningMatter& matter, const CertificatePerson& certifier,
                          base::Timestamp now) {
    CertificateEntry entry;
    const auto series = matter.type.series + "-" + upper(matter.request.site);
    entry.number = inventory::nextNumber(tx, series, localTime(now));
    entry.request = matter.request.number;
    entry.draft = matter.draft.draft;
    entry.type = matter.type.code;
    entry.code = freshVerificationCode();
    entry.day = localDay(now);
    entry.certifier = certifier.id;
    SignatureValues given{entry.number, entry.code, now, onPage(certifier), onPage(matter.reviewer), {}};
    if (matter.endorser) given.endorser = onPage(*matter.endorser);
    auto values = valuesOf(given);
    values.insert(matter.draft.values.begin(), matter.draft.values.end());
    entry.values = printing::valuesFor(matter.text.text.shape(), values);
    entry.sha256 = base::toHex(essentialHash(entry.values));
    return entry;
}

}  // namespace

base::Result<base::Bytes> CertificateDesk::preview(const CertificateText& text, const DraftEntry& draft,
                                                   bool endorsed) const {
    auto signature = previewSignature(m_clock.now());
    if (!endorsed) signature.endorser.clear();
    auto values = valuesOf(signature);
    values.insert(draft.values.begin(), draft.values.end());
    auto document = text.text.fill(printing::valuesFor(text.text.shape(), values));
    if (!document) return document.refusal();
    document->created = m_clock.now();
    document->watermark = "BORRADOR";
    if (m_madeFor == MadeFor::Training) markForTraining(*document, "BORRADOR – " + std::string{kTrainingMark});
    return printing::draw(*document);
}

base::Result<base::Bytes> CertificateDesk::signedBy(const CertificateSigner& signer, const base::Bytes& pdf,
                                                    const printing::SignatureField& field) const {
    const auto& entry = signer.key.entry;
    const signing::SigningIdentity identity{*signer.key.store, entry.key, entry.certificate};
    return signPdf(pdf, field, {identity, signer.chain});
}

base::Result<CertificateDesk::Drawn> CertificateDesk::drawn(const SigningMatter& matter, CertificateEntry& entry,
                                                            const signing::SealSigner& seals,
                                                            base::Timestamp now) const {
    auto document = matter.text.text.fill(entry.values);
    if (!document) return document.refusal();
    document->created = now;
    if (m_madeFor == MadeFor::Training) markForTraining(*document);
    if (!document->seal) return base::Fault{"certificate.no-place-to-sign"_code, {{"place", "sello"}}};
    const auto counted = printing::layOut(*document);
    if (!counted) return counted.refusal();
    entry.folios = static_cast<std::int64_t>(counted->pages.size());
    const auto facts = signing::draftOf(sealedFacts(matter, entry));
    if (!facts) return facts.refusal();
    auto seal = seals.seal(*facts, now);
    if (!seal) return seal.refusal();
    document->seal->octets = *seal;
    entry.seal = std::move(*seal);
    auto finished = printing::drawPlaced(*document);
    if (!finished) return finished.refusal();
    if (matter.endorser) {
        const auto place = placeOf(*finished, kEndorserPlace);
        if (!place) return place.refusal();
        entry.endorser = matter.endorser->id;
        entry.endorserPlace = placeText(*place);
    }
    auto place = placeOf(*finished, kCertifierPlace);
    if (!place) return place.refusal();
    return Drawn{std::move(finished->pdf), std::move(*place)};
}

base::Result<CertificateEntry> CertificateDesk::sign(records::Transaction& tx, const records::Author& author,
                                                     const SigningMatter& matter, const CertificateSigner& certifier,
                                                     const signing::SealSigner& seals) const {
    if (auto faults = sharedHands(matter, author.person.text()); !faults.empty())
        return base::Refusal{std::move(faults)};
    if (matter.text.sha256 != matter.draft.templateSha256)
        return base::Fault{"certificate.template-changed"_code, {{"request", matter.request.number}}};
    if (matter.type.legalReview && matter.request.stage == CertificateStage::Reviewed && matter.legalReviewer.empty())
        return base::Fault{"certificate.legal-review-missing"_code, {{"request", matter.request.number}}};
    const auto step = matter.endorser ? Step::Sign : Step::SignLast;
    if (const auto stepped = m_requests.step(tx, author, matter.request, {step, matter.draft.draft}); !stepped)
        return stepped.refusal();
    const auto now = m_clock.now();
    auto entry = numbered(tx, matter, certifier.person, now);
    const auto pages = drawn(matter, entry, seals, now);
    if (!pages) return pages.refusal();
    const auto& place = pages->certifierPlace;
    auto field = visibleField({certifier.person.name, certifier.person.title, entry.number, now}, place.page, place.box,
                              m_fonts);
    if (!field) return field.refusal();
    field->certification = printing::SignatureField::Certification::SignaturesOnly;
    field->finalised = true;
    const auto pdf = signedBy(certifier, pages->pdf, *field);
    if (!pdf) return pdf.refusal();
    m_certificates.add(tx, author, entry);
    if (const auto kept = m_certificates.addFile(tx, author, entry.number, *pdf); !kept) return kept.refusal();
    return entry;
}

base::Result<CertificateEntry> CertificateDesk::endorse(records::Transaction& tx, const records::Author& author,
                                                        RequestEntry& request,
                                                        const CertificateSigner& endorser) const {
    auto& connection = tx.connection();
    auto entry = m_certificates.standing(connection, request.number);
    if (entry && entry->endorser != author.person.text())
        return base::Fault{"certificate.not-endorser"_code, {{"number", entry->number}}};
    if (const auto stepped = m_requests.step(tx, author, request, {Step::Endorse, entry ? entry->draft : 0}); !stepped)
        return stepped.refusal();
    const auto before = m_certificates.lastFile(connection, entry->number);
    if (!before) return before.refusal();
    const auto place = placeFrom(entry->endorserPlace);
    const auto field = visibleField(
        {endorser.person.name, endorser.person.title, entry->number, m_clock.now(), "Visto bueno electrónico de"},
        place.page, place.box, m_fonts);
    if (!field) return field.refusal();
    const auto pdf = signedBy(endorser, *before, *field);
    if (!pdf) return pdf.refusal();
    if (const auto kept = m_certificates.addFile(tx, author, entry->number, *pdf); !kept) return kept.refusal();
    return std::move(*entry);
}

}  // namespace issuance
