// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/lds/decoded.hpp"

namespace chip::lds {

/// In which series of standards a biometric record is written; issuers may choose until the end of 2029, and write
/// ISO/IEC 39794 from 2030 on (9303-10 4.5.6).
enum class BiometricStandard { Iso19794Of2005, Iso39794 };

/// Biometric header template, A1 (9303-10 tables 44, 47, 54). The format's owner is ISO/IEC JTC 1/SC 37, 0101.
struct BiometricHeader {
    std::optional<std::uint16_t> version = {};  ///< 80, of the patron format
    std::optional<std::uint32_t> type = {};     ///< 81
    std::optional<std::uint8_t> subtype = {};   ///< 82
    std::uint16_t formatOwner = 0x0101;         ///< 87
    std::uint16_t formatType = 0;               ///< 88
    friend bool operator==(const BiometricHeader&, const BiometricHeader&) = default;
};

/// One biometric information template, 7F60.
struct BiometricTemplate {
    BiometricHeader header = {};
    BiometricStandard standard = BiometricStandard::Iso19794Of2005;
    base::Bytes record = {};  ///< what 5F2E holds, or the object (64, 65, 66) that A1 within 7F2E holds
    friend bool operator==(const BiometricTemplate&, const BiometricTemplate&) = default;
};

/// What EF.DG2, EF.DG3 and EF.DG4 hold: the group of templates, 7F61.
struct BiometricGroup {
    std::vector<BiometricTemplate> templates = {};
    base::Bytes issuerContent = {};  ///< 53, beside a group without templates
    friend bool operator==(const BiometricGroup&, const BiometricGroup&) = default;
};

base::Bytes encodeBiometricGroup(File file, const BiometricGroup& group);

/// At most 64 templates. Names "lds.instance-count" (the number stated is not the number there),
/// "lds.biometric-header" (format owner or type, or in EF.DG3 and EF.DG4 the subtype, is missing), "lds.record-frame"
/// (7F2E holds the record without A1), "lds.empty-group" (no template and no issuer's content beside).
base::Result<Decoded<BiometricGroup>> decodeBiometricGroup(File file, base::BytesView content);

}  // namespace chip::lds
