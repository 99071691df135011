// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/inspection/chip_inspection.hpp"
#include "signing/sod/security_object.hpp"

namespace chip {

/// Signature and path of EF.SOD, its oddities, its signer's certificate (9303-11 5.1).
void judgeSecurityObject(const signing::SecurityObjectVerdict& verdict, ChipInspection& found);

/// The hash of a data group that EF.SOD names and that was read, or why it could not be.
void judgeDataGroup(const signing::SecurityObjectVerdict& verdict, lds::File group, const base::Outcome& reading,
                    ChipInspection& found);

/// EF.COM lists what EF.SOD covers.
void judgeCommonFile(const signing::SecurityObjectVerdict& verdict, ChipInspection& found);

/// The signer may sign documents of the kind that EF.DG1 says (documentTypeList, 9303-12 7.1.1.6). After readDetails.
void judgeDocumentType(ChipInspection& found);

}  // namespace chip
