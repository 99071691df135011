// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "base/failure.hpp"
#include "base/result.hpp"

namespace contract {

enum class Language { Spanish, English };

/// The sentences for faults and failures, in the user's language, from `templates/messages`.
class Messages {
   public:
    /// Reads every catalogue file of the folder. Throws where one is broken: they are part of the program.
    static Messages load(const std::filesystem::path& folder, Language language);

    /// "línea 12: El valor de «sex» no tiene la forma esperada."
    [[nodiscard]] std::string sentenceOf(const base::Fault& fault) const;
    /// What broke and what to do now.
    [[nodiscard]] std::string sentenceOf(const base::Failure& failure) const;
    [[nodiscard]] Language language() const { return m_language; }

   private:
    [[nodiscard]] std::string templateOf(const base::FailureCode& code) const;
    std::map<std::string, std::string> m_sentences;
    Language m_language = Language::Spanish;
};

}  // namespace contract
