// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <mutex>

#include "contract/acts_of_stations.hpp"

namespace issuance {

/// What a station printed and its house may not have heard of: files of the station's own disk, a page each, which say
/// how it ended and bear the act that the house sealed. Several programs of one workstation may use it at a time.
class KeptPrints {
   public:
    explicit KeptPrints(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    /// Durable when it returns, in the place of what this program kept last. Throws "file.not-written".
    void keep(const contract::StationReport& print);
    /// What this program kept last is in the books.
    void drop();
    /// Tells the house of all that is kept here, also by earlier programs, and drops what it has heard. False where it
    /// does not answer.
    bool report(contract::Office& office, const contract::Credentials& credentials);

   private:
    void dropLast();

    const std::filesystem::path m_folder;
    std::mutex m_mutex;
    std::filesystem::path m_last;  ///< empty for none
};

}  // namespace issuance
