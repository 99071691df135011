// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "base/xml_source.hpp"

namespace base::xml {

/// A grammar in RelaxNG's XML form (ISO/IEC 19757-2), compiled once; may be used by many threads at a time. libxml2
/// gives the verdict; what is wrong is said in words for people who write documents, by reading the grammar ourselves.
class RelaxNg {
   public:
    /// One file without includes. Throws "xml.schema-broken": grammars are part of the program.
    static RelaxNg compile(const std::filesystem::path& file);
    RelaxNg(RelaxNg&&) noexcept;
    RelaxNg& operator=(RelaxNg&&) noexcept;
    ~RelaxNg();

    /// Every fault found, none where the document is valid: "xml.element-unfit", "xml.element-lacking",
    /// "xml.attribute-unknown", "xml.attribute-lacking", "xml.value-unfit", "xml.text-unfit", and "xml.content-unfit"
    /// for any other; arguments "field" (name of the element), "name" and "detail"; where = line and column.
    [[nodiscard]] std::vector<Fault> faultsOf(const Document& document, const SourceMap& places) const;

   private:
    struct Compiled;
    explicit RelaxNg(std::unique_ptr<Compiled> compiled);
    std::unique_ptr<Compiled> m_compiled;
};

}  // namespace base::xml
