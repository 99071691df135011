// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "issuance/line/devices.hpp"
#include "issuance/line/station_link.hpp"

namespace issuance {

/// The chip profile of a blank; empty for none. Tells a station which product its simulated chips are.
using ProductOf = std::function<std::string(const std::string& blank)>;

/// Whether a station is believed when it shows the finished page. It is in training, where pages lie in a folder;
/// elsewhere whoever holds the workstation could show a page that was never printed: what its camera says of a page
/// counts, but for the person who made the document another has to look at the paper.
enum class PagesOfStation { Believed, Doubted };

/// The machines at the other end of a link, as a line drives its own. Where the station is lost: a chip or a reader
/// throws "reader.station-lost", a page that the station may have begun is in doubt.
std::unique_ptr<Devices> openStationDevices(StationLink& link, ProductOf productOf, PagesOfStation pages);

/// "completed", "refused", "aborted", "in_doubt".
std::string_view nameOf(printing::PrintOutcome::End end);
/// Whatever nobody knows is in doubt.
printing::PrintOutcome::End printEndNamed(std::string_view name);

}  // namespace issuance
