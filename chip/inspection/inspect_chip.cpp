// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/inspection/inspect_chip.hpp"

#include <set>

#include "base/failure.hpp"
#include "chip/access/active_authentication.hpp"
#include "chip/access/bac.hpp"
#include "chip/access/file_reading.hpp"
#include "chip/access/pace.hpp"
#include "chip/inspection/content_reading.hpp"
#include "chip/lds/com.hpp"
#include "chip/lds/dg15.hpp"
#include "chip/lds/security_infos.hpp"
#include "signing/sod/security_object.hpp"

namespace chip {
namespace {

using namespace base::literals;
using base::Bytes;
using lds::File;

base::Fault about(base::FailureCode code, File file) {
    const std::string name{lds::nameOf(file)};
    return {std::move(code), {{"file", name}}, name};
}

/// One inspection under way, in the order of 9303-11 4.2.
class Inspector {
   public:
    Inspector(Card& card, const InspectionKeys& keys, const signing::PathQuestion& trust)
        : m_card(card), m_keys(keys), m_trust(trust) {}

    ChipInspection inspect() {
        m_card.reset();
        readCardAccessFile();
        auto session = openAccess();
        if (session) {
            SecuredCard secured{m_card, std::move(*session)};
            inspectApplication(secured);
        }
        m_card.reset();
        return std::move(m_found);
    }

   private:
    void add(Check check, CheckResult result, std::vector<base::Fault> reasons = {}, std::string object = {}) {
        m_found.checks.push_back({check, std::move(object), result, std::move(reasons)});
    }

    void readCardAccessFile() {
        auto content = readFile(m_card, lds::entryOf(File::CardAccess).identifier);
        if (content) m_found.files[File::CardAccess] = *std::move(content);
    }

    std::optional<Session> openAccess() {
        auto opened = m_found.files.contains(File::CardAccess) ? byPace() : performBac(m_card, m_keys.mrz);
        if (!opened) {
            add(Check::Access, CheckResult::Failed, opened.refusal().faults());
            return std::nullopt;
        }
        m_found.access = m_found.files.contains(File::CardAccess) ? AccessProtocol::Pace : AccessProtocol::Bac;
        return *std::move(opened);
    }

    base::Result<Session> byPace() {
        const auto offers = readCardAccess(m_found.files.at(File::CardAccess));
        if (!offers) return offers.refusal();
        const auto password = m_keys.cardAccessNumber ? PacePassword{PaceSecret::Can, m_keys.cardAccessNumber->clone()}
                                                      : PacePassword::mrz(m_keys.mrz);
        return performPace(m_card, offers->front(), password);
    }

    void inspectApplication(Card& secured) {
        try {
            // After BAC the application is selected already.
            if (m_found.access == AccessProtocol::Pace)
                if (const auto selected = selectApplication(secured); !selected) {
                    add(Check::Access, CheckResult::Failed, selected.refusal().faults());
                    return;
                }
            add(Check::Access, CheckResult::Passed);
            readContent(secured);
            authenticateActively(secured);
        } catch (const base::Failure& failure) {
            if (failure.code() != "sm.session-broken"_code && failure.code() != "access.out-of-order"_code) throw;
            std::erase_if(m_found.checks, [](const CheckVerdict& verdict) { return verdict.check == Check::Access; });
            add(Check::Access, CheckResult::Failed, {{"inspection.session-ended"_code, {}, failure.where()}});
        }
    }

    /// False where the chip does not give the file.
    bool read(Card& secured, File file) {
        auto content = readFile(secured, lds::entryOf(file).identifier);
        if (!content) return false;
        m_found.files[file] = *std::move(content);
        return true;
    }

    void readContent(Card& secured) {
        read(secured, File::Com);
        if (!read(secured, File::Sod)) {
            const auto missing = about("inspection.file-missing"_code, File::Sod);
            add(Check::SecurityObjectSignature, CheckResult::Failed, {missing});
            add(Check::SecurityObjectPath, CheckResult::NotPerformed, {missing});
            return;
        }
        const auto verdict = signing::verifySecurityObject(m_found.files.at(File::Sod), m_trust);
        judgeSecurityObject(verdict);
        for (const auto& [number, hash] : verdict.hashes) judgeDataGroup(secured, verdict, lds::dataGroup(number));
        judgeCommonFile(verdict);
        judgeCardAccess(m_found);
        readDetails(m_found);
    }

    void judgeSecurityObject(const signing::SecurityObjectVerdict& verdict) {
        const auto result = [](bool holds) { return holds ? CheckResult::Passed : CheckResult::Failed; };
        const auto reasons = [&](bool holds) { return holds ? std::vector<base::Fault>{} : verdict.reasons; };
        add(Check::SecurityObjectSignature, result(verdict.signatureValid), reasons(verdict.signatureValid));
        add(Check::SecurityObjectPath, result(verdict.pathValid), reasons(verdict.pathValid));
        m_found.signerCertificate = verdict.signerCertificate;
        m_found.anchor = verdict.anchor;
        for (const auto defect : verdict.defects)
            m_found.defects.push_back(
                {"inspection.security-object-odd"_code, {{"defect", std::string{signing::nameOf(defect)}}}, "EF.SOD"});
    }

    void judgeDataGroup(Card& secured, const signing::SecurityObjectVerdict& verdict, File group) {
        const std::string name{lds::nameOf(group)};
        if (!read(secured, group))
            add(Check::DataGroupHash, CheckResult::Failed, {about("inspection.file-missing"_code, group)}, name);
        else if (!verdict.speaksFor(*lds::dataGroupNumber(group), m_found.files.at(group)))
            add(Check::DataGroupHash, CheckResult::Failed, {about("inspection.hash-differs"_code, group)}, name);
        else
            add(Check::DataGroupHash, CheckResult::Passed, {}, name);
    }

    void judgeCommonFile(const signing::SecurityObjectVerdict& verdict) {
        const auto content = m_found.files.find(File::Com);
        if (content == m_found.files.end()) {
            add(Check::CommonFile, CheckResult::Failed, {about("inspection.file-missing"_code, File::Com)});
            return;
        }
        const auto com = lds::decodeCom(content->second);
        if (!com) {
            add(Check::CommonFile, CheckResult::Failed, com.refusal().faults());
            return;
        }
        m_found.defects.insert(m_found.defects.end(), com->defects.begin(), com->defects.end());
        std::set<File> signedGroups;
        for (const auto& [number, hash] : verdict.hashes) signedGroups.insert(lds::dataGroup(number));
        if (std::set<File>(com->content.dataGroups.begin(), com->content.dataGroups.end()) == signedGroups)
            add(Check::CommonFile, CheckResult::Passed);
        else
            add(Check::CommonFile, CheckResult::Failed, {about("inspection.common-file-differs"_code, File::Com)});
    }

    /// What EF.DG14 says of the chip's signatures.
    [[nodiscard]] std::optional<base::DigestAlgorithm> digestOfSignature() const {
        const auto content = m_found.files.find(File::Dg14);
        if (content == m_found.files.end()) return std::nullopt;
        const auto infos = lds::decodeDg14(content->second);
        if (!infos || !infos->content.activeAuthenticationAlgorithm) return std::nullopt;
        return lds::digestOfEcdsaPlain(*infos->content.activeAuthenticationAlgorithm);
    }

    void authenticateActively(Card& secured) {
        const auto content = m_found.files.find(File::Dg15);
        if (content == m_found.files.end()) {
            add(Check::ActiveAuthentication, CheckResult::NotPerformed,
                {{"inspection.nothing-to-check"_code, {}, "EF.DG15"}});
            return;
        }
        const auto key = lds::decodeDg15(content->second);
        if (!key) {
            add(Check::ActiveAuthentication, CheckResult::Failed, key.refusal().faults());
            return;
        }
        const auto authentic = activeAuthenticate(secured, key->content.subjectPublicKeyInfo, digestOfSignature());
        if (authentic)
            add(Check::ActiveAuthentication, CheckResult::Passed);
        else
            add(Check::ActiveAuthentication, CheckResult::Failed, authentic.refusal().faults());
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
