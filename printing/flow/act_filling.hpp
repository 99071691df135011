// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <memory>

#include "printing/flow/act_node.hpp"
#include "printing/flow/act_values.hpp"
#include "printing/flow/flow_document.hpp"

namespace printing {

/// Pictures by file name.
using ActLogos = std::map<std::string, std::shared_ptr<const Image>>;

/// Turns a checked template into blocks, with checked values in the places of their names.
class ActFilling {
   public:
    /// `size` in points where an element states none.
    ActFilling(const ActMap& values, double size, const ActLogos& logos);

    std::vector<FlowBlock> blocks(const ActNode& body);
    std::vector<Band> bands(const ActNode& parent);

   private:
    struct Alias {
        std::string name;
        const ActValue* value;
        std::string source;
    };
    struct Found {
        const ActValue* value = nullptr;
        std::string source = {};
    };
    using Visit = std::function<void(const ActNode&)>;

    [[nodiscard]] Found resolve(const std::string& path) const;
    [[nodiscard]] bool isPresent(const std::string& path) const;
    /// Visits the children with repetitions and conditions carried out.
    void expand(const ActNode& parent, const Visit& visit);
    void repeat(const ActNode& each, const Visit& visit);

    Pieces pieces(const ActNode& parent, FontId font = FontId::Text);
    Pieces childPieces(const ActNode& parent, const std::string& name);
    std::string plainText(const ActNode& parent);
    FlowBlock block(const ActNode& node);
    [[nodiscard]] ParagraphStyle styleOf(const ActNode& node) const;
    TitleBlock heading(const ActNode& node);
    NumberedList items(const ActNode& node);
    Table table(const ActNode& node);
    KeyValues facts(const ActNode& node);
    SerialColumns serials(const ActNode& node);
    Signatures signatures(const ActNode& node);
    Barcode barcode(const ActNode& node);

    const ActMap& m_values;
    double m_size;
    const ActLogos& m_logos;
    std::vector<Alias> m_aliases = {};
};

}  // namespace printing
