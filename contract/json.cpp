// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/json.hpp"

#include <nlohmann/json.hpp>

#include <type_traits>

namespace contract {

using namespace base::literals;

namespace {

void wrongType(const std::string& where, Reading& reading) { reading.fault("contract.wrong-type"_code, where); }

}  // namespace

void writeFields(const void* value, std::span<const Field> fields, Json& json) {
    json = Json::object();
    // `in` only finds the field; what it finds is not written to here.
    for (const auto& field : fields) field.form->write(field.in(const_cast<void*>(value)), json[field.name]);
}

void makeList(Json& json) { json = Json::array(); }

Json& appended(Json& list) { return list.emplace_back(); }

bool isNull(const Json& json) { return json.is_null(); }

void readList(const Json& json, const std::function<void*()>& next, const Form& form, const std::string& where,
              Reading& reading) {
    if (!json.is_array()) return wrongType(where, reading);
    for (std::size_t i = 0; i < json.size(); ++i)
        form.read(json[i], next(), where + "[" + std::to_string(i) + "]", reading);
}

base::Outcome readValue(const Json& json, void* value, const Form& form) {
    Reading reading;
    form.read(json, value, "", reading);
    if (!reading.faults().empty()) return base::Refusal{reading.faults()};
    return {};
}

std::string storedJson(const void* value, const Form& form) {
    Json json;
    form.write(value, json);
    return json.dump();
}

std::string printedJson(const void* value, const Form& form) {
    Json json;
    form.write(value, json);
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

base::Outcome readText(std::string_view text, void* value, const Form& form) {
    const auto json = parseJson(text);
    if (!json) return json.refusal();
    return readValue(*json, value, form);
}

void readFields(const Json& json, void* value, std::span<const Field> fields, const std::string& where,
                Reading& reading) {
    if (!json.is_object()) return wrongType(where, reading);
    std::size_t known = 0;
    for (const auto& field : fields) {
        const std::string place = where.empty() ? field.name : where + "." + field.name;
        const auto found = json.find(field.name);
        if (found != json.end()) {
            ++known;
            field.form->read(*found, field.in(value), place, reading);
        } else if (!field.form->mayBeAbsent) {
            reading.fault("contract.missing-field"_code, place);
        }
    }
    if (known != json.size()) reading.fault("contract.unknown-field"_code, where);
}

template <class T, Shape::Kind kKind, bool MayBeAbsent>
void PlainForm<T, kKind, MayBeAbsent>::write(const void* value, Json& json) {
    const auto& plain = *static_cast<const T*>(value);
    if constexpr (std::is_same_v<T, base::Bytes>) {
        json = base::toBase64(plain);
    } else if constexpr (std::is_same_v<T, base::SecretBytes>) {
        json = base::textOf(plain.reveal());
    } else {
        json = plain;
    }
}

template <class T, Shape::Kind kKind, bool MayBeAbsent>
void PlainForm<T, kKind, MayBeAbsent>::read(const Json& json, void* value, const std::string& where, Reading& reading) {
    auto& plain = *static_cast<T*>(value);
    if constexpr (std::is_same_v<T, base::Bytes>) {
        auto octets = json.is_string() ? base::fromBase64(json.get_ref<const std::string&>())
                                       : base::Result<base::Bytes>{base::Fault{"base.not-base64"_code}};
        octets ? void(plain = std::move(octets).value()) : wrongType(where, reading);
    } else if constexpr (std::is_same_v<T, base::SecretBytes>) {
        json.is_string() ? void(plain = base::SecretBytes::copyOf(std::string_view{json.get_ref<const std::string&>()}))
                         : wrongType(where, reading);
    } else if constexpr (std::is_same_v<T, bool>) {
        json.is_boolean() ? void(plain = json.get<bool>()) : wrongType(where, reading);
    } else if constexpr (std::is_same_v<T, std::int64_t>) {
        const bool fits = !json.is_number_unsigned() || json.get<std::uint64_t>() <= std::uint64_t{INT64_MAX};
        json.is_number_integer() && fits ? void(plain = json.get<T>()) : wrongType(where, reading);
    } else if constexpr (std::is_same_v<T, std::string>) {
        json.is_string() ? void(plain = json.get<std::string>()) : wrongType(where, reading);
    } else {
        static_assert(std::is_same_v<T, TextMap>);
        if (!json.is_object()) return wrongType(where, reading);
        for (const auto& [key, element] : json.items())
            element.is_string() ? void(plain[key] = element.template get<std::string>()) : wrongType(where, reading);
    }
}

template struct PlainForm<bool, Shape::Kind::Truth, true>;
template struct PlainForm<std::int64_t, Shape::Kind::Integer>;
template struct PlainForm<std::string, Shape::Kind::Text>;
template struct PlainForm<TextMap, Shape::Kind::TextMap, true>;
template struct PlainForm<base::Bytes, Shape::Kind::Octets, true>;
template struct PlainForm<base::SecretBytes, Shape::Kind::Secret>;

void wipeTexts(Json& json) {
    if (json.is_string()) base::wipe(json.get_ref<std::string&>());
    if (json.is_structured())
        for (auto& below : json) wipeTexts(below);
}

base::Result<Json> parseJson(std::string_view text) {
    constexpr int kDeepest = 64;
    bool tooDeep = false;
    const auto watchDepth = [&](int depth, Json::parse_event_t, Json&) {
        if (depth > kDeepest) tooDeep = true;
        return !tooDeep;
    };
    auto json = Json::parse(text.begin(), text.end(), watchDepth, false);
    if (tooDeep || json.is_discarded()) return base::Fault{"contract.not-json"_code};
    return json;
}

}  // namespace contract
