// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/page/page_design.hpp"

#include <charconv>
#include <set>

#include "base/xml.hpp"

namespace printing {

using namespace base::literals;
using base::xml::Element;

namespace {

constexpr double kLabelSize = 4.5;  // the default of the schema, which does not fill it in
constexpr std::size_t kLargestDesign = std::size_t{256} * 1024;

// The schema has checked the form of every attribute before one is read here.
double number(const Element& element, std::string_view name, double otherwise = 0) {
    const std::string text = element.attributeOr(name, "");
    double value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

Box boxOf(const Element& element) {
    return {number(element, "x"), number(element, "y"), number(element, "width"), number(element, "height")};
}

Colour colourOf(const Element& element) {
    const std::string text = element.attributeOr("colour", "#000000");
    const auto part = [&](std::size_t at) {
        int value = 0;
        std::from_chars(text.data() + at, text.data() + at + 2, value, 16);
        return value / 255.0;
    };
    return {part(1), part(3), part(5)};
}

FontId fontOf(const Element& element) {
    const std::string name = element.attributeOr("font", "text");
    if (name == "text-bold") return FontId::TextBold;
    return name == "ocr-b" ? FontId::OcrB : FontId::Text;
}

Align alignOf(const Element& element) {
    const std::string name = element.attributeOr("align", "left");
    if (name == "centre") return Align::Centre;
    return name == "right" ? Align::Right : Align::Left;
}

TextStyle styleOf(const Element& element) {
    const double size = number(element, "size");
    return {fontOf(element),
            size,
            number(element, "minimum", size),
            static_cast<int>(number(element, "lines", 1)),
            alignOf(element),
            colourOf(element)};
}

std::string captionOf(const Element& element) {
    const std::string es = element.attributeOr("label-es", "");
    const std::string en = element.attributeOr("label-en", "");
    return es.empty() || en.empty() ? es + en : es + " / " + en;
}

TextField fieldOf(const Element& element) {
    return {element.attributeOr("name", ""),
            boxOf(element),
            captionOf(element),
            number(element, "label-size", kLabelSize),
            styleOf(element),
            element.attributeOr("empty", "refused") == "allowed"};
}

ImageField imageOf(const Element& element) {
    const bool crop = element.attributeOr("fit", "contain") == "crop";
    ImageField field{element.attributeOr("name", ""), boxOf(element),
                     crop ? ImageField::Fit::Crop : ImageField::Fit::Contain};
    if (const auto instead = element.child("instead")) field.instead = styleOf(*instead);
    return field;
}

MrzField mrzOf(const Element& element) {
    MrzField mrz{
        number(element, "x"), number(element, "pitch"), static_cast<std::size_t>(number(element, "characters")), {}};
    for (const auto& line : element.children("line")) mrz.centres.push_back(number(line, "centre"));
    return mrz;
}

void readInto(PageDesign& design, const Element& element) {
    const std::string kind = element.name();
    if (kind == "rectangle") design.rectangles.push_back({boxOf(element), colourOf(element)});
    if (kind == "line")
        design.lines.push_back({number(element, "x1"), number(element, "y1"), number(element, "x2"),
                                number(element, "y2"), number(element, "thickness"), colourOf(element)});
    if (kind == "text") design.staticTexts.push_back({boxOf(element), styleOf(element), element.text()});
    if (kind == "training-mark") design.trainingMarks.push_back({boxOf(element), styleOf(element), element.text()});
    if (kind == "field") design.texts.push_back(fieldOf(element));
    if (kind == "image") design.images.push_back(imageOf(element));
    if (kind == "mrz") design.mrz = mrzOf(element);
}

/// What a schema cannot say: everything within the page, names used once, sizes in order.
std::vector<base::Fault> inconsistencies(const PageDesign& design, const std::vector<Element>& elements) {
    std::vector<base::Fault> faults;
    std::set<std::string> names;
    for (const auto& element : elements) {
        const std::string name = element.attributeOr("name", element.name());
        const auto complain = [&](std::string detail) {
            faults.push_back({"printing.design-inconsistent"_code,
                              {{"field", name}, {"detail", std::move(detail)}},
                              base::xml::lineText(element.line())});
        };
        const Box box = boxOf(element);
        if (box.x + box.width > design.width || box.y + box.height > design.height) complain("leaves the page");
        if (element.attribute("name") && !names.insert(name).second) complain("stands twice");
        const Element style = element.child("instead").value_or(element);
        const double size = number(style, "size");
        if (number(style, "minimum", size) > size) complain("minimum above size");
    }
    if (design.mrz && design.mrz->x + design.mrz->pitch * static_cast<double>(design.mrz->characters) > design.width)
        faults.push_back({"printing.design-inconsistent"_code, {{"field", "mrz"}, {"detail", "leaves the page"}}, {}});
    return faults;
}

}  // namespace

Box TextField::valueBox() const {
    const double caption = label.empty() ? 0 : labelSize * kMillimetresAPoint * 1.25;
    return {box.x, box.y + caption, box.width, box.height - caption};
}

void PageDesign::markForTraining() {
    for (auto& mark : trainingMarks) staticTexts.push_back(std::move(mark));
    trainingMarks.clear();
}

base::Result<PageDesign> PageDesign::load(const std::filesystem::path& file) {
    auto document = base::xml::Document::parseFile(file, {kLargestDesign});
    if (!document) return document.refusal();
    const auto templates = std::filesystem::absolute(file).parent_path().parent_path();
    const auto schema = base::xml::Schema::compile(templates / "schemas" / "page-design.xsd");
    if (auto faults = schema.faultsOf(*document); !faults.empty()) return base::Refusal{std::move(faults)};
    const Element root = document->root();
    PageDesign design;
    design.name = root.attributeOr("name", "");
    design.title = root.attributeOr("title", "");
    design.language = root.attributeOr("language", "es");
    design.width = number(root, "width");
    design.height = number(root, "height");
    for (const auto& element : root.children()) readInto(design, element);
    if (auto faults = inconsistencies(design, root.children()); !faults.empty())
        return base::Refusal{std::move(faults)};
    design.fonts = std::make_shared<const FontSet>(FontSet::load(templates / "fonts"));
    return design;
}

}  // namespace printing
