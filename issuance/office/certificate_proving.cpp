// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/office/certificate_proving.hpp"

#include "base/failure.hpp"
#include "issuance/keys/house_authorities.hpp"
#include "signing/timestamp/timestamp_transport.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace std::chrono_literals;

/// Of a time-stamp whose certificate our own reader does not take.
constexpr auto kUnknownEnd = std::chrono::days{365};

std::shared_ptr<base::http::Errand> errandFor(CertificateProving::Patience patience,
                                              const std::vector<std::string>& failed) {
    const bool counter = patience == CertificateProving::Patience::Counter;
    base::http::Limits limits;
    limits.connecting = counter ? 2s : 5s;
    limits.whole = counter ? 5s : 15s;
    auto errand = std::make_shared<base::http::Errand>(limits, counter ? 15s : 60s);
    errand->avoid(failed);
    return errand;
}

}  // namespace

/// A certificate and its file before anybody is asked.
struct CertificateProving::Standing {
    CertificateEntry entry;
    bool allSigned = false;
    base::Bytes pdf;
    std::int64_t files = 0;
};

signing::TimestampClient timestampClientOf(const SignaturePolicy& policy, const base::Clock& clock,
                                           std::shared_ptr<base::http::Errand> errand) {
    return {signing::httpTransport(policy.timestampUrl, std::move(errand)),
            {policy.timestampAnchors, policy.timestampPolicy},
            clock};
}

signing::RevocationSource revocationsOf(const House& house, records::Connection& connection,
                                        std::shared_ptr<base::http::Errand> errand) {
    std::vector<signing::RevocationList> lists;
    for (const auto& issued : house.lists->lastHouseLists(connection))
        lists.push_back(base::expected(signing::readRevocationList(issued.content), "house_revocation_list"));
    return signing::RevocationSource{std::move(lists), std::move(errand)};
}

CertificateProving::CertificateProving(House& house, records::Connection& connection, records::Author author,
                                       Patience patience, const std::vector<std::string>& failed)
    : m_house(house),
      m_connection(connection),
      m_author(std::move(author)),
      m_policy(house.signaturePolicies->current(connection)),
      m_anchors(houseAnchors(connection, *house.keyBook)),
      m_timestampAnchors(house.signaturePolicies->timestampAnchors(connection)),
      m_errand(errandFor(patience, failed)),
      m_revocations(revocationsOf(house, connection, m_errand)),
      m_timestamps(timestampClientOf(m_policy, house.clock, m_errand)) {}

LongTermRooms CertificateProving::rooms() const {
    return {m_anchors, m_timestampAnchors, m_revocations, m_timestamps, m_house.clock};
}

base::Result<CertificateProving::Standing> CertificateProving::standing(const std::string& number) const {
    auto entry = m_house.certificates->numbered(m_connection, number);
    if (!entry) return entry.refusal();
    const auto request = m_house.certificateRequests->find(m_connection, entry->request);
    if (!request) return request.refusal();
    auto pdf = m_house.certificates->lastFile(m_connection, number);
    if (!pdf) return pdf.refusal();
    const auto stage = request->stage;
    const bool allSigned = stage == CertificateStage::Issued || stage == CertificateStage::Delivered ||
                           stage == CertificateStage::Archived;
    return Standing{std::move(*entry), allSigned, std::move(*pdf), m_house.certificates->files(m_connection, number)};
}

base::Result<CertificateProving::Reached> CertificateProving::keep(const Standing& before, const base::Bytes& pdf,
                                                                   SignatureLevel level) {
    const auto& number = before.entry.number;
    CertificateProof proof{level, archiveEnd(pdf, rooms())};
    if (level == SignatureLevel::LTA && !proof.archiveUntil) proof.archiveUntil = m_house.clock.now() + kUnknownEnd;
    records::Transaction tx{m_connection};
    if (const auto held = m_house.certificateRequests->take(tx, before.entry.request); !held) return held.refusal();
    if (m_house.certificates->files(m_connection, number) != before.files)
        return base::Fault{"certificate.changed-meanwhile"_code, {{"number", number}}};
    if (pdf != before.pdf)
        if (const auto kept = m_house.certificates->addFile(tx, m_author, number, pdf); !kept) return kept.refusal();
    if (before.allSigned && level > SignatureLevel::B) m_house.proofs->add(tx, m_author, number, proof);
    const auto revision = m_house.certificates->files(m_connection, number);
    tx.commit();
    return Reached{proof, revision, {}};
}

CertificateProving::Reached CertificateProving::onlyStamped(const Standing& before, const base::Bytes& stamped,
                                                            std::vector<base::Fault> lacking) {
    auto asSigned = before;
    asSigned.allSigned = false;
    auto kept = keep(asSigned, stamped, stamped == before.pdf ? SignatureLevel::B : SignatureLevel::T);
    if (!kept) return {{}, before.files, kept.refusal().faults()};
    kept->lacking = std::move(lacking);
    return std::move(*kept);
}

CertificateProving::Reached CertificateProving::afterSigning(const std::string& number) {
    if (m_policy.level == SignatureLevel::B) return {};
    if (m_gaveUp) return {{}, 0, {{"certificate.proofs-not-tried"_code}}};
    const auto before = standing(number);
    if (!before) return {{}, 0, before.refusal().faults()};
    const auto stamped = stampLastSignature(before->pdf, m_timestamps);
    m_gaveUp = !stamped;
    if (!stamped) return {{}, before->files, stamped.refusal().faults()};
    if (!before->allSigned) return onlyStamped(*before, *stamped, {});
    const auto closed = closeAt(*stamped, m_policy.level, rooms());
    m_gaveUp = !closed;
    if (!closed) return onlyStamped(*before, *stamped, closed.refusal().faults());
    auto kept = keep(*before, *closed, m_policy.level);
    if (!kept) return {{}, before->files, kept.refusal().faults()};
    return std::move(*kept);
}

base::Result<CertificateProving::Reached> CertificateProving::prove(const std::string& number, Renewal renewal) {
    if (m_policy.timestampUrl.empty()) return base::Fault{"signature.no-authority"_code};
    const auto before = standing(number);
    if (!before) return before.refusal();
    if (!before->entry.ending.empty()) return base::Fault{"certificate.ended-already"_code, {{"number", number}}};
    if (!before->allSigned) return base::Fault{"certificate.not-issued"_code, {{"number", number}}};
    const auto has = m_house.proofs->of(m_connection, number);
    const bool below = has.level < m_policy.level;
    const bool ends =
        has.archiveUntil && *has.archiveUntil < m_house.clock.now() + std::chrono::days{m_policy.renewalDays};
    if (!below && !ends && renewal == Renewal::WhenDue)
        return base::Fault{"certificate.proofs-complete"_code,
                           {{"number", number}, {"level", std::string{nameOf(has.level)}}}};
    const auto level = below ? m_policy.level : SignatureLevel::LTA;
    const auto closed = closeAt(before->pdf, level, rooms());
    if (!closed) return closed.refusal();
    return keep(*before, *closed, level);
}

}  // namespace issuance
