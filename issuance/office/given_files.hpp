// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "contract/act.hpp"
#include "contract/acts_of_line.hpp"

namespace issuance {

/// Large files of answers that crossed a wire, named in place of their octets: kept in the home for the session to
/// which they were named, where every process over the home finds them, and removed after an hour. They lie sealed by a
/// key that is made of the session's token, which is kept nowhere: whoever has the folder has nothing.
class GivenFiles {
   public:
    /// What is larger is not put into an answer.
    static constexpr std::size_t kLargestInAnswer = std::size_t{1} << 20;

    explicit GivenFiles(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    /// Keeps those of the files that are large, and leaves their names in the place of their octets.
    void setAside(const std::string& session, contract::FilesGiven& answer) const;
    /// Refuses "office.content-unknown", also for what was named to another session.
    [[nodiscard]] base::Outcome give(const std::string& session, const std::string& sha256,
                                     const contract::TakeOctets& take) const;

   private:
    void removeOld() const;
    [[nodiscard]] std::filesystem::path folderOf(const std::string& session) const;

    std::filesystem::path m_folder;
};

}  // namespace issuance
