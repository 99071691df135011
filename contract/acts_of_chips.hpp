// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_line.hpp"

namespace contract {

/// One check of an inspection.
struct ChipCheck {
    std::string check;   ///< "security-object-path"
    std::string object;  ///< "EF.DG1", where a check is made several times
    std::string result;  ///< "passed", "failed", "not-performed"
    std::vector<FaultLine> reasons;
    static constexpr std::array kFields{field<&ChipCheck::check>("check"), field<&ChipCheck::object>("object"),
                                        field<&ChipCheck::result>("result"), field<&ChipCheck::reasons>("reasons")};
};

struct ChipWasRead {
    bool passed = false;
    std::string access;            ///< "PACE", "BAC", or "-" where the chip did not open
    std::string protocol;          ///< of PACE: object identifier and parameters
    std::vector<std::string> mrz;  ///< of EF.DG1
    std::string signer;            ///< subject of the certificate that signed EF.SOD
    std::string authority;         ///< subject of the country's certificate that the path ends at
    std::vector<ChipCheck> checks;
    std::vector<FaultLine> defects;   ///< odd but legible
    std::vector<std::string> unused;  ///< files of the trust folder that are no certificate and no revocation list
    std::vector<NamedFile> files;
    static constexpr std::array kFields{field<&ChipWasRead::passed>("passed"),
                                        field<&ChipWasRead::access>("access"),
                                        field<&ChipWasRead::protocol>("protocol"),
                                        field<&ChipWasRead::mrz>("mrz"),
                                        field<&ChipWasRead::signer>("signer"),
                                        field<&ChipWasRead::authority>("authority"),
                                        field<&ChipWasRead::checks>("checks"),
                                        field<&ChipWasRead::defects>("defects"),
                                        field<&ChipWasRead::unused>("unused_trust_files"),
                                        field<&ChipWasRead::files>("files")};
};

/// Reads a chip as an inspection system. `reader` is a PC/SC reader's name, or "simulated:SERIAL" for a chip of the
/// training line. What opens it: the machine readable zone (`mrz`, its lines or all of it unbroken), its three fields
/// (YYMMDD), or the card access number; a chip without PACE needs the zone. `trust` is a folder of the machine at the
/// reader with certificates and revocation lists, instead of this institution's own; `terminal` one with the card
/// verifiable certificates and the private key that open fingerprints and irises. Refuses "trust.nothing",
/// "trust.terminal-incomplete", and what the zone is refused for.
struct ChipRead {
    static constexpr Declaration kAct{"chip.read", "chip.read", Effect::Reads};
    using Answer = ChipWasRead;
    std::string reader;
    std::optional<std::string> mrz;
    std::optional<std::string> documentNumber;
    std::optional<std::string> dateOfBirth;
    std::optional<std::string> dateOfExpiry;
    std::optional<std::string> can;
    std::optional<std::string> trust;
    std::optional<std::string> terminal;
    static constexpr std::array kFields{field<&ChipRead::reader>("reader"),
                                        field<&ChipRead::mrz>("mrz"),
                                        field<&ChipRead::documentNumber>("document_number"),
                                        field<&ChipRead::dateOfBirth>("date_of_birth"),
                                        field<&ChipRead::dateOfExpiry>("date_of_expiry"),
                                        field<&ChipRead::can>("can"),
                                        field<&ChipRead::trust>("trust"),
                                        field<&ChipRead::terminal>("terminal")};
};

struct ChipWasSimulated {
    bool removed = false;  ///< the chip left the reader by itself, as a fault had it
    static constexpr std::array kFields{field<&ChipWasSimulated::removed>("removed")};
};

/// Puts a simulated chip into a virtual reader of this machine's pcscd, through the port of its vpcd driver, for so
/// many seconds: that of a blank of the training line, which keeps what is written to it, or with no serial a new blank
/// one that is forgotten. `profile` names the product by its chip profile; without it, it is that of the blank's kind
/// of document, and with no blank an ICAO applet; products with a transport key are delivered with the public test key
/// 40 to 4F. `faults` as "removed-after@12". Refuses "stock.unknown-serial", "simulator.fault-unknown",
/// "simulator.profile-unknown".
struct ChipSimulate {
    static constexpr Declaration kAct{"chip.simulate", "chip.read", Effect::Reads};
    using Answer = ChipWasSimulated;
    std::int64_t port = 35963;
    std::int64_t seconds = 3600;
    std::optional<std::string> blank;
    std::optional<std::string> profile;
    std::vector<std::string> faults;
    static constexpr std::array kFields{field<&ChipSimulate::port>("port"), field<&ChipSimulate::seconds>("seconds"),
                                        field<&ChipSimulate::blank>("blank_serial"),
                                        field<&ChipSimulate::profile>("chip_profile"),
                                        field<&ChipSimulate::faults>("faults")};
};

using ChipActs = std::tuple<ChipRead, ChipSimulate>;

}  // namespace contract
