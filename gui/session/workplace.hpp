// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>

#include "base/clock.hpp"
#include "contract/names.hpp"
#include "contract/wording.hpp"
#include "gui/session/session.hpp"
#include "gui/widgets/sound_cues.hpp"

namespace gui {

/// The machines at this workstation, as `line.run` names them.
struct Machines {
    std::string printer = "folder";
    std::string reader = "simulated";
    std::string camera = "none";
    std::filesystem::path home;  ///< the institution's, or what the workstation keeps for itself
    bool lent = false;           ///< to an office behind a door
};

/// What all pages of the window share.
struct Workplace {
    OfficeLink& link;
    Session& session;
    const contract::Wording& wording;
    const contract::Names& names;
    SoundCues& sounds;
    Machines machines = {};
    /// When the certificate ends that lets the workstation in at the door; nothing where it needs none.
    std::optional<base::Timestamp> passEnds = {};

    /// Asks as whoever is logged in.
    template <contract::Request R>
    void ask(QObject* asker, const R& request, OfficeLink::OnAnswer<R> answered, OfficeLink::OnTrouble troubled) const {
        link.ask(asker, session.credentials(), request, std::move(answered), std::move(troubled));
    }
};

}  // namespace gui
