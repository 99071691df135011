// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/session/consent.hpp"

namespace gui {

/// How an act that was asked ended; `waits` where it is not asked before a second person consented.
struct ActEnds {
    std::function<void()> waits;
    OfficeLink::OnTrouble troubled;
};

/// Asks an act with as many people as it wants. Where the office decides how many, the second one is asked for only
/// when the office wants them.
template <contract::Request R>
void perform(const Workplace& place, QWidget* over, const ConsentWords& words, const R& request,
             OfficeLink::OnAnswer<R> answered, const ActEnds& ends) {
    using namespace base::literals;
    if constexpr (R::kAct.people == contract::People::Two) {
        ends.waits();
        askConsented(place, over, words, request, std::move(answered));
    } else {
        place.ask(over, request, answered, [=, &place](const Trouble& trouble) {
            if (R::kAct.people == contract::People::OneOrTwo && trouble.has("people.second-person-missing"_code)) {
                ends.waits();
                return askConsented(place, over, words, request, answered);
            }
            ends.troubled(trouble);
        });
    }
}

}  // namespace gui
