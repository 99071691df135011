// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/flow/act_shape.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <regex>

#include "base/clock.hpp"

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

bool isAmount(const std::string& text) {
    static const std::regex kForm{"[A-Z]{3} [0-9]{1,13}\\.[0-9]{2}"};
    return std::regex_match(text, kForm);
}

ActShape::Kind kindOf(const std::string& element) {
    using Kind = ActShape::Kind;
    static const std::map<std::string, Kind> kKinds{
        {"entero", Kind::Integer}, {"monto", Kind::Amount}, {"fecha", Kind::Date}, {"hora", Kind::Time},
        {"genero", Kind::Gender},  {"textos", Kind::Texts}, {"lista", Kind::List}, {"grupo", Kind::Group}};
    const auto found = kKinds.find(element);
    return found == kKinds.end() ? Kind::Text : found->second;
}

std::vector<std::string> partsOf(const std::string& text) {
    std::vector<std::string> parts(1);
    for (const char c : text) c == '|' ? static_cast<void>(parts.emplace_back()) : parts.back().push_back(c);
    return parts;
}

/// What a text of a kind looks like, where this one is none; nullptr where it is.
const char* wantedInstead(const std::string& text, ActShape::Kind kind) {
    using Kind = ActShape::Kind;
    switch (kind) {
        case Kind::Integer: return isInteger(text) ? nullptr : "12";
        case Kind::Amount: return isAmount(text) ? nullptr : "GTQ 12.50";
        case Kind::Date: return base::parseDate(text) ? nullptr : "2026-11-23";
        case Kind::Time: return isTime(text) ? nullptr : "09:30";
        case Kind::Gender: return text == "femenino" || text == "masculino" ? nullptr : "femenino, masculino";
        default: return nullptr;
    }
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
            if (value.map() == nullptr) return add("printing.act-value-unfit"_code, path, "grupo");
            return group(*value.map(), shape, path + ".");
        }
        if (value.list() == nullptr) return add("printing.act-value-unfit"_code, path, "lista");
        for (std::size_t at = 0; at < value.list()->size(); ++at) {
            const ActValue& item = (*value.list())[at];
            const bool texts = shape.kind == ActShape::Kind::Texts;
            if (texts ? item.text() != nullptr : item.map() != nullptr) {
                if (!texts) group(*item.map(), shape, fmt::format("{}[{}].", path, at + 1));
            } else {
                add("printing.act-value-unfit"_code, fmt::format("{}[{}]", path, at + 1), texts ? "texto" : "grupo");
            }
        }
    }

    void text(const ActValue& value, const ActShape& shape, const std::string& path) {
        const std::string* text = value.text();
        if (text == nullptr) return add("printing.act-value-unfit"_code, path, "texto");
        if (text->empty()) {
            if (shape.presence == ActShape::Presence::Required) add("printing.act-value-missing"_code, path);
            return;
        }
        if (const char* wanted = wantedInstead(*text, shape.kind); wanted != nullptr)
            add("printing.act-value-unfit"_code, path, wanted);
        const auto& among = shape.among;
        if (!among.empty() && std::find(among.begin(), among.end(), *text) == among.end())
            add("printing.act-value-unfit"_code, path, among.front());
    }

    void add(base::FailureCode code, const std::string& path, const std::string& detail = {}) {
        if (faults.size() >= kMostFaults) return;
        faults.push_back({std::move(code), {{"field", path}}, path});
        if (!detail.empty()) faults.back().arguments.emplace_back("detail", detail);
    }
};

/// The part of a sample that a row shows: "Ana|Luis" for rows 0, 1, 2 … gives Ana, Luis, Ana …
std::string sampleFor(const std::string& samples, std::size_t row) {
    const auto parts = partsOf(samples);
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

ActValue declaredPartOf(const ActValue& value, const ActShape& shape) {
    if (value.map() != nullptr) return valuesFor(shape, *value.map());
    if (value.list() == nullptr || shape.kind != ActShape::Kind::List) return value;
    ActList list;
    for (const auto& item : *value.list())
        list.push_back(item.map() != nullptr ? ActValue{valuesFor(shape, *item.map())} : item);
    return list;
}

}  // namespace

const ActShape* ActShape::field(const std::string& wanted) const {
    for (const auto& field : fields)
        if (field.name == wanted) return &field;
    return nullptr;
}

ActShape shapeOf(const base::xml::Element& values) {
    ActShape shape;
    shape.name = values.attributeOr("nombre", "");
    shape.kind = values.name() == "datos" ? ActShape::Kind::Group : kindOf(values.name());
    shape.meaning = values.attributeOr("significado", "");
    shape.sample = values.attributeOr("ejemplo", "");
    shape.sampleRows = std::stoul(values.attributeOr("filas", "3"));
    if (const auto among = values.attribute("valores")) shape.among = partsOf(*among);
    if (values.attribute("opcional")) shape.presence = ActShape::Presence::Optional;
    if (values.attribute("libre")) shape.origin = ActShape::Origin::Clerk;
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

ActMap valuesFor(const ActShape& group, const ActMap& all) {
    ActMap values;
    for (const auto& field : group.fields)
        if (const auto found = all.find(field.name); found != all.end())
            values.emplace(field.name, declaredPartOf(found->second, field));
    return values;
}

}  // namespace printing
