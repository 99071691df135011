// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/inspection/passive_authentication.hpp"

#include <algorithm>
#include <set>

#include "chip/lds/com.hpp"
#include "signing/certificates/certificate.hpp"

namespace chip {
namespace {

using namespace base::literals;
using lds::File;

base::Fault about(base::FailureCode code, File file) {
    const std::string name{lds::nameOf(file)};
    return {std::move(code), {{"file", name}}, name};
}

/// Fingerprints and irises may be closed to this inspection without anything being wrong with them.
bool isProtected(File group, const base::Refusal& refusal) {
    return (group == File::Dg3 || group == File::Dg4) && refusal.first().code != "access.file-absent"_code;
}

/// "P" of the list covers every passport; fillers count for nothing.
bool coversType(const std::vector<std::string>& types, std::string_view documentCode) {
    const auto plain = [](std::string_view code) { return code.substr(0, code.find('<')); };
    return std::ranges::any_of(types, [&](const std::string& type) {
        return plain(type) == plain(documentCode) || (plain(type).size() == 1 && documentCode.starts_with(plain(type)));
    });
}

}  // namespace

void judgeSecurityObject(const signing::SecurityObjectVerdict& verdict, ChipInspection& found) {
    const auto outcome = [&](bool holds) {
        return holds ? base::Outcome{} : base::Outcome{base::Refusal{verdict.reasons}};
    };
    found.judge(Check::SecurityObjectSignature, outcome(verdict.signatureValid));
    found.judge(Check::SecurityObjectPath, outcome(verdict.pathValid));
    found.signerCertificate = verdict.signerCertificate;
    found.anchor = verdict.anchor;
    for (const auto defect : verdict.defects)
        found.defects.push_back(
            {"inspection.security-object-odd"_code, {{"defect", std::string{signing::nameOf(defect)}}}, "EF.SOD"});
}

void judgeDataGroup(const signing::SecurityObjectVerdict& verdict, File group, const base::Outcome& reading,
                    ChipInspection& found) {
    const std::string name{lds::nameOf(group)};
    if (!reading && isProtected(group, reading.refusal()))
        found.checks.push_back(
            {Check::DataGroupHash, name, CheckResult::NotPerformed, {about("inspection.file-protected"_code, group)}});
    else if (!reading)
        found.judge(Check::DataGroupHash, about("inspection.file-missing"_code, group), name);
    else if (!verdict.speaksFor(*lds::dataGroupNumber(group), found.files.at(group)))
        found.judge(Check::DataGroupHash, about("inspection.hash-differs"_code, group), name);
    else
        found.judge(Check::DataGroupHash, {}, name);
}

void judgeCommonFile(const signing::SecurityObjectVerdict& verdict, ChipInspection& found) {
    const auto content = found.files.find(File::Com);
    if (content == found.files.end())
        return found.judge(Check::CommonFile, about("inspection.file-missing"_code, File::Com));
    const auto com = lds::decodeCom(content->second);
    if (!com) return found.judge(Check::CommonFile, com.refusal());
    found.defects.insert(found.defects.end(), com->defects.begin(), com->defects.end());
    std::set<File> signedGroups;
    for (const auto& [number, hash] : verdict.hashes) signedGroups.insert(lds::dataGroup(number));
    if (std::set<File>(com->content.dataGroups.begin(), com->content.dataGroups.end()) == signedGroups)
        found.judge(Check::CommonFile, {});
    else
        found.judge(Check::CommonFile, about("inspection.common-file-differs"_code, File::Com));
}

void judgeDocumentType(ChipInspection& found) {
    const auto certificate = signing::readCertificate(found.signerCertificate);
    if (!certificate || certificate->documentTypes.empty() || !found.dg1 || found.dg1->lines.empty())
        return found.leaveOut(Check::DocumentType, "documentTypeList");
    const auto code = found.dg1->lines.front().substr(0, 2);
    if (coversType(certificate->documentTypes, code)) return found.judge(Check::DocumentType, {});
    found.judge(Check::DocumentType, base::Fault{"inspection.document-type-differs"_code, {{"code", code}}, "EF.DG1"});
}

}  // namespace chip
