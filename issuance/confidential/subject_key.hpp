// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/secret_bytes.hpp"

namespace issuance {

/// Whether a column holds what a SubjectKey sealed. Nothing else that is kept begins so: pictures, EFs, PDFs and JSON
/// have beginnings of their own.
[[nodiscard]] bool isSealed(base::BytesView kept);
[[nodiscard]] bool isSealed(std::string_view kept);

/// The key of one confidential subject. What it seals is bound to its place in the books ("production_order.content
/// 2026-000001"): moved to another row or column, it opens no more. AES-256-GCM (signing/keys/sealing.hpp).
class SubjectKey {
   public:
    /// How many octets more than what it seals: the mark, nonce and tag.
    static constexpr std::size_t kAdded = 7 + 12 + 16;

    explicit SubjectKey(base::SecretBytes key) : m_key(std::move(key)) {}
    /// A new one, of 32 random octets.
    static SubjectKey make();

    [[nodiscard]] base::Bytes seal(base::BytesView plain, std::string_view place) const;
    /// For columns of text: in base64.
    [[nodiscard]] std::string sealText(std::string_view plain, std::string_view place) const;
    /// What is not sealed is given back as it is. Throws "confidential.damaged".
    [[nodiscard]] base::Bytes open(base::BytesView kept, std::string_view place) const;
    [[nodiscard]] std::string openText(std::string_view kept, std::string_view place) const;

    /// What stands in an index for a number: always the same, and nobody without the key can tell of which.
    [[nodiscard]] std::int64_t blind(std::int64_t number) const;

    [[nodiscard]] const base::SecretBytes& secret() const { return m_key; }

   private:
    [[nodiscard]] base::SecretBytes opened(base::BytesView sealed, std::string_view place) const;
    base::SecretBytes m_key;
};

}  // namespace issuance
