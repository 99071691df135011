// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <vector>

#include "chip/access/mrz_key.hpp"
#include "chip/access/pace_info.hpp"
#include "chip/apdu/card.hpp"
#include "chip/lds/active_authentication_key.hpp"

/// A chip filled by bare APDUs in the ICAO applet dialect, independent of the product's encoder.
namespace support {

inline constexpr const char* kCan = "314159";

/// What `personalise` writes; the files are data objects of the given sizes and no real data groups.
struct ChipContent {
    std::vector<chip::PaceInfo> pace = {{chip::CipherSuite::Aes128, 13}};
    std::map<std::uint16_t, base::Bytes> files = {};  ///< in the application
    base::SecretBytes activeAuthentication = {};      ///< the objects of PUT DATA 0066
    std::map<std::uint16_t, base::Bytes> masterFiles = {};
    std::map<std::uint16_t, base::Bytes> puts = {};  ///< further PUT DATA by their P1-P2, chained where they are long
};

chip::MrzKey holderKey();
/// A data object with the tag 75 whose whole size is the one given (at least 260).
base::Bytes fileOfSize(std::size_t size);
base::Bytes cardAccess(const std::vector<chip::PaceInfo>& infos);

/// Sends a command and returns the status word.
std::uint16_t statusOf(chip::Card& card, chip::Command command);
/// "00A4040C…" to be sent; throws where the digits are no command.
chip::Command command(const std::string& digits);

/// All APDUs of a personalisation up to the lock, in their order.
std::vector<chip::Command> personalisation(const ChipContent& content);
/// Sends them and expects 9000 each time.
void personalise(chip::Card& card, const ChipContent& content);

/// 81 p … 87 k for PUT DATA 0066.
base::SecretBytes ecKeyObjects(const chip::lds::ActiveAuthenticationKey& key);

struct RsaKey {
    base::Bytes modulus;
    base::SecretBytes exponent;  ///< private
    base::Bytes subjectPublicKeyInfo;
};
RsaKey newRsaKey(unsigned bits);
/// modulus - signature.
base::Bytes complementTo(base::BytesView modulus, base::BytesView signature);

}  // namespace support
