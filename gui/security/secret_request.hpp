// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/session/consent.hpp"

namespace gui {

/// As `askConsented`, for acts that carry a secret, which is never copied: `make` makes the request where it is asked.
template <contract::Request R>
void askWithSecret(const Workplace& place, QWidget* over, ConsentWords words, std::function<R()> make,
                   OfficeLink::OnAnswer<R> answered) {
    Consent begun;
    if (place.session.may<R>()) begun.first = place.session.shared();
    new ConsentSheet{place, over, std::move(words), std::move(begun),
                     [&place, over, make, answered](const Consent& consent, const ConsentSheet::Ends& ends) {
                         auto answer = std::make_shared<typename R::Answer>();
                         const auto credentials = consent.credentials();
                         place.link.conduct(
                             over, credentials.session,
                             [answer, make, credentials](contract::Office& office) -> base::Outcome {
                                 auto asked = office.ask(credentials, make());
                                 if (!asked) return asked.refusal();
                                 *answer = std::move(asked).value();
                                 return {};
                             },
                             [answer, answered, ends] {
                                 ends.done();
                                 answered(*answer);
                             },
                             ends.troubled);
                     }};
}

}  // namespace gui
