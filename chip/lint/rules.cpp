// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "chip/lint/findings.hpp"

namespace chip::lint {
namespace {

using namespace base::literals;
using enum Grade;

constexpr std::string_view kSignedData = "Doc 9303-10, 4.6.2.2, table 37", kHashes = "Doc 9303-10, 4.6.2.3",
                           kOrder = "Doc 9303-10, 4.7", kCoding = "Doc 9303-10, 3.9.1",
                           kStandards = "Doc 9303-10, 4.5.6", kStorage = "Doc 9303-11, 9.2.11",
                           kPace = "Doc 9303-11, 9.2.1", kChipKey = "Doc 9303-11, 9.2.6";

/// By file in the order of lds::File.
constexpr std::array<std::string_view, 22> kSections{
    "3.11.3", "4.6.1",  "4.7.1",  "4.7.2",  "4.7.3",  "4.7.4",  "4.7.5",  "4.7.6", "4.7.7",  "4.7.8",  "4.7.9",
    "4.7.10", "4.7.11", "4.7.12", "4.7.13", "4.7.14", "4.7.15", "4.7.16", "4.6.2", "3.11.4", "3.11.2", "3.11.1"};

}  // namespace

std::string sourceOf(lds::File file) {
    return "Doc 9303-10, " + std::string{kSections.at(static_cast<std::size_t>(file))};
}

const std::vector<Rule>& rules() {
    static const std::vector<Rule> kRules{
        {"lint.unreadable"_code, Deviation},
        {"lds.malformed"_code, Deviation},
        {"lds.trailing-octets"_code, Deviation, "Doc 9303-10, 4.6.2.3"},
        {"lint.not-der"_code, Deviation, "Doc 9303-11, 9.2 (X.690, 10.1)"},
        {"lint.length-form"_code, Advice, "Doc 9303-10, 3.9.1 (ISO/IEC 7816-4, 5.2.2.2)"},
        {"lint.element-order"_code, Deviation, kOrder},
        {"lint.foreign-element"_code, Deviation, kOrder},
        {"lint.element-twice"_code, Deviation, kOrder},
        {"lint.element-long"_code, Deviation},
        {"lint.not-utf-8"_code, Deviation, kCoding},
        // EF.COM
        {"lds.unknown-tag"_code, Deviation},
        {"lint.lds-version-form"_code, Deviation, "Doc 9303-10, 4.6.1.1"},
        {"lint.unicode-version-form"_code, Deviation, "Doc 9303-10, 4.6.1.2"},
        {"lint.lds-versions-differ"_code, Deviation, "Doc 9303-10, 4.6.2.1"},
        {"lint.index-differs"_code, Deviation},
        {"lint.index-order"_code, Advice},
        // EF.DG1
        {"lds.not-a-machine-readable-zone"_code, Deviation},
        {"lint.check-digit"_code, Deviation, "Doc 9303-3, 4.9"},
        {"lint.document-code"_code, Advice, "Doc 9303-4, 4.4"},
        // EF.DG2 to EF.DG4
        {"lds.instance-count"_code, Deviation},
        {"lds.biometric-header"_code, Deviation},
        {"lds.record-frame"_code, Deviation, kStandards},
        {"lds.empty-group"_code, Advice},
        {"lds.face-length"_code, Deviation, "Doc 9303-10, 4.7.2.1 (ISO/IEC 19794-5:2005, 5.4 and 5.5)"},
        {"lds.feature-points"_code, Advice, "Doc 9303-10, 4.7.2.1 (ISO/IEC 19794-5:2005, 5.6)"},
        {"lds.image-format"_code, Deviation},
        {"lds.extensible-record"_code, Deviation, "Doc 9303-10, 4.5.6 (ISO/IEC 39794-5, annex A)"},
        {"lds.finger-length"_code, Deviation, "Doc 9303-10, 4.7.3.1 (ISO/IEC 19794-4:2005, 7.1 and 7.2)"},
        {"lds.iris-length"_code, Deviation, "Doc 9303-10, 4.7.4.1 (ISO/IEC 19794-6:2005, 6.5)"},
        {"lds.several-in-record"_code, Deviation},
        {"lds.biometric-subtype"_code, Deviation},
        {"lint.image-size"_code, Deviation, "Doc 9303-10, 4.7.2.1 (ISO/IEC 19794-5:2005, 5.7)"},
        {"lint.biometric-standard"_code, Deviation, kStandards},
        // EF.DG6, EF.DG11, EF.DG12, EF.DG16
        {"lds.reserved"_code, Deviation},
        {"lds.tag-list"_code, Deviation},
        {"lds.empty-element"_code, Deviation},
        {"lds.outside-template"_code, Deviation},
        {"lds.binary-date"_code, Deviation},
        {"lds.bad-date"_code, Deviation},
        {"lds.person"_code, Deviation},
        {"lint.birth-dates-differ"_code, Deviation, "Doc 9303-10, 4.7.11.1"},
        // Security infos
        {"lds.set-order"_code, Deviation, "Doc 9303-11, 9.2 (X.690, 11.6)"},
        {"lds.pace-parameters"_code, Deviation, kPace},
        {"lint.pace-version"_code, Deviation, kPace},
        {"lint.pace-key"_code, Deviation, kPace},
        {"lds.chip-authentication"_code, Deviation, "Doc 9303-11, 9.2.5 and 9.2.6"},
        {"lint.chip-key-id"_code, Deviation, kChipKey},
        {"lint.security-infos-differ"_code, Deviation, kStorage},
        {"lint.active-authentication-info"_code, Deviation, "Doc 9303-11, 9.2.4"},
        {"lint.active-authentication-hash"_code, Deviation, "Doc 9303-11, 6.1.2.3"},
        {"lint.named-curve"_code, Deviation, "Doc 9303-11, 9.5.2; Doc 9303-12, 4.1.6.3"},
        {"lint.directory-differs"_code, Deviation, "Doc 9303-11, 9.2.10"},
        // EF.DIR, EF.ATR/INFO
        {"lds.directory"_code, Deviation},
        {"lds.capabilities"_code, Deviation},
        // Which files there are
        {"lint.file-missing"_code, Deviation},
        {"lint.file-needed"_code, Deviation, kStorage},
        {"lint.key-needed"_code, Deviation},
        {"lint.not-hashed"_code, Deviation, "Doc 9303-10, 4.5.2"},
        {"lint.hashed-not-there"_code, Advice, "Doc 9303-10, 4.6.2"},
        {"lint.hash-differs"_code, Deviation, kHashes},
        // EF.SOD and EF.CardSecurity
        {"lint.signature"_code, Deviation, "Doc 9303-11, 5.1"},
        {"lint.signer-certificate"_code, Deviation, kSignedData},
        {"lint.sod-not-der"_code, Deviation, "Doc 9303-10, 4.6.2.2"},
        {"lint.sod-trailing-octets"_code, Deviation, "Doc 9303-10, 4.6.2, table 36"},
        {"lint.sod-content-type-unusual"_code, Deviation, kSignedData},
        {"lint.sod-digest-parameters"_code, Advice, "Doc 9303-12, 4.1.6.4 (RFC 5754, 2)"},
        {"lint.sod-hash-unnamed"_code, Advice, "Doc 9303-12, 4.1.6 (RFC 5754, 3.2)"},
        {"lint.sod-digests-differ"_code, Advice, kSignedData},
        {"lint.sod-hashes-not-ascending"_code, Advice, kHashes},
        {"lint.sod-extra-content"_code, Deviation, kHashes},
        {"lint.sod-extra-attributes"_code, Advice, kSignedData},
        {"lint.sod-signer-named-by-key"_code, Advice, kSignedData},
        {"lint.sod-signer-issuer-differs"_code, Deviation, "Doc 9303-10, 4.6.2.2, table 37 (RFC 5652, 10.2.4)"},
        {"lint.sod-signed-version-unusual"_code, Deviation, kSignedData},
        {"lint.sod-version-info-missing"_code, Deviation, "Doc 9303-10, 4.6.2.1"},
        {"lint.sod-attributes-missing"_code, Deviation, kSignedData},
        {"lint.sod-sha-1"_code, Deviation, "Doc 9303-12, 4.1.6.4"},
    };
    return kRules;
}

}  // namespace chip::lint
