// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "printing/flow/act_filling.hpp"
#include "printing/flow/spanish_words.hpp"
#include "printing/page/text.hpp"

namespace printing {

namespace {

FlowAlign alignOf(const ActNode& node, FlowAlign otherwise) {
    const std::string name = node.attribute("alinear");
    if (name == "izquierda") return FlowAlign::Left;
    if (name == "justificado") return FlowAlign::Justified;
    if (name == "centro") return FlowAlign::Centre;
    return name == "derecha" ? FlowAlign::Right : otherwise;
}

Table::Rules rulesOf(const ActNode& node) {
    const std::string name = node.attribute("lineas", "filas");
    if (name == "ninguna") return Table::Rules::None;
    return name == "cuadricula" ? Table::Rules::Grid : Table::Rules::Rows;
}

NumberedList::Marks marksOf(const ActNode& node) {
    const std::string name = node.attribute("marcas", "cifras");
    if (name == "letras") return NumberedList::Marks::Letters;
    if (name == "romanas") return NumberedList::Marks::Roman;
    return name == "viñetas" ? NumberedList::Marks::Bullets : NumberedList::Marks::Decimal;
}

Barcode::Symbology symbologyOf(const ActNode& node) {
    const std::string name = node.attribute("clase");
    if (name == "qr") return Barcode::Symbology::Qr;
    if (name == "pdf417") return Barcode::Symbology::Pdf417;
    return name == "datamatrix" ? Barcode::Symbology::DataMatrix : Barcode::Symbology::Code128;
}

Column columnOf(const ActNode& node) {
    const double millimetres = node.number("mm", 0);
    const FlowAlign align = alignOf(node, FlowAlign::Left);
    if (millimetres > 0) return {millimetres, Column::Width::Millimetres, align};
    return {node.number("parte", 1), Column::Width::Share, align};
}

std::string capitals(const std::string& text) {
    std::string result;
    icu::UnicodeString::fromUTF8(text).toUpper(icu::Locale{"es"}).toUTF8String(result);
    return result;
}

/// "PRIMERO.", "I)", "Artículo 1.".
std::string clauseMark(const std::string& numbering, std::size_t number) {
    const auto ordinal = static_cast<std::int64_t>(number);
    if (numbering == "romana") return romanNumber(number) + ")";
    if (numbering == "articulo") return fmt::format("Artículo {}.", number);
    const Agreement agreement = numbering == "ordinal-femenino" ? Agreement::Feminine : Agreement::Masculine;
    return capitals(ordinalInWords(ordinal, agreement)) + ".";
}

Pieces after(const std::string& head, Pieces pieces) {
    pieces.insert(pieces.begin(), {head + " ", FontId::TextBold});
    return pieces;
}

}  // namespace

ParagraphStyle ActFilling::styleOf(const ActNode& node) const {
    const ParagraphStyle usual = formalStyle();
    ParagraphStyle style;
    style.size = node.number("letra", m_ground.size);
    style.align = alignOf(node, usual.align);
    style.before = node.number("antes", usual.before);
    style.after = node.number("despues", usual.after);
    style.leading = node.number("interlineado", usual.leading);
    style.indent = node.number("sangria", usual.indent);
    style.firstIndent = node.number("primera-linea", usual.firstIndent);
    style.keepWithNext = node.attribute("unido") == "siguiente";
    return style;
}

ParagraphStyle ActFilling::formalStyle() const {
    ParagraphStyle style;
    style.size = m_ground.size;
    style.align = FlowAlign::Justified;
    style.after = 3;
    return style;
}

void ActFilling::addBlock(const ActNode& node, std::vector<FlowBlock>& result) {
    const std::string& name = node.name;
    if (name == "membrete") return result.emplace_back(heading(node)), void();
    if (name == "clausulas") return addClauses(node, result);
    if (name == "puntos") return result.emplace_back(items(node)), void();
    if (name == "tabla") return result.emplace_back(table(node)), void();
    if (name == "ficha") return result.emplace_back(facts(node)), void();
    if (name == "series") return result.emplace_back(serials(node)), void();
    if (name == "firmas") return result.emplace_back(signatures(node)), void();
    if (name == "codigo") return result.emplace_back(barcode(node)), void();
    if (name == "imagen") return result.emplace_back(picture(node)), void();
    if (name == "linea") return result.emplace_back(RuleLine{node.number("despues", RuleLine{}.after)}), void();
    if (name == "espacio") return result.emplace_back(Space{node.number("alto", Space{}.height)}), void();
    if (name == "pagina-nueva") return result.emplace_back(PageBreak{}), void();
    if (name == "anexo") return result.emplace_back(PageBreak{PageBreak::Begins::Annex}), void();
    if (name == "parrafo") return result.emplace_back(Paragraph{pieces(node), styleOf(node)}), void();
    result.emplace_back(formal(node));
}

Paragraph ActFilling::formal(const ActNode& node) {
    if (node.name == "visto") return {after("VISTO:", pieces(node)), formalStyle()};
    if (node.name == "considerando") return {after("CONSIDERANDO:", pieces(node)), formalStyle()};
    if (node.name == "por-tanto") return {after("POR TANTO:", pieces(node)), formalStyle()};
    ParagraphStyle style = formalStyle();
    style.align = FlowAlign::Left;
    style.before = 1;
    style.after = 2;
    style.keepWithNext = true;
    return {pieces(node, FontId::TextBold), style, Paragraph::Role::Heading};
}

void ActFilling::addClauses(const ActNode& node, std::vector<FlowBlock>& result) {
    const std::string numbering = node.attribute("numeracion", "ordinal");
    ParagraphStyle style = styleOf(node);
    const bool lastKeepsWithNext = style.keepWithNext;
    style.keepWithNext = false;
    std::size_t number = 0;
    expand(node, [&](const ActNode& clause) {
        if (clause.name != "clausula") return;
        std::string head = clauseMark(numbering, ++number);
        if (const std::string title = clause.attribute("titulo"); !title.empty()) head += " " + title;
        result.emplace_back(Paragraph{after(head, pieces(clause)), style});
    });
    if (number > 0) std::get<Paragraph>(result.back()).style.keepWithNext = lastKeepsWithNext;
}

TitleBlock ActFilling::heading(const ActNode& node) {
    TitleBlock title;
    if (const auto logo = m_ground.pictures.find(node.attribute("escudo")); logo != m_ground.pictures.end())
        title.logo = logo->second;
    title.logoText = node.attribute("descripcion");
    title.title = childPieces(node, "titulo");
    title.subtitle = childPieces(node, "subtitulo");
    for (const auto& child : node.children)
        if (child.name == "institucion") title.institution.push_back(pieces(child));
    return title;
}

NumberedList ActFilling::items(const ActNode& node) {
    NumberedList list{marksOf(node), {}, styleOf(node)};
    expand(node, [&](const ActNode& item) {
        if (item.name == "punto") list.items.push_back(pieces(item));
    });
    return list;
}

Table ActFilling::table(const ActNode& node) {
    const auto cellsOf = [&](const ActNode& row) {
        std::vector<Pieces> cells;
        for (const auto& cell : row.children)
            if (cell.name == "celda") cells.push_back(pieces(cell));
        return cells;
    };
    Table table;
    for (const auto& column : node.child("columnas")->children)
        if (column.name == "columna") table.columns.push_back(columnOf(column));
    if (const auto* head = node.child("titulos")) table.header = cellsOf(*head);
    expand(*node.child("filas"), [&](const ActNode& row) {
        if (row.name == "fila") table.rows.push_back(cellsOf(row));
    });
    table.whenEmpty = childPieces(node, "vacia");
    table.rules = rulesOf(node);
    table.stripes = node.attribute("franjas") == "sí" ? Table::Stripes::Zebra : Table::Stripes::None;
    table.size = node.number("letra", m_ground.size - 1);
    table.after = node.number("despues", table.after);
    return table;
}

KeyValues ActFilling::facts(const ActNode& node) {
    KeyValues entries;
    entries.keyWidth = node.number("ancho-nombre", entries.keyWidth);
    entries.size = node.number("letra", m_ground.size);
    entries.after = node.number("despues", entries.after);
    expand(node, [&](const ActNode& fact) {
        if (fact.name == "dato") entries.entries.push_back({{{fact.attribute("nombre")}}, pieces(fact)});
    });
    return entries;
}

SerialColumns ActFilling::serials(const ActNode& node) {
    SerialColumns columns;
    const Found list = resolve(node.attribute("en"));
    columns.heading = pieces(node, FontId::TextBold);
    columns.source = list.source;
    columns.columns = static_cast<int>(node.number("columnas", columns.columns));
    columns.size = node.number("letra", columns.size);
    if (list.value != nullptr)
        for (const auto& entry : *list.value->list()) columns.entries.push_back(withSingleSpaces(*entry.text()));
    return columns;
}

Signatures ActFilling::signatures(const ActNode& node) {
    Signatures result;
    result.columns = static_cast<int>(node.number("columnas", result.columns));
    result.space = node.number("espacio", result.space);
    result.size = node.number("letra", result.size);
    expand(node, [&](const ActNode& signer) {
        if (signer.name == "firmante")
            result.signers.push_back(
                {childPieces(signer, "nombre"), childPieces(signer, "cargo"), signer.attribute("clave")});
    });
    return result;
}

Barcode ActFilling::barcode(const ActNode& node) {
    Barcode result;
    result.symbology = symbologyOf(node);
    result.content = plainText(*node.child("contenido"));
    result.source = "barcode";
    result.width = node.number("ancho", result.width);
    result.height = node.number("alto", result.height);
    result.align = alignOf(node, FlowAlign::Left);
    result.caption = childPieces(node, "rotulo");
    return result;
}

Picture ActFilling::picture(const ActNode& node) {
    Picture result;
    result.image = m_ground.pictures.at(node.attribute("archivo"));
    result.text = node.attribute("descripcion");
    result.width = node.number("ancho", result.width);
    result.align = alignOf(node, result.align);
    return result;
}

}  // namespace printing
