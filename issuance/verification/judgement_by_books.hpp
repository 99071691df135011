// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "base/bytes.hpp"
#include "contract/judgements.hpp"

namespace issuance {

/// How an act stands in the books.
struct IssuedAct {
    bool annulled = false;
    std::string since;   ///< of its end, as the books have it
    std::string reason;  ///< of its end
    std::optional<base::Bytes> essentialHash = {};
};

/// The books of the house, asked by number.
class IssuedActs {
   public:
    virtual ~IssuedActs() = default;
    /// Nothing for a number that was never given.
    [[nodiscard]] virtual std::optional<IssuedAct> find(const std::string& number) const = 0;
    /// Whether a file is one that the house wrote under the number, perhaps with something behind it.
    [[nodiscard]] virtual bool wrote(const std::string& number, base::BytesView file) const = 0;
};

/// What the books say of a file that was verified. They only take away: nobody is authentic because of them. Where
/// there are none, it stays open whether the act was annulled.
void judgeByBooks(contract::FileVerified& said, base::BytesView file, const IssuedActs* books);

}  // namespace issuance
