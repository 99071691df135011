// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string_view>

#include "base/failure.hpp"
#include "chip/personalization/encoder.hpp"
#include "issuance/line/act_ends.hpp"
#include "issuance/line/devices.hpp"
#include "issuance/line/lease_keeping.hpp"
#include "issuance/line/line_rooms.hpp"

namespace issuance {

/// What a run of the line did.
struct LineTally {
    std::int64_t steps = 0;
    std::int64_t refused = 0;
    std::int64_t inDoubt = 0;
    std::map<Duty, std::optional<base::Fault>> outOfService = {};  ///< whose machine failed, with the last cause
    std::optional<StationRest> rest = {};                          ///< why the station took no more
    std::vector<base::Fault> setAside = {};                        ///< for want of what orders rest, each cause once
};

/// Told each time a named point of a step is reached; tests end the process there. In a physical act: "print.back" when
/// that side is on paper, "encode.write-file EF.DG2" when the chip has acknowledged one exchange of that kind.
using StepWatch = std::function<void(std::string_view point)>;

/// Told again and again how the printing of a blank's page stands, and answers whether it is to go on; told of nothing
/// once it ended.
using PrintWatch =
    std::function<printing::PrintWish(const std::string& blank, const std::optional<printing::PrintStanding>&)>;

/// What a station asks of the person who feeds it before a blank enters.
struct BlankAsk {
    std::string item;                       ///< any unused one of the shift, where `blank` is empty
    std::string blank = {};                 ///< this one
    std::optional<base::Fault> wrong = {};  ///< why the one that was scanned is not taken
};

/// Has the person scan a blank, and gives its serial as it was read; nothing where nobody did in time or `keepWaiting`
/// said so.
using BlankScan = std::function<std::optional<std::string>(const BlankAsk& ask, const KeepWaiting& keepWaiting)>;

/// Works at one station, one task at a time: claims, does, reports. What a step changes in the books
/// is one transaction; a physical act has its intent in the books before it begins.
class Conductor {
   public:
    Conductor(const LineRooms& rooms, records::Connection& connection, Devices& devices, records::Author author,
              StationSkills skills = {});

    /// For training: the chip of this order's first blank fails while it is written.
    void wearOutChipOf(const ProductionOrderId& order) { m_wornOutOrder = order; }
    void watchSteps(StepWatch watch) { m_watch = std::move(watch); }
    void watchPrinting(PrintWatch watch) { m_printWatch = std::move(watch); }
    /// Once `goOn` says no, takes nothing more, and waits no longer for anybody who is to bring a blank.
    void goOnWhile(std::function<bool()> goOn) { m_goOn = std::move(goOn); }
    /// Takes this order only, which is kept for the workstation, until it goes no further here.
    void makeOnly(const ProductionOrderId& order) { m_only = order; }
    /// Each blank is scanned as it enters the station: for a new document the one that was scanned is taken, and not
    /// the shift's lowest.
    void scanBlanks(BlankScan scan) { m_scan = std::move(scan); }

    /// Works until nothing is left that the station may do, or the steps are spent.
    LineTally runUntilIdle(std::int64_t mostSteps);

   private:
    /// What the order asks for, as the document that is to be made of it.
    struct Work {
        StoredOrder order;
        const DocumentKind* kind = nullptr;
        TravelDocument document;
    };
    bool takeOne();
    [[nodiscard]] bool goesOn() const { return !m_goOn || m_goOn(); }
    std::optional<Task> claimNext(records::Transaction& transaction);
    /// What the station takes now: less where it rests, or a machine is out of service.
    Wanted wantedNow();
    void perform(Task& task);
    void signOn();
    void signOff() noexcept;
    /// Leases are told by each station's own clock. Throws "line.clock-differs" where it goes other than the
    /// database's.
    void checkClock();
    /// Throws "line.lease-lost" where the act that is to begin now is no longer this station's: it may have stood still
    /// since it wrote that it begins, and a person may have looked at the blank meanwhile.
    static void demandHeld(LeaseKeeping& lease, const Task& task);
    /// Counts what failed in turn at a duty's machine: the third failure takes it out of service for this run, and at
    /// once one that only a person can end. What was never begun because of its own page says nothing of the machine.
    enum class Ending { Done, Failed, NeedsPerson, NotBegun };
    void note(Duty duty, Ending ending, const std::optional<base::Fault>& cause);
    static Ending endingOf(const printing::PrintOutcome& outcome);
    /// Whether the line goes on with other orders after this one failed so.
    bool goesOnAfter(const base::Failure& failure, Task& task);

    void clear(Task& task);
    void prepare(Task& task);
    void print(Task& task);
    void encode(Task& task);
    void inspect(Task& task);

    /// What a document is begun with.
    struct Means {
        std::string blank;
        std::shared_ptr<const signing::DocumentSigner> signer;  ///< none for a document without a chip
    };
    std::optional<Means> takeMeans(Task& task, const DocumentKind& kind);
    /// With the blank that was scanned, where blanks are scanned.
    base::Result<Means> meansFor(const Task& task, const DocumentKind& kind, const std::string& scanned);
    std::optional<std::string> scan(const Task& task, const BlankAsk& ask);
    /// False where nobody scanned the document's blank in time. At once where it was the last that was scanned here.
    bool enters(const Task& task, const DocumentEntry& document);
    [[nodiscard]] Work workOf(const Task& task);
    void keepPrepared(Task& task, const Work& work, const PreparedDocument& prepared, const std::string& blank);
    [[nodiscard]] printing::PrintOutcome printPages(const Task& task, const DocumentEntry& document);
    [[nodiscard]] bool lacksKey(const DocumentKind& kind);
    [[nodiscard]] chip::PersonalizationOutcome encodeChip(const Task& task, const DocumentEntry& document,
                                                          const chip::Encoder& encoder, chip::Card& card);
    void endEncoding(Task& task, const DocumentEntry& document, const std::string& profile,
                     const chip::PersonalizationOutcome& outcome);
    bool bring(const Task& task, const std::string& blank, Laying laying);
    /// The chip that was brought for the document's blank, with the time that its product takes for an answer.
    [[nodiscard]] std::shared_ptr<chip::Card> cardOf(const DocumentEntry& document, const chip::ChipProfile& profile);
    bool bringToBeWritten(const Task& task, const DocumentEntry& document, const chip::Encoder& encoder);
    /// Whether the chip that was laid on may be the document's, and is blank.
    bool looksRight(const DocumentEntry& document, const chip::Encoder& encoder);
    /// The document has no chip any more that it would know again.
    void forgetChip(const DocumentEntry& document);
    /// Nothing where nobody brought the blank. Refuses "line.chip-swapped".
    base::Result<std::optional<chip::ChipInspection>> readChip(const Task& task, const DocumentEntry& document,
                                                               const ExpectedDocument& expected);
    /// False where a page was not scanned in time.
    bool lookAtPages(const Task& task, const DocumentEntry& document, const DocumentKind& kind);
    [[nodiscard]] bool showsOwnWork(const DocumentEntry& document);
    [[nodiscard]] std::vector<DocumentVerdict> judgePages(const DocumentEntry& document,
                                                          const ExpectedDocument& expected,
                                                          std::vector<DocumentFile>& read);
    void keepInspection(Task& task, const DocumentEntry& document, const std::vector<DocumentFile>& read,
                        const std::vector<DocumentVerdict>& verdicts);

    /// `chipIdentity` is empty where no chip is written, or it tells none.
    void begin(Task& task, const DocumentEntry& document, const std::string& chipIdentity = {});
    [[nodiscard]] ActOutcome outcomeOf(const Task& task, const DocumentEntry& document, LineEvent event,
                                       const std::string& cause = {}) const;
    /// Ends the physical act that was begun. Where the books are away just then, the outcome is kept on this station's
    /// disk and reported when they are back. Throws "line.outcome-kept" where they are not within a lease: the next
    /// run here reports it.
    void endAct(Task& task, const DocumentEntry& document, LineEvent event, const std::string& cause = {});
    /// One transaction. Throws "line.lease-lost" where the act is no longer its station's.
    void record(const ActOutcome& outcome);
    void reportLater(const ActOutcome& outcome, const base::Failure& cause);
    /// False where the books are still away.
    bool deliver(const OutcomeDrawer::Kept& kept);
    /// What an earlier run at this workstation could not report.
    void deliverKept();
    void refuse(Task& task, const DocumentEntry& document, inventory::SpoilCause spoilCause, const std::string& cause);
    void holdFor(Task& task, const std::string& cause, const std::string& blank = {});
    void setAside(Task& task, const std::optional<base::Fault>& cause);
    /// Whether what the step uses up is here. Where it is not, the order is set aside, and the duty rests until
    /// somebody has brought it: every other order would only take a blank and wait as well.
    bool hasMaterials(Task& task, const DocumentEntry& document, Duty duty);
    void useMaterials(records::Transaction& transaction, const Task& task, const DocumentEntry& document) const;
    /// Nobody brought, scanned or laid on the blank in time.
    void setAsideUnbrought(Task& task, const std::string& blank);
    void reached(std::string_view point) const {
        if (m_watch) m_watch(point);
    }

    const LineRooms& m_rooms;
    records::Connection& m_connection;
    Devices& m_devices;
    records::Author m_author;
    StationSkills m_skills;
    LineStation m_station;
    base::Timestamp m_seen = {};
    base::Timestamp m_claimed = {};  ///< before the lease of the task was begun
    base::Timestamp m_begun = {};    ///< the same of the physical act
    std::map<Duty, int> m_failures;  ///< in turn
    ProductionOrderId m_wornOutOrder;
    ProductionOrderId m_only;                 ///< empty where the queue says what comes next
    std::set<std::string> m_restingProfiles;  ///< whose next chips are not tried in this run
    StepWatch m_watch;
    PrintWatch m_printWatch;
    std::function<bool()> m_goOn;
    BlankScan m_scan;
    std::string m_scanned;  ///< the blank in the person's hands
    LineTally m_tally;
};

/// "YYMMDD", as the MRZ and its keys write a day.
std::string mrzDate(base::Date day);

}  // namespace issuance
