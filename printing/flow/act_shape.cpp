// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/flow/act_shape.hpp"

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "printing/flow/spanish_words.hpp"

namespace printing {

using namespace base::literals;

namespace {

constexpr std::size_t kMostFaults = 100;
constexpr std::size_t kMostDigits = 15;

bool isDigits(const std::string& text, std::size_t begin, std::size_t end) {
    return begin < end && end <= text.size() &&
           std::all_of(text.begin() + static_cast<std::ptrdiff_t>(begin),
                       text.begin() + static_cast<std::ptrdiff_t>(end), [](char c) { return c >= '0' && c <= '9'; });
}

bool isInteger(const std::string& text) { return text.size() <= kMostDigits && isDigits(text, 0, text.size()); }

bool isTime(const std::string& text) {
    return text.size() == 5 && isDigits(text, 0, 2) && text[2] == ':' && isDigits(text, 3, 5) && text < "24:00" &&
           text[3] < '6';
}

ActShape::Kind kindOf(const std::string& element) {
    using Kind = ActShape::Kind;
    if (element == "integer") return Kind::Integer;
    if (element == "date") return Kind::Date;
    if (element == "time") return Kind::Time;
    if (element == "texts") return Kind::Texts;
    if (element == "list") return Kind::List;
    return element == "group" ? Kind::Group : Kind::Text;
}

class Check {
   public:
    void group(const ActMap& values, const ActShape& shape, const std::string& path) {
        for (const auto& [name, value] : values)
            if (shape.field(name) == nullptr) add("printing.act-value-unknown"_code, path + name);
        for (const auto& field : shape.fields) {
            const auto found = values.find(field.name);
            if (found != values.end())
                value(found->second, field, path + field.name);
            else if (field.presence == ActShape::Presence::Required)
                add("printing.act-value-missing"_code, path + field.name);
        }
    }

    std::vector<base::Fault> faults;

   private:
    void value(const ActValue& value, const ActShape& shape, const std::string& path) {
        if (shape.isText()) return text(value, shape, path);
        if (shape.kind == ActShape::Kind::Group) {
            if (value.map() == nullptr) return add("printing.act-value-unfit"_code, path, "not a map");
            return group(*value.map(), shape, path + ".");
        }
        if (value.list() == nullptr) return add("printing.act-value-unfit"_code, path, "not a list");
        for (std::size_t at = 0; at < value.list()->size(); ++at) {
            const ActValue& item = (*value.list())[at];
            const bool texts = shape.kind == ActShape::Kind::Texts;
            if (texts ? item.text() != nullptr : item.map() != nullptr) {
                if (!texts) group(*item.map(), shape, fmt::format("{}[{}].", path, at + 1));
            } else {
                add("printing.act-value-unfit"_code, fmt::format("{}[{}]", path, at + 1),
                    texts ? "not a text" : "not a map");
            }
        }
    }

    void text(const ActValue& value, const ActShape& shape, const std::string& path) {
        const std::string* text = value.text();
        if (text == nullptr) return add("printing.act-value-unfit"_code, path, "not a text");
        if (text->empty()) {
            if (shape.presence == ActShape::Presence::Required) add("printing.act-value-missing"_code, path);
            return;
        }
        using Kind = ActShape::Kind;
        if (shape.kind == Kind::Integer && !isInteger(*text))
            add("printing.act-value-unfit"_code, path, "not a whole number");
        if (shape.kind == Kind::Date && !base::parseDate(*text))
            add("printing.act-value-unfit"_code, path, "not a day");
        if (shape.kind == Kind::Time && !isTime(*text)) add("printing.act-value-unfit"_code, path, "not a time of day");
    }

    void add(base::FailureCode code, const std::string& path, const std::string& detail = {}) {
        if (faults.size() >= kMostFaults) return;
        faults.push_back({std::move(code), {{"field", path}}, path});
        if (!detail.empty()) faults.back().arguments.emplace_back("detail", detail);
    }
};

/// The part of a sample that a row shows: "Ana|Luis" for rows 0, 1, 2 … gives Ana, Luis, Ana …
std::string sampleFor(const std::string& samples, std::size_t row) {
    std::vector<std::string> parts(1);
    for (const char c : samples) c == '|' ? static_cast<void>(parts.emplace_back()) : parts.back().push_back(c);
    return parts[row % parts.size()];
}

ActValue sampleOf(const ActShape& shape, std::size_t row) {
    if (shape.isText()) return sampleFor(shape.sample, row);
    if (shape.kind == ActShape::Kind::Group) return samplesOf(shape, row);
    ActList list;
    for (std::size_t at = 0; at < shape.sampleRows; ++at)
        list.push_back(shape.kind == ActShape::Kind::Texts ? ActValue{sampleFor(shape.sample, at)}
                                                           : ActValue{samplesOf(shape, at)});
    return list;
}

Agreement agreementOf(const std::string& format) {
    if (format == "words-feminine") return Agreement::Feminine;
    return format == "words-masculine" ? Agreement::Masculine : Agreement::Number;
}

std::string upper(const std::string& text) {
    std::string result;
    icu::UnicodeString::fromUTF8(text).toUpper(icu::Locale{"es"}).toUTF8String(result);
    return result;
}

}  // namespace

const ActShape* ActShape::field(const std::string& wanted) const {
    for (const auto& field : fields)
        if (field.name == wanted) return &field;
    return nullptr;
}

ActShape shapeOf(const base::xml::Element& values) {
    ActShape shape;
    shape.name = values.attributeOr("name", "");
    shape.kind = values.name() == "values" ? ActShape::Kind::Group : kindOf(values.name());
    shape.sample = values.attributeOr("sample", "");
    shape.sampleRows = std::stoul(values.attributeOr("rows", "3"));
    if (values.attributeOr("presence", "required") == "optional") shape.presence = ActShape::Presence::Optional;
    for (const auto& field : values.children()) shape.fields.push_back(shapeOf(field));
    return shape;
}

std::vector<base::Fault> faultsOf(const ActMap& values, const ActShape& group) {
    Check check;
    check.group(values, group, "");
    return std::move(check.faults);
}

ActMap samplesOf(const ActShape& group, std::size_t row) {
    ActMap values;
    for (const auto& field : group.fields) values.emplace(field.name, sampleOf(field, row));
    return values;
}

bool fits(ActShape::Kind kind, const std::string& format) {
    using Kind = ActShape::Kind;
    if (format.empty() || format == "upper") return true;
    if (format == "words") return kind == Kind::Integer || kind == Kind::Date || kind == Kind::Time;
    if (format == "words-feminine" || format == "words-masculine" || format == "number") return kind == Kind::Integer;
    return (format == "date" || format == "short-date") && kind == Kind::Date;
}

std::string formatted(const std::string& value, const std::string& format) {
    if (format.empty() || value.empty()) return value;
    if (format == "upper") return upper(value);
    if (isInteger(value))
        return format == "number" ? groupedNumber(std::stoll(value))
                                  : numberInWords(std::stoll(value), agreementOf(format));
    if (isTime(value))
        return timeInWords(std::chrono::hours{std::stoi(value)}, std::chrono::minutes{std::stoi(value.substr(3))});
    const base::Date day = *base::parseDate(value);
    if (format == "words") return dateInWords(day);
    if (format == "date") return longDate(day);
    return fmt::format("{:02}/{:02}/{}", static_cast<unsigned>(day.day()), static_cast<unsigned>(day.month()),
                       static_cast<int>(day.year()));
}

}  // namespace printing
