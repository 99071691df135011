// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>

#include "chip/access/mrz_key.hpp"
#include "chip/lds/active_authentication_key.hpp"
#include "chip/lds/files.hpp"

namespace chip {

/// Everything one chip is given. Move-only: it holds secrets.
struct ChipContent {
    std::map<lds::File, base::Bytes> files = {};  ///< complete contents, EF.SOD among them
    MrzKey mrz = {};
    std::optional<base::SecretBytes> cardAccessNumber = {};  ///< digits, for PACE
    std::optional<lds::ActiveAuthenticationKey> activeAuthentication = {};
    /// The chip's only key for chip authentication, as the ICAO applet's PUT DATA 63 takes it; empty without one.
    base::SecretBytes chipAuthentication = {};
};

}  // namespace chip
