// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "base/clock.hpp"
#include "printing/flow/act_filling.hpp"
#include "printing/flow/act_node.hpp"
#include "printing/flow/act_shape.hpp"
#include "printing/flow/flow_document.hpp"
#include "printing/flow/hyphenation.hpp"
#include "printing/flow/legal_style.hpp"

namespace printing {

/// The text of an act, a certificate or a resolution as data: declared values, and a document in which they stand
/// (docs/plantillas.md). Immutable, may be used by many threads.
class ActTemplate {
   public:
    /// Reads a template; grammar, style, fonts and images come from the folder `templates`. Refuses with all faults at
    /// once what inPlainWords says, what the grammar refuses (base::xml::RelaxNg),
    /// "printing.act-placeholder-malformed", "printing.act-condition-malformed", "printing.act-placeholder-unknown",
    /// "printing.act-placeholder-unfit", "printing.act-format-unfit", "printing.act-comparison-unfit",
    /// "printing.act-agreement-unfit", "printing.act-value-twice", "printing.act-value-unused",
    /// "printing.act-sample-unfit", "printing.act-optional-unguarded", "printing.act-folio-misplaced",
    /// "printing.act-cells-unfit", "printing.act-otherwise-misplaced", "printing.act-date-unfit" (arguments "field",
    /// "detail"; where = line and column), and what decodeImage refuses.
    static base::Result<ActTemplate> read(base::BytesView xml, const std::filesystem::path& templates);
    /// Reads `<templates>/<folder>/<name>.xml`.
    static base::Result<ActTemplate> load(const std::filesystem::path& file);

    /// The document with the values in their places. Refuses as faultsOf does, with every fault at once, and
    /// "printing.act-too-long" where repetitions within repetitions have no end in sight.
    [[nodiscard]] base::Result<FlowDocument> fill(const ActMap& values) const;

    [[nodiscard]] const std::string& name() const { return m_name; }
    /// "acta", "certificacion", "constancia", "resolucion".
    [[nodiscard]] const std::string& type() const { return m_type; }
    [[nodiscard]] int version() const { return m_version; }
    /// The first day on which documents may be written by it.
    [[nodiscard]] base::Date effective() const { return m_effective; }
    [[nodiscard]] const std::string& title() const { return m_title; }
    [[nodiscard]] const std::vector<std::string>& legalBasis() const { return m_legalBasis; }
    [[nodiscard]] const ActShape& shape() const { return m_shape; }

   private:
    std::string m_name, m_type, m_title;
    int m_version = 0;
    base::Date m_effective = {};
    std::vector<std::string> m_legalBasis;
    ActNode m_root;
    ActShape m_shape;
    std::shared_ptr<const FontSet> m_fonts;
    std::shared_ptr<const Hyphenation> m_hyphenation;
    ActPictures m_pictures;
    LegalStyle m_style;
};

}  // namespace printing
