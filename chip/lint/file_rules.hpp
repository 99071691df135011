// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/inspection/card_security.hpp"
#include "chip/lds/com.hpp"
#include "chip/lds/dg1.hpp"
#include "chip/lds/dg11.hpp"
#include "chip/lds/dg12.hpp"
#include "chip/lds/dg15.hpp"
#include "chip/lds/dg2.hpp"
#include "chip/lds/dg3.hpp"
#include "chip/lds/dg4.hpp"
#include "chip/lds/master_files.hpp"
#include "chip/lint/lint.hpp"
#include "signing/sod/security_object.hpp"

namespace chip::lint {

/// What the files say, as far as they can be read.
struct Contents {
    std::optional<lds::Com> com;
    std::optional<lds::Dg1> dg1;
    std::optional<lds::Dg2> dg2;
    std::optional<lds::Dg3> dg3;
    std::optional<lds::Dg4> dg4;
    std::optional<lds::Dg11> dg11;
    std::optional<lds::Dg12> dg12;
    std::optional<lds::Dg15> dg15;
    std::optional<lds::SecurityInfos> cardAccess, dg14, cardSecurity;
    std::optional<lds::ApplicationDirectory> directory;
    std::optional<signing::SecurityObjectVerdict> securityObject;  ///< with hashes
};

/// Each file against its own section: what the decoders name, the encoding, the elements.
Contents judgeEach(const FileSet& files, Findings& findings);
/// Length forms, order, foreign and repeated elements, lengths and characters of texts.
void judgeElements(lds::File file, base::BytesView content, Findings& findings);
/// Check digits and document code.
void judgeZone(const lds::Dg1& dg1, Findings& findings);
/// EF.SOD without its path.
std::optional<signing::SecurityObjectVerdict> judgeSecurityObject(base::BytesView file, Findings& findings);
/// EF.CardSecurity without its path.
std::optional<lds::SecurityInfos> judgeCardSecurity(base::BytesView file, Findings& findings);
/// The files against each other: which must be there, indexes, hashes, security infos, dates.
void judgeSet(const FileSet& files, const Contents& contents, Findings& findings);
void judgeSecurityInfos(const FileSet& files, const Contents& contents, Findings& findings);

}  // namespace chip::lint
