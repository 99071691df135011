// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/page/page_layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "printing/page/checked_text.hpp"
#include "printing/page/text.hpp"
#include "printing/page/text_fitting.hpp"

namespace printing {

using namespace base::literals;

namespace {

using Faults = std::vector<base::Fault>;

base::Fault faultOf(base::FailureCode code, const std::string& field) {
    return {std::move(code), {{"field", field}}, field};
}

void addAll(Faults& faults, const base::Refusal& refusal, const std::string& field) {
    for (auto fault : refusal.faults()) {
        fault.arguments.emplace_back("field", field);
        fault.where = field;
        faults.push_back(std::move(fault));
    }
}

void placeText(const std::string& value, const std::string& field, const TextPlace& place, const FontSet& fonts,
               PageLayout& page, Faults& faults) {
    const auto text = checkedText(value, fonts.of(place.style.font), field);
    if (!text) {
        faults.insert(faults.end(), text.refusal().faults().begin(), text.refusal().faults().end());
        return;
    }
    auto runs = fitText(*text, place, fonts);
    if (runs) {
        for (auto& run : *runs) run.field = field;
        page.runs.insert(page.runs.end(), runs->begin(), runs->end());
        return;
    }
    auto fault = faultOf("printing.text-too-long"_code, field);
    fault.arguments.emplace_back("minimum", fmt::format("{:g}", place.style.minimum));
    faults.push_back(std::move(fault));
}

void placeCaption(const TextField& field, const FontSet& fonts, PageLayout& page, Faults& faults) {
    if (field.label.empty()) return;
    const TextStyle style{FontId::Text,      field.labelSize,         field.labelSize, 1,
                          field.style.align, Colour{0.25, 0.29, 0.36}};
    const Box box{field.box.x, field.box.y, field.box.width, field.labelSize * kMillimetresAPoint * 1.25};
    placeText(field.label, field.name, {box, style}, fonts, page, faults);
}

void placeFields(const PageDesign& design, const PageValues& values, PageLayout& page, Faults& faults) {
    for (const auto& text : design.staticTexts)
        placeText(text.text, "text", {text.box, text.style}, *design.fonts, page, faults);
    for (const auto& field : design.texts) {
        placeCaption(field, *design.fonts, page, faults);
        const auto value = values.texts.find(field.name);
        const std::string text = value == values.texts.end() ? "" : withSingleSpaces(value->second);
        if (!text.empty())
            placeText(text, field.name, {field.valueBox(), field.style}, *design.fonts, page, faults);
        else if (!field.mayBeEmpty)
            faults.push_back(faultOf("printing.value-missing"_code, field.name));
    }
}

Box containing(const Box& box, const Image& image) {
    const double scale = std::min(box.width / image.width, box.height / image.height);
    const double width = image.width * scale;
    const double height = image.height * scale;
    return {box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height};
}

/// Sets the text that stands in a picture's place in the middle of its box.
void placeInstead(const ImageField& field, const std::string& value, const FontSet& fonts, PageLayout& page,
                  Faults& faults) {
    const std::size_t before = page.runs.size();
    placeText(value, field.name, {field.box, *field.instead}, fonts, page, faults);
    if (page.runs.size() == before) return;
    const TextRun& first = page.runs[before];
    const double top = first.baseline - fonts.of(first.font).capHeight() * first.points * kMillimetresAPoint;
    const double shift = field.box.y + field.box.height / 2 - (top + page.runs.back().baseline) / 2;
    for (std::size_t at = before; at < page.runs.size(); ++at) page.runs[at].baseline += shift;
}

void placeImages(const PageDesign& design, const PageValues& values, PageLayout& page, Faults& faults) {
    for (const auto& field : design.images) {
        const auto file = values.images.find(field.name);
        if (file == values.images.end()) {
            const auto instead = values.texts.find(field.name);
            if (field.instead && instead != values.texts.end() && !withSingleSpaces(instead->second).empty())
                placeInstead(field, withSingleSpaces(instead->second), *design.fonts, page, faults);
            else
                faults.push_back(faultOf("printing.value-missing"_code, field.name));
            continue;
        }
        auto image = decodeImage(file->second);
        if (!image)
            addAll(faults, image.refusal(), field.name);
        else if (field.fit == ImageField::Fit::Crop)
            page.images.push_back(
                {field.name, field.box, cropToProportion(*image, field.box.width / field.box.height)});
        else
            page.images.push_back({field.name, containing(field.box, *image), std::move(*image)});
    }
}

void refuseUnknown(const PageDesign& design, const PageValues& values, Faults& faults) {
    const auto isIn = [](const auto& fields, const std::string& name) {
        return std::any_of(fields.begin(), fields.end(), [&](const auto& field) { return field.name == name; });
    };
    const auto standsInstead = [&](const std::string& name) {
        return values.images.count(name) == 0 &&
               std::any_of(design.images.begin(), design.images.end(),
                           [&](const auto& field) { return field.name == name && field.instead; });
    };
    for (const auto& [name, value] : values.texts)
        if (!isIn(design.texts, name) && !standsInstead(name))
            faults.push_back(faultOf("printing.value-unknown"_code, name));
    for (const auto& [name, value] : values.images)
        if (!isIn(design.images, name)) faults.push_back(faultOf("printing.value-unknown"_code, name));
}

bool isMrzCharacter(char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '<'; }

void placeMrz(const PageDesign& design, const PageValues& values, PageLayout& page, Faults& faults) {
    const std::size_t expectedLines = design.mrz ? design.mrz->centres.size() : 0;
    bool shaped = values.mrzLines.size() == expectedLines;
    for (const auto& line : values.mrzLines)
        shaped =
            shaped && line.size() == design.mrz->characters && std::all_of(line.begin(), line.end(), isMrzCharacter);
    if (!shaped) {
        faults.push_back(faultOf("printing.mrz-wrong-shape"_code, "mrz"));
        return;
    }
    for (std::size_t line = 0; line < expectedLines; ++line) {
        const Typeface& face = design.fonts->of(FontId::OcrB);
        const double points = ocrSize(face, design.mrz->pitch);
        const double baseline = design.mrz->centres[line] + face.capHeight() * points * kMillimetresAPoint / 2;
        const std::string& text = values.mrzLines[line];
        page.runs.push_back({"mrz", FontId::OcrB, points, design.mrz->x, baseline, design.mrz->pitch,
                             std::u32string{text.begin(), text.end()}, Colour{}});
    }
}

}  // namespace

PageValues valuesFor(const PageDesign& design, const PageValues& all) {
    PageValues values;
    for (const auto& field : design.texts)
        if (const auto found = all.texts.find(field.name); found != all.texts.end()) values.texts.insert(*found);
    for (const auto& field : design.images)
        if (const auto found = all.images.find(field.name); found != all.images.end())
            values.images.insert(*found);
        else if (const auto instead = all.texts.find(field.name); field.instead && instead != all.texts.end())
            values.texts.insert(*instead);
    if (design.mrz) values.mrzLines = all.mrzLines;
    return values;
}

double ocrSize(const Typeface& ocrB, double pitch) { return pitch / ocrB.width(U"<", 1.0); }

base::Result<PageLayout> layOut(const PageDesign& design, const PageValues& values) {
    PageLayout page;
    Faults faults;
    refuseUnknown(design, values, faults);
    placeFields(design, values, page, faults);
    placeImages(design, values, page, faults);
    placeMrz(design, values, page, faults);
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    return page;
}

}  // namespace printing
