// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/act.hpp"

/// How far signatures of certificates are proven for years to come (docs/formats/pdf-signature.md).
namespace contract {

/// How far signatures of certificates are proven, and by whose time-stamps.
struct SignatureLevelTold {
    std::string level;            ///< "B-B", "B-T", "B-LT", "B-LTA"
    std::string timestampUrl;     ///< empty where there is no authority
    std::string timestampPolicy;  ///< OID; empty for the authority's own
    std::vector<std::string> anchors;
    std::int64_t renewalDays = 0;  ///< so long before its end an archive time-stamp is renewed
    static constexpr std::array kFields{
        field<&SignatureLevelTold::level>("level"), field<&SignatureLevelTold::timestampUrl>("timestamp_url"),
        field<&SignatureLevelTold::timestampPolicy>("timestamp_policy"), field<&SignatureLevelTold::anchors>("anchors"),
        field<&SignatureLevelTold::renewalDays>("renewal_days")};
};

struct SignatureLevelShow {
    static constexpr Declaration kAct{"certificate.signature-level", "certificate.view", Effect::Reads};
    using Answer = SignatureLevelTold;
    static constexpr std::array<Field, 0> kFields{};
};

/// Sets the level for signatures from now on. The authority is asked for a time-stamp first, and for B-LT and B-LTA
/// whether anybody proves its certificates: what cannot be reached is refused.
struct SignatureLevelSet {
    static constexpr Declaration kAct{"certificate.set-signature-level", "pki.ceremony", Effect::Conducts, People::Two,
                                      "pki.witness"};
    using Answer = SignatureLevelTold;
    std::string level;
    std::optional<std::string> timestampUrl = {};
    std::optional<std::string> timestampPolicy = {};
    std::optional<base::Bytes> anchors = {};  ///< roots of the authority, PEM or DER
    std::optional<std::int64_t> renewalDays = {};
    static constexpr std::array kFields{
        field<&SignatureLevelSet::level>("level"), field<&SignatureLevelSet::timestampUrl>("timestamp_url"),
        field<&SignatureLevelSet::timestampPolicy>("timestamp_policy"), field<&SignatureLevelSet::anchors>("anchors"),
        field<&SignatureLevelSet::renewalDays>("renewal_days")};
};

struct ProofDueLine {
    std::string number;
    std::string level;         ///< that it has
    std::string archiveUntil;  ///< a day; empty where no time-stamp is over it
    std::string due;           ///< "level", "renewal"
    static constexpr std::array kFields{field<&ProofDueLine::number>("number"), field<&ProofDueLine::level>("level"),
                                        field<&ProofDueLine::archiveUntil>("archive_until"),
                                        field<&ProofDueLine::due>("due")};
};

struct ProofsDue {
    std::string level;  ///< that all should have
    std::vector<ProofDueLine> certificates;
    static constexpr std::array kFields{field<&ProofsDue::level>("level"),
                                        field<&ProofsDue::certificates>("certificates")};
};

/// Certificates in force whose proofs are not what the house's level wants, or whose last time-stamp ends soon.
struct CertificateProofsDue {
    static constexpr Declaration kAct{"certificate.proofs-due", "certificate.view", Effect::Reads};
    using Answer = ProofsDue;
    static constexpr std::array<Field, 0> kFields{};
};

struct CertificateProven {
    std::string number;
    std::string level;
    std::string archiveUntil;  ///< a day
    std::int64_t revision = 0;
    std::vector<std::string> unreachable;  ///< servers and addresses that failed; others served
    static constexpr std::array kFields{
        field<&CertificateProven::number>("number"), field<&CertificateProven::level>("level"),
        field<&CertificateProven::archiveUntil>("archive_until"), field<&CertificateProven::revision>("revision"),
        field<&CertificateProven::unreachable>("unreachable")};
};

/// Brings a certificate that all have signed to the house's level, or renews its archive time-stamp where that ends
/// soon; with `renew` also before. `unreachable`: what failed for an earlier one of the same command; it is not asked.
struct CertificateProve {
    static constexpr Declaration kAct{"certificate.prove", "certificate.prove", Effect::Conducts};
    using Answer = CertificateProven;
    std::string number;
    bool renew = false;
    std::vector<std::string> unreachable = {};
    static constexpr std::array kFields{field<&CertificateProve::number>("number"),
                                        field<&CertificateProve::renew>("renew"),
                                        field<&CertificateProve::unreachable>("unreachable")};
};

using ProofActs = std::tuple<SignatureLevelShow, SignatureLevelSet, CertificateProofsDue, CertificateProve>;

}  // namespace contract
