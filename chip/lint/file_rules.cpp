// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lint/file_rules.hpp"

#include <algorithm>

#include "base/der.hpp"
#include "chip/lds/dg16.hpp"
#include "chip/lds/dg5.hpp"
#include "chip/lds/dg7.hpp"
#include "chip/lds/open_groups.hpp"
#include "signing/asn1/cursor.hpp"

namespace chip::lint {
namespace {

using namespace base::literals;
using lds::File;
namespace der = base::der;
namespace tlv = base::tlv;

/// Reads the files of a set with their decoders, and keeps what the decoders name.
class Reading {
   public:
    Reading(const FileSet& files, Findings& findings) : m_files(files), m_findings(findings) {}

    template <class Decode>
    auto read(File file, Decode decode) {
        using Content = decltype(decode(base::BytesView{})->content);
        std::optional<Content> content;
        const auto found = m_files.find(file);
        if (found == m_files.end()) return content;
        auto decoded = decode(found->second);
        if (!decoded) {
            m_findings.take(decoded.refusal().faults(), file);
            return content;
        }
        m_findings.take(decoded->defects, file);
        content = std::move(decoded->content);
        return content;
    }

   private:
    const FileSet& m_files;
    Findings& m_findings;
};

bool hasExplicitCurve(const lds::Dg15& dg15) {
    const auto info = tlv::readFirst(dg15.subjectPublicKeyInfo);
    const auto algorithm = info ? tlv::readFirst(info->value) : info;
    const auto parts = algorithm ? tlv::readAll(algorithm->value) : tlv::readAll({});
    return parts && parts->size() == 2 && (*parts)[1].tag == der::kSequence;
}

void judgeImageSizes(const lds::Dg2& dg2, Findings& findings) {
    for (const auto& face : dg2.faces) {
        const auto image = lds::readImage(face.image);
        if (image && (image->width != face.width || image->height != face.height))
            findings.note("lint.image-size"_code, File::Dg2);
    }
}

bool isDigits(std::string_view text, std::size_t count) {
    return text.size() == count && std::ranges::all_of(text, [](char each) { return each >= '0' && each <= '9'; });
}

void judgeVersions(const lds::Com& com, Findings& findings) {
    if (!isDigits(com.ldsVersion, 4)) findings.note("lint.lds-version-form"_code, File::Com);
    if (!isDigits(com.unicodeVersion, 6)) findings.note("lint.unicode-version-form"_code, File::Com);
    if (!std::ranges::is_sorted(com.dataGroups)) findings.note("lint.index-order"_code, File::Com);
}

}  // namespace

Contents judgeEach(const FileSet& files, Findings& findings) {
    Reading reading{files, findings};
    Contents contents;
    contents.com = reading.read(File::Com, lds::decodeCom);
    contents.dg1 = reading.read(File::Dg1, lds::decodeDg1);
    contents.dg2 = reading.read(File::Dg2, lds::decodeDg2);
    contents.dg3 = reading.read(File::Dg3, lds::decodeDg3);
    contents.dg4 = reading.read(File::Dg4, lds::decodeDg4);
    reading.read(File::Dg5, lds::decodeDg5);
    reading.read(File::Dg6, lds::decodeDg6);
    reading.read(File::Dg7, lds::decodeDg7);
    for (const auto group : {File::Dg8, File::Dg9, File::Dg10})
        reading.read(group, [&](base::BytesView content) { return lds::decodeFeatures(group, content); });
    contents.dg11 = reading.read(File::Dg11, lds::decodeDg11);
    contents.dg12 = reading.read(File::Dg12, lds::decodeDg12);
    reading.read(File::Dg13, lds::decodeDg13);
    contents.dg14 = reading.read(File::Dg14, lds::decodeDg14);
    contents.dg15 = reading.read(File::Dg15, lds::decodeDg15);
    reading.read(File::Dg16, lds::decodeDg16);
    contents.cardAccess = reading.read(File::CardAccess, lds::decodeCardAccess);
    contents.directory = reading.read(File::Directory, lds::decodeDirectory);
    reading.read(File::AtrInfo, lds::decodeAtrInfo);
    for (const auto& [file, content] : files) judgeElements(file, content, findings);
    if (contents.com) judgeVersions(*contents.com, findings);
    if (contents.dg1) judgeZone(*contents.dg1, findings);
    if (contents.dg2) judgeImageSizes(*contents.dg2, findings);
    if (contents.dg15 && contents.dg15->algorithm == "1.2.840.10045.2.1" && !hasExplicitCurve(*contents.dg15))
        findings.note("lint.named-curve"_code, File::Dg15);
    if (const auto sod = files.find(File::Sod); sod != files.end())
        contents.securityObject = judgeSecurityObject(sod->second, findings);
    if (const auto security = files.find(File::CardSecurity); security != files.end())
        contents.cardSecurity = judgeCardSecurity(security->second, findings);
    return contents;
}

}  // namespace chip::lint
