// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/act.hpp"

/// Spoiled and withdrawn blanks: why, their photographs, and their way from quarantine to the destruction store.
namespace contract {

struct SpoilCauseLine {
    std::string cause;
    std::string spanish;
    std::string english;
    bool defective = false;  ///< the blank came so or its material failed; else it was spoiled at work
    static constexpr std::tuple kFields{
        Field{"cause", &SpoilCauseLine::cause}, Field{"spanish", &SpoilCauseLine::spanish},
        Field{"english", &SpoilCauseLine::english}, Field{"defective", &SpoilCauseLine::defective}};
};

struct SpoilCausesListed {
    std::vector<SpoilCauseLine> causes;
    static constexpr std::tuple kFields{Field{"causes", &SpoilCausesListed::causes}};
};

struct StockCauses {
    static constexpr Declaration kAct{"stock.causes", "stock.view", Effect::Reads};
    using Answer = SpoilCausesListed;
    static constexpr std::tuple<> kFields{};
};

/// Adds a cause to the house's list, or changes its words.
struct StockCause {
    static constexpr Declaration kAct{"stock.cause", "stock.cause", Effect::Changes};
    using Answer = Done;
    SpoilCauseLine line;
    static constexpr std::tuple kFields{Field{"line", &StockCause::line}};
};

/// Spoils a blank of which no order is made; two people where it is in a guarded place. The photograph is a JPEG or
/// PNG.
struct StockSpoil {
    static constexpr Declaration kAct{"stock.spoil", "stock.spoil", Effect::Changes, People::OneOrTwo};
    using Answer = Done;
    std::string serial;
    std::string cause;
    std::optional<base::Bytes> photo;
    static constexpr std::tuple kFields{Field{"serial", &StockSpoil::serial}, Field{"cause", &StockSpoil::cause},
                                        Field{"photo", &StockSpoil::photo}};
};

/// Binds a photograph to a spoiled blank for good.
struct StockEvidence {
    static constexpr Declaration kAct{"stock.evidence", "stock.spoil", Effect::Changes};
    using Answer = Done;
    std::string serial;
    base::Bytes photo;
    static constexpr std::tuple kFields{Field{"serial", &StockEvidence::serial}, Field{"photo", &StockEvidence::photo}};
};

struct EvidenceLine {
    std::string sha256;
    std::string format;  ///< "jpeg" or "png"
    std::string time;
    std::string person;
    base::Bytes content;
    static constexpr std::tuple kFields{Field{"sha256", &EvidenceLine::sha256}, Field{"format", &EvidenceLine::format},
                                        Field{"time", &EvidenceLine::time}, Field{"person", &EvidenceLine::person},
                                        Field{"content", &EvidenceLine::content}};
};

struct EvidenceShown {
    std::vector<EvidenceLine> photos;
    static constexpr std::tuple kFields{Field{"photos", &EvidenceShown::photos}};
};

struct StockPhotos {
    static constexpr Declaration kAct{"stock.photos", "stock.view", Effect::Reads};
    using Answer = EvidenceShown;
    std::string serial;
    static constexpr std::tuple kFields{Field{"serial", &StockPhotos::serial}};
};

struct QuarantineLine {
    std::string serials;
    std::string item;
    std::string place;
    std::string cause;
    std::string announcedAt;
    std::string announcedBy;
    std::string receivedAt;  ///< empty until a custodian holds the blanks
    std::string receivedBy;
    static constexpr std::tuple kFields{Field{"serials", &QuarantineLine::serials},
                                        Field{"item", &QuarantineLine::item},
                                        Field{"place", &QuarantineLine::place},
                                        Field{"cause", &QuarantineLine::cause},
                                        Field{"announced_at", &QuarantineLine::announcedAt},
                                        Field{"announced_by", &QuarantineLine::announcedBy},
                                        Field{"received_at", &QuarantineLine::receivedAt},
                                        Field{"received_by", &QuarantineLine::receivedBy}};
};

struct QuarantineListed {
    std::vector<QuarantineLine> lines;
    std::int64_t notReceived = 0;  ///< blanks, whatever is listed
    static constexpr std::tuple kFields{Field{"lines", &QuarantineListed::lines},
                                        Field{"not_received", &QuarantineListed::notReceived}};
};

/// Spoiled blanks in quarantine. `of`: not_received, received or all; empty is not_received.
struct StockQuarantineList {
    static constexpr Declaration kAct{"stock.quarantine-list", "stock.view", Effect::Reads};
    using Answer = QuarantineListed;
    std::string of;
    static constexpr std::tuple kFields{Field{"of", &StockQuarantineList::of}};
};

struct QuarantineReceived {
    std::int64_t fresh = 0;
    std::int64_t repeated = 0;
    static constexpr std::tuple kFields{Field{"fresh", &QuarantineReceived::fresh},
                                        Field{"repeated", &QuarantineReceived::repeated}};
};

/// A custodian scans the spoiled blanks that came; the same scan again changes nothing.
struct StockQuarantineReceive {
    static constexpr Declaration kAct{"stock.quarantine-receive", "stock.quarantine", Effect::Changes};
    using Answer = QuarantineReceived;
    std::vector<std::string> serials;
    static constexpr std::tuple kFields{Field{"serials", &StockQuarantineReceive::serials}};
};

struct SentToDestruction {
    std::int64_t quantity = 0;
    static constexpr std::tuple kFields{Field{"quantity", &SentToDestruction::quantity}};
};

/// From quarantine to the destruction store; two custodians.
struct StockToDestruction {
    static constexpr Declaration kAct{"stock.to-destruction", "stock.quarantine", Effect::Changes, People::Two};
    using Answer = SentToDestruction;
    std::vector<std::string> serials;
    static constexpr std::tuple kFields{Field{"serials", &StockToDestruction::serials}};
};

struct StockWithdrawn {
    std::int64_t quantity = 0;
    std::vector<std::string> documents;  ///< numbers of those that are void now
    static constexpr std::tuple kFields{Field{"quantity", &StockWithdrawn::quantity},
                                        Field{"documents", &StockWithdrawn::documents}};
};

/// Unused blanks of a store whose time is over go to quarantine for good; two custodians.
struct StockExpire {
    static constexpr Declaration kAct{"stock.expire", "stock.withdraw", Effect::Changes, People::Two};
    using Answer = StockWithdrawn;
    std::vector<std::string> serials;
    std::string reason;
    static constexpr std::tuple kFields{Field{"serials", &StockExpire::serials}, Field{"reason", &StockExpire::reason}};
};

/// Finished documents that are in the house again are annulled and go to quarantine for good; two custodians.
struct StockAnnul {
    static constexpr Declaration kAct{"stock.annul", "stock.withdraw", Effect::Changes, People::Two};
    using Answer = StockWithdrawn;
    std::vector<std::string> serials;
    std::string reason;
    static constexpr std::tuple kFields{Field{"serials", &StockAnnul::serials}, Field{"reason", &StockAnnul::reason}};
};

using SpoilageActs = std::tuple<StockCauses, StockCause, StockSpoil, StockEvidence, StockPhotos, StockQuarantineList,
                                StockQuarantineReceive, StockToDestruction, StockExpire, StockAnnul>;

}  // namespace contract
