// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_line.hpp"

/// A line whose machines stand elsewhere: the house conducts, and asks the station's program to have each thing done.
namespace contract {

/// One thing that a line asks of the machines at a station. `what`: "print" (`content` is the page, `job` its name),
/// "bring" (the blank before the reader), "card" (which chip answers there, of the chip profile `product` where it is
/// simulated), "reset", "transmit" (`content` is the command APDU), "look" (has the finished page of `job` scanned
/// where a camera looks at it), "page" (shows it), "wear_out".
struct StationWish {
    std::int64_t turn = 0;  ///< numbers the wishes of one line
    std::string what;
    std::string blank = {};
    std::string job = {};
    std::string product = {};
    bool again = false;       ///< "bring": what was laid on did not fit
    std::int64_t within = 0;  ///< "transmit", "reset": milliseconds that the chip may take
    base::Bytes content = {};
    base::Bytes act = {};  ///< "print": the physical act that the page is of, sealed, for `station.report`
    static constexpr std::array kFields{
        field<&StationWish::turn>("turn"),       field<&StationWish::what>("what"),
        field<&StationWish::blank>("blank"),     field<&StationWish::job>("job"),
        field<&StationWish::product>("product"), field<&StationWish::again>("again"),
        field<&StationWish::within>("within"),   field<&StationWish::content>("content"),
        field<&StationWish::act>("act")};
};

/// The chip before a station's reader.
struct StationCard {
    std::string reader;
    std::int64_t largestCommandData = 0;
    std::int64_t largestResponseData = 0;
    base::Bytes answerToReset;
    static constexpr std::array kFields{field<&StationCard::reader>("reader"),
                                        field<&StationCard::largestCommandData>("largest_command_data"),
                                        field<&StationCard::largestResponseData>("largest_response_data"),
                                        field<&StationCard::answerToReset>("answer_to_reset")};
};

/// What came of a wish: `failure` where it broke, else what its kind brings.
struct StationOutcome {
    std::int64_t turn = 0;
    bool done = false;         ///< "bring": somebody laid it on; "look": the page can be seen; "page": it is shown
    base::Bytes content = {};  ///< the response APDU, the answer to reset, the page
    std::optional<StationCard> card = {};
    std::optional<std::string> end = {};  ///< of a print: "completed", "refused", "aborted", "in_doubt"
    std::optional<FaultLine> cause = {};  ///< of a print that did not complete
    std::optional<FailureLine> failure = {};
    static constexpr std::array kFields{
        field<&StationOutcome::turn>("turn"),       field<&StationOutcome::done>("done"),
        field<&StationOutcome::content>("content"), field<&StationOutcome::card>("card"),
        field<&StationOutcome::end>("end"),         field<&StationOutcome::cause>("cause"),
        field<&StationOutcome::failure>("failure")};
};

/// The next wish; none for now where there is none. `giveUp`: nobody waits any more for what the station is at.
/// `withdraw`: its line wants it ended. A page of which the station can tell later (`StationWish::act`) is ended by the
/// latter only.
struct StationTold {
    std::optional<StationWish> wish;
    bool giveUp = false;
    bool withdraw = false;
    static constexpr std::array kFields{field<&StationTold::wish>("wish"), field<&StationTold::giveUp>("give_up"),
                                        field<&StationTold::withdraw>("withdraw")};
};

/// What became of what a station kept: "recorded", "known" (it had been recorded), "too_late" (a person has looked at
/// the blank since, and their word stands).
struct StationReported {
    std::string became;
    static constexpr std::array kFields{field<&StationReported::became>("became")};
};

/// Reports how a page ended that a station had printed when the service went, and that no line has heard of. `act` and
/// `end` are the wish's and its outcome's.
struct StationReport {
    static constexpr Declaration kAct{"station.report", "line.run", Effect::Changes};
    using Answer = StationReported;
    base::Bytes act;
    std::string end;
    std::string cause = {};  ///< a failure code, where it did not complete
    static constexpr std::array kFields{field<&StationReport::act>("act"), field<&StationReport::end>("end"),
                                        field<&StationReport::cause>("cause")};
};

/// The station that a running line (`line.run`, `line.doubt`) names: brings what came of the last wish, and waits a
/// while for the next; `busy` says only that it is still at the last one, and does not wait. Wishes go to the person
/// and the workstation that asked for the line, and to nobody else. What the line asks before the last outcome came is
/// told again.
struct StationServe {
    static constexpr Declaration kAct{"station.serve", "chip.read", Effect::Waits};
    using Answer = StationTold;
    std::string station;
    std::optional<StationOutcome> outcome = {};
    bool busy = false;
    static constexpr std::array kFields{field<&StationServe::station>("station"),
                                        field<&StationServe::outcome>("outcome"), field<&StationServe::busy>("busy")};
};

using StationActs = std::tuple<StationServe, StationReport>;

}  // namespace contract
