// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "issuance/signature/long_term.hpp"
#include "records/author.hpp"
#include "records/database/database.hpp"

namespace issuance {

/// How far signatures of certificates are proven, by whose time-stamps, and how long before their end they are renewed.
struct SignaturePolicy {
    static constexpr std::int64_t kUsualRenewal = 90;
    SignatureLevel level = SignatureLevel::B;
    std::string timestampUrl = {};     ///< of the time-stamping authority; empty where there is none
    std::string timestampPolicy = {};  ///< OID that is asked for; empty for the authority's own
    std::vector<signing::Certificate> timestampAnchors = {};
    std::int64_t renewalDays = kUsualRenewal;
};

/// As people write it: `anchors` is a file of certificates, PEM or DER.
struct SignaturePolicyWritten {
    std::string level;
    std::string timestampUrl;
    std::string timestampPolicy;
    base::Bytes anchors;
    std::int64_t renewalDays = SignaturePolicy::kUsualRenewal;
};
/// Refuses, all at once, "signature.level-unknown", "signature.authority-missing" (a level above B-B without an address
/// or roots), "signature.address-wrong", "signature.anchor-unreadable", "signature.policy-wrong",
/// "signature.days-wrong".
base::Result<SignaturePolicy> readPolicy(const SignaturePolicyWritten& written);

/// What two people set, one after the other; the last one holds.
class SignaturePolicyBook {
   public:
    explicit SignaturePolicyBook(const base::Clock& clock) : m_clock(clock) {}

    /// B-B where nobody set anything.
    [[nodiscard]] SignaturePolicy current(records::Connection& connection) const;
    /// Roots of every authority that was ever believed: older files have its time-stamps.
    [[nodiscard]] std::vector<signing::Certificate> timestampAnchors(records::Connection& connection) const;
    void set(records::Transaction& tx, const records::Author& author, const SignaturePolicy& policy) const;

   private:
    const base::Clock& m_clock;
};

}  // namespace issuance
