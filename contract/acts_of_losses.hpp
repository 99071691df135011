// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/act.hpp"

/// Blanks and documents that are missing, lost, stolen or found again. Serials are "A0000001" or "A0000001-A0000050".
namespace contract {

struct LossNoted {
    std::vector<std::string> cases;
    std::int64_t quantity = 0;
    std::vector<std::string> documents;  ///< numbers of the documents concerned
    static constexpr std::array kFields{field<&LossNoted::cases>("cases"), field<&LossNoted::quantity>("quantity"),
                                        field<&LossNoted::documents>("documents")};
};

/// They are not where the books have them: opens a case, with a deadline, for each place.
struct StockMissing {
    static constexpr Declaration kAct{"stock.missing", "stock.report-missing", Effect::Changes};
    using Answer = LossNoted;
    std::vector<std::string> serials;
    std::string reason;
    static constexpr std::array kFields{field<&StockMissing::serials>("serials"),
                                        field<&StockMissing::reason>("reason")};
};

/// Formal report of missing ones: lost or stolen for good; two people. Documents made of them are void.
struct StockReportLoss {
    static constexpr Declaration kAct{"stock.report-loss", "stock.report-loss", Effect::Changes, People::Two};
    using Answer = LossNoted;
    std::string kind;  ///< lost, stolen
    std::vector<std::string> serials;
    std::string report;  ///< number of the denuncia
    std::string authority;
    std::string date;  ///< "2026-11-23"
    static constexpr std::array kFields{
        field<&StockReportLoss::kind>("kind"), field<&StockReportLoss::serials>("serials"),
        field<&StockReportLoss::report>("report"), field<&StockReportLoss::authority>("authority"),
        field<&StockReportLoss::date>("date")};
};

/// Found again: into quarantine, never to stock; two custodians.
struct StockFound {
    static constexpr Declaration kAct{"stock.found", "stock.return-found", Effect::Changes, People::Two};
    using Answer = LossNoted;
    std::vector<std::string> serials;
    std::string reason;
    static constexpr std::array kFields{field<&StockFound::serials>("serials"), field<&StockFound::reason>("reason")};
};

/// The records for the database of stolen and lost travel documents: docs/formats/lost-and-stolen.md.
struct LossesExported {
    std::string csv;
    std::string xml;
    static constexpr std::array kFields{field<&LossesExported::csv>("csv"), field<&LossesExported::xml>("xml")};
};

struct StockReportExport {
    static constexpr Declaration kAct{"stock.report-export", "stock.report-export", Effect::Reads};
    using Answer = LossesExported;
    static constexpr std::array<Field, 0> kFields{};
};

using LossActs = std::tuple<StockMissing, StockReportLoss, StockFound, StockReportExport>;

}  // namespace contract
