// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "base/bytes.hpp"

namespace records {

/// Files named by the SHA-256 of what they hold, so that none is ever changed and the same one is kept once: portraits,
/// order files, uploads. `folder/ab/abcdef…`.
class ContentStore {
   public:
    static constexpr std::size_t kDefaultLimit = std::size_t{64} * 1024 * 1024;

    /// `limit` is the most octets of one file. Throws "file.not-written" where the folder cannot be made.
    explicit ContentStore(std::filesystem::path folder, std::size_t limit = kDefaultLimit);

    /// Keeps the content durably and gives its name, 64 hexadecimal digits. Refuses "records.content-too-large".
    base::Result<std::string> put(base::BytesView content) const;
    /// Keeps a file durably, of any size and without holding it in memory, and gives its name. Throws
    /// "file.not-written" where it cannot be read or kept.
    [[nodiscard]] std::string putFile(const std::filesystem::path& file) const;
    /// Refuses "records.content-missing", also for what is no name, and "records.content-too-large" for what `putFile`
    /// kept beyond the limit; throws "records.content-damaged" where the file no longer is what its name says.
    [[nodiscard]] base::Result<base::Bytes> get(const std::string& name) const;

    /// Whether a text can be the name of a content: 64 hexadecimal digits in small letters.
    [[nodiscard]] static bool isName(const std::string& text);

    /// Where a content lies, for reading part by part what `putFile` kept; nothing is checked.
    [[nodiscard]] std::filesystem::path fileOf(const std::string& name) const;

   private:
    /// Removes what a copy left that was killed long ago.
    void forgetAbandoned() const;

    std::filesystem::path m_folder;
    std::size_t m_limit;
};

}  // namespace records
