// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "base/xml.hpp"
#include "printing/flow/act_filling.hpp"
#include "printing/flow/act_node.hpp"
#include "printing/flow/act_shape.hpp"
#include "printing/flow/flow_document.hpp"

namespace printing {

/// The text of an act as data: declared values, and a document in which they stand (docs/formats/act-template.md).
/// Immutable, may be used by many threads.
class ActTemplate {
   public:
    /// Reads `<templates>/acts/….xml`; fonts and images come from the folders beside it. Refuses with all faults at
    /// once what the schema refuses ("xml.…"), "printing.act-placeholder-malformed",
    /// "printing.act-placeholder-unknown", "printing.act-format-unfit", "printing.act-value-unused",
    /// "printing.act-optional-unguarded", "printing.act-template-inconsistent" (arguments "field", "detail"; where =
    /// line), and what decodeImage refuses.
    static base::Result<ActTemplate> load(const std::filesystem::path& file, const base::xml::Schema& schema);

    /// The document with the values in their places. Refuses as faultsOf does, with every fault at once.
    [[nodiscard]] base::Result<FlowDocument> fill(const ActMap& values) const;

    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] const ActShape& shape() const { return m_shape; }

   private:
    std::string m_name;
    ActNode m_root;
    ActShape m_shape;
    std::shared_ptr<const FontSet> m_fonts;
    ActLogos m_logos;
};

}  // namespace printing
