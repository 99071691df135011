// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/session/workplace.hpp"
#include "issuance/office/local_office_factory.hpp"

namespace gui {

/// Asks a judgement, which needs no institution and no session, of a reading room in this process.
template <contract::Request R>
void judge(const Workplace& place, QObject* asker, const R& request, OfficeLink::OnAnswer<R> answered,
           OfficeLink::OnTrouble troubled) {
    auto answer = std::make_shared<typename R::Answer>();
    place.link.found(
        asker,
        [answer, request]() -> base::Outcome {
            auto told = issuance::openReadingRoom()->ask({}, request);
            if (!told) return told.refusal();
            *answer = std::move(*told);
            return {};
        },
        [answer, answered = std::move(answered)] { answered(*answer); }, std::move(troubled));
}

}  // namespace gui
