// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "contract/act.hpp"

namespace service {

/// Where a door is, and as which workstation to knock. Files are PEM.
struct RemoteSettings {
    std::string url;  ///< https://HOST[:PORT], or those of several instances with commas between them
    std::filesystem::path certificate;
    std::filesystem::path key;    ///< may be the same file
    std::filesystem::path house;  ///< roots that certify the service
};

/// The contract over the wire; from then on this process ignores SIGPIPE. Connections are kept, one for each thread
/// that asks at a time. Where an instance does not answer, the next one is asked the same, under the same id, and is
/// asked first from then on. Throws "service.bad-address", and when asking: "service.unreachable", and whatever broke
/// behind the door.
std::unique_ptr<contract::Office> openRemoteOffice(const RemoteSettings& settings);

}  // namespace service
