// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_orders.hpp"

/// The line, its documents, its chips and the journal.
namespace contract {

/// A machine that failed again and again, or waits for a person: `duty` as in LineRun, `cause` the last failure's code
/// with its arguments.
struct OutOfService {
    std::string duty;
    std::string cause;
    TextMap arguments = {};
    static constexpr std::array kFields{field<&OutOfService::duty>("duty"), field<&OutOfService::cause>("cause"),
                                        field<&OutOfService::arguments>("arguments")};
};

/// A workstation that takes no orders ("pause"), or begins none ("drain"), until somebody says so.
struct RestLine {
    std::string workstation;
    std::string mode;
    std::string reason;
    std::string person;  ///< user name
    std::string since;
    static constexpr std::array kFields{field<&RestLine::workstation>("workstation"), field<&RestLine::mode>("mode"),
                                        field<&RestLine::reason>("reason"), field<&RestLine::person>("person"),
                                        field<&RestLine::since>("since")};
};

/// Where an order stands that was made at a counter, and what is done now: "release" by another person, "look" at its
/// page by another, then release; "resolve" a doubt; "override" or spoil what was refused for its looks; "unhold" what
/// is held; "wait" for whoever is at it; "again" once `reasons` are seen to; "nothing" where it has ended.
struct OrderAwaits {
    std::string order;
    std::string stage;
    std::string standing;
    std::string document;
    std::string wish;
    std::string holdReason = {};
    std::vector<FaultLine> reasons = {};
    static constexpr std::array kFields{
        field<&OrderAwaits::order>("order"),       field<&OrderAwaits::stage>("stage"),
        field<&OrderAwaits::standing>("standing"), field<&OrderAwaits::document>("document"),
        field<&OrderAwaits::wish>("wish"),         field<&OrderAwaits::holdReason>("hold_reason"),
        field<&OrderAwaits::reasons>("reasons")};
};

/// A workstation has few left of what its documents use up.
struct MaterialLine {
    std::string workstation;
    std::string item;
    std::int64_t left = 0;
    std::int64_t low = 0;  ///< fewer than these are few
    static constexpr std::array kFields{field<&MaterialLine::workstation>("workstation"),
                                        field<&MaterialLine::item>("item"), field<&MaterialLine::left>("left"),
                                        field<&MaterialLine::low>("low")};
};

struct LineRan {
    std::int64_t steps = 0;
    std::int64_t refused = 0;
    std::int64_t inDoubt = 0;
    std::int64_t waitingForRelease = 0;
    std::int64_t waitingForBlanks = 0;
    std::vector<OutOfService> outOfService = {};
    std::optional<RestLine> rest = {};       ///< why the station took no more
    std::vector<FaultLine> setAside = {};    ///< for want of what orders were left for later, each cause once
    std::optional<OrderAwaits> awaits = {};  ///< of the order that was named
    std::vector<MaterialLine> low = {};      ///< at the workstation
    static constexpr std::array kFields{field<&LineRan::steps>("steps"),
                                        field<&LineRan::refused>("refused"),
                                        field<&LineRan::inDoubt>("in_doubt"),
                                        field<&LineRan::waitingForRelease>("waiting_for_release"),
                                        field<&LineRan::waitingForBlanks>("waiting_for_blanks"),
                                        field<&LineRan::outOfService>("out_of_service"),
                                        field<&LineRan::rest>("rest"),
                                        field<&LineRan::setAside>("set_aside"),
                                        field<&LineRan::awaits>("awaits"),
                                        field<&LineRan::low>("low")};
};

/// Works as one station until nothing is left that it may do. `duties` are "print" (which clears and prepares as well,
/// with blanks of the workstation's shift), "encode" and "inspect", all of them where none is named; `items` are the
/// blanks that it can handle, all where none is named. `printer` is "folder" or an IPP
/// address; `reader` is "simulated" or a PC/SC reader's name, which a person feeds as `line.status` tells them to:
/// `patience` is how many seconds they are waited for. `damageOrder` makes the simulated chip of that order wear out
/// once while it is written, for training. Refused where printer or reader is not there. `camera` is "none" (as
/// without one) or "folder": images that a scanner left of finished pages are inspected. With a `station` named (16 to
/// 64 letters, digits, hyphens, chosen by who asks), the machines are those of whoever serves it (`station.serve`), and
/// `printer` and `reader` say nothing. With `scan` each blank is scanned as it enters the station (`line.scan`): a new
/// document is made of the one that was scanned, and not of the shift's lowest. With an `order` named, that is made and
/// nothing else, as far as it goes here: one that is kept for the workstation that asks (`order.counter`; control 14).
/// `kinds` and `sites` (of delivery) keep the run to orders of these, where any is named. Refuses "line.unknown-duty",
/// "stock.unknown-item", "line.unknown-kind", "line.not-at-counter", "line.kept-by-maker".
struct LineRun {
    static constexpr Declaration kAct{"line.run", "line.run", Effect::Conducts};
    using Answer = LineRan;
    std::string printer;
    std::string reader;
    std::optional<std::string> damageOrder;
    std::optional<std::int64_t> maximumSteps;
    std::optional<std::int64_t> patience = {};
    std::optional<std::string> station = {};
    std::vector<std::string> duties = {};
    std::vector<std::string> items = {};
    std::optional<std::string> camera = {};
    bool scan = false;
    std::optional<std::string> order = {};
    std::vector<std::string> kinds = {};
    std::vector<std::string> sites = {};
    static constexpr std::array kFields{field<&LineRun::printer>("printer"),
                                        field<&LineRun::reader>("reader"),
                                        field<&LineRun::damageOrder>("damage_order"),
                                        field<&LineRun::maximumSteps>("maximum_steps"),
                                        field<&LineRun::patience>("patience"),
                                        field<&LineRun::station>("station"),
                                        field<&LineRun::duties>("duties"),
                                        field<&LineRun::items>("items"),
                                        field<&LineRun::camera>("camera"),
                                        field<&LineRun::scan>("scan"),
                                        field<&LineRun::order>("order"),
                                        field<&LineRun::kinds>("kinds"),
                                        field<&LineRun::sites>("sites")};
};

struct StageCount {
    std::string stage;
    std::string standing;
    std::int64_t orders = 0;
    static constexpr std::array kFields{field<&StageCount::stage>("stage"), field<&StageCount::standing>("standing"),
                                        field<&StageCount::orders>("orders")};
};

/// What a machine of this process asks of the person who sees to it. `wish`: of a reader "take_off" (`blank` where it
/// is known what lies there), "lay_on", or "lay_on_again" where the chip laid on did not fit; of a scanner "scan"
/// (`blank` is the name that the picture is to have, `reader` the folder); of a printer "see_to", and `reasons` say
/// what for. Where blanks are scanned, "scan_any" asks for an unused one of the item in `blank`, and "scan_blank" for
/// the one named there; `reasons` say why the last was not taken.
struct StationCall {
    std::string workstation;
    std::string reader;  ///< or the printer's address
    std::string wish;
    std::string blank;
    std::vector<FaultLine> reasons = {};
    static constexpr std::array kFields{field<&StationCall::workstation>("workstation"),
                                        field<&StationCall::reader>("reader"), field<&StationCall::wish>("wish"),
                                        field<&StationCall::blank>("blank_serial"),
                                        field<&StationCall::reasons>("reasons")};
};

/// A station at work, and the step and order that it is at, where it is at one.
struct StationLine {
    std::string workstation;
    std::string person;  ///< user name
    std::vector<std::string> duties;
    std::vector<std::string> items;
    std::string began;
    std::string seen;
    std::string step;
    std::string order;
    static constexpr std::array kFields{field<&StationLine::workstation>("workstation"),
                                        field<&StationLine::person>("person"),
                                        field<&StationLine::duties>("duties"),
                                        field<&StationLine::items>("items"),
                                        field<&StationLine::began>("began"),
                                        field<&StationLine::seen>("seen"),
                                        field<&StationLine::step>("step"),
                                        field<&StationLine::order>("order")};
};

/// An order that is kept for a workstation, at whose counter its holder waits.
struct CounterOrderLine {
    std::string order;
    std::string workstation;
    std::string stage;
    std::string standing;
    static constexpr std::array kFields{
        field<&CounterOrderLine::order>("order"), field<&CounterOrderLine::workstation>("workstation"),
        field<&CounterOrderLine::stage>("stage"), field<&CounterOrderLine::standing>("standing")};
};

struct LineStatusTold {
    std::vector<StageCount> stages;
    std::vector<OrderLine> inDoubt;
    std::vector<StationCall> calls;
    std::vector<StationLine> stations;
    std::vector<RestLine> rests;
    std::vector<CounterOrderLine> counters = {};
    std::vector<MaterialLine> low = {};
    bool training = false;  ///< the institution is for training: nothing that it makes is worth anything
    static constexpr std::array kFields{
        field<&LineStatusTold::stages>("stages"), field<&LineStatusTold::inDoubt>("in_doubt"),
        field<&LineStatusTold::calls>("calls"),   field<&LineStatusTold::stations>("stations"),
        field<&LineStatusTold::rests>("rests"),   field<&LineStatusTold::counters>("counters"),
        field<&LineStatusTold::low>("low"),       field<&LineStatusTold::training>("training")};
};

struct LineStatus {
    static constexpr Declaration kAct{"line.status", "order.view", Effect::Reads};
    using Answer = LineStatusTold;
    static constexpr std::array<Field, 0> kFields{};
};

/// Lets a workstation rest: "pause", and its stations take nothing more; "drain", and they go on with what they have
/// begun. What a station is at is not broken off. Refuses "line.unknown-rest", "line.rest-reason-missing",
/// "people.unknown-workstation".
struct LineRest {
    static constexpr Declaration kAct{"line.rest", "line.pause", Effect::Changes};
    using Answer = Done;
    std::string workstation;
    std::string mode;
    std::string reason;
    static constexpr std::array kFields{field<&LineRest::workstation>("workstation"), field<&LineRest::mode>("mode"),
                                        field<&LineRest::reason>("reason")};
};

/// Ends its rest. Refuses "line.does-not-rest".
struct LineResume {
    static constexpr Declaration kAct{"line.resume", "line.pause", Effect::Changes};
    using Answer = Done;
    std::string workstation;
    static constexpr std::array kFields{field<&LineResume::workstation>("workstation")};
};

/// Gives up the printing of a blank's page that a line of this process is at, where the printer waits for something:
/// the job is withdrawn, and its end is as docs/formats/printers.md says. Refuses "line.not-printing".
struct LineCancelPrint {
    static constexpr Declaration kAct{"line.cancel-print", "line.run", Effect::Changes};
    using Answer = Done;
    std::string blank;
    static constexpr std::array kFields{field<&LineCancelPrint::blank>("blank_serial")};
};

/// Lets the line that a person has at work at the workstation where they ask end once its step is done; where it waits
/// for somebody to bring or scan a blank, at once. Refuses "line.not-at-work".
struct LineStop {
    static constexpr Declaration kAct{"line.stop", "line.run", Effect::Changes};
    using Answer = Done;
    static constexpr std::array<Field, 0> kFields{};
};

struct DoubtShown {
    std::string order;
    std::string step;  ///< the act whose end is not known
    std::string blank;
    std::string cause;
    std::string since;
    std::string
        chip;  ///< "blank", "partial", "locked", "another", "unclear", "absent"; empty for blanks without a chip
    std::string chipDue = {};  ///< what it is before the act: "blank", or "locked"
    static constexpr std::array kFields{field<&DoubtShown::order>("order"),        field<&DoubtShown::step>("step"),
                                        field<&DoubtShown::blank>("blank_serial"), field<&DoubtShown::cause>("cause"),
                                        field<&DoubtShown::since>("since"),        field<&DoubtShown::chip>("chip"),
                                        field<&DoubtShown::chipDue>("chip_due")};
};

/// What is known of an order in doubt, and what its chip says of itself where it lies in the reader: "simulated", or a
/// PC/SC reader's name, or that of the `station` named as `line.run` does. Changes nothing on the chip. Refuses
/// "order.unknown", "line.not-in-doubt".
struct LineDoubt {
    static constexpr Declaration kAct{"line.doubt", "chip.read", Effect::Reads};
    using Answer = DoubtShown;
    std::string order;
    std::string reader;
    std::optional<std::string> station = {};
    static constexpr std::array kFields{field<&LineDoubt::order>("order"), field<&LineDoubt::reader>("reader"),
                                        field<&LineDoubt::station>("station")};
};

/// A person looked at the book of a task in doubt: "done", "untouched" or "spoiled".
struct LineResolve {
    static constexpr Declaration kAct{"line.resolve", "line.resolve", Effect::Changes};
    using Answer = Done;
    std::string order;
    std::string verdict;
    std::string reason;
    static constexpr std::array kFields{field<&LineResolve::order>("order"), field<&LineResolve::verdict>("verdict"),
                                        field<&LineResolve::reason>("reason")};
};

/// A blank that somebody scanned at the workstation that asks, for the line that waits for it there (`line.status`
/// tells for which). Whether it is the right one the line says by what it asks next. Refuses "line.no-scan-awaited".
struct LineScan {
    static constexpr Declaration kAct{"line.scan", "line.run", Effect::Changes};
    using Answer = Done;
    std::string serial;
    static constexpr std::array kFields{field<&LineScan::serial>("serial")};
};

/// Two people find good a page that inspection refused for how it looks, and nothing else (control 11): its order is
/// held, and goes on as inspected. Neither of them made the document. Refuses "order.unknown",
/// "line.nothing-to-override" (also for what says something else than the order, or does not verify: control 23),
/// "line.override-reason-missing", "line.released-by-maker".
struct LineOverride {
    static constexpr Declaration kAct{"line.override", "line.release", Effect::Changes, People::Two, "line.override"};
    using Answer = Done;
    std::string order;
    std::string reason;
    static constexpr std::array kFields{field<&LineOverride::order>("order"), field<&LineOverride::reason>("reason")};
};

/// An order that waited for its release and was left as it was.
struct NotReleased {
    std::string order;
    std::vector<FaultLine> faults;
    static constexpr std::array kFields{field<&NotReleased::order>("order"), field<&NotReleased::faults>("faults")};
};

struct LineReleased {
    std::vector<std::string> documents;
    std::vector<NotReleased> notReleased;
    static constexpr std::array kFields{field<&LineReleased::documents>("documents"),
                                        field<&LineReleased::notReleased>("not_released")};
};

/// Releases an inspected document, or with no order named all that wait, by someone who did not personalise them. One
/// of many that may not be released, or was released by another meanwhile, does not keep the others from it.
struct LineRelease {
    static constexpr Declaration kAct{"line.release", "line.release", Effect::Changes};
    using Answer = LineReleased;
    std::optional<std::string> order;
    static constexpr std::array kFields{field<&LineRelease::order>("order")};
};

struct Verdict {
    std::string check;
    bool passed = false;
    std::string reason;
    static constexpr std::array kFields{field<&Verdict::check>("check"), field<&Verdict::passed>("passed"),
                                        field<&Verdict::reason>("reason")};
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
    std::string chipIdentity;  ///< what the chip answered for itself before it was written; empty where it told nothing
    bool confidential = false;  ///< of somebody whom the law has kept so; without a need to know the MRZ is left out
    static constexpr std::array kFields{field<&DocumentShown::kind>("kind"),
                                        field<&DocumentShown::number>("number"),
                                        field<&DocumentShown::order>("order"),
                                        field<&DocumentShown::state>("state"),
                                        field<&DocumentShown::mrz>("mrz"),
                                        field<&DocumentShown::blank>("blank_serial"),
                                        field<&DocumentShown::chipIdentity>("chip_identity"),
                                        field<&DocumentShown::confidential>("confidential"),
                                        field<&DocumentShown::dateOfIssue>("date_of_issue"),
                                        field<&DocumentShown::dateOfExpiry>("date_of_expiry"),
                                        field<&DocumentShown::stages>("stages"),
                                        field<&DocumentShown::verdicts>("verdicts")};
};

struct DocumentShow {
    static constexpr Declaration kAct{"document.show", "document.view", Effect::Reads};
    using Answer = DocumentShown;
    std::string number;
    static constexpr std::array kFields{field<&DocumentShow::number>("number")};
};

struct DocumentsListed {
    std::vector<std::string> numbers;
    static constexpr std::array kFields{field<&DocumentsListed::numbers>("numbers")};
};

/// A person who did not make the document has looked at its printed page and found it good: needed for release where
/// nothing but a person sees the paper (checks named "…-as-sent"), or its scan leaves doubts ("…-doubtful"). Lapses
/// with a new inspection. Refuses "document.unknown", "document.page-not-awaited", "line.released-by-maker".
struct DocumentConfirmPage {
    static constexpr Declaration kAct{"document.confirm-page", "line.release", Effect::Changes};
    using Answer = Done;
    std::string number;
    static constexpr std::array kFields{field<&DocumentConfirmPage::number>("number")};
};

/// Numbers of the documents that are released.
struct DocumentList {
    static constexpr Declaration kAct{"document.list", "document.view", Effect::Reads};
    using Answer = DocumentsListed;
    static constexpr std::array<Field, 0> kFields{};
};

struct DocumentVerified {
    bool authentic = false;
    std::vector<Verdict> verdicts;
    static constexpr std::array kFields{field<&DocumentVerified::authentic>("authentic"),
                                        field<&DocumentVerified::verdicts>("verdicts")};
};

/// Checks the kept files of a document again: hashes, EF.SOD, path, equality of order, page, MRZ and chip.
struct DocumentVerify {
    static constexpr Declaration kAct{"document.verify", "document.view", Effect::Reads};
    using Answer = DocumentVerified;
    std::string number;
    static constexpr std::array kFields{field<&DocumentVerify::number>("number")};
};

/// A file with its octets. In an answer behind a door, a large one may name its octets by their SHA-256 instead: they
/// are to be fetched then, by the same session.
struct NamedFile {
    std::string name;
    base::Bytes content;
    std::optional<std::string> sha256 = {};
    static constexpr std::array kFields{field<&NamedFile::name>("name"), field<&NamedFile::content>("content"),
                                        field<&NamedFile::sha256>("sha256")};
};

struct FilesGiven {
    std::vector<NamedFile> files;
    static constexpr std::array kFields{field<&FilesGiven::files>("files")};
};

/// The pages of a document and its files exactly as they were read back from the chip. Refuses
/// "confidential.not-permitted" without a need to know.
struct DocumentFiles {
    static constexpr Declaration kAct{"document.files", "document.view", Effect::Reads};
    using Answer = FilesGiven;
    std::string number;
    static constexpr std::array kFields{field<&DocumentFiles::number>("number")};
};

/// The institution's certificates and revocation lists, as far as it has them: csca.pem, ds.pem, seal-signer.pem,
/// csca.crl; certificates-root.pem and certificates-root.crl of its signatures in PDFs, and
/// certificates-root-HOUSE-0001 with the same endings of authorities before.
struct PkiExport {
    static constexpr Declaration kAct{"pki.export", "document.view", Effect::Reads};
    using Answer = FilesGiven;
    static constexpr std::array<Field, 0> kFields{};
};

/// Practice material of an institution founded for training: a supplier's manifest, a file of synthetic orders and its
/// signature by the training station. Refuses "office.not-for-training" elsewhere.
struct TrainingMaterial {
    static constexpr Declaration kAct{"training.material", "order.import", Effect::Reads};
    using Answer = FilesGiven;
    static constexpr std::array<Field, 0> kFields{};
};

struct JournalVerified {
    bool intact = false;
    std::int64_t entries = 0;
    std::int64_t checkpoints = 0;
    std::vector<std::string> findings;
    static constexpr std::array kFields{
        field<&JournalVerified::intact>("intact"), field<&JournalVerified::entries>("entries"),
        field<&JournalVerified::checkpoints>("checkpoints"), field<&JournalVerified::findings>("findings")};
};

struct JournalVerify {
    static constexpr Declaration kAct{"journal.verify", "journal.view", Effect::Reads};
    using Answer = JournalVerified;
    static constexpr std::array<Field, 0> kFields{};
};

/// Signs the state of the journal as it stands.
struct JournalCheckpoint {
    static constexpr Declaration kAct{"journal.checkpoint", "journal.checkpoint", Effect::Changes};
    using Answer = Done;
    static constexpr std::array<Field, 0> kFields{};
};

/// The journal, one JSON object a line.
struct JournalExport {
    static constexpr Declaration kAct{"journal.export", "journal.view", Effect::Reads};
    using Answer = FilesGiven;
    static constexpr std::array<Field, 0> kFields{};
};

}  // namespace contract
