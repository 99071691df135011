// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include "chip/lint/file_rules.hpp"

namespace chip::lint {
namespace {

using namespace base::literals;
using lds::File;

std::string firstOf(std::string_view text, std::size_t count) { return std::string{text.substr(0, count)}; }

/// YYMMDD of the zone.
std::string birthDateIn(const lds::Dg1& dg1) {
    if (dg1.lines.size() == 3) return dg1.lines[1].substr(0, 6);
    return dg1.lines[1].substr(13, 6);
}

/// DG3 and DG4 may be there and closed to whoever read the chip.
bool mayBeClosed(File file) { return file == File::Dg3 || file == File::Dg4; }

/// One set of files under judgement.
class SetCheck {
   public:
    SetCheck(const FileSet& files, const Contents& contents, Findings& findings)
        : m_files(files), m_contents(contents), m_findings(findings) {}

    void check() {
        for (const auto file : {File::Com, File::Dg1, File::Dg2, File::Sod})
            if (!m_files.contains(file)) m_findings.note("lint.file-missing"_code, file);
        if (m_contents.securityObject) checkHashes(*m_contents.securityObject);
        if (m_contents.securityObject && m_contents.com) checkIndex(*m_contents.securityObject, *m_contents.com);
        if (m_contents.dg1 && m_contents.dg11) checkBirthDate();
        if (m_contents.dg12) checkStandard(m_contents.dg12->issueDate);
    }

   private:
    void checkHashes(const signing::SecurityObjectVerdict& object) {
        for (const auto& [number, hash] : object.hashes) {
            const auto group = lds::dataGroup(number);
            const auto file = m_files.find(group);
            if (file != m_files.end())
                checkHash(object, group, file->second);
            else if (!mayBeClosed(group))
                m_findings.note("lint.hashed-not-there"_code, group);
        }
        for (const auto& [file, content] : m_files)
            if (const auto number = lds::dataGroupNumber(file); number && !object.hashes.contains(*number))
                m_findings.note("lint.not-hashed"_code, file);
    }

    /// The hash covers the object; a file may be longer than it (which is named elsewhere).
    void checkHash(const signing::SecurityObjectVerdict& object, File group, base::BytesView content) {
        const auto whole = base::tlv::readFirst(content);
        const int number = *lds::dataGroupNumber(group);
        if (!object.speaksFor(number, content) && (!whole || !object.speaksFor(number, whole->whole)))
            m_findings.note("lint.hash-differs"_code, group);
    }

    void checkIndex(const signing::SecurityObjectVerdict& object, const lds::Com& com) {
        std::set<File> hashed;
        for (const auto& each : object.hashes) hashed.insert(lds::dataGroup(each.first));
        std::vector<File> different;
        const std::set<File> listed{com.dataGroups.begin(), com.dataGroups.end()};
        std::ranges::set_symmetric_difference(listed, hashed, std::back_inserter(different));
        for (const auto file : different)
            m_findings.note("lint.index-differs"_code, File::Com, {{"group", std::string{lds::nameOf(file)}}});
        if (!object.ldsVersion.empty() && object.ldsVersion != com.ldsVersion)
            m_findings.note("lint.lds-versions-differ"_code, File::Com,
                            {{"com", firstOf(com.ldsVersion, 8)}, {"sod", firstOf(object.ldsVersion, 8)}});
    }

    void checkBirthDate() {
        const auto& full = m_contents.dg11->birthDate;
        const auto zone = birthDateIn(*m_contents.dg1);
        // Unknown parts are '<' in the zone and '0' here (9303-10 4.7.11.1).
        if (full.empty() || zone.find('<') != std::string::npos) return;
        if (full.substr(2) != zone) m_findings.note("lint.birth-dates-differ"_code, File::Dg11);
    }

    /// From 2030 on only ISO/IEC 39794; before 2026 only 19794.
    void checkStandard(const std::string& issued) {
        if (issued.empty()) return;
        const auto old = [](const auto& each) { return each.standard == lds::BiometricStandard::Iso19794Of2005; };
        const auto judge = [&](const auto& entries, File file) {
            const bool wrong = (issued >= "20300101" && std::ranges::any_of(entries, old)) ||
                               (issued < "20260101" && !std::ranges::all_of(entries, old));
            if (wrong) m_findings.note("lint.biometric-standard"_code, file);
        };
        if (m_contents.dg2) judge(m_contents.dg2->faces, File::Dg2);
        if (m_contents.dg3) judge(m_contents.dg3->fingers, File::Dg3);
        if (m_contents.dg4) judge(m_contents.dg4->irises, File::Dg4);
    }

    const FileSet& m_files;
    const Contents& m_contents;
    Findings& m_findings;
};

}  // namespace

void judgeSet(const FileSet& files, const Contents& contents, Findings& findings) {
    SetCheck{files, contents, findings}.check();
}

}  // namespace chip::lint
