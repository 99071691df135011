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
    static constexpr std::array kFields{
        field<&SpoilCauseLine::cause>("cause"), field<&SpoilCauseLine::spanish>("spanish"),
        field<&SpoilCauseLine::english>("english"), field<&SpoilCauseLine::defective>("defective")};
};

struct SpoilCausesListed {
    std::vector<SpoilCauseLine> causes;
    static constexpr std::array kFields{field<&SpoilCausesListed::causes>("causes")};
};

struct StockCauses {
    static constexpr Declaration kAct{"stock.causes", "stock.view", Effect::Reads};
    using Answer = SpoilCausesListed;
    static constexpr std::array<Field, 0> kFields{};
};

/// Adds a cause to the house's list, or changes its words.
struct StockCause {
    static constexpr Declaration kAct{"stock.cause", "stock.cause", Effect::Changes};
    using Answer = Done;
    SpoilCauseLine line;
    static constexpr std::array kFields{field<&StockCause::line>("line")};
};

/// Spoils a blank of which no order is made; two people where it is in a guarded place. The photograph is a JPEG or
/// PNG.
struct StockSpoil {
    static constexpr Declaration kAct{"stock.spoil", "stock.spoil", Effect::Changes, People::OneOrTwo};
    using Answer = Done;
    std::string serial;
    std::string cause;
    std::optional<base::Bytes> photo;
    static constexpr std::array kFields{field<&StockSpoil::serial>("serial"), field<&StockSpoil::cause>("cause"),
                                        field<&StockSpoil::photo>("photo")};
};

/// Binds a photograph to a spoiled blank for good.
struct StockEvidence {
    static constexpr Declaration kAct{"stock.evidence", "stock.spoil", Effect::Changes};
    using Answer = Done;
    std::string serial;
    base::Bytes photo;
    static constexpr std::array kFields{field<&StockEvidence::serial>("serial"), field<&StockEvidence::photo>("photo")};
};

struct EvidenceLine {
    std::string sha256;
    std::string format;  ///< "jpeg" or "png"
    std::string time;
    std::string person;
    base::Bytes content;
    static constexpr std::array kFields{field<&EvidenceLine::sha256>("sha256"), field<&EvidenceLine::format>("format"),
                                        field<&EvidenceLine::time>("time"), field<&EvidenceLine::person>("person"),
                                        field<&EvidenceLine::content>("content")};
};

struct EvidenceShown {
    std::vector<EvidenceLine> photos;
    static constexpr std::array kFields{field<&EvidenceShown::photos>("photos")};
};

struct StockPhotos {
    static constexpr Declaration kAct{"stock.photos", "stock.view", Effect::Reads};
    using Answer = EvidenceShown;
    std::string serial;
    static constexpr std::array kFields{field<&StockPhotos::serial>("serial")};
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
    static constexpr std::array kFields{field<&QuarantineLine::serials>("serials"),
                                        field<&QuarantineLine::item>("item"),
                                        field<&QuarantineLine::place>("place"),
                                        field<&QuarantineLine::cause>("cause"),
                                        field<&QuarantineLine::announcedAt>("announced_at"),
                                        field<&QuarantineLine::announcedBy>("announced_by"),
                                        field<&QuarantineLine::receivedAt>("received_at"),
                                        field<&QuarantineLine::receivedBy>("received_by")};
};

struct QuarantineListed {
    std::vector<QuarantineLine> lines;
    std::int64_t notReceived = 0;  ///< blanks, whatever is listed
    static constexpr std::array kFields{field<&QuarantineListed::lines>("lines"),
                                        field<&QuarantineListed::notReceived>("not_received")};
};

/// Spoiled blanks in quarantine. `of`: not_received, received or all; empty is not_received.
struct StockQuarantineList {
    static constexpr Declaration kAct{"stock.quarantine-list", "stock.view", Effect::Reads};
    using Answer = QuarantineListed;
    std::string of;
    static constexpr std::array kFields{field<&StockQuarantineList::of>("of")};
};

struct QuarantineReceived {
    std::int64_t fresh = 0;
    std::int64_t repeated = 0;
    static constexpr std::array kFields{field<&QuarantineReceived::fresh>("fresh"),
                                        field<&QuarantineReceived::repeated>("repeated")};
};

/// A custodian scans the spoiled blanks that came; the same scan again changes nothing.
struct StockQuarantineReceive {
    static constexpr Declaration kAct{"stock.quarantine-receive", "stock.quarantine", Effect::Changes};
    using Answer = QuarantineReceived;
    std::vector<std::string> serials;
    static constexpr std::array kFields{field<&StockQuarantineReceive::serials>("serials")};
};

struct SentToDestruction {
    std::int64_t quantity = 0;
    static constexpr std::array kFields{field<&SentToDestruction::quantity>("quantity")};
};

/// From quarantine to the destruction store; two custodians.
struct StockToDestruction {
    static constexpr Declaration kAct{"stock.to-destruction", "stock.quarantine", Effect::Changes, People::Two};
    using Answer = SentToDestruction;
    std::vector<std::string> serials;
    static constexpr std::array kFields{field<&StockToDestruction::serials>("serials")};
};

struct StockWithdrawn {
    std::int64_t quantity = 0;
    std::vector<std::string> documents;  ///< numbers of those that are void now
    static constexpr std::array kFields{field<&StockWithdrawn::quantity>("quantity"),
                                        field<&StockWithdrawn::documents>("documents")};
};

/// Unused blanks of a store whose time is over go to quarantine for good; two custodians.
struct StockExpire {
    static constexpr Declaration kAct{"stock.expire", "stock.withdraw", Effect::Changes, People::Two};
    using Answer = StockWithdrawn;
    std::vector<std::string> serials;
    std::string reason;
    static constexpr std::array kFields{field<&StockExpire::serials>("serials"), field<&StockExpire::reason>("reason")};
};

/// Finished documents that are in the house again are annulled and go to quarantine for good; two custodians.
struct StockAnnul {
    static constexpr Declaration kAct{"stock.annul", "stock.withdraw", Effect::Changes, People::Two};
    using Answer = StockWithdrawn;
    std::vector<std::string> serials;
    std::string reason;
    static constexpr std::array kFields{field<&StockAnnul::serials>("serials"), field<&StockAnnul::reason>("reason")};
};

using SpoilageActs = std::tuple<StockCauses, StockCause, StockSpoil, StockEvidence, StockPhotos, StockQuarantineList,
                                StockQuarantineReceive, StockToDestruction, StockExpire, StockAnnul>;

}  // namespace contract
