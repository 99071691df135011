// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/signature/house_authority.hpp"

#include "base/failure.hpp"

namespace issuance {
namespace {

using signing::KeyPurpose;

constexpr auto kAuthorityLife = std::chrono::days{3653};
/// Clocks of readers may be behind ours.
constexpr auto kGrace = std::chrono::hours{1};

signing::Period periodFrom(base::Timestamp now, std::chrono::days length) {
    const auto begin = std::chrono::floor<std::chrono::seconds>(now - kGrace);
    return {begin, begin + length};
}

signing::DistinguishedName nameOf(const std::string& organisation, const std::string& commonName) {
    return {"GT", organisation, std::string{kTrainingUnit}, commonName};
}

base::Result<CertifiedKey> certified(signing::KeyId key, const base::Result<base::Bytes>& der) {
    if (!der) return der.refusal();
    return CertifiedKey{std::move(key), base::expected(signing::readCertificate(*der), "certificate")};
}

}  // namespace

base::Result<CertifiedKey> foundHouseAuthority(signing::KeyStore& keys, const std::string& organisation,
                                               base::Timestamp now, signing::KeyAlgorithm algorithm) {
    const auto key = keys.generate(KeyPurpose::HouseAuthority, algorithm, kHouseAuthorityName);
    return certified(key, certifyHouseAuthority(keys, key, organisation, std::string{kHouseAuthorityName}, now));
}

base::Result<base::Bytes> certifyHouseAuthority(const signing::KeyStore& keys, const signing::KeyId& key,
                                                const std::string& organisation, const std::string& commonName,
                                                base::Timestamp now) {
    return signing::makeOperationalRoot(keys, key,
                                        {nameOf(organisation, commonName), "", periodFrom(now, kAuthorityLife)});
}

base::Result<CertifiedKey> enrolSigner(signing::KeyStore& keys, const signing::Authority& authority,
                                       const SignerEnrolment& enrolment, base::Timestamp now) {
    const auto key = keys.generate(KeyPurpose::ElectronicSignature, enrolment.algorithm, enrolment.commonName);
    auto period = periodFrom(now, enrolment.validity);
    period.begin = std::max(period.begin, authority.certificate.notBefore);
    period.end = std::min(period.end, authority.certificate.notAfter);
    auto name = nameOf(enrolment.organisation, enrolment.commonName);
    name.title = enrolment.role;
    return certified(
        key, signing::makeElectronicSigner(authority, keys.publicKey(key, signing::CurveForm::Named),
                                           {name, enrolment.email, period, enrolment.crlUrls, enrolment.ocspUrl}));
}

}  // namespace issuance
