// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.hpp"
#include "base/clock.hpp"
#include "inventory/serial_range.hpp"

namespace inventory {

/// How far a destruction has come. It ends once, executed or cancelled.
enum class DestructionStage { Requested, Authorised, Commissioned, Executed, Cancelled };
/// "requested", "authorised", "commissioned", "executed", "cancelled".
std::string_view nameOf(DestructionStage stage);

/// A paper by which the superior authority decided, and who entered it.
struct Decision {
    std::string document;
    base::Date date{};
    std::string time = {};
    std::string person = {};
};

/// A member of the commission or a witness: someone of the house by id, or another by name, office and the kind of
/// document shown ("dpi", "passport", "credential") - never its number.
struct Participant {
    std::string person;  ///< empty for people from outside
    std::string name;
    std::string office;
    std::string identification;
};

/// What is to be destroyed: these serials and ranges, or all that stands in an account since a day or longer.
struct DestructionSelection {
    std::vector<std::string> serials;
    std::string place;
    std::string state;
    std::optional<base::Date> until;  ///< the last day on which they may have come there; none: today
};

struct DestructionRequest {
    DestructionSelection selection;
    std::string reason;
};

struct Commission {
    Decision document;
    std::vector<Participant> members;
};

/// What the two who carry it out say of it.
struct Execution {
    std::string method;
    std::string municipality;
    std::string department;
    std::string premises;
    std::string seal;  ///< number of the seal that was broken
    std::string wasteReceiver;
    std::vector<Participant> witnesses;
};

struct DestructionScan {
    std::int64_t fresh = 0;
    std::int64_t repeated = 0;  ///< scanned before: harmless
    std::int64_t scanned = 0;
    std::int64_t selected = 0;
};

/// A destruction as the books have it. People are named by their ids.
struct Destruction {
    std::string number;  ///< "DEST-2026-000007"
    DestructionStage stage = DestructionStage::Requested;
    std::string reason;
    std::string requestedAt;
    std::string requestedBy;
    std::int64_t quantity = 0;
    std::string annex;  ///< SHA-256 of the serials (annexOf), hexadecimal
    std::optional<Decision> authorisation = {};
    std::optional<Decision> commission = {};
    std::string endedAt = {};  ///< empty while it is open
    std::string endedBy = {};
    std::string cancelReason = {};
    std::string second = {};  ///< of those who carried it out
    Execution execution = {};
    std::vector<Participant> members = {};   ///< not in lists
    std::vector<SerialRange> selected = {};  ///< not in lists
    std::vector<SerialRange> scanned = {};   ///< not in lists
    std::string scanBegan = {};              ///< not in lists
    std::string scanEnded = {};              ///< not in lists
};

/// The annex of an act: every serial, one a line, by item and number, each line ended by a line feed.
std::string annexOf(const std::vector<SerialRange>& ranges, const ItemCatalogue& catalogue);
/// Its SHA-256 in hexadecimal digits.
std::string annexHashOf(const std::vector<SerialRange>& ranges, const ItemCatalogue& catalogue);

}  // namespace inventory
