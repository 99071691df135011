// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <memory>

#include "printing/flow/act_node.hpp"
#include "printing/flow/act_shape.hpp"
#include "printing/flow/act_values.hpp"
#include "printing/flow/flow_document.hpp"
#include "printing/flow/legal_style.hpp"

namespace printing {

/// Pictures by file name.
using ActPictures = std::map<std::string, std::shared_ptr<const Image>>;

/// What a template stands on: its declared values, the pictures that it names and the style of its words.
struct ActGround {
    const ActShape& shape;
    const ActPictures& pictures;
    const LegalStyle& style;
    double size = 10;  // points where an element states none
};

/// Turns a checked template into blocks, with checked values in the places of their names.
class ActFilling {
   public:
    ActFilling(const ActMap& values, const ActGround& ground);

    std::vector<FlowBlock> blocks(const ActNode& body);
    std::vector<Band> bands(const ActNode& parent);
    VisibleSeal seal(const ActNode& node);
    /// Repetitions within repetitions went beyond what a document can be: what was made is not whole.
    [[nodiscard]] bool isCutShort() const { return m_steps > kMostSteps; }

   private:
    static constexpr std::size_t kMostSteps = 1'000'000;  // parts that are visited

    struct Found {
        const ActValue* value = nullptr;  // nullptr where it is absent
        ActShape::Kind kind = ActShape::Kind::Text;
        const ActShape* shape = nullptr;
        std::string source = {};
    };
    struct Alias {
        std::string name;
        Found item;
    };
    using Visit = std::function<void(const ActNode&)>;

    [[nodiscard]] Found resolve(const std::string& path) const;
    [[nodiscard]] bool holds(const ActCondition& condition) const;
    [[nodiscard]] bool compares(const ActCondition& condition) const;
    [[nodiscard]] TextPiece agreeing(const ActNode& node, FontId font) const;
    /// Visits the children with repetitions and conditions carried out.
    void expand(const ActNode& parent, const Visit& visit);
    void repeat(const ActNode& each, const Visit& visit);

    Pieces pieces(const ActNode& parent, FontId font = FontId::Text);
    Pieces childPieces(const ActNode& parent, const std::string& name);
    std::string plainText(const ActNode& parent);
    void addBlock(const ActNode& node, std::vector<FlowBlock>& result);
    [[nodiscard]] ParagraphStyle styleOf(const ActNode& node) const;
    [[nodiscard]] ParagraphStyle formalStyle() const;
    TitleBlock heading(const ActNode& node);
    Paragraph formal(const ActNode& node);
    void addClauses(const ActNode& node, std::vector<FlowBlock>& result);
    NumberedList items(const ActNode& node);
    Table table(const ActNode& node);
    KeyValues facts(const ActNode& node);
    SerialColumns serials(const ActNode& node);
    Signatures signatures(const ActNode& node);
    Barcode barcode(const ActNode& node);
    Picture picture(const ActNode& node);

    const ActMap& m_values;
    const ActGround& m_ground;
    std::vector<Alias> m_aliases = {};
    std::size_t m_steps = 0;
};

}  // namespace printing
