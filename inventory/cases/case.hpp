// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "inventory/serial_range.hpp"

namespace inventory {

enum class CaseKind { Discrepancy, Missing, Stolen, SupplierClaim };
/// "discrepancy", "missing", "stolen", "supplier_claim".
std::string_view nameOf(CaseKind kind);
std::optional<CaseKind> caseKindNamed(std::string_view name);

/// One thing a case is about: serials, or a quantity of an item that is only counted, with how many the books say and
/// how many were there. `detail`: short words, such as where the books have them.
struct CaseMatter {
    std::string item;
    std::optional<SerialRange> serials;
    std::string lot;  ///< where there are no serials
    std::int64_t expected = 0;
    std::int64_t found = 0;
    std::string detail;

    /// Serials that should be there and are not.
    static CaseMatter lacking(const SerialRange& range, const std::string& detail = {});
    /// Serials that are there and should not be.
    static CaseMatter surplus(const SerialRange& range, const std::string& detail);
    /// Serials that are where they should be, and concern the case.
    static CaseMatter concerned(const SerialRange& range, const std::string& detail = {});
    static CaseMatter ofLot(const std::string& item, const std::string& lot, std::int64_t expected, std::int64_t found);
};

struct NewCase {
    CaseKind kind = CaseKind::Discrepancy;
    std::string place;
    std::string reference;  ///< "shift:<id>", "count:<number>", "transfer:<number>", …; empty where none
    std::string reason;     ///< why it is opened, in words; at most 2000 octets
    std::vector<CaseMatter> matters;
};

struct CaseNote {
    std::string time;
    std::string person;
    std::string text;
};

struct CaseResolution {
    std::string time;
    std::string person;
    std::string second;  ///< empty where one person sufficed
    std::string reason;
    bool writtenOff = false;
};

/// A case as the books have it. People are named by their ids.
struct Case {
    std::string number;  ///< "CASO-2026-000123"
    CaseKind kind = CaseKind::Discrepancy;
    std::string place;
    std::string reference;
    std::string reason;
    std::string openedAt;
    std::string openedBy;
    std::string openedWith;  ///< empty where one person opened it
    base::Date deadline{};
    bool overdue = false;
    std::optional<CaseResolution> resolution = {};  ///< nothing while it is open
    std::vector<CaseMatter> matters = {};           ///< not in lists
    std::vector<CaseNote> notes = {};               ///< not in lists
};

/// Which cases are asked for; what is empty does not matter.
struct CaseQuestion {
    enum class Of { Open, Overdue, Resolved, All };
    Of of = Of::Open;
    std::optional<CaseKind> kind;
    std::string place;
    std::string reference;
};

}  // namespace inventory
