// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "records/database/database.hpp"
#include "records/journal/stored_entry.hpp"

namespace records {

/// All strand heads at one moment. Signed, it fixes everything that the journal held by then; checkpoints are a chain
/// of their own.
struct Checkpoint {
    std::int64_t number = 0;  ///< from 1
    base::Timestamp time;
    std::string keyId;     ///< of the key that signs
    base::Bytes previous;  ///< SHA-256 of the content of the checkpoint before; zeros for the first
    std::vector<StrandHead> heads;
};

/// The octets that are signed (docs/formats/journal.md).
base::Bytes contentOf(const Checkpoint& checkpoint);
/// Refuses "records.checkpoint-malformed".
base::Result<Checkpoint> readCheckpoint(base::BytesView content);

using SignContent = std::function<base::Bytes(base::BytesView content)>;
/// Whether the signature over the content was made by the key of that name.
using VerifySignature =
    std::function<bool(const std::string& keyId, base::BytesView content, base::BytesView signature)>;

/// Signs what the journal holds now, without making its writers wait. Of two checkpoints written at once the second
/// fails with "records.unique".
Checkpoint writeCheckpoint(Transaction& transaction, const base::Clock& clock, const SignContent& sign,
                           const std::string& keyId);

}  // namespace records
