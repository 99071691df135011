// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/certificates/authority.hpp"

#include "base/der.hpp"
#include "signing/certificates/country_signers.hpp"
#include "signing/certificates/extension_oids.hpp"
#include "signing/certificates/extension_writer.hpp"
#include "signing/certificates/profile_rules.hpp"

namespace signing {
using namespace base::literals;
namespace der = base::der;
namespace {

/// Twenty octets, positive, minimal, 158 random bits: never the same twice.
base::Bytes freshSerialNumber() {
    auto octets = base::randomBytes(20);
    octets[0] = static_cast<std::uint8_t>((octets[0] & 0x7FU) | 0x40U);
    return der::integer(octets);
}

/// One certificate before its signature.
struct Draft {
    base::Bytes issuer, subject;
    Period period;
    base::Bytes publicKey;
    std::vector<base::Bytes> extensions;
};

struct Issuer {
    const KeyStore& keys;
    KeyId key;
};

/// SEQUENCE{signed part, algorithm, signature}; the signed part names the algorithm too.
base::Bytes signWith(const Issuer& issuer, const base::Bytes& algorithm, const base::Bytes& signedPart) {
    const auto digest = recommendedDigest(issuer.keys.describe(issuer.key).algorithm);
    const auto signature = issuer.keys.sign(issuer.key, digest, signedPart);
    return der::sequence({signedPart, algorithm, der::bitString(signature)});
}

base::Bytes algorithmOf(const Issuer& issuer) {
    const auto key = issuer.keys.describe(issuer.key).algorithm;
    return encodeSignatureAlgorithm(signatureAlgorithmOf(key, recommendedDigest(key)));
}

base::Bytes issue(const Issuer& issuer, const Draft& draft) {
    const auto algorithm = algorithmOf(issuer);
    const auto validity = der::sequence({der::time(draft.period.begin), der::time(draft.period.end)});
    const auto signedPart =
        der::sequence({der::explicitTag(0, der::integer(2)), freshSerialNumber(), algorithm, draft.issuer, validity,
                       draft.subject, draft.publicKey, der::explicitTag(3, der::sequence(draft.extensions))});
    return signWith(issuer, algorithm, signedPart);
}

base::Bytes issueSigner(const Authority& authority, base::BytesView publicKey, const OperationalProfile& profile,
                        const std::vector<std::string_view>& purposes, const base::Bytes& usage = usageSignature(),
                        const std::vector<std::string>& hosts = {}) {
    Draft draft{authority.certificate.subject,
                encodeName(profile.name),
                profile.certificate,
                {publicKey.begin(), publicKey.end()},
                {authorityKeyIdentifier(authority.certificate.subjectKeyIdentifier),
                 subjectKeyIdentifier(keyIdentifierOf(publicKey)), usage}};
    if (!purposes.empty()) draft.extensions.push_back(extendedKeyUsage(purposes, Criticality::NotCritical));
    if (!profile.email.empty()) draft.extensions.push_back(subjectMailbox(profile.email));
    if (!profile.crlUrls.empty()) draft.extensions.push_back(crlDistributionPoints(profile.crlUrls));
    if (!profile.ocspUrl.empty()) draft.extensions.push_back(ocspResponder(profile.ocspUrl));
    if (!hosts.empty()) draft.extensions.push_back(subjectHosts(hosts));
    return issue({authority.keys, authority.key}, draft);
}

}  // namespace

base::Result<base::Bytes> makeCsca(const KeyStore& keys, const KeyId& key, const CscaProfile& profile) {
    if (const auto outcome = checkProfile(profile); !outcome) return outcome.refusal();
    const auto publicKey = keys.publicKey(key, CurveForm::Explicit);
    const auto identifier = keyIdentifierOf(publicKey);
    const auto name = encodeName(profile.name);
    const auto contact = generalNamesOf(profile.contact);
    return issue({keys, key},
                 {name,
                  name,
                  profile.certificate,
                  publicKey,
                  {authorityKeyIdentifier(identifier), subjectKeyIdentifier(identifier), usageCertificatesLists(),
                   privateKeyUsagePeriod(profile.privateKey), subjectAltName(contact), issuerAltName(contact),
                   certificateAuthority(), crlDistributionPoints(profile.crlUrls)}});
}

base::Result<base::Bytes> makeDocumentSigner(const Authority& authority, const KeyId& subjectKey,
                                             const DocumentSignerProfile& profile) {
    if (const auto outcome = checkProfile(profile, authority.certificate); !outcome) return outcome.refusal();
    const auto publicKey = authority.keys.publicKey(subjectKey, CurveForm::Explicit);
    return issue(
        {authority.keys, authority.key},
        {authority.certificate.subject,
         encodeName(profile.name),
         profile.certificate,
         publicKey,
         {authorityKeyIdentifier(authority.certificate.subjectKeyIdentifier),
          subjectKeyIdentifier(keyIdentifierOf(publicKey)), usageSignature(), privateKeyUsagePeriod(profile.privateKey),
          subjectAltName(generalNamesOf(profile.contact)), issuerAltName(authority.certificate.subjectAltName),
          crlDistributionPoints(profile.crlUrls), documentTypeList(profile.documentTypes)}});
}

base::Result<base::Bytes> makeCscaLink(const Authority& old, const KeyId& newKey, const CscaProfile& profile) {
    if (const auto outcome = checkProfile(profile); !outcome) return outcome.refusal();
    if (const auto outcome = checkIssuer(old.certificate); !outcome) return outcome.refusal();
    const auto publicKey = old.keys.publicKey(newKey, CurveForm::Explicit);
    const auto name = encodeName(profile.name);
    Draft draft{
        old.certificate.subject,
        name,
        profile.certificate,
        publicKey,
        {authorityKeyIdentifier(old.certificate.subjectKeyIdentifier), subjectKeyIdentifier(keyIdentifierOf(publicKey)),
         usageCertificatesLists(), privateKeyUsagePeriod(profile.privateKey),
         subjectAltName(generalNamesOf(profile.contact)), issuerAltName(old.certificate.subjectAltName),
         certificateAuthority(), crlDistributionPoints(profile.crlUrls)}};
    if (name != old.certificate.subject) draft.extensions.push_back(nameChange());
    return issue({old.keys, old.key}, draft);
}

base::Result<base::Bytes> makeMasterListSigner(const Authority& authority, const KeyId& subjectKey,
                                               const ListSignerProfile& profile) {
    if (const auto outcome = checkProfile(profile, authority.certificate); !outcome) return outcome.refusal();
    const auto publicKey = authority.keys.publicKey(subjectKey, CurveForm::Explicit);
    return issue({authority.keys, authority.key},
                 {authority.certificate.subject,
                  encodeName(profile.name),
                  profile.certificate,
                  publicKey,
                  {authorityKeyIdentifier(authority.certificate.subjectKeyIdentifier),
                   subjectKeyIdentifier(keyIdentifierOf(publicKey)), usageSignature(),
                   subjectAltName(generalNamesOf(profile.contact)), issuerAltName(authority.certificate.subjectAltName),
                   crlDistributionPoints(profile.crlUrls),
                   extendedKeyUsage({oids::kMasterListSigning}, Criticality::Critical)}});
}

base::Result<base::Bytes> makeSealSigner(const Authority& authority, const KeyId& subjectKey,
                                         const SealSignerProfile& profile) {
    if (const auto outcome = checkProfile(profile, authority.certificate); !outcome) return outcome.refusal();
    const auto algorithm = authority.keys.describe(subjectKey).algorithm;
    if (signatureAlgorithmOf(algorithm, recommendedDigest(algorithm)).scheme != SignatureScheme::Ecdsa)
        return base::Fault{"signing.profile-refused"_code, {{"field", "algorithm other than ECDSA"}}, {}};
    DistinguishedName name;
    name.country = profile.country;
    name.commonName = profile.code;
    Draft draft{authority.certificate.subject,
                encodeName(name),
                profile.certificate,
                authority.keys.publicKey(subjectKey, CurveForm::Explicit),
                {authorityKeyIdentifier(authority.certificate.subjectKeyIdentifier),
                 extendedKeyUsage({oids::kSealSigning}, Criticality::Critical)}};
    if (!profile.documentTypes.empty()) draft.extensions.push_back(documentTypeList(profile.documentTypes));
    return issue({authority.keys, authority.key}, draft);
}

base::Result<base::Bytes> makeOperationalRoot(const KeyStore& keys, const KeyId& key,
                                              const OperationalProfile& profile) {
    if (const auto outcome = checkProfile(profile); !outcome) return outcome.refusal();
    const auto publicKey = keys.publicKey(key, CurveForm::Named);
    const auto identifier = keyIdentifierOf(publicKey);
    const auto name = encodeName(profile.name);
    return issue({keys, key}, {name,
                               name,
                               profile.certificate,
                               publicKey,
                               {authorityKeyIdentifier(identifier), subjectKeyIdentifier(identifier),
                                usageCertificatesLists(), certificateAuthority()}});
}

base::Result<base::Bytes> makeOrderSigner(const Authority& authority, base::BytesView subjectPublicKeyInfo,
                                          const OperationalProfile& profile) {
    if (const auto outcome = checkProfile(profile, authority.certificate); !outcome) return outcome.refusal();
    return issueSigner(authority, subjectPublicKeyInfo, profile, {oids::kEmailProtection, oids::kDocumentSigning});
}

base::Result<base::Bytes> makeCheckpointSigner(const Authority& authority, const KeyId& subjectKey,
                                               const OperationalProfile& profile) {
    if (const auto outcome = checkProfile(profile, authority.certificate); !outcome) return outcome.refusal();
    return issueSigner(authority, authority.keys.publicKey(subjectKey, CurveForm::Named), profile, {});
}

base::Result<base::Bytes> makeElectronicSigner(const Authority& authority, base::BytesView subjectPublicKeyInfo,
                                               const OperationalProfile& profile) {
    if (const auto outcome = checkProfile(profile, authority.certificate); !outcome) return outcome.refusal();
    return issueSigner(authority, subjectPublicKeyInfo, profile, {oids::kEmailProtection, oids::kDocumentSigning},
                       usageSignatureOfPeople());
}

base::Result<base::Bytes> makeWorkstation(const Authority& authority, base::BytesView subjectPublicKeyInfo,
                                          const OperationalProfile& profile) {
    if (const auto outcome = checkProfile(profile, authority.certificate); !outcome) return outcome.refusal();
    return issueSigner(authority, subjectPublicKeyInfo, profile, {oids::kClientAuthentication});
}

base::Result<base::Bytes> makeService(const Authority& authority, base::BytesView subjectPublicKeyInfo,
                                      const OperationalProfile& profile, const std::vector<std::string>& hosts) {
    if (const auto outcome = checkProfile(profile, authority.certificate); !outcome) return outcome.refusal();
    if (const auto outcome = checkHosts(hosts); !outcome) return outcome.refusal();
    return issueSigner(authority, subjectPublicKeyInfo, profile, {oids::kServerAuthentication}, usageSignature(),
                       hosts);
}

base::Result<base::Bytes> makeRevocationList(const Authority& authority, const RevocationProfile& profile) {
    if (const auto outcome = checkProfile(profile); !outcome) return outcome.refusal();
    const Issuer issuer{authority.keys, authority.key};
    const auto algorithm = algorithmOf(issuer);
    std::vector<base::Bytes> entries;
    for (const auto& entry : profile.revoked) {
        const auto why = entry.reason ? der::sequence({reasonCode(*entry.reason)}) : base::Bytes{};
        entries.push_back(der::sequence({der::integer(entry.serialNumber), der::time(entry.revoked), why}));
    }
    const auto revoked = entries.empty() ? base::Bytes{} : der::sequence(entries);
    const auto extensions =
        der::sequence({authorityKeyIdentifier(authority.certificate.subjectKeyIdentifier), crlNumber(profile.number)});
    return signWith(
        issuer, algorithm,
        der::sequence({der::integer(1), algorithm, authority.certificate.subject, der::time(profile.thisUpdate),
                       der::time(profile.nextUpdate), revoked, der::explicitTag(0, extensions)}));
}

}  // namespace signing
