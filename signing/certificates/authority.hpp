// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "signing/certificates/certificate.hpp"
#include "signing/keys/key_store.hpp"

/// Issuing certificates in the profiles of 9303-12 7.1 and RFC 5280. All makers return DER, and refuse
/// "signing.profile-refused" naming the field that the profile does not allow.
namespace signing {

/// Who a certificate names. Country is two letters and is written in upper case; empty parts are left out.
struct DistinguishedName {
    std::string country;
    std::string organisation;
    std::string unit;
    std::string commonName;
    std::string serialNumber = {};
    std::string title = {};  ///< the office that a person holds
};

struct Period {
    base::Timestamp begin, end;
};

/// Subject alternative name of travel document certificates: the country as the MRZ writes it ("GTM") and where its
/// authority is reached. The issuer alternative name is the issuer's.
struct Contact {
    std::string mrzCountry;
    std::string email = {};
    std::string uri = {};
};

/// What a country signing certificate says (9303-12 table 6, column CSCA root).
struct CscaProfile {
    DistinguishedName name;
    Contact contact;
    Period certificate;
    Period privateKey;
    std::vector<std::string> crlUrls;  ///< ldap, http or https
};

/// What a document signer's certificate says (column DS).
struct DocumentSignerProfile {
    DistinguishedName name;
    Contact contact;
    Period certificate;
    Period privateKey;
    std::vector<std::string> crlUrls;
    std::vector<std::string> documentTypes;  ///< MRZ document codes of one or two characters: "P" covers all passports
};

/// What a certificate of the house's own, operational root and of those below it says.
struct OperationalProfile {
    DistinguishedName name;
    std::string email = {};
    Period certificate;
    /// Where it is told whether a signer's certificate still holds; empty where nobody says it over a network.
    std::vector<std::string> crlUrls = {};
    std::string ocspUrl = {};
};

/// A key of the store with the certificate that says it may issue.
struct Authority {
    const KeyStore& keys;
    KeyId key;
    Certificate certificate;
};

base::Result<base::Bytes> makeCsca(const KeyStore& keys, const KeyId& key, const CscaProfile& profile);
/// The subject's key is in `authority.keys` too.
base::Result<base::Bytes> makeDocumentSigner(const Authority& authority, const KeyId& subjectKey,
                                             const DocumentSignerProfile& profile);

/// The root of the institution's own certificates (stations, journal), apart from travel documents; named curves.
base::Result<base::Bytes> makeOperationalRoot(const KeyStore& keys, const KeyId& key,
                                              const OperationalProfile& profile);
/// For a capture station that signs order files; its key usually is elsewhere, so it comes as SubjectPublicKeyInfo.
base::Result<base::Bytes> makeOrderSigner(const Authority& authority, base::BytesView subjectPublicKeyInfo,
                                          const OperationalProfile& profile);
/// For the key that signs the journal's checkpoints.
base::Result<base::Bytes> makeCheckpointSigner(const Authority& authority, const KeyId& subjectKey,
                                               const OperationalProfile& profile);
/// For a person or a seal that signs PDFs: digitalSignature and nonRepudiation. The authority is one that
/// makeOperationalRoot made, with a key of its own; people's keys are elsewhere, so they come as SubjectPublicKeyInfo.
base::Result<base::Bytes> makeElectronicSigner(const Authority& authority, base::BytesView subjectPublicKeyInfo,
                                               const OperationalProfile& profile);

/// For a workstation that connects to the service, in the name alone: TLS client authentication.
base::Result<base::Bytes> makeWorkstation(const Authority& authority, base::BytesView subjectPublicKeyInfo,
                                          const OperationalProfile& profile);
/// Whether the text is a machine's name (labels of letters, digits and hyphens, RFC 1123 2.1) or an IP address.
bool isHost(const std::string& text);
/// For the service itself: TLS server authentication under 1 to 16 hosts (RFC 5280 4.2.1.6).
base::Result<base::Bytes> makeService(const Authority& authority, base::BytesView subjectPublicKeyInfo,
                                      const OperationalProfile& profile, const std::vector<std::string>& hosts);

/// Why a certificate was revoked (RFC 5280 5.3.1); none is told where there is none to tell.
enum class RevocationReason : std::uint8_t { KeyCompromise = 1 };

/// What a revocation list says; all of it, never a delta (9303-12 table 9).
struct RevocationProfile {
    struct Entry {
        base::Bytes serialNumber;  ///< as Certificate::serialNumber
        base::Timestamp revoked;
        std::optional<RevocationReason> reason = std::nullopt;
    };
    std::vector<Entry> revoked;
    base::Timestamp thisUpdate, nextUpdate;  ///< at most 90 days apart
    std::uint64_t number = 1;
};
base::Result<base::Bytes> makeRevocationList(const Authority& authority, const RevocationProfile& profile);

}  // namespace signing
