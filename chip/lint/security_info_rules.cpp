// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include "chip/lint/file_rules.hpp"

namespace chip::lint {
namespace {

using namespace base::literals;
using lds::File;
using lds::SecurityInfos;

constexpr std::string_view kMappedByChip = "0.4.0.127.0.7.2.2.4.6.", kEcPublicKey = "1.2.840.10045.2.1",
                           kDomainParameters = "0.4.0.127.0.7.1.2";
constexpr std::uint64_t kPaceVersion = 2;

bool covers(const SecurityInfos& whole, const SecurityInfos& part) {
    return std::ranges::all_of(part.all, [&](const lds::SecurityInfo& info) {
        return std::ranges::any_of(whole.all, [&](const auto& each) { return each.octets == info.octets; });
    });
}

bool isMapped(const lds::PaceOffer& offer) { return offer.protocol.starts_with(kMappedByChip); }

/// PACE versions, and chip keys with their identifiers.
void judgeInfos(const SecurityInfos& infos, File file, Findings& findings) {
    for (const auto& offer : infos.pace)
        if (offer.version != kPaceVersion) findings.note("lint.pace-version"_code, file);
    std::set<std::optional<std::uint64_t>> ids;
    for (const auto& key : infos.chipKeys)
        if ((!key.keyId && infos.chipKeys.size() > 1) || !ids.insert(key.keyId).second)
            findings.note("lint.chip-key-id"_code, file);
    for (const auto& protocol : infos.chipAuthentication)
        if (infos.chipKeys.size() > 1 && !ids.contains(protocol.keyId)) findings.note("lint.chip-key-id"_code, file);
}

/// Chip authentication mapping uses the key whose identifier is the parameters' (9303-11 9.2.1).
void judgeMapping(const SecurityInfos& security, Findings& findings) {
    for (const auto& offer : security.pace) {
        if (!isMapped(offer)) continue;
        const bool there = std::ranges::any_of(
            security.chipKeys, [&](const auto& key) { return key.keyId && key.keyId == offer.parameterId; });
        if (!there) findings.note("lint.pace-key"_code, File::CardSecurity);
    }
}

class InfoCheck {
   public:
    InfoCheck(const FileSet& files, const Contents& contents, Findings& findings)
        : m_files(files), m_contents(contents), m_findings(findings) {}

    void check() {
        const auto &access = m_contents.cardAccess, &dg14 = m_contents.dg14, &security = m_contents.cardSecurity;
        if (access) judgeInfos(*access, File::CardAccess, m_findings);
        if (dg14) judgeInfos(*dg14, File::Dg14, m_findings);
        if (security) judgeInfos(*security, File::CardSecurity, m_findings);
        if (access) checkAccess(*access);
        if (dg14 && !dg14->pace.empty()) need(File::CardAccess);
        if (security) judgeMapping(*security, m_findings);
        if (security && !security->directory.empty()) checkDirectory(security->directory);
        checkActiveAuthentication();
    }

   private:
    void need(File file) {
        if (!m_files.contains(file)) m_findings.note("lint.file-needed"_code, file);
    }

    void checkAccess(const SecurityInfos& access) {
        const bool mapped = std::ranges::any_of(access.pace, isMapped);
        if (!std::ranges::all_of(access.pace, isMapped)) need(File::Dg14);
        if (mapped) need(File::CardSecurity);
        if (m_contents.dg14 && !covers(*m_contents.dg14, access))
            m_findings.note("lint.security-infos-differ"_code, File::Dg14);
        if (m_contents.cardSecurity && !covers(*m_contents.cardSecurity, access))
            m_findings.note("lint.security-infos-differ"_code, File::CardSecurity);
    }

    void checkDirectory(const base::Bytes& secured) {
        const auto open = m_files.find(File::Directory);
        if (open == m_files.end())
            need(File::Directory);
        else if (open->second != secured)
            m_findings.note("lint.directory-differs"_code, File::Directory);
    }

    void checkActiveAuthentication() {
        const auto& dg14 = m_contents.dg14;
        const bool told = dg14 && dg14->activeAuthenticationAlgorithm;
        if (told && !m_files.contains(File::Dg15)) m_findings.note("lint.key-needed"_code, File::Dg15);
        if (told && lds::digestOfEcdsaPlain(*dg14->activeAuthenticationAlgorithm) == base::DigestAlgorithm::Sha1)
            m_findings.note("lint.active-authentication-hash"_code, File::Dg14);
        const auto& key = m_contents.dg15;
        const bool curve = key && (key->algorithm == kEcPublicKey || key->algorithm == kDomainParameters);
        if (curve && !told) m_findings.note("lint.active-authentication-info"_code, File::Dg14);
    }

    const FileSet& m_files;
    const Contents& m_contents;
    Findings& m_findings;
};

}  // namespace

void judgeSecurityInfos(const FileSet& files, const Contents& contents, Findings& findings) {
    InfoCheck{files, contents, findings}.check();
}

}  // namespace chip::lint
