// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tuple>

#include "contract/act.hpp"

namespace contract {

/// What changed since a position. `position` is to be given with the next question, as it is.
struct ChangesSeen {
    std::string position;
    std::vector<std::string> changed;  ///< topics; none where nothing changed in the time
    static constexpr std::array kFields{field<&ChangesSeen::position>("position"),
                                        field<&ChangesSeen::changed>("changed")};
};

/// Waits until something changed in what the caller may look at, so that nobody has to ask for it again and again.
/// Without a position it is answered at once, with where the books stand. A topic that changed may be looked at anew;
/// what changed in it is not said. Whoever asks after long is told of every topic.
/// Topics: "stock", "counts", "cases", "destruction", "papers", "line", "documents", "certificates", "registers",
/// "keys", "people", "sites"; none given: all that the caller may look at.
struct ChangeWait {
    static constexpr Declaration kAct{"change.wait", "", Effect::Watches};
    using Answer = ChangesSeen;
    std::optional<std::string> position = {};
    std::vector<std::string> topics = {};
    std::optional<std::int64_t> within = {};  ///< milliseconds, at most 30 000; 20 000 where it is absent
    static constexpr std::array kFields{field<&ChangeWait::position>("position"), field<&ChangeWait::topics>("topics"),
                                        field<&ChangeWait::within>("within")};
};

using ChangeActs = std::tuple<ChangeWait>;

}  // namespace contract
