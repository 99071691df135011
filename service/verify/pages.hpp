// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "contract/judgements.hpp"
#include "issuance/verification/published_books.hpp"
#include "service/verify/page_templates.hpp"

namespace service {

/// What the public page says, as HTML in Spanish or English.
class Pages {
   public:
    /// `templates` is the folder of all templates; `largest` a document's octets. Throws where a template is broken.
    Pages(const std::filesystem::path& templates, std::string authority, std::size_t largest);

    using Language = contract::Language;
    [[nodiscard]] std::string start(Language language) const;
    /// `typed` stands in the form again, where it could be a code.
    [[nodiscard]] std::string certificate(Language language, const std::string& typed,
                                          const std::optional<issuance::PublishedCertificate>& found) const;
    [[nodiscard]] std::string document(Language language, const contract::FileVerified& said) const;
    [[nodiscard]] std::string failure(Language language, const base::Fault& fault) const;

    /// The title of a type of certificate as documents have it; its code where nobody knows it.
    [[nodiscard]] std::string titleOf(const std::string& type) const;
    [[nodiscard]] const std::string& authority() const { return m_authority; }

   private:
    using Values = PageTemplates::Values;
    [[nodiscard]] std::string page(Language language, const std::string& title, const std::string& main) const;
    [[nodiscard]] std::string forms(Language language, const std::string& typed = {}) const;
    [[nodiscard]] std::string fact(Language language, const std::string& name, const std::string& value,
                                   const std::string& attribute = {}) const;
    [[nodiscard]] std::string factsOf(Language language, const issuance::PublishedCertificate& found) const;
    [[nodiscard]] std::string verdict(Language language, const std::string& words, const std::string& tone,
                                      Values values) const;
    [[nodiscard]] std::string section(Language language, const std::string& id, const std::string& content) const;
    [[nodiscard]] std::string reasonsIn(Language language, const contract::FileVerified& said) const;
    [[nodiscard]] std::string signaturesIn(Language language, const contract::FileVerified& said) const;
    [[nodiscard]] std::string readable(Language language, const contract::VerifiedValue& value) const;
    [[nodiscard]] std::string sealIn(Language language, const contract::FileVerified& said) const;
    [[nodiscard]] std::string sentenceOf(Language language, const contract::FaultLine& line) const;
    [[nodiscard]] const contract::Messages& messages(Language language) const {
        return m_messages.at(language == Language::English ? 1 : 0);
    }

    PageTemplates m_templates;
    std::array<contract::Messages, 2> m_messages;
    std::map<std::string, std::string> m_titles;
    std::string m_authority;
    std::size_t m_largest;
};

}  // namespace service
