// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>

#include "base/result.hpp"
#include "service/door.hpp"

namespace service {

/// What the file of troqueld says (templates/service/troqueld.xml explains each part).
struct ServiceSettings {
    std::filesystem::path home;
    std::filesystem::path passphraseFile;  ///< empty: none
    DoorSettings door;
    struct ObservationAddress {
        std::string address;
        int port = 0;
    };
    std::optional<ObservationAddress> observation = {};  ///< none: nobody observes
    std::chrono::seconds drain{0};  ///< how long acts are still taken after `/ready` said that it ends
};

/// Refuses every fault of the file at once: what its schema says, "service.file-missing" for files that are not there,
/// and "service.not-certified" where the home has no certificate for the service yet.
base::Result<ServiceSettings> readServiceSettings(const std::filesystem::path& file,
                                                  const std::filesystem::path& templates);

}  // namespace service
