// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

#include "base/bytes.hpp"
#include "issuance/line/fed_reader.hpp"

namespace issuance {

/// A scanner or camera whose program leaves a picture of each finished page in a folder, as "<job>.png", "<job>.jpg" or
/// "<job>.jpeg"; the newest counts.
class PageCamera {
   public:
    /// `patience` is how long a person is waited for.
    PageCamera(std::filesystem::path folder, std::chrono::seconds patience, ReaderAsk ask)
        : m_folder(std::move(folder)), m_patience(patience), m_ask(std::move(ask)) {}

    /// Whether the page's picture lies there, whole: one that still grows is waited for. False where none came in time
    /// or `keepWaiting` said so.
    bool look(const std::string& jobName, const KeepWaiting& keepWaiting) const;
    /// The picture. One too large to be taken, or empty, is told as an octet that no decoder reads.
    [[nodiscard]] std::optional<base::Bytes> picture(const std::string& jobName) const;

   private:
    [[nodiscard]] std::optional<std::filesystem::path> fileOf(const std::string& jobName) const;

    std::filesystem::path m_folder;
    std::chrono::seconds m_patience;
    ReaderAsk m_ask;
};

}  // namespace issuance
