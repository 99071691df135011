// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/bytes.hpp"
#include "records/author.hpp"

namespace issuance {

/// Files on their way into the house, part by part; each person sees their own only. They are no records: what is made
/// of them is, and what nobody asked for in a day is removed.
class Uploads {
   public:
    static constexpr std::int64_t kLargest = std::int64_t{512} * 1024 * 1024;

    struct Grown {
        std::string upload;
        std::int64_t size = 0;
    };

    Uploads(std::filesystem::path folder, records::OperatorId person)
        : m_folder(std::move(folder)), m_person(std::move(person)) {}

    /// Puts a part at its offset; without an upload begins one. Refuses "office.upload-unknown",
    /// "office.upload-gap" (the part begins after the end), "office.upload-too-large". Throws "file.not-written".
    [[nodiscard]] base::Result<Grown> add(const std::optional<std::string>& upload, std::int64_t offset,
                                          base::BytesView content) const;
    /// Refuses "office.upload-unknown".
    [[nodiscard]] base::Result<std::filesystem::path> fileOf(const std::string& upload) const;

   private:
    [[nodiscard]] std::string begin() const;
    void removeOld() const;

    std::filesystem::path m_folder;
    records::OperatorId m_person;
};

}  // namespace issuance
