// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "chip/lds/decoded.hpp"
#include "chip/lds/dg1.hpp"
#include "chip/lds/dg11.hpp"
#include "chip/lds/dg12.hpp"
#include "chip/lds/dg2.hpp"
#include "chip/lds/dg7.hpp"

namespace chip {

/// What an inspection system asks of a chip (9303-11 4 to 6).
enum class Check {
    Access,                   ///< PACE where EF.CardAccess offers it, BAC otherwise
    CardAccess,               ///< the offers of EF.CardAccess stand in the signed EF.DG14 too
    CardSecurity,             ///< EF.CardSecurity is signed by someone trusted; read after chip authentication mapping
    CommonFile,               ///< EF.COM lists the data groups that EF.SOD covers
    SecurityObjectSignature,  ///< EF.SOD is signed by the certificate it holds
    SecurityObjectPath,       ///< and that certificate is trusted at the moment asked for
    DocumentType,             ///< that certificate may sign documents of the kind that EF.DG1 says
    DataGroupHash,            ///< one for each data group that EF.SOD names
    ActiveAuthentication,     ///< the chip holds the private key of EF.DG15
    ChipAuthentication,       ///< the chip holds the private key of EF.DG14
    ChipAuthenticationMapping,  ///< the chip holds the private key of EF.CardSecurity
    TerminalAuthentication,     ///< the chip accepted this inspection system's certificates
};
/// "security-object-signature", as reports write it.
std::string_view nameOf(Check check);

enum class CheckResult { Passed, Failed, NotPerformed };
std::string_view nameOf(CheckResult result);

struct CheckVerdict {
    Check check;
    std::string object = {};  ///< "EF.DG1"
    CheckResult result = CheckResult::Passed;
    std::vector<base::Fault> reasons = {};  ///< why it failed or was not performed
};

enum class AccessProtocol { None, Bac, Pace };

/// What an inspection found, as values. Whether the content is the one expected is for the caller to compare.
struct ChipInspection {
    AccessProtocol access = AccessProtocol::None;
    std::string protocol = {};  ///< of PACE: its object identifier and parameters, "0.4.0.127.0.7.2.2.4.2.2 (13)"
    std::vector<CheckVerdict> checks = {};
    std::map<lds::File, base::Bytes> files = {};  ///< exactly as read
    base::Bytes cardSecurity = {};                ///< EF.CardSecurity, where it was read
    base::Bytes verifyingAuthorities = {};        ///< EF.CVCA, where it was read
    std::vector<base::Fault> defects = {};        ///< odd but legible: in files, in EF.SOD
    base::Bytes signerCertificate = {};           ///< DER; empty where EF.SOD holds none
    base::Bytes anchor = {};                      ///< DER of the CSCA certificate that the path ends at

    std::optional<lds::Dg1> dg1 = {};
    std::optional<lds::Dg2> dg2 = {};
    std::optional<lds::Dg7> dg7 = {};
    std::optional<lds::Dg11> dg11 = {};
    std::optional<lds::Dg12> dg12 = {};

    /// Adds a verdict: passed, or failed for the refusal's reasons.
    void judge(Check check, const base::Outcome& outcome, std::string object = {});
    /// Adds that a check was not performed, as the document has not what it needs.
    void leaveOut(Check check, std::string where);

    /// Every check passed or had nothing to check, and the data groups were authenticated.
    [[nodiscard]] bool passed() const;
    /// The verdict on one check, of one object where it is made several times.
    [[nodiscard]] const CheckVerdict* find(Check check, std::string_view object = {}) const;
    [[nodiscard]] bool has(Check check, CheckResult result, std::string_view object = {}) const;
};

}  // namespace chip
