// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "printing/flow/block_setting.hpp"
#include "printing/flow/line_breaking.hpp"

namespace printing {

using namespace base::literals;

namespace {

constexpr double kPadX = 1.4;  // millimetres between a cell's edge and its text
constexpr double kPadY = 0.8;
constexpr double kThin = 0.15;
constexpr double kThick = 0.4;
constexpr double kCellLeading = 1.38;
constexpr Colour kRuleColour{0.45, 0.45, 0.45};
constexpr Colour kStripe{0.94, 0.945, 0.95};
constexpr Colour kHeader{0.88, 0.89, 0.905};

/// Where each column begins and how wide it is.
struct Columns {
    std::vector<double> lefts;
    std::vector<double> widths;
};

Columns columnsOf(const Table& table, Composition& composition) {
    double fixed = 0;
    double shares = 0;
    for (const auto& column : table.columns)
        (column.unit == Column::Width::Millimetres ? fixed : shares) += column.width;
    const double rest = composition.width - fixed;
    if (rest < -0.01 || (shares > 0 && rest <= 0))
        composition.complain("printing.document-inconsistent"_code, "table", "columns are wider than the page");
    Columns columns;
    double left = 0;
    for (const auto& column : table.columns) {
        const double width =
            column.unit == Column::Width::Millimetres ? column.width : std::max(rest, 0.0) * column.width / shares;
        columns.lefts.push_back(left);
        columns.widths.push_back(width);
        left += width;
    }
    return columns;
}

double widthOf(const Columns& columns) {
    return columns.lefts.empty() ? 0 : columns.lefts.back() + columns.widths.back();
}

/// One cell, measured and broken into lines.
struct SetCell {
    StyledText text;
    LinePlace place;
    std::vector<TextLine> lines;
};

SetCell cellOf(const Pieces& pieces, const LinePlace& place, Composition& composition) {
    SetCell cell{styled(pieces, place.size, composition), place, {}};
    cell.lines = breakLines(cell.text, place, composition.hyphenation);
    return cell;
}

/// A row of the table's structure: its cells are `type`, the first one perhaps a heading of the row.
struct RowTag {
    int table;
    const char* type;
    StructureNode::Scope scope;
};

int cellTag(const Table& table, const RowTag& tag, int row, std::size_t column, Composition& composition) {
    const bool heading = column == 0 && table.firstColumn == Table::FirstColumn::Headings;
    const int cell = composition.structure.add(heading ? "TH" : tag.type, row);
    composition.structure.nodes.back().scope = heading ? StructureNode::Scope::Row : tag.scope;
    return cell;
}

std::vector<SetCell> cellsOf(const Table& table, const std::vector<Pieces>& row, const Columns& columns,
                             const RowTag& tag, Composition& composition) {
    std::vector<SetCell> cells;
    if (row.size() != table.columns.size()) {
        composition.complain("printing.document-inconsistent"_code, "table",
                             fmt::format("{} cells for {} columns", row.size(), table.columns.size()));
        return cells;
    }
    const int rowTag = composition.structure.add("TR", tag.table);
    for (std::size_t at = 0; at < row.size(); ++at)
        cells.push_back(cellOf(row[at],
                               {columns.lefts[at] + kPadX, columns.widths[at] - 2 * kPadX, table.size, kCellLeading,
                                table.columns[at].align, 0, cellTag(table, tag, rowTag, at, composition)},
                               composition));
    return cells;
}

std::size_t lineCount(const std::vector<SetCell>& cells) {
    std::size_t lines = 1;
    for (const auto& cell : cells) lines = std::max(lines, cell.lines.size());
    return lines;
}

/// The lines [first, last) of every cell as one strip.
Strip stripOf(const std::vector<SetCell>& cells, std::size_t first, std::size_t last, double lineHeight) {
    Strip strip;
    strip.height = static_cast<double>(last - first) * lineHeight + 2 * kPadY;
    for (const auto& cell : cells)
        for (std::size_t line = first; line < std::min(last, cell.lines.size()); ++line)
            setLine(cell.text, cell.lines[line], cell.place, kPadY + static_cast<double>(line - first) * lineHeight,
                    strip.drawing);
    return strip;
}

void addRules(const Table& table, const Columns& columns, Strip& strip) {
    if (table.rules == Table::Rules::None) return;
    const double width = widthOf(columns);
    strip.drawing.lines.push_back({0, strip.height, width, strip.height, kThin, kRuleColour});
    if (table.rules != Table::Rules::Grid) return;
    for (const double left : columns.lefts)
        strip.drawing.lines.push_back({left, 0, left, strip.height, kThin, kRuleColour});
    strip.drawing.lines.push_back({width, 0, width, strip.height, kThin, kRuleColour});
}

/// What is set first and what is set again on other pages, where it is an artifact.
struct TableHeading {
    Strip first;
    std::shared_ptr<const Strip> again = {};
};

TableHeading repeated(Strip strip) {
    Strip again = strip;
    again.drawing = strip.drawing.untagged();
    return {std::move(strip), std::make_shared<const Strip>(std::move(again))};
}

TableHeading headingOf(const Table& table, const Columns& columns, int tag, Composition& composition) {
    if (table.header.empty()) return {};
    std::vector<Pieces> header = table.header;
    for (auto& cell : header)
        for (auto& piece : cell) piece.font = FontId::TextBold;
    const auto cells = cellsOf(table, header, columns, {tag, "TH", StructureNode::Scope::Column}, composition);
    const double lineHeight = table.size * kCellLeading * kMillimetresAPoint;
    Strip strip = stripOf(cells, 0, lineCount(cells), lineHeight);
    strip.drawing.rectangles.push_back({{0, 0, widthOf(columns), strip.height}, kHeader});
    addRules(table, columns, strip);
    if (table.rules == Table::Rules::Grid)
        strip.drawing.lines.push_back({0, 0, widthOf(columns), 0, kThin, kRuleColour});
    strip.drawing.lines.push_back({0, strip.height, widthOf(columns), strip.height, kThick, kRuleColour});
    strip.keepWithNext = true;
    return repeated(std::move(strip));
}

/// One strip, or one a page's worth of lines where the row is taller than a page.
void addRow(const Table& table, const std::vector<SetCell>& cells, const Columns& columns, Strip row, double bodyHeight,
            Strips& strips) {
    const double lineHeight = table.size * kCellLeading * kMillimetresAPoint;
    const double available = bodyHeight - (row.heading ? row.heading->height : 0) - 2 * kPadY;
    const auto most = static_cast<std::size_t>(std::max(1.0, available / lineHeight));
    const std::size_t lines = lineCount(cells);
    for (std::size_t first = 0; first < lines; first += most) {
        Strip strip = stripOf(cells, first, std::min(first + most, lines), lineHeight);
        strip.heading = row.heading;
        if (!row.drawing.rectangles.empty())
            strip.drawing.rectangles.push_back({{0, 0, widthOf(columns), strip.height}, kStripe});
        addRules(table, columns, strip);
        strips.push_back(std::move(strip));
    }
}

void addEmptyText(const Table& table, std::shared_ptr<const Strip> heading, int tag, Composition& composition,
                  Strips& strips) {
    if (table.whenEmpty.empty()) return;
    Strip strip;
    strip.heading = std::move(heading);
    const int cell = composition.structure.add("TD", composition.structure.add("TR", tag));
    composition.structure.nodes.back().columns = static_cast<int>(table.columns.size());
    const LinePlace place{kPadX, composition.width - 2 * kPadX, table.size, kCellLeading, FlowAlign::Centre, 0, cell};
    strip.height = setText(table.whenEmpty, place, kPadY, composition, strip.drawing) + 2 * kPadY;
    strips.push_back(std::move(strip));
}

}  // namespace

void set(const Table& table, Composition& composition, Strips& strips) {
    if (table.columns.empty())
        return composition.complain("printing.document-inconsistent"_code, "table", "no columns");
    const Columns columns = columnsOf(table, composition);
    const int tag = composition.structure.add("Table");
    const auto heading = headingOf(table, columns, tag, composition);
    if (heading.again) strips.push_back(heading.first);
    for (std::size_t at = 0; at < table.rows.size(); ++at) {
        Strip row;
        row.heading = heading.again;
        if (table.stripes == Table::Stripes::Zebra && at % 2 == 1) row.drawing.rectangles.emplace_back();
        addRow(table, cellsOf(table, table.rows[at], columns, {tag, "TD", StructureNode::Scope::None}, composition),
               columns, std::move(row), composition.height, strips);
    }
    if (table.rows.empty()) addEmptyText(table, heading.again, tag, composition, strips);
    set(Space{table.after}, composition, strips);
}

void set(const KeyValues& entries, Composition& composition, Strips& strips) {
    Table table;
    table.columns = {{entries.keyWidth, Column::Width::Millimetres, FlowAlign::Left}, {}};
    table.rules = Table::Rules::None;
    table.firstColumn = Table::FirstColumn::Headings;
    table.size = entries.size;
    table.after = entries.after;
    for (const auto& entry : entries.entries) {
        Pieces key = entry.key;
        for (auto& piece : key) piece.font = FontId::TextBold;
        table.rows.push_back({std::move(key), entry.value});
    }
    set(table, composition, strips);
}

void set(const SerialColumns& serials, Composition& composition, Strips& strips) {
    const auto columns = static_cast<std::size_t>(std::max(1, serials.columns));
    const double line = serials.size * kCellLeading * kMillimetresAPoint;
    Strip first;
    const int headingTag = composition.structure.add("P");
    const LinePlace wide{0, composition.width, serials.size + 1, kCellLeading, FlowAlign::Left, 0, headingTag};
    first.height = setText(serials.heading, wide, 0, composition, first.drawing) + kPadY;
    first.drawing.lines.push_back({0, first.height, composition.width, first.height, kThick, kRuleColour});
    first.keepWithNext = true;
    const auto heading = repeated(first).again;
    strips.push_back(std::move(first));
    const double gutter =
        composition.fonts.of(FontId::Text).width(U"0", serials.size) *
            static_cast<double>(std::max<std::size_t>(3, std::to_string(serials.entries.size()).size())) +
        3;
    const double width = (composition.width - gutter) / static_cast<double>(columns);
    for (std::size_t begin = 0; begin < serials.entries.size(); begin += columns) {
        Strip row;
        row.heading = heading;
        row.height = line;
        const int tag = composition.structure.add("P");
        const LinePlace ordinal{0, gutter - 3, serials.size, kCellLeading, FlowAlign::Right, 0, tag};
        setText({{std::to_string(begin + 1)}}, ordinal, 0, composition, row.drawing);
        for (auto& run : row.drawing.runs) run.colour = kRuleColour;
        for (std::size_t at = begin; at < std::min(begin + columns, serials.entries.size()); ++at) {
            const std::string source = serials.source + "[" + std::to_string(at + 1) + "]";
            const StyledText text =
                styled({{serials.entries[at], FontId::Text, Computed::No, source}}, serials.size, composition);
            const LinePlace place{gutter + width * static_cast<double>(at - begin),
                                  width - 1,
                                  serials.size,
                                  kCellLeading,
                                  FlowAlign::Left,
                                  0,
                                  tag};
            if (text.offsets.back() > place.width)
                composition.complainOfLength(source, serials.size);
            else
                setLine(text, {0, text.characters.size(), true}, place, 0, row.drawing);
        }
        strips.push_back(std::move(row));
    }
    set(Space{3}, composition, strips);
}

}  // namespace printing
