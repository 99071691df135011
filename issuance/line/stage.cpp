// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/line/stage.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace issuance {
namespace {

template <class Value, std::size_t Size>
using Names = std::array<std::pair<Value, std::string_view>, Size>;

constexpr Names<Stage, 9> kStages{{{Stage::Received, "received"},
                                   {Stage::Cleared, "cleared"},
                                   {Stage::Prepared, "prepared"},
                                   {Stage::Printed, "printed"},
                                   {Stage::Encoded, "encoded"},
                                   {Stage::Inspected, "inspected"},
                                   {Stage::Released, "released"},
                                   {Stage::Cancelled, "cancelled"},
                                   {Stage::SentBack, "sent_back"}}};
constexpr Names<Standing, 6> kStandings{{{Standing::Ready, "ready"},
                                         {Standing::Claimed, "claimed"},
                                         {Standing::Acting, "acting"},
                                         {Standing::InDoubt, "in_doubt"},
                                         {Standing::Held, "held"},
                                         {Standing::Ended, "ended"}}};
constexpr Names<Step, 6> kSteps{{{Step::Clear, "clear"},
                                 {Step::Prepare, "prepare"},
                                 {Step::Print, "print"},
                                 {Step::Encode, "encode"},
                                 {Step::Inspect, "inspect"},
                                 {Step::Release, "release"}}};
constexpr Names<LineEvent, 15> kEvents{{{LineEvent::Claim, "claim"},
                                        {LineEvent::Begin, "begin"},
                                        {LineEvent::Finish, "finish"},
                                        {LineEvent::Refuse, "refuse"},
                                        {LineEvent::Lapse, "lapse"},
                                        {LineEvent::Doubt, "doubt"},
                                        {LineEvent::GiveBack, "give_back"},
                                        {LineEvent::FoundDone, "done"},
                                        {LineEvent::FoundUntouched, "untouched"},
                                        {LineEvent::FoundSpoiled, "spoiled"},
                                        {LineEvent::Hold, "hold"},
                                        {LineEvent::ReleaseHold, "release_hold"},
                                        {LineEvent::Override, "override"},
                                        {LineEvent::Cancel, "cancel"},
                                        {LineEvent::SendBack, "send_back"}}};

template <class Value, std::size_t Size>
std::string_view nameIn(const Names<Value, Size>& names, Value value) {
    for (const auto& [known, name] : names)
        if (known == value) return name;
    return {};
}

template <class Value, std::size_t Size>
std::optional<Value> valueIn(const Names<Value, Size>& names, std::string_view name) {
    for (const auto& [value, known] : names)
        if (known == name) return value;
    return std::nullopt;
}

template <class Value, std::size_t Size>
std::vector<Value> valuesOf(const Names<Value, Size>& names) {
    std::vector<Value> values;
    for (const auto& [value, name] : names) values.push_back(value);
    return values;
}

/// What an event does to the stage.
enum class Move { Stay, Advance, StartAgain, Cancel, SendBack };

/// One line of the lifecycle: in this standing the event may happen; then the stage moves so, and the standing is that.
struct Rule {
    Standing standing;
    LineEvent event;
    Move move;
    Standing next;
};

constexpr std::array kRules{
    Rule{Standing::Ready, LineEvent::Claim, Move::Stay, Standing::Claimed},
    Rule{Standing::Ready, LineEvent::Hold, Move::Stay, Standing::Held},
    Rule{Standing::Ready, LineEvent::Cancel, Move::Cancel, Standing::Ended},
    Rule{Standing::Ready, LineEvent::SendBack, Move::SendBack, Standing::Ended},
    Rule{Standing::Claimed, LineEvent::Begin, Move::Stay, Standing::Acting},
    Rule{Standing::Claimed, LineEvent::Finish, Move::Advance, Standing::Ready},
    Rule{Standing::Claimed, LineEvent::Refuse, Move::StartAgain, Standing::Ready},
    Rule{Standing::Claimed, LineEvent::Lapse, Move::Stay, Standing::Ready},
    Rule{Standing::Claimed, LineEvent::GiveBack, Move::Stay, Standing::Ready},
    Rule{Standing::Claimed, LineEvent::Hold, Move::Stay, Standing::Held},
    Rule{Standing::Acting, LineEvent::Finish, Move::Advance, Standing::Ready},
    Rule{Standing::Acting, LineEvent::Refuse, Move::StartAgain, Standing::Ready},
    Rule{Standing::Acting, LineEvent::Lapse, Move::Stay, Standing::InDoubt},
    Rule{Standing::Acting, LineEvent::Doubt, Move::Stay, Standing::InDoubt},
    Rule{Standing::Acting, LineEvent::GiveBack, Move::Stay, Standing::Ready},
    Rule{Standing::Acting, LineEvent::Hold, Move::Stay, Standing::Held},
    // What a station knew all the time, and could report only after its lease.
    Rule{Standing::InDoubt, LineEvent::Finish, Move::Advance, Standing::Ready},
    Rule{Standing::InDoubt, LineEvent::Refuse, Move::StartAgain, Standing::Ready},
    Rule{Standing::InDoubt, LineEvent::FoundDone, Move::Advance, Standing::Ready},
    Rule{Standing::InDoubt, LineEvent::FoundUntouched, Move::Stay, Standing::Ready},
    Rule{Standing::InDoubt, LineEvent::FoundSpoiled, Move::StartAgain, Standing::Ready},
    Rule{Standing::Held, LineEvent::FoundSpoiled, Move::StartAgain, Standing::Ready},
    Rule{Standing::Held, LineEvent::ReleaseHold, Move::Stay, Standing::Ready},
    Rule{Standing::Held, LineEvent::Override, Move::Advance, Standing::Ready},
    Rule{Standing::Held, LineEvent::Cancel, Move::Cancel, Standing::Ended},
    Rule{Standing::Held, LineEvent::SendBack, Move::SendBack, Standing::Ended},
};

Standing endedAt(Stage stage, Standing standing) { return stage == Stage::Released ? Standing::Ended : standing; }

/// A blank is at stake only from preparation on; a refusal before that is a hold for a person to look at.
bool blankAtStake(Stage stage) { return stage != Stage::Received && stage != Stage::Cleared; }

}  // namespace

std::string_view nameOf(Stage stage) { return nameIn(kStages, stage); }
std::string_view nameOf(Standing standing) { return nameIn(kStandings, standing); }
std::string_view nameOf(Step step) { return nameIn(kSteps, step); }
std::string_view nameOf(LineEvent event) { return nameIn(kEvents, event); }
std::optional<Stage> stageNamed(std::string_view name) { return valueIn(kStages, name); }
std::optional<Standing> standingNamed(std::string_view name) { return valueIn(kStandings, name); }

std::optional<LineEvent> verdictNamed(std::string_view name) {
    const auto event = valueIn(kEvents, name);
    const bool verdict =
        event == LineEvent::FoundDone || event == LineEvent::FoundUntouched || event == LineEvent::FoundSpoiled;
    return verdict ? event : std::nullopt;
}

const std::vector<Stage>& allStages() {
    static const auto values = valuesOf(kStages);
    return values;
}
const std::vector<Standing>& allStandings() {
    static const auto values = valuesOf(kStandings);
    return values;
}
const std::vector<LineEvent>& allLineEvents() {
    static const auto values = valuesOf(kEvents);
    return values;
}

const std::vector<Route>& allRoutes() {
    static const std::vector<Route> all{Route::PageOnly, Route::PageFirst, Route::ChipFirst};
    return all;
}

bool hasChip(Route route) { return route != Route::PageOnly; }

std::optional<Step> stepAfter(Stage stage, Route route) {
    switch (stage) {
        case Stage::Received: return Step::Clear;
        case Stage::Cleared: return Step::Prepare;
        case Stage::Prepared: return route == Route::ChipFirst ? Step::Encode : Step::Print;
        case Stage::Printed: return route == Route::PageFirst ? Step::Encode : Step::Inspect;
        case Stage::Encoded:
            if (!hasChip(route)) return std::nullopt;
            return route == Route::ChipFirst ? Step::Print : Step::Inspect;
        case Stage::Inspected: return Step::Release;
        case Stage::Released:
        case Stage::Cancelled:
        case Stage::SentBack: return std::nullopt;
    }
    return std::nullopt;
}

Stage stageReachedBy(Step step) {
    switch (step) {
        case Step::Clear: return Stage::Cleared;
        case Step::Prepare: return Stage::Prepared;
        case Step::Print: return Stage::Printed;
        case Step::Encode: return Stage::Encoded;
        case Step::Inspect: return Stage::Inspected;
        case Step::Release: return Stage::Released;
    }
    return Stage::Cancelled;
}

bool isPhysical(Step step) { return step == Step::Print || step == Step::Encode; }

bool isAtTheBlank(Stage stage, Step step) {
    return step == Step::Prepare || step == Step::Print || stage == Stage::Prepared;
}

std::optional<Position> positionAfter(Position position, LineEvent event, Route route) {
    const auto rule = std::find_if(kRules.begin(), kRules.end(), [&](const Rule& candidate) {
        return candidate.standing == position.standing && candidate.event == event;
    });
    const auto step = stepAfter(position.stage, route);
    if (rule == kRules.end() || !step) return std::nullopt;
    if (position.standing == Standing::Acting || position.standing == Standing::InDoubt || event == LineEvent::Begin) {
        if (!isPhysical(*step)) return std::nullopt;
    } else if (event == LineEvent::Finish && isPhysical(*step)) {
        return std::nullopt;  // no physical act ends that was not announced
    }
    if (event == LineEvent::Override && step != Step::Inspect) return std::nullopt;
    switch (rule->move) {
        case Move::Stay: return Position{position.stage, rule->next};
        case Move::Advance: return Position{stageReachedBy(*step), endedAt(stageReachedBy(*step), rule->next)};
        case Move::StartAgain:
            if (!blankAtStake(position.stage)) return Position{position.stage, Standing::Held};
            return Position{Stage::Cleared, rule->next};
        case Move::Cancel: return Position{Stage::Cancelled, rule->next};
        case Move::SendBack: return Position{Stage::SentBack, rule->next};
    }
    return std::nullopt;
}

}  // namespace issuance
