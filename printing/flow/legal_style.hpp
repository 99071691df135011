// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <regex>
#include <string>
#include <utility>
#include <vector>

#include "printing/flow/spanish_words.hpp"

namespace printing {

/// How legal texts write what ICU writes otherwise, and the names of currencies: data, templates/estilo-legal.xml.
class LegalStyle {
   public:
    /// Throws where the file, part of the installation, is broken.
    static LegalStyle load(const std::filesystem::path& file);

    /// "un mil doscientos".
    [[nodiscard]] std::string numberInWords(std::int64_t number, Agreement agreement = Agreement::Number) const;
    /// Of "GTQ 1234.50": "un mil doscientos treinta y cuatro quetzales con cincuenta centavos".
    [[nodiscard]] std::string amountInWords(const std::string& amount) const;
    /// "Q 1,234.50".
    [[nodiscard]] std::string amountInFigures(const std::string& amount) const;
    [[nodiscard]] bool knowsCurrency(const std::string& code) const { return m_currencies.count(code) > 0; }

   private:
    struct Currency {
        std::string sign, one, many, cent, cents;
    };
    std::vector<std::pair<std::regex, std::string>> m_changes = {};
    std::map<std::string, Currency> m_currencies = {};
    std::string m_exactlyOne, m_exactly;
};

}  // namespace printing
