// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "issuance/confidential/need_to_know.hpp"
#include "issuance/confidential/subject_key.hpp"
#include "records/author.hpp"
#include "records/database/database.hpp"
#include "signing/keys/key_store.hpp"

namespace issuance {

/// A version of the key that wraps the keys of subjects.
struct ConfidentialVersion {
    std::int64_t version = 0;
    std::string keyId;
    std::string madeAt;
    std::string madeBy;
    std::string destroyedAt;    ///< empty while it is in the key store
    std::int64_t subjects = 0;  ///< whose keys it wraps
};

/// Keys of those whom the law has kept confidential: each subject has a key of its own, wrapped by the newest version
/// of a key that never leaves the key store. So a new version reaches everybody by wrapping small keys anew, and what
/// they sealed stays as it is (docs/formats/confidential.md). Safe to use from several threads and programs.
class ConfidentialKeys {
   public:
    ConfidentialKeys(signing::KeyStore& keys, const base::Clock& clock) : m_keys(keys), m_clock(clock) {}

    /// The key of a subject that has none yet; makes the first version where there is none.
    [[nodiscard]] SubjectKey begin(records::Transaction& transaction, const records::Author& author,
                                   const std::string& subject) const;
    /// The key of a subject, made where there is none.
    [[nodiscard]] SubjectKey take(records::Transaction& transaction, const records::Author& author,
                                  const std::string& subject) const;
    /// Nothing where the subject has no key: it is not confidential.
    [[nodiscard]] std::optional<SubjectKey> find(records::Connection& connection, const std::string& subject) const;
    /// Of a subject whose sealed fields are there; throws "confidential.damaged" where its key is not.
    [[nodiscard]] SubjectKey of(records::Connection& connection, const std::string& subject) const;

    /// The newest first.
    [[nodiscard]] std::vector<ConfidentialVersion> versions(records::Connection& connection) const;

    struct Rotated {
        std::int64_t version = 0;
        std::int64_t subjects = 0;  ///< whose keys were wrapped anew
        std::vector<std::int64_t> destroyed;
    };
    /// Makes a version, wraps every key by it, and makes an end of the versions before; a transaction a portion. Broken
    /// off anywhere, everything can be read, and the next one finishes what is left before it makes a version.
    /// `progress` is told how many are done.
    [[nodiscard]] Rotated rotate(records::Connection& connection, const records::Author& author,
                                 const std::function<void(std::int64_t)>& progress = {}) const;

   private:
    [[nodiscard]] std::optional<ConfidentialVersion> newest(records::Connection& connection) const;
    /// The caller has taken its turn.
    [[nodiscard]] ConfidentialVersion makeVersion(records::Transaction& transaction, const records::Author& author,
                                                  std::int64_t version) const;
    [[nodiscard]] std::int64_t wrapSomeAnew(records::Connection& connection, const ConfidentialVersion& by) const;
    [[nodiscard]] std::vector<ConfidentialVersion> endThoseBefore(records::Connection& connection,
                                                                  const records::Author& author,
                                                                  const ConfidentialVersion& last) const;
    void destroyEnded(records::Connection& connection) const;

    signing::KeyStore& m_keys;
    const base::Clock& m_clock;
};

/// The subject of an order and all that comes of it.
inline std::string subjectOfOrder(const std::string& order) { return "order/" + order; }
/// The subject of a request for a certificate and all that comes of it.
inline std::string subjectOfRequest(const std::string& request) { return "request/" + request; }

}  // namespace issuance
