// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "base/result.hpp"

namespace service {

/// What the file of troquel-verify says (templates/service/troquel-verify.xml explains each part).
struct PageSettings {
    std::string address = "127.0.0.1";
    int port = 0;                       ///< 0: one that is free
    std::filesystem::path certificate;  ///< PEM; empty: plain HTTP, on this machine only
    std::filesystem::path key;
    bool behindProxy = false;     ///< the last address of X-Forwarded-For is the visitor's
    std::string database;         ///< as records::Database::open takes it
    std::filesystem::path trust;  ///< folder of published certificates and revocation lists
    std::string authority;        ///< as the page names it
    std::size_t connections = 32;
    std::size_t checks = 2;                   ///< documents that are read at a time
    std::size_t largestDocument = 16U << 20;  ///< octets
    int questionsPerMinute = 30;              ///< of one address
    int documentsPerMinute = 6;               ///< of one address
};

/// Refuses every fault of the file at once: what its schema says, "service.file-missing", and
/// "page.plain-beyond-machine" where others would be answered without TLS.
base::Result<PageSettings> readPageSettings(const std::filesystem::path& file, const std::filesystem::path& templates);

}  // namespace service
