// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace issuance {

/// How far an order has come: the last stage that is done.
enum class Stage { Received, Cleared, Prepared, Printed, Encoded, Inspected, Released, Cancelled, SentBack };

/// What may be done with the order now. Claimed: a station works on it and nothing physical has begun. Acting: a
/// physical act has begun and its outcome is not written yet. InDoubt: only a person may go on.
enum class Standing { Ready, Claimed, Acting, InDoubt, Held, Ended };

/// The work that leads from one stage to the next.
enum class Step { Clear, Prepare, Print, Encode, Inspect, Release };

/// What can happen to an order.
enum class LineEvent {
    Claim,           ///< a station takes the next step
    Begin,           ///< a physical act begins: the intent is written
    Finish,          ///< the step is done
    Refuse,          ///< the step failed: the blank is spoiled and the order starts again with another
    Lapse,           ///< the station's lease ended without a word
    Doubt,           ///< the station itself does not know the outcome
    GiveBack,        ///< the station returns the step untouched
    FoundDone,       ///< a person says: the act was done
    FoundUntouched,  ///< a person says: nothing happened to the blank
    FoundSpoiled,    ///< a person says: the blank is spoiled
    Hold,            ///< nothing goes on until a person says so; the blank stays the order's
    ReleaseHold,
    Override,  ///< two people find good what inspection held for its looks
    Cancel,
    SendBack,  ///< the order cannot be made as it came: the capture station is to send another
};

std::string_view nameOf(Stage stage);
std::string_view nameOf(Standing standing);
std::string_view nameOf(Step step);
std::string_view nameOf(LineEvent event);
std::optional<Stage> stageNamed(std::string_view name);
std::optional<Standing> standingNamed(std::string_view name);
std::optional<LineEvent> verdictNamed(std::string_view name);

const std::vector<Stage>& allStages();
const std::vector<Standing>& allStandings();
const std::vector<LineEvent>& allLineEvents();

/// The way of an order between preparation and inspection: printed only, or printed and encoded, or encoded before it
/// is printed.
enum class Route { PageOnly, PageFirst, ChipFirst };

const std::vector<Route>& allRoutes();
bool hasChip(Route route);

/// The step that follows a stage; none once an order has ended, or at a stage that the route does not come to.
std::optional<Step> stepAfter(Stage stage, Route route);
/// The stage that a step leads to.
Stage stageReachedBy(Step step);
/// Steps that change a blank for good. Their outcome may stay unknown; all others can simply be done again.
bool isPhysical(Step step);

/// Whether the step is done where the order's blank is held: until something was made of it, and at the printer, which
/// takes whatever lies in it. The others are done by whoever has the book before them.
bool isAtTheBlank(Stage stage, Step step);

/// Where an order stands.
struct Position {
    Stage stage = Stage::Received;
    Standing standing = Standing::Ready;
    friend bool operator==(const Position&, const Position&) = default;
};

/// Where an event leads, by the one table of the line's lifecycle; nothing where the event may not happen there.
std::optional<Position> positionAfter(Position position, LineEvent event, Route route);

}  // namespace issuance
