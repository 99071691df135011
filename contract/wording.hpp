// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "contract/messages.hpp"

namespace contract {

/// How a face says what the house answers: codes in words of the trade, faults and failures in sentences.
class Wording {
   public:
    /// From the folder `messages` of the program's templates.
    Wording(const std::filesystem::path& templates, Language language);

    /// The word for a code of the contract.
    [[nodiscard]] std::string word(std::string_view code) const;
    /// The sentence for a fault, its codes in words.
    [[nodiscard]] std::string sentence(base::Fault fault) const;
    /// What broke and what to do now.
    [[nodiscard]] std::string sentence(const base::Failure& failure) const { return m_messages.sentenceOf(failure); }
    /// What a reason made of codes says, each with the field and what was measured against what limit where it has them
    /// ("code (field: 0.30/0.75), code"), as sentences; words of a person, and codes whose sentence wants more than the
    /// reason tells, stay as they are.
    [[nodiscard]] std::vector<std::string> reasons(const std::string& said) const;
    [[nodiscard]] Language language() const { return m_messages.language(); }
    [[nodiscard]] const Messages& messages() const { return m_messages; }

   private:
    Messages m_messages;
};

}  // namespace contract
