// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "inventory/ledger.hpp"
#include "inventory/places/presence.hpp"

namespace inventory {

/// Where a transfer stands.
enum class TransferStage { Prepared, Approved, Sealed, Dispatched, Returning, Received, Returned, Cancelled };
inline constexpr std::array kTransferStages{
    TransferStage::Prepared,  TransferStage::Approved, TransferStage::Sealed,   TransferStage::Dispatched,
    TransferStage::Returning, TransferStage::Received, TransferStage::Returned, TransferStage::Cancelled};
/// "prepared", "dispatched", …
std::string_view nameOf(TransferStage stage);
TransferStage transferStageNamed(std::string_view name);

enum class TransferStep { Approve, Seal, Dispatch, Receive, Return, Cancel };
inline constexpr std::array kTransferSteps{TransferStep::Approve, TransferStep::Seal,   TransferStep::Dispatch,
                                           TransferStep::Receive, TransferStep::Return, TransferStep::Cancel};
/// "approve", …
std::string_view nameOf(TransferStep step);

/// The stage that follows a step; nothing where the step may not be taken. The database refuses the same.
std::optional<TransferStage> following(TransferStage stage, TransferStep step);

/// What is asked for: either serials and ranges, or so many of one item (the lowest free serials).
struct NewTransfer {
    std::string from;
    std::string to;
    std::string state{state::kUsable};  ///< of the blanks: usable, spoiled, annulled or expired
    std::vector<std::string> serials;
    std::string item;
    std::int64_t quantity = 0;
    std::string reason;
    std::string requisition;  ///< that it answers; empty where none
};

struct Dispatch {
    std::string carrier;  ///< who carries it and in what
    base::Timestamp expected;
};

enum class SealFound { Intact, Broken };

/// What the receiver found.
struct Arrival {
    std::string seal;  ///< the number read on the package
    SealFound found = SealFound::Intact;
    std::vector<std::string> scanned;
    OnDifference onDifference = OnDifference::Refuse;
};

/// What a receiver sends back. Unopened and whole: nothing is scanned, the seal stays. Otherwise everything is counted.
struct SendBack {
    std::string seal;
    SealFound found = SealFound::Intact;
    std::vector<std::string> accepted;
    std::vector<std::string> returned;
    std::string newSeal;  ///< empty where the package was not opened
    std::string reason;
    Dispatch dispatch;
};

/// Something that was done with a transfer.
struct TransferEvent {
    std::string time;
    std::string event;
    std::string stage;  ///< after it
    std::string person;
    std::string second;
    std::string detail;
    std::string caseId;
};

struct Transfer {
    std::string id;  ///< "TR-2026-000001"
    std::string from;
    std::string to;
    std::string state;
    TransferStage stage = TransferStage::Prepared;
    std::string reason;
    std::string requisition;
    std::string seal;
    std::string carrier;
    std::string expected;  ///< empty before dispatch
    bool overdue = false;
    std::vector<SerialRange> ranges = {};       ///< as prepared
    std::vector<SerialRange> outstanding = {};  ///< reserved, or on the way
    std::vector<TransferEvent> events = {};     ///< only of one that is shown

    /// "transit:<id>", where its blanks stand while they are on the way.
    [[nodiscard]] std::string transit() const { return "transit:" + id; }
    /// "transfer:<id>", the reference of its movements.
    [[nodiscard]] std::string reference() const { return "transfer:" + id; }
    /// Where what is on the way goes.
    [[nodiscard]] const std::string& destination() const {
        return stage == TransferStage::Returning || stage == TransferStage::Returned ? from : to;
    }
};

/// At most so many blanks of an item in one transfer on a route; "*" is any.
struct BatchCap {
    std::string item;
    std::string from;
    std::string to;
    std::int64_t most = 0;
};

}  // namespace inventory
