// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <concepts>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "base/bytes.hpp"

/// How the contract's values become JSON and come back. A value type names its fields once, in `kFields`; from there
/// come writing, reading with every fault at once, and the schema.
namespace contract {

/// Keeps the order in which fields are declared, so that what people read is in the order of the trade.
using Json = nlohmann::ordered_json;

/// One field of a value: its JSON name and where it lives.
template <class Owner, class Member>
struct Field {
    const char* name;
    Member Owner::*member;
};
template <class Owner, class Member>
Field(const char*, Member Owner::*) -> Field<Owner, Member>;

template <class T>
concept Declared = requires {
    T::kFields;
};

template <class T>
inline constexpr bool kIsVector = false;
template <class T>
inline constexpr bool kIsVector<std::vector<T>> = true;
template <class T>
inline constexpr bool kIsOptional = false;
template <class T>
inline constexpr bool kIsOptional<std::optional<T>> = true;

using TextMap = std::map<std::string, std::string>;

template <class T>
Json toJson(const T& value) {
    if constexpr (Declared<T>) {
        Json object = Json::object();
        std::apply([&](const auto&... field) { ((object[field.name] = toJson(value.*field.member)), ...); },
                   T::kFields);
        return object;
    } else if constexpr (std::is_same_v<T, base::Bytes>) {
        return base::toBase64(value);
    } else if constexpr (kIsVector<T>) {
        Json array = Json::array();
        for (const auto& element : value) array.push_back(toJson(element));
        return array;
    } else if constexpr (kIsOptional<T>) {
        return value ? toJson(*value) : Json{};
    } else {
        return Json(value);
    }
}

/// What stands where, and what is wrong with it: collected while a value is read.
class Reading {
   public:
    void fault(base::FailureCode code, const std::string& where) { m_faults.push_back({std::move(code), {}, where}); }
    [[nodiscard]] const std::vector<base::Fault>& faults() const { return m_faults; }

   private:
    std::vector<base::Fault> m_faults;
};

template <class T>
void readJson(const Json& json, T& value, const std::string& where, Reading& reading);

/// Reads the declared fields; a field with a default may be absent when it is optional, a list, a map or a truth value.
template <Declared T>
void readFields(const Json& json, T& value, const std::string& where, Reading& reading) {
    using namespace base::literals;
    std::size_t known = 0;
    const auto one = [&](const auto& field) {
        using Member = std::remove_reference_t<decltype(value.*field.member)>;
        const std::string place = where.empty() ? field.name : where + "." + field.name;
        const auto found = json.find(field.name);
        if (found != json.end()) {
            ++known;
            readJson(*found, value.*field.member, place, reading);
        } else if constexpr (!kIsOptional<Member> && !kIsVector<Member> && !std::is_same_v<Member, bool> &&
                             !std::is_same_v<Member, TextMap>) {
            reading.fault("contract.missing-field"_code, place);
        }
    };
    std::apply([&](const auto&... field) { (one(field), ...); }, T::kFields);
    if (known != json.size()) reading.fault("contract.unknown-field"_code, where);
}

template <class T>
void readJson(const Json& json, T& value, const std::string& where, Reading& reading) {
    using namespace base::literals;
    const auto wrongType = [&] { reading.fault("contract.wrong-type"_code, where); };
    if constexpr (Declared<T>) {
        json.is_object() ? readFields(json, value, where, reading) : wrongType();
    } else if constexpr (std::is_same_v<T, base::Bytes>) {
        auto octets = json.is_string() ? base::fromBase64(json.get_ref<const std::string&>())
                                       : base::Result<base::Bytes>{base::Fault{"base.not-base64"_code}};
        octets ? void(value = std::move(octets).value()) : wrongType();
    } else if constexpr (kIsVector<T>) {
        if (!json.is_array()) return wrongType();
        value.clear();
        for (std::size_t i = 0; i < json.size(); ++i)
            readJson(json[i], value.emplace_back(), where + "[" + std::to_string(i) + "]", reading);
    } else if constexpr (kIsOptional<T>) {
        if (!json.is_null()) readJson(json, value.emplace(), where, reading);
    } else if constexpr (std::is_same_v<T, bool>) {
        json.is_boolean() ? void(value = json.get<bool>()) : wrongType();
    } else if constexpr (std::is_integral_v<T>) {
        json.is_number_integer() ? void(value = json.get<T>()) : wrongType();
    } else if constexpr (std::is_same_v<T, std::string>) {
        json.is_string() ? void(value = json.get<std::string>()) : wrongType();
    } else {
        static_assert(std::is_same_v<T, TextMap>, "a contract value holds declared values, texts, numbers and lists");
        if (!json.is_object()) return wrongType();
        for (const auto& [key, element] : json.items())
            element.is_string() ? void(value[key] = element.template get<std::string>()) : wrongType();
    }
}

/// The value that the JSON holds, or every fault with the path of its field.
template <class T>
base::Result<T> fromJson(const Json& json) {
    T value{};
    Reading reading;
    readJson(json, value, "", reading);
    if (!reading.faults().empty()) return base::Refusal{reading.faults()};
    return value;
}

/// Reads text as JSON within bounds: at most 64 deep. Refuses "contract.not-json".
base::Result<Json> parseJson(std::string_view text);

}  // namespace contract
