// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/revocation/revocation_source.hpp"

#include "signing/revocation/ocsp.hpp"

namespace signing {
using namespace base::literals;
namespace {

using Proof = base::Result<RevocationProof>;

constexpr std::size_t kMostAddresses = 4;

base::Fault revoked(const Certificate& certificate) {
    return {"signing.certificate-revoked"_code, {{"subject", certificate.subjectText()}}, {}};
}

base::Fault unknown(const Certificate& certificate) {
    return {"signing.revocation-unknown"_code, {{"subject", certificate.subjectText()}}, {}};
}

bool inForce(const RevocationList& list, base::Timestamp moment) {
    return list.thisUpdate <= moment + std::chrono::minutes{5} && list.nextUpdate > moment && !list.partial;
}

/// An answer without an end holds for an hour: one that was prepared earlier may be played again.
bool inForce(const OcspStatus& status, base::Timestamp moment) {
    return status.thisUpdate <= moment + std::chrono::minutes{5} &&
           status.nextUpdate.value_or(status.produced + std::chrono::hours{1}) > moment;
}

Proof fromList(const RevocationList& list, const Certificate& certificate, const Certificate& issuer,
               base::Timestamp moment) {
    if (!inForce(list, moment) || !issuedBy(list, issuer)) return unknown(certificate);
    if (list.revokedBefore(certificate.serialNumber, moment)) return revoked(certificate);
    return RevocationProof{list.der, {}, {}};
}

Proof fetched(const std::string& url, const Certificate& certificate, const Certificate& issuer, base::Timestamp moment,
              base::http::Errand& errand) {
    const auto content = errand.exchange({url, {}, "", "application/pkix-crl"});
    if (!content) return content.refusal();
    const auto list = readRevocationList(*content);
    if (!list) return list.refusal();
    return fromList(*list, certificate, issuer, moment);
}

/// A list that does not name the responder, from its own addresses: another responder would have to be proven too.
Proof listWithout(const Certificate& responder, const Certificate& issuer, base::Timestamp moment,
                  base::http::Errand& errand) {
    for (std::size_t i = 0; i < std::min(responder.crlUrls.size(), kMostAddresses); ++i)
        if (auto proof = fetched(responder.crlUrls[i], responder, issuer, moment, errand)) return proof;
    return base::Fault{"signing.responder-unproven"_code, {{"subject", responder.subjectText()}}, {}};
}

Proof asked(const Certificate& certificate, const Certificate& issuer, base::Timestamp moment,
            base::http::Errand& errand) {
    const auto request = makeOcspRequest(certificate, issuer);
    auto answer =
        errand.exchange({certificate.ocspUrl, request, "application/ocsp-request", "application/ocsp-response"});
    if (!answer) return answer.refusal();
    const auto status = readOcspResponse(*answer, certificate, issuer, request);
    if (!status) return status.refusal();
    if (status->word == OcspStatus::Word::Revoked) return revoked(certificate);
    if (status->word == OcspStatus::Word::Unknown || !inForce(*status, moment)) return unknown(certificate);
    RevocationProof proof{{}, std::move(answer).value(), {}};
    for (const auto& responder : status->responders) proof.responders.push_back(responder.der);
    if (!status->toBeProven) return proof;
    auto list = listWithout(*status->toBeProven, issuer, moment, errand);
    if (!list) return list.refusal();
    proof.listOfResponder = std::move(list->list);
    return proof;
}

}  // namespace

base::Result<RevocationProof> RevocationSource::proofOf(const Certificate& certificate, const Certificate& issuer,
                                                        base::Timestamp moment) const {
    std::vector<base::Fault> faults{unknown(certificate)};
    const auto settled = [&](const Proof& proof) {
        if (proof || proof.refusal().has("signing.certificate-revoked"_code)) return true;
        for (const auto& fault : proof.refusal().faults())
            if (fault.code != "signing.revocation-unknown"_code) faults.push_back(fault);
        return false;
    };
    for (const auto& list : m_lists)
        if (auto proof = fromList(list, certificate, issuer, moment); settled(proof)) return proof;
    if (!m_errand) return base::Refusal{std::move(faults)};
    if (!certificate.ocspUrl.empty())
        if (auto proof = asked(certificate, issuer, moment, *m_errand); settled(proof)) return proof;
    for (std::size_t i = 0; i < std::min(certificate.crlUrls.size(), kMostAddresses); ++i)
        if (auto proof = fetched(certificate.crlUrls[i], certificate, issuer, moment, *m_errand); settled(proof))
            return proof;
    return base::Refusal{std::move(faults)};
}

}  // namespace signing
