// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "contract/content_check.hpp"
#include "records/author.hpp"

namespace issuance {

/// Files on their way into the house, each named by its SHA-256; each person sees their own only. They are no records:
/// what is made of them is, and what nobody asked for in a day is removed.
class Uploads {
   public:
    /// What one person may have here at a time.
    static constexpr std::int64_t kMostOfPerson = 4 * contract::kLargestContent;

    Uploads(std::filesystem::path folder, records::OperatorId person)
        : m_folder(std::move(folder)), m_person(std::move(person)) {}

    /// Puts a part at its offset and says how many octets are there from the beginning on; what was whole before stays
    /// as it is. Refuses what contract::checkPart does, "office.upload-gap" (the part begins after the end),
    /// "office.uploads-full", "office.upload-mismatch" (the whole is not what its name says,
    /// and is gone). Throws "file.not-written".
    [[nodiscard]] base::Result<std::int64_t> add(const contract::ContentPart& part) const;
    /// A file that is whole. Refuses "office.upload-unknown".
    [[nodiscard]] base::Result<std::filesystem::path> fileOf(const std::string& sha256) const;

   private:
    [[nodiscard]] std::filesystem::path whole(const std::string& sha256) const;
    [[nodiscard]] base::Result<std::int64_t> grow(const contract::ContentPart& part) const;
    [[nodiscard]] base::Outcome makeRoomFor(const contract::ContentPart& part) const;

    std::filesystem::path m_folder;
    records::OperatorId m_person;
};

}  // namespace issuance
