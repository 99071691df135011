// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "inventory/serial_range.hpp"
#include "issuance/office/act_table.hpp"
#include "issuance/office/house.hpp"
#include "printing/flow/act_values.hpp"

namespace issuance {

/// What a paper is made of. `values` need neither "numero", which the paper gets from the house's series, nor
/// "huella", which is the SHA-256 of all other values unless they hold one.
struct PaperDraft {
    std::string kind;        ///< template in templates/acts, without .xml: "count-act"
    std::string objectKind;  ///< what it is about, as the journal names it: "count"
    std::string objectId;
    printing::ActMap values;
};

/// A paper as the books have it.
struct Paper {
    std::string number;  ///< "ACTA-2026-000012"
    std::string kind;
    std::string objectKind;
    std::string objectId;
    std::string time;
    std::string person;  ///< id
    std::string sha256;  ///< of the signed PDF, its name in the store of contents
};

/// Draws the paper, signs it with the house's signer of acts, keeps it for good, and journals its hash, in the
/// transaction of the call: the act that it tells of stands with its paper or not at all. Gives the number. Refuses
/// what filling, drawing and signing refuse.
base::Result<std::string> issuePaper(House& house, Call& call, PaperDraft draft);

/// A paper that nobody signs and nothing keeps, as a report, by its template below templates/, without .xml:
/// "reports/production-report". Refuses what filling and drawing refuse.
base::Result<base::Bytes> drawPaper(const House& house, const std::string& name, const printing::ActMap& values,
                                    base::Timestamp now);

/// By number; all where `kind` is empty.
std::vector<Paper> papers(records::Connection& connection, const std::string& kind);
/// Refuses "paper.unknown".
base::Result<Paper> paperNumbered(records::Connection& connection, const std::string& number);
/// The number of the last paper about an object; empty where there is none.
std::string paperAbout(records::Connection& connection, const std::string& objectKind, const std::string& objectId);

/// "nombre" and "cargo" of a person of the house, for values of papers.
printing::ActMap personOnPaper(const House& house, records::Connection& connection, const std::string& person);
/// The day and the time of day in Guatemala (UTC-6 all year), "2026-11-23" and "09:30", of a stored timestamp.
std::string dayOnPaper(const std::string& timestamp);
std::string hourOnPaper(const std::string& timestamp);
/// The item's name in Spanish.
std::string itemOnPaper(const House& house, const std::string& item);
/// The place's name.
std::string placeOnPaper(records::Connection& connection, const std::string& place);
/// "usable" in Spanish: "sin usar".
std::string stateOnPaper(const std::string& state);
/// "+1,200", "-3", "0".
std::string signedOnPaper(std::int64_t quantity);

/// A table of a paper lists so many ranges at most; where there are more it sums them up, and an annex has them all.
inline constexpr std::size_t kMostRowsOfRanges = 60;
/// What stands in the place of a serial whose range is in the annex.
inline constexpr const char* kInAnnex = "según anexo";
/// "A0000001-A0000050", one text a range, for an annex.
printing::ActList rangesOnPaper(const House& house, const std::vector<inventory::SerialRange>& ranges);

}  // namespace issuance
