// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "base/xml.hpp"
#include "issuance/document/document_kind.hpp"

namespace issuance {

/// The kinds of document that the house issues. Adding a kind is adding a file.
class Catalogue {
   public:
    /// Reads every .xml of the folder against templates/schemas/document-kind.xsd. Refuses with every fault of every
    /// file at once; where = "file.xml line N". Codes: those of base/xml, "kind.duplicate", "kind.wrong-code",
    /// "kind.wrong-rule", "kind.none".
    static base::Result<Catalogue> load(const std::filesystem::path& folder, const base::xml::Schema& schema);

    /// nullptr where there is no such kind.
    [[nodiscard]] const DocumentKind* find(const KindId& id) const;
    [[nodiscard]] const std::vector<DocumentKind>& kinds() const { return m_kinds; }

   private:
    std::vector<DocumentKind> m_kinds;
};

}  // namespace issuance
