// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/inspection/inspect_chip.hpp"

#include "base/failure.hpp"
#include "chip/access/chip_capabilities.hpp"
#include "chip/access/file_reading.hpp"
#include "chip/inspection/access_opening.hpp"
#include "chip/inspection/chip_originality.hpp"
#include "chip/inspection/content_reading.hpp"
#include "chip/inspection/passive_authentication.hpp"

namespace chip {
namespace {

using namespace base::literals;
using lds::File;

/// One inspection under way.
class Inspector {
   public:
    Inspector(Card& card, const InspectionKeys& keys, const signing::PathQuestion& trust)
        : m_card(card), m_keys(keys), m_trust(trust) {}

    ChipInspection inspect() {
        m_card.reset();
        CapableCard capable{m_card, readCapabilities(m_card)};
        if (auto content = readCardAccessFile(capable)) m_found.files[File::CardAccess] = *std::move(content);
        if (auto session = open(capable)) {
            SecuredCard secured{capable, std::move(*session)};
            inspectOpened(secured);
        }
        m_card.reset();
        return std::move(m_found);
    }

   private:
    std::optional<Session> open(Card& card) {
        AccessSecrets secrets;
        if (m_keys.mrz) secrets.mrz = m_keys.mrz->clone();
        if (m_keys.cardAccessNumber) secrets.cardAccessNumber = m_keys.cardAccessNumber->clone();
        const auto cardAccess = m_found.files.find(File::CardAccess);
        auto opened = openChip(
            card, cardAccess == m_found.files.end() ? std::nullopt : std::optional{cardAccess->second}, secrets);
        if (!opened) {
            m_found.judge(Check::Access, opened.refusal());
            return std::nullopt;
        }
        m_found.access = opened->pace ? AccessProtocol::Pace : AccessProtocol::Bac;
        if (opened->pace)
            m_found.protocol = protocolOf(*opened->pace) + " (" + std::to_string(opened->pace->parameterId) + ")";
        return std::move(opened->session);
    }

    void inspectOpened(SecuredCard& secured) {
        try {
            if (secured.session().mappingProof) judgeChipMapping(secured, m_trust, m_found);
            // After BAC the application is selected already.
            if (m_found.access == AccessProtocol::Pace)
                if (const auto selected = selectApplication(secured); !selected)
                    return m_found.judge(Check::Access, selected);
            m_found.judge(Check::Access, {});
            inspectApplication(secured);
        } catch (const base::Failure& failure) {
            if (failure.code() != "sm.session-broken"_code && failure.code() != "access.out-of-order"_code) throw;
            std::erase_if(m_found.checks, [](const CheckVerdict& verdict) { return verdict.check == Check::Access; });
            m_found.judge(Check::Access, base::Fault{"inspection.session-ended"_code, {}, failure.where()});
        }
    }

    void inspectApplication(SecuredCard& secured) {
        (void)read(secured, File::Com);
        if (const auto sod = read(secured, File::Sod); !sod) {
            const base::Fault missing{"inspection.file-missing"_code, {{"file", "EF.SOD"}}, "EF.SOD"};
            m_found.judge(Check::SecurityObjectSignature, missing);
            m_found.checks.push_back({Check::SecurityObjectPath, {}, CheckResult::NotPerformed, {missing}});
            return;
        }
        const auto verdict = signing::verifySecurityObject(m_found.files.at(File::Sod), m_trust);
        judgeSecurityObject(verdict, m_found);
        for (const auto& [number, hash] : verdict.hashes)
            if (!isSensitive(lds::dataGroup(number))) readDataGroup(secured, verdict, lds::dataGroup(number));
        judgeCommonFile(verdict, m_found);
        judgeCardAccess(m_found);
        readDetails(m_found);
        judgeDocumentType(m_found);
        judgeActiveAuthentication(secured, m_found);
        const bool goesOn = judgeChipAuthentication(secured, m_found);
        if (!secured.session().mappingProof) m_found.leaveOut(Check::ChipAuthenticationMapping, "EF.CardSecurity");
        if (!goesOn) return;
        judgeTerminalAuthentication(secured, m_keys.terminal, m_found);
        for (const auto& [number, hash] : verdict.hashes)
            if (isSensitive(lds::dataGroup(number))) readDataGroup(secured, verdict, lds::dataGroup(number));
    }

    static bool isSensitive(File group) { return group == File::Dg3 || group == File::Dg4; }

    base::Outcome read(Card& secured, File file) {
        auto content = readFile(secured, lds::entryOf(file).identifier);
        if (!content) return content.refusal();
        m_found.files[file] = *std::move(content);
        return {};
    }

    void readDataGroup(Card& secured, const signing::SecurityObjectVerdict& verdict, File group) {
        judgeDataGroup(verdict, group, read(secured, group), m_found);
    }

    Card& m_card;
    const InspectionKeys& m_keys;
    const signing::PathQuestion& m_trust;
    ChipInspection m_found;
};

}  // namespace

ChipInspection inspectChip(Card& card, const InspectionKeys& keys, const signing::PathQuestion& trust) {
    return Inspector{card, keys, trust}.inspect();
}

}  // namespace chip
