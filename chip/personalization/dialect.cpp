// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/personalization/dialect.hpp"

#include "base/failure.hpp"
#include "chip/personalization/icao_applet_dialect.hpp"

namespace chip {

using namespace base::literals;

std::unique_ptr<Dialect> dialectOf(const ChipProfile& profile, std::size_t chunk) {
    if (profile.dialect == "icao-applet") return std::make_unique<IcaoAppletDialect>(profile, chunk);
    throw base::Failure{"personalization.no-dialect"_code, base::NextStep::CallSupervisor, profile.name,
                        profile.dialect};
}

}  // namespace chip
