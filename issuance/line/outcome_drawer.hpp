// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "issuance/line/task_queue.hpp"
#include "signing/keys/key_store.hpp"

namespace issuance {

/// Where a station lays down how its physical acts ended while the books are away: files on its own disk, sealed under
/// the house's wrapping key, so that what a machine did is known even if the program ends before it could report it.
/// Several programs of one home may use it at a time.
class OutcomeDrawer {
   public:
    /// A kept outcome, and the file that it stands in.
    struct Kept {
        ActOutcome outcome;
        std::filesystem::path file;
    };

    OutcomeDrawer(std::filesystem::path folder, const signing::KeyStore& keys, signing::KeyId wrappingKey)
        : m_folder(std::move(folder)), m_keys(keys), m_wrappingKey(std::move(wrappingKey)) {}

    /// Durable when it returns. Throws "file.not-written".
    Kept keep(const ActOutcome& outcome) const;
    /// What a workstation did and has not reported. A file that cannot be read is left, and told in the log.
    [[nodiscard]] std::vector<Kept> keptBy(const records::WorkstationId& workstation) const;
    /// Once it is in the books, or can be no more.
    static void drop(const Kept& kept);

    /// For whoever keeps it elsewhere, and can neither read nor make one.
    [[nodiscard]] base::Bytes seal(const ActOutcome& outcome) const;
    /// Refuses what this house did not seal.
    [[nodiscard]] base::Result<ActOutcome> unseal(base::BytesView sealed) const;

   private:
    std::filesystem::path m_folder;
    const signing::KeyStore& m_keys;
    signing::KeyId m_wrappingKey;
};

}  // namespace issuance
