// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_orders.hpp"

/// The line, its documents, its chips and the journal.
namespace contract {

struct LineRan {
    std::int64_t steps = 0;
    std::int64_t refused = 0;
    std::int64_t inDoubt = 0;
    std::int64_t waitingForRelease = 0;
    std::int64_t waitingForBlanks = 0;
    static constexpr std::tuple kFields{Field{"steps", &LineRan::steps}, Field{"refused", &LineRan::refused},
                                        Field{"in_doubt", &LineRan::inDoubt},
                                        Field{"waiting_for_release", &LineRan::waitingForRelease},
                                        Field{"waiting_for_blanks", &LineRan::waitingForBlanks}};
};

/// Works at all stations of this process until nothing is left that a machine may do. `printer` is "folder" or an IPP
/// address; `reader` is "simulated" or a PC/SC reader's name, which a person feeds as `line.status` tells them to:
/// `patience` is how many seconds they are waited for. `damageOrder` makes the simulated chip of that order wear out
/// once while it is written, for training. Refused where printer or reader is not there.
struct LineRun {
    static constexpr Declaration kAct{"line.run", "line.run", Effect::Conducts};
    using Answer = LineRan;
    std::string printer;
    std::string reader;
    std::optional<std::string> damageOrder;
    std::optional<std::int64_t> maximumSteps;
    std::optional<std::int64_t> patience = {};
    static constexpr std::tuple kFields{Field{"printer", &LineRun::printer}, Field{"reader", &LineRun::reader},
                                        Field{"damage_order", &LineRun::damageOrder},
                                        Field{"maximum_steps", &LineRun::maximumSteps},
                                        Field{"patience", &LineRun::patience}};
};

struct StageCount {
    std::string stage;
    std::string standing;
    std::int64_t orders = 0;
    static constexpr std::tuple kFields{Field{"stage", &StageCount::stage}, Field{"standing", &StageCount::standing},
                                        Field{"orders", &StageCount::orders}};
};

/// What a reader of this process asks of the person who feeds it. `wish`: "take_off" (`blank` where it is known what
/// lies there), "lay_on", or "lay_on_again" where the chip laid on did not fit.
struct StationCall {
    std::string workstation;
    std::string reader;
    std::string wish;
    std::string blank;
    static constexpr std::tuple kFields{Field{"workstation", &StationCall::workstation},
                                        Field{"reader", &StationCall::reader}, Field{"wish", &StationCall::wish},
                                        Field{"blank_serial", &StationCall::blank}};
};

struct LineStatusTold {
    std::vector<StageCount> stages;
    std::vector<OrderLine> inDoubt;
    std::vector<StationCall> calls;
    static constexpr std::tuple kFields{Field{"stages", &LineStatusTold::stages},
                                        Field{"in_doubt", &LineStatusTold::inDoubt},
                                        Field{"calls", &LineStatusTold::calls}};
};

struct LineStatus {
    static constexpr Declaration kAct{"line.status", "order.view", Effect::Reads};
    using Answer = LineStatusTold;
    static constexpr std::tuple<> kFields{};
};

struct DoubtShown {
    std::string order;
    std::string step;  ///< the act whose end is not known
    std::string blank;
    std::string cause;
    std::string since;
    std::string chip;  ///< "blank", "partial", "locked", "unclear", "absent"; empty for blanks without a chip
    static constexpr std::tuple kFields{Field{"order", &DoubtShown::order},        Field{"step", &DoubtShown::step},
                                        Field{"blank_serial", &DoubtShown::blank}, Field{"cause", &DoubtShown::cause},
                                        Field{"since", &DoubtShown::since},        Field{"chip", &DoubtShown::chip}};
};

/// What is known of an order in doubt, and what its chip says of itself where it lies in the reader: "simulated", or a
/// PC/SC reader's name. Changes nothing on the chip. Refuses "order.unknown", "line.not-in-doubt".
struct LineDoubt {
    static constexpr Declaration kAct{"line.doubt", "chip.read", Effect::Reads};
    using Answer = DoubtShown;
    std::string order;
    std::string reader;
    static constexpr std::tuple kFields{Field{"order", &LineDoubt::order}, Field{"reader", &LineDoubt::reader}};
};

/// A person looked at the book of a task in doubt: "done", "untouched" or "spoiled".
struct LineResolve {
    static constexpr Declaration kAct{"line.resolve", "line.resolve", Effect::Changes};
    using Answer = Done;
    std::string order;
    std::string verdict;
    std::string reason;
    static constexpr std::tuple kFields{Field{"order", &LineResolve::order}, Field{"verdict", &LineResolve::verdict},
                                        Field{"reason", &LineResolve::reason}};
};

/// An order that waited for its release and was left as it was.
struct NotReleased {
    std::string order;
    std::vector<FaultLine> faults;
    static constexpr std::tuple kFields{Field{"order", &NotReleased::order}, Field{"faults", &NotReleased::faults}};
};

struct LineReleased {
    std::vector<std::string> documents;
    std::vector<NotReleased> notReleased;
    static constexpr std::tuple kFields{Field{"documents", &LineReleased::documents},
                                        Field{"not_released", &LineReleased::notReleased}};
};

/// Releases an inspected document, or with no order named all that wait, by someone who did not personalise them. One
/// of many that may not be released, or was released by another meanwhile, does not keep the others from it.
struct LineRelease {
    static constexpr Declaration kAct{"line.release", "line.release", Effect::Changes};
    using Answer = LineReleased;
    std::optional<std::string> order;
    static constexpr std::tuple kFields{Field{"order", &LineRelease::order}};
};

struct Verdict {
    std::string check;
    bool passed = false;
    std::string reason;
    static constexpr std::tuple kFields{Field{"check", &Verdict::check}, Field{"passed", &Verdict::passed},
                                        Field{"reason", &Verdict::reason}};
};

struct DocumentShown {
    std::string number;
    std::string kind;
    std::string order;
    std::string state;
    std::string blank;
    std::string dateOfIssue;
    std::string dateOfExpiry;
    std::vector<std::string> mrz;
    std::vector<Verdict> verdicts;
    std::vector<StageEvent> stages;
    static constexpr std::tuple kFields{Field{"kind", &DocumentShown::kind},
                                        Field{"number", &DocumentShown::number},
                                        Field{"order", &DocumentShown::order},
                                        Field{"state", &DocumentShown::state},
                                        Field{"mrz", &DocumentShown::mrz},
                                        Field{"blank_serial", &DocumentShown::blank},
                                        Field{"date_of_issue", &DocumentShown::dateOfIssue},
                                        Field{"date_of_expiry", &DocumentShown::dateOfExpiry},
                                        Field{"stages", &DocumentShown::stages},
                                        Field{"verdicts", &DocumentShown::verdicts}};
};

struct DocumentShow {
    static constexpr Declaration kAct{"document.show", "document.view", Effect::Reads};
    using Answer = DocumentShown;
    std::string number;
    static constexpr std::tuple kFields{Field{"number", &DocumentShow::number}};
};

struct DocumentsListed {
    std::vector<std::string> numbers;
    static constexpr std::tuple kFields{Field{"numbers", &DocumentsListed::numbers}};
};

/// A person who did not make the document has looked at its printed page and found it good: needed for release where
/// nothing but a person sees the paper (checks named "…-as-sent"). Lapses with a new inspection. Refuses
/// "document.unknown", "document.page-not-awaited", "line.released-by-maker".
struct DocumentConfirmPage {
    static constexpr Declaration kAct{"document.confirm-page", "line.release", Effect::Changes};
    using Answer = Done;
    std::string number;
    static constexpr std::tuple kFields{Field{"number", &DocumentConfirmPage::number}};
};

/// Numbers of the documents that are released.
struct DocumentList {
    static constexpr Declaration kAct{"document.list", "document.view", Effect::Reads};
    using Answer = DocumentsListed;
    static constexpr std::tuple<> kFields{};
};

struct DocumentVerified {
    bool authentic = false;
    std::vector<Verdict> verdicts;
    static constexpr std::tuple kFields{Field{"authentic", &DocumentVerified::authentic},
                                        Field{"verdicts", &DocumentVerified::verdicts}};
};

/// Checks the kept files of a document again: hashes, EF.SOD, path, equality of order, page, MRZ and chip.
struct DocumentVerify {
    static constexpr Declaration kAct{"document.verify", "document.view", Effect::Reads};
    using Answer = DocumentVerified;
    std::string number;
    static constexpr std::tuple kFields{Field{"number", &DocumentVerify::number}};
};

struct NamedFile {
    std::string name;
    base::Bytes content;
    static constexpr std::tuple kFields{Field{"name", &NamedFile::name}, Field{"content", &NamedFile::content}};
};

struct FilesGiven {
    std::vector<NamedFile> files;
    static constexpr std::tuple kFields{Field{"files", &FilesGiven::files}};
};

/// The pages of a document and its files exactly as they were read back from the chip.
struct DocumentFiles {
    static constexpr Declaration kAct{"document.files", "document.view", Effect::Reads};
    using Answer = FilesGiven;
    std::string number;
    static constexpr std::tuple kFields{Field{"number", &DocumentFiles::number}};
};

/// The institution's certificates: csca.pem and ds.pem.
struct PkiExport {
    static constexpr Declaration kAct{"pki.export", "document.view", Effect::Reads};
    using Answer = FilesGiven;
    static constexpr std::tuple<> kFields{};
};

/// Practice material of an institution founded for training: a supplier's manifest, a file of synthetic orders and its
/// signature by the training station. Refuses "office.not-for-training" elsewhere.
struct TrainingMaterial {
    static constexpr Declaration kAct{"training.material", "order.import", Effect::Reads};
    using Answer = FilesGiven;
    static constexpr std::tuple<> kFields{};
};

struct JournalVerified {
    bool intact = false;
    std::int64_t entries = 0;
    std::int64_t checkpoints = 0;
    std::vector<std::string> findings;
    static constexpr std::tuple kFields{
        Field{"intact", &JournalVerified::intact}, Field{"entries", &JournalVerified::entries},
        Field{"checkpoints", &JournalVerified::checkpoints}, Field{"findings", &JournalVerified::findings}};
};

struct JournalVerify {
    static constexpr Declaration kAct{"journal.verify", "journal.view", Effect::Reads};
    using Answer = JournalVerified;
    static constexpr std::tuple<> kFields{};
};

/// Signs the state of the journal as it stands.
struct JournalCheckpoint {
    static constexpr Declaration kAct{"journal.checkpoint", "journal.checkpoint", Effect::Changes};
    using Answer = Done;
    static constexpr std::tuple<> kFields{};
};

/// The journal, one JSON object a line.
struct JournalExport {
    static constexpr Declaration kAct{"journal.export", "journal.view", Effect::Reads};
    using Answer = FilesGiven;
    static constexpr std::tuple<> kFields{};
};

}  // namespace contract
