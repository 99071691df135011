// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/lds/decoded.hpp"

/// The files of the master file that say what chip this is.
namespace chip::lds {

/// EF.DIR: the applications on the chip by their identifiers, each in a template 61 { 4F } (9303-10 3.11.2).
struct ApplicationDirectory {
    std::vector<base::Bytes> applications = {};
    friend bool operator==(const ApplicationDirectory&, const ApplicationDirectory&) = default;
};

/// A0000002472001, …2002, …2003: travel records, visa records, additional biometrics (9303-10 5).
base::BytesView travelRecordsApplication();
base::BytesView visaRecordsApplication();
base::BytesView additionalBiometricsApplication();

base::Bytes encodeDirectory(const ApplicationDirectory& directory);
/// At most 64 applications. Refuses "lds.malformed" where a template names none; names "lds.directory" where the
/// application of electronic travel documents is not listed, or something else than templates stands between them.
base::Result<Decoded<ApplicationDirectory>> decodeDirectory(base::BytesView content);

/// EF.ATR/INFO: what commands the chip takes (9303-10 3.11.1, ISO/IEC 7816-4 12.1.1.9).
struct AtrInfo {
    bool selectionByName = true;
    bool shortIdentifiers = true;
    bool recordNumbers = false;
    bool chaining = false;
    bool extendedLengths = false;
    std::optional<std::uint64_t> largestCommand = {};   ///< octets of a whole command APDU
    std::optional<std::uint64_t> largestResponse = {};  ///< octets of a whole response APDU
    friend bool operator==(const AtrInfo&, const AtrInfo&) = default;
};

/// Card capabilities (47), and the sizes (7F66) where both are given.
base::Bytes encodeAtrInfo(const AtrInfo& info);
/// Names "lds.capabilities": card capabilities are missing or not of three octets, or say otherwise than the sizes do.
base::Result<Decoded<AtrInfo>> decodeAtrInfo(base::BytesView content);

}  // namespace chip::lds
