// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/act.hpp"
#include "contract/acts_of_receipts.hpp"
#include "contract/fault.hpp"

/// Registers that are imported, searches for persons in them and in the house's own documents, and diligences: searches
/// whose answer people decided (docs/formats/registers.md). Days are written "2026-11-26".
namespace contract {

struct RegisterImported {
    std::string number;  ///< "REG-2026-000001"
    std::string registerName;
    std::string source;
    std::string reach;  ///< "whole", "addition"
    std::string form;   ///< how it was read: "xml", "csv utf-8 ;"
    std::string sha256;
    std::string time;
    std::string person;
    std::int64_t rows = 0;
    std::int64_t quarantined = 0;
    bool current = false;  ///< whether a search sees it now
    static constexpr std::array kFields{
        field<&RegisterImported::number>("number"),  field<&RegisterImported::registerName>("register"),
        field<&RegisterImported::source>("source"),  field<&RegisterImported::reach>("reach"),
        field<&RegisterImported::form>("form"),      field<&RegisterImported::sha256>("sha256"),
        field<&RegisterImported::time>("time"),      field<&RegisterImported::person>("person"),
        field<&RegisterImported::rows>("rows"),      field<&RegisterImported::quarantined>("quarantined"),
        field<&RegisterImported::current>("current")};
};

/// Imports the file that was brought (`Office::bring`), whose SHA-256 is `upload`: in place of all that the source sent
/// before, or beside it.
struct RegisterImport {
    static constexpr Declaration kAct{"register.import", "register.import", Effect::Changes};
    using Answer = RegisterImported;
    std::string registerName;
    std::string source;
    std::string upload;
    bool addition = false;
    std::optional<std::string> encoding;  ///< "utf-8", "latin-1"; otherwise seen from the file
    static constexpr std::array kFields{
        field<&RegisterImport::registerName>("register"), field<&RegisterImport::source>("source"),
        field<&RegisterImport::upload>("upload"), field<&RegisterImport::addition>("addition"),
        field<&RegisterImport::encoding>("encoding")};
};

struct ImportsListed {
    std::vector<RegisterImported> imports;
    static constexpr std::array kFields{field<&ImportsListed::imports>("imports")};
};

/// What was imported, the newest first; of one register where it is named.
struct RegisterImports {
    static constexpr Declaration kAct{"register.imports", "register.view", Effect::Reads};
    using Answer = ImportsListed;
    std::optional<std::string> registerName;
    static constexpr std::array kFields{field<&RegisterImports::registerName>("register")};
};

struct ImportFaultLine {
    std::int64_t line = 0;
    FaultLine fault;
    std::string text;  ///< the line, cut after 500 characters, with its first fault
    static constexpr std::array kFields{field<&ImportFaultLine::line>("line"), field<&ImportFaultLine::fault>("fault"),
                                        field<&ImportFaultLine::text>("text")};
};

struct ImportFaultsListed {
    std::vector<ImportFaultLine> lines;
    static constexpr std::array kFields{field<&ImportFaultsListed::lines>("lines")};
};

/// The lines that an import left out, and why. Whose data is shown is recorded.
struct RegisterQuarantine {
    static constexpr Declaration kAct{"register.quarantine", "register.import", Effect::Changes};
    using Answer = ImportFaultsListed;
    std::string number;
    static constexpr std::array kFields{field<&RegisterQuarantine::number>("number")};
};

/// Who is looked for. What is not known is left out.
struct SoughtPerson {
    std::string surnames;
    std::string givenNames;
    std::optional<std::string> born;
    std::optional<std::string> document;
    std::optional<std::string> nationality;
    static constexpr std::array kFields{field<&SoughtPerson::surnames>("surnames"),
                                        field<&SoughtPerson::givenNames>("given_names"),
                                        field<&SoughtPerson::born>("born"), field<&SoughtPerson::document>("document"),
                                        field<&SoughtPerson::nationality>("nationality")};
};

struct CandidateLine {
    std::int64_t position = 0;
    std::string registerName;
    std::string surnames;
    std::string givenNames;
    std::string born;
    std::string document;
    std::string nationality;
    std::int64_t score = 0;            ///< 0 to 100
    std::vector<std::string> grounds;  ///< "name.order", "born.swapped", …
    std::string verdict;               ///< "undecided", "same", "namesake"
    std::string reason;
    std::string decidedAt;
    std::string decidedBy;
    static constexpr std::array kFields{field<&CandidateLine::position>("position"),
                                        field<&CandidateLine::registerName>("register"),
                                        field<&CandidateLine::surnames>("surnames"),
                                        field<&CandidateLine::givenNames>("given_names"),
                                        field<&CandidateLine::born>("born"),
                                        field<&CandidateLine::document>("document"),
                                        field<&CandidateLine::nationality>("nationality"),
                                        field<&CandidateLine::score>("score"),
                                        field<&CandidateLine::grounds>("grounds"),
                                        field<&CandidateLine::verdict>("verdict"),
                                        field<&CandidateLine::reason>("reason"),
                                        field<&CandidateLine::decidedAt>("decided_at"),
                                        field<&CandidateLine::decidedBy>("decided_by")};
};

struct RegistersSearched {
    TextMap versions;  ///< imports asked, by register
    bool more = false;
    std::vector<CandidateLine> candidates;  ///< the likeliest first
    bool withheld = false;                  ///< somebody confidential was found, and is not shown
    static constexpr std::array kFields{
        field<&RegistersSearched::versions>("versions"), field<&RegistersSearched::more>("more"),
        field<&RegistersSearched::candidates>("candidates"), field<&RegistersSearched::withheld>("withheld")};
};

/// Who of these registers may be the person sought. It binds nobody; that it was asked is recorded.
struct RegisterSearch {
    static constexpr Declaration kAct{"register.search", "register.search", Effect::Changes};
    using Answer = RegistersSearched;
    SoughtPerson person;
    std::vector<std::string> registers;
    std::optional<std::string> until;  ///< as it would have been answered after this import
    static constexpr std::array kFields{field<&RegisterSearch::person>("person"),
                                        field<&RegisterSearch::registers>("registers"),
                                        field<&RegisterSearch::until>("until")};
};

struct RegisterRowLine {
    std::int64_t candidate = 0;  ///< position of whose it is
    std::string registerName;
    std::string row;  ///< import and line
    TextMap values;
    static constexpr std::array kFields{field<&RegisterRowLine::candidate>("candidate"),
                                        field<&RegisterRowLine::registerName>("register"),
                                        field<&RegisterRowLine::row>("row"), field<&RegisterRowLine::values>("values")};
};

struct DiligenceShown {
    std::string number;  ///< "DIL-2026-000012"
    SoughtPerson person;
    TextMap versions;
    bool more = false;
    std::string openedAt;
    std::string openedBy;
    std::string concludedAt;
    std::string concludedBy;
    std::vector<CandidateLine> candidates;
    std::vector<RegisterRowLine> rows;  ///< the first of each candidate; all of the same person once it is concluded
    bool withheld = false;              ///< somebody confidential was found, and is not shown
    bool confidential = false;          ///< of somebody whom the law has kept so
    static constexpr std::array kFields{field<&DiligenceShown::number>("number"),
                                        field<&DiligenceShown::person>("person"),
                                        field<&DiligenceShown::versions>("versions"),
                                        field<&DiligenceShown::more>("more"),
                                        field<&DiligenceShown::openedAt>("opened_at"),
                                        field<&DiligenceShown::openedBy>("opened_by"),
                                        field<&DiligenceShown::concludedAt>("concluded_at"),
                                        field<&DiligenceShown::concludedBy>("concluded_by"),
                                        field<&DiligenceShown::candidates>("candidates"),
                                        field<&DiligenceShown::rows>("rows"),
                                        field<&DiligenceShown::withheld>("withheld"),
                                        field<&DiligenceShown::confidential>("confidential")};
};

/// Searches and keeps who was found, so that people decide.
struct DiligenceOpen {
    static constexpr Declaration kAct{"diligence.open", "diligence.decide", Effect::Changes};
    using Answer = DiligenceShown;
    SoughtPerson person;
    std::vector<std::string> registers;
    /// Whoever is found: for a confidential request. Refuses "confidential.not-permitted" without a need to know.
    bool confidential = false;
    static constexpr std::array kFields{field<&DiligenceOpen::person>("person"),
                                        field<&DiligenceOpen::registers>("registers"),
                                        field<&DiligenceOpen::confidential>("confidential")};
};

/// Says of one candidate whether it is the person sought or only bears the name; once, with the reason.
struct DiligenceDecide {
    static constexpr Declaration kAct{"diligence.decide", "diligence.decide", Effect::Changes};
    using Answer = Done;
    std::string number;
    std::int64_t position = 0;
    std::string verdict;  ///< "same", "namesake"
    std::string reason;
    static constexpr std::array kFields{
        field<&DiligenceDecide::number>("number"), field<&DiligenceDecide::position>("position"),
        field<&DiligenceDecide::verdict>("verdict"), field<&DiligenceDecide::reason>("reason")};
};

/// Ends a diligence of which every candidate is decided: from now on it can be cited.
struct DiligenceConclude {
    static constexpr Declaration kAct{"diligence.conclude", "diligence.decide", Effect::Changes};
    using Answer = Done;
    std::string number;
    static constexpr std::array kFields{field<&DiligenceConclude::number>("number")};
};

/// One diligence with its candidates and, once concluded, the lines of the person. That it was shown is recorded.
/// Refuses "confidential.not-permitted" where it is of somebody confidential and who asks has no need to know.
struct DiligenceShow {
    static constexpr Declaration kAct{"diligence.show", "diligence.view", Effect::Changes};
    using Answer = DiligenceShown;
    std::string number;
    static constexpr std::array kFields{field<&DiligenceShow::number>("number")};
};

struct DiligenceLine {
    std::string number;
    TextMap versions;
    std::string openedAt;
    std::string openedBy;
    std::string concludedAt;
    static constexpr std::array kFields{
        field<&DiligenceLine::number>("number"), field<&DiligenceLine::versions>("versions"),
        field<&DiligenceLine::openedAt>("opened_at"), field<&DiligenceLine::openedBy>("opened_by"),
        field<&DiligenceLine::concludedAt>("concluded_at")};
};

struct DiligencesListed {
    std::vector<DiligenceLine> diligences;
    static constexpr std::array kFields{field<&DiligencesListed::diligences>("diligences")};
};

/// The thousand newest diligences, without whom they are about.
struct DiligenceList {
    static constexpr Declaration kAct{"diligence.list", "diligence.view", Effect::Reads};
    using Answer = DiligencesListed;
    static constexpr std::array<Field, 0> kFields{};
};

using RegisterActs = std::tuple<RegisterImport, RegisterImports, RegisterQuarantine, RegisterSearch, DiligenceOpen,
                                DiligenceDecide, DiligenceConclude, DiligenceShow, DiligenceList>;

}  // namespace contract
