// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/personalization/key_check.hpp"

namespace issuance {

/// A key as two people bring it: what each of them typed, and what the key's maker says of it.
struct KeyComponents {
    const base::SecretBytes& first;  ///< hexadecimal digits, blanks between them
    const base::SecretBytes& second;
    const std::vector<std::string>& checkValues;  ///< of the whole key; empty where the maker says nothing
};

/// The key, and what tells it and its components from others.
struct CombinedKey {
    base::SecretBytes key;
    std::vector<std::string> checkValues, firstChecks, secondChecks;
};

/// The exclusive or of both components. Refuses, for both people at once, "transport-key.not-hexadecimal" and
/// "transport-key.wrong-length" (where "first person", "second person"); "transport-key.components-weak" where one
/// component alone tells the key, because the other is zero, or the key is; "transport-key.check-differs".
base::Result<CombinedKey> combine(const chip::TransportKeyKind& kind, const KeyComponents& components);

}  // namespace issuance
