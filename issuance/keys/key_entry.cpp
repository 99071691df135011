// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/keys/key_entry.hpp"

#include <fmt/format.h>

#include <array>

namespace issuance {
namespace {

/// All that sets one purpose apart from the others.
struct Trait {
    std::string_view name, prefix;
    signing::KeyPurpose key;
    bool published, revocable, renewed = false;
};

constexpr std::array<Trait, 9> kTraits{{
    {"csca", "CSCA", signing::KeyPurpose::CountrySigning, true, false},
    {"csca-link", "LINK", signing::KeyPurpose::CountrySigning, true, false},
    {"document-signer", "DS", signing::KeyPurpose::DocumentSigning, true, true},
    {"master-list-signer", "MLS", signing::KeyPurpose::MasterListSigning, true, true},
    {"seal-signer", "SEAL", signing::KeyPurpose::SealSigning, true, true},
    {"house-authority", "HOUSE", signing::KeyPurpose::HouseAuthority, false, false, true},
    {"act-signer", "ACT", signing::KeyPurpose::ElectronicSignature, false, true},
    {"operational-root", "ROOT", signing::KeyPurpose::OperationalRoot, false, false, true},
    {"journal-checkpoint", "JOURNAL", signing::KeyPurpose::JournalCheckpoint, false, false, true},
}};

constexpr std::array<std::string_view, 5> kStates{"made", "published", "active", "retired", "destroyed"};

const Trait& traitOf(CertifiedPurpose purpose) { return kTraits.at(static_cast<std::size_t>(purpose)); }

}  // namespace

std::string_view nameOf(CertifiedPurpose purpose) { return traitOf(purpose).name; }
std::string_view nameOf(KeyState state) { return kStates.at(static_cast<std::size_t>(state)); }
signing::KeyPurpose keyPurposeOf(CertifiedPurpose purpose) { return traitOf(purpose).key; }
bool mustBePublished(CertifiedPurpose purpose) { return traitOf(purpose).published; }
bool isRevocable(CertifiedPurpose purpose) { return traitOf(purpose).revocable; }
bool isRenewed(CertifiedPurpose purpose) { return traitOf(purpose).renewed; }

std::optional<CertifiedPurpose> certifiedPurposeNamed(std::string_view name) {
    for (std::size_t i = 0; i < kTraits.size(); ++i)
        if (kTraits[i].name == name) return static_cast<CertifiedPurpose>(i);
    return std::nullopt;
}

bool KeyEntry::maySignAt(base::Timestamp moment) const {
    return !revoked && !spent() && moment >= use.begin && moment < use.end && certificate.validAt(moment);
}

std::string entryIdOf(CertifiedPurpose purpose, std::int64_t number) {
    return fmt::format("{}-{:04}", traitOf(purpose).prefix, number);
}

signing::Period useOf(const signing::Certificate& certificate) {
    return {certificate.privateKeyNotBefore.value_or(certificate.notBefore),
            certificate.privateKeyNotAfter.value_or(certificate.notAfter)};
}

}  // namespace issuance
