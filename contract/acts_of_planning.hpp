// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_line.hpp"

/// What a supervisor plans the line by.
namespace contract {

/// The orders of one kind for one site of delivery: those that the line has, and those that it released on the day.
struct BatchLine {
    std::string kind;
    std::string deliverySite;
    std::vector<StageCount> stages;  ///< in the line's order; "released" are those of the day
    std::int64_t urgent = 0;         ///< of those that the line has
    std::int64_t overdue = 0;        ///< of those that the line has: due before the day
    std::string oldest;              ///< when the oldest that the line has was taken; empty where it has none
    std::string due;                 ///< first day on which one that the line has is due; empty where none is
    static constexpr std::array kFields{
        field<&BatchLine::kind>("kind"),       field<&BatchLine::deliverySite>("delivery_site"),
        field<&BatchLine::stages>("stages"),   field<&BatchLine::urgent>("urgent"),
        field<&BatchLine::overdue>("overdue"), field<&BatchLine::oldest>("oldest"),
        field<&BatchLine::due>("due")};
};

struct BatchesTold {
    std::string day;
    std::vector<BatchLine> batches;
    static constexpr std::array kFields{field<&BatchesTold::day>("day"), field<&BatchesTold::batches>("batches")};
};

/// Batches by kind and site of delivery, on a day of Guatemala (UTC-6; today where none is named). Refuses
/// "order.due-unclear".
struct LineBatches {
    static constexpr Declaration kAct{"line.batches", "order.view", Effect::Reads};
    using Answer = BatchesTold;
    std::optional<std::string> day;
    static constexpr std::array kFields{field<&LineBatches::day>("day")};
};

using PlanningActs = std::tuple<LineBatches>;

}  // namespace contract
