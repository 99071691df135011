// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/personalization/dialect.hpp"

#include "base/failure.hpp"
#include "chip/personalization/file_system_dialect.hpp"
#include "chip/personalization/global_platform_dialect.hpp"
#include "chip/personalization/icao_applet_dialect.hpp"

namespace chip {

using namespace base::literals;

base::Result<std::unique_ptr<WritingChannel>> Dialect::open(Card& card, const TransportKeys& /*none is shown*/) const {
    return std::make_unique<WritingChannel>(card);
}

std::unique_ptr<Dialect> dialectOf(const ChipProfile& profile, std::size_t chunk) {
    if (profile.dialect == "icao-applet") return std::make_unique<IcaoAppletDialect>(profile, chunk);
    if (profile.dialect == "iso-7816-9" && profile.fileSystem)
        return std::make_unique<FileSystemDialect>(profile, chunk);
    if (profile.dialect == "globalplatform" && profile.globalPlatform)
        return std::make_unique<GlobalPlatformDialect>(profile, chunk);
    throw base::Failure{"personalization.no-dialect"_code, base::NextStep::CallSupervisor, profile.name,
                        profile.dialect};
}

}  // namespace chip
