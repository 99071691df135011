// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/flow/act_filling.hpp"
#include "printing/page/text.hpp"

namespace printing {

namespace {

FlowAlign alignOf(const ActNode& node) {
    const std::string name = node.attribute("align", "left");
    if (name == "justified") return FlowAlign::Justified;
    if (name == "centre") return FlowAlign::Centre;
    return name == "right" ? FlowAlign::Right : FlowAlign::Left;
}

Table::Rules rulesOf(const ActNode& node) {
    const std::string name = node.attribute("rules", "rows");
    if (name == "none") return Table::Rules::None;
    return name == "grid" ? Table::Rules::Grid : Table::Rules::Rows;
}

NumberedList::Marks marksOf(const ActNode& node) {
    const std::string name = node.attribute("marks", "decimal");
    if (name == "letters") return NumberedList::Marks::Letters;
    if (name == "roman") return NumberedList::Marks::Roman;
    return name == "bullets" ? NumberedList::Marks::Bullets : NumberedList::Marks::Decimal;
}

Barcode::Symbology symbologyOf(const ActNode& node) {
    const std::string name = node.attribute("kind");
    if (name == "qr") return Barcode::Symbology::Qr;
    if (name == "pdf417") return Barcode::Symbology::Pdf417;
    return name == "datamatrix" ? Barcode::Symbology::DataMatrix : Barcode::Symbology::Code128;
}

Column columnOf(const ActNode& node) {
    const double millimetres = node.number("mm", 0);
    if (millimetres > 0) return {millimetres, Column::Width::Millimetres, alignOf(node)};
    return {node.number("share", 1), Column::Width::Share, alignOf(node)};
}

}  // namespace

ParagraphStyle ActFilling::styleOf(const ActNode& node) const {
    const ParagraphStyle usual;
    ParagraphStyle style;
    style.size = node.number("size", m_size);
    style.align = alignOf(node);
    style.before = node.number("before", usual.before);
    style.after = node.number("after", usual.after);
    style.leading = node.number("leading", usual.leading);
    style.indent = node.number("indent", usual.indent);
    style.firstIndent = node.number("first-indent", usual.firstIndent);
    style.keepWithNext = node.attribute("keep") == "next";
    return style;
}

TitleBlock ActFilling::heading(const ActNode& node) {
    TitleBlock title;
    if (const auto logo = m_logos.find(node.attribute("logo")); logo != m_logos.end()) title.logo = logo->second;
    title.title = childPieces(node, "title");
    title.subtitle = childPieces(node, "subtitle");
    for (const auto& child : node.children)
        if (child.name == "institution") title.institution.push_back(pieces(child));
    return title;
}

NumberedList ActFilling::items(const ActNode& node) {
    NumberedList list{marksOf(node), {}, styleOf(node)};
    expand(node, [&](const ActNode& item) {
        if (item.name == "item") list.items.push_back(pieces(item));
    });
    return list;
}

Table ActFilling::table(const ActNode& node) {
    const auto cellsOf = [&](const ActNode& row) {
        std::vector<Pieces> cells;
        for (const auto& cell : row.children)
            if (cell.name == "cell") cells.push_back(pieces(cell));
        return cells;
    };
    Table table;
    for (const auto& column : node.child("columns")->children)
        if (column.name == "column") table.columns.push_back(columnOf(column));
    if (const auto* head = node.child("head")) table.header = cellsOf(*head);
    expand(*node.child("rows"), [&](const ActNode& row) {
        if (row.name == "row") table.rows.push_back(cellsOf(row));
    });
    table.whenEmpty = childPieces(node, "empty");
    table.rules = rulesOf(node);
    table.stripes = node.attribute("stripes") == "zebra" ? Table::Stripes::Zebra : Table::Stripes::None;
    table.size = node.number("size", m_size - 1);
    table.after = node.number("after", table.after);
    return table;
}

KeyValues ActFilling::facts(const ActNode& node) {
    KeyValues entries;
    entries.keyWidth = node.number("key-width", entries.keyWidth);
    entries.size = node.number("size", m_size);
    entries.after = node.number("after", entries.after);
    expand(node, [&](const ActNode& fact) {
        if (fact.name == "fact") entries.entries.push_back({{{fact.attribute("key")}}, pieces(fact)});
    });
    return entries;
}

SerialColumns ActFilling::serials(const ActNode& node) {
    SerialColumns columns;
    const Found list = resolve(node.attribute("in"));
    columns.heading = pieces(node, FontId::TextBold);
    columns.source = list.source;
    columns.columns = static_cast<int>(node.number("columns", columns.columns));
    columns.size = node.number("size", columns.size);
    if (list.value != nullptr)
        for (const auto& entry : *list.value->list()) columns.entries.push_back(withSingleSpaces(*entry.text()));
    return columns;
}

Signatures ActFilling::signatures(const ActNode& node) {
    Signatures result;
    result.columns = static_cast<int>(node.number("columns", result.columns));
    result.space = node.number("space", result.space);
    result.size = node.number("size", result.size);
    expand(node, [&](const ActNode& signer) {
        if (signer.name == "signer")
            result.signers.push_back({childPieces(signer, "name"), childPieces(signer, "role")});
    });
    return result;
}

Barcode ActFilling::barcode(const ActNode& node) {
    Barcode result;
    result.symbology = symbologyOf(node);
    result.content = plainText(*node.child("content"));
    result.source = "barcode";
    result.width = node.number("width", result.width);
    result.height = node.number("height", result.height);
    result.align = alignOf(node);
    result.caption = childPieces(node, "caption");
    return result;
}

}  // namespace printing
