// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/secret_bytes.hpp"

/// How the contract's values become JSON and come back. A value type names its fields once, in `kFields`; from there
/// come writing, reading with every fault at once, and the schema.
namespace contract {

/// Keeps the order in which fields are declared, so that what people read is in the order of the trade. Who looks into
/// one includes <nlohmann/json.hpp>; who only passes values on does not pay for it.
using Json = nlohmann::ordered_json;

/// What stands where, and what is wrong with it: collected while a value is read.
class Reading {
   public:
    void fault(base::FailureCode code, const std::string& where) { m_faults.push_back({std::move(code), {}, where}); }
    [[nodiscard]] const std::vector<base::Fault>& faults() const { return m_faults; }

   private:
    std::vector<base::Fault> m_faults;
};

struct Field;
struct Form;

/// What the JSON of a form looks like, for who describes it.
struct Shape {
    enum class Kind { Truth, Integer, Text, Octets, Secret, TextMap, List, Object };
    Kind kind = Kind::Text;
    std::span<const Field> fields = {};  ///< of an object
    const Form* element = nullptr;       ///< of a list
    bool mayBeNull = false;
};

/// How values of one type are written and read, with the type itself forgotten: what goes through the fields of a value
/// is compiled once, not once for each of the contract's types.
struct Form {
    void (*write)(const void* value, Json& json);
    void (*read)(const Json& json, void* value, const std::string& where, Reading& reading);
    Shape (*shape)();
    bool mayBeAbsent;  ///< optional, list, map or truth value: has a default that says "not given"
};

/// One field of a value: its JSON name, where it lives, and its form.
struct Field {
    const char* name;
    void* (*in)(void* owner);
    const Form* form;
};

template <class T>
concept Declared = requires {
    T::kFields;
};

using TextMap = std::map<std::string, std::string>;

void writeFields(const void* value, std::span<const Field> fields, Json& json);
/// Reads the declared fields, and reports those that lack and those nobody declared.
void readFields(const Json& json, void* value, std::span<const Field> fields, const std::string& where,
                Reading& reading);
void makeList(Json& json);
Json& appended(Json& list);
bool isNull(const Json& json);
/// Reads each element of a list into the place that `next` makes for it.
void readList(const Json& json, const std::function<void*()>& next, const Form& form, const std::string& where,
              Reading& reading);

/// How a type is written and read; what is not listed here cannot be in the contract.
template <class T>
struct FormOf;

template <Declared T>
struct FormOf<T> {
    static constexpr bool kMayBeAbsent = false;
    static void write(const void* value, Json& json) { writeFields(value, T::kFields, json); }
    static void read(const Json& json, void* value, const std::string& where, Reading& reading) {
        readFields(json, value, T::kFields, where, reading);
    }
    static Shape shape() { return {Shape::Kind::Object, T::kFields}; }
};

/// The forms of texts, numbers and octets.
template <class T, Shape::Kind kKind, bool MayBeAbsent = false>
struct PlainForm {
    static constexpr bool kMayBeAbsent = MayBeAbsent;
    static Shape shape() { return {kKind}; }
    static void write(const void* value, Json& json);
    static void read(const Json& json, void* value, const std::string& where, Reading& reading);
};
template <>
struct FormOf<bool> : PlainForm<bool, Shape::Kind::Truth, true> {};
template <>
struct FormOf<std::int64_t> : PlainForm<std::int64_t, Shape::Kind::Integer> {};
template <>
struct FormOf<std::string> : PlainForm<std::string, Shape::Kind::Text> {};
template <>
struct FormOf<TextMap> : PlainForm<TextMap, Shape::Kind::TextMap, true> {};
/// In base 64.
template <>
struct FormOf<base::Bytes> : PlainForm<base::Bytes, Shape::Kind::Octets, true> {};
/// A text that a person gave in secret.
template <>
struct FormOf<base::SecretBytes> : PlainForm<base::SecretBytes, Shape::Kind::Secret> {};

template <class T>
inline constexpr Form kForm{&FormOf<T>::write, &FormOf<T>::read, &FormOf<T>::shape, FormOf<T>::kMayBeAbsent};

template <class T>
struct FormOf<std::vector<T>> {
    static constexpr bool kMayBeAbsent = true;
    static void write(const void* value, Json& json) {
        makeList(json);
        for (const auto& element : *static_cast<const std::vector<T>*>(value))
            FormOf<T>::write(&element, appended(json));
    }
    static void read(const Json& json, void* value, const std::string& where, Reading& reading) {
        auto& list = *static_cast<std::vector<T>*>(value);
        list.clear();
        readList(
            json, [&list]() -> void* { return &list.emplace_back(); }, kForm<T>, where, reading);
    }
    static Shape shape() { return {Shape::Kind::List, {}, &kForm<T>}; }
};

template <class T>
struct FormOf<std::optional<T>> {
    static constexpr bool kMayBeAbsent = true;
    static void write(const void* value, Json& json) {
        const auto& given = *static_cast<const std::optional<T>*>(value);
        if (given) FormOf<T>::write(&*given, json);
    }
    static void read(const Json& json, void* value, const std::string& where, Reading& reading) {
        if (!isNull(json)) FormOf<T>::read(json, &static_cast<std::optional<T>*>(value)->emplace(), where, reading);
    }
    static Shape shape() {
        auto shape = FormOf<T>::shape();
        shape.mayBeNull = true;
        return shape;
    }
};

template <class Owner, class Member, Member Owner::*kMember>
struct FieldIn {
    static void* in(void* owner) { return &(static_cast<Owner*>(owner)->*kMember); }
    static constexpr Field named(const char* name) { return {name, &in, &kForm<Member>}; }
};
template <auto kMember>
struct FieldAt;
template <class Owner, class Member, Member Owner::*kMember>
struct FieldAt<kMember> : FieldIn<Owner, Member, kMember> {};

/// A field of a value type, in its list `kFields`.
template <auto kMember>
constexpr Field field(const char* name) {
    return FieldAt<kMember>::named(name);
}

template <class T, class Whole = Json>  // names Json as a parameter: only who calls it needs the whole type
Whole toJson(const T& value) {
    Whole json;
    FormOf<T>::write(&value, json);
    return json;
}

/// Reads a value of the form; refuses with every fault and the path of its field.
base::Outcome readValue(const Json& json, void* value, const Form& form);

/// The value that the JSON holds, or every fault with the path of its field.
template <class T>
base::Result<T> fromJson(const Json& json) {
    T value{};
    const auto read = readValue(json, &value, kForm<T>);
    if (!read) return read.refusal();
    return value;
}

/// Leaves zeros in the place of every text below: some may be secrets that must not outlive their use.
void wipeTexts(Json& json);

/// The value as JSON text for storing: in one line. Texts that are not UTF-8 throw.
std::string storedJson(const void* value, const Form& form);
template <class T>
std::string storedJson(const T& value) {
    return storedJson(&value, kForm<T>);
}

/// The value as JSON text for people: indented, with U+FFFD for what is not UTF-8.
std::string printedJson(const void* value, const Form& form);
template <class T>
std::string printedJson(const T& value) {
    return printedJson(&value, kForm<T>);
}

/// Reads text as JSON within bounds: at most 64 deep. Refuses "contract.not-json".
base::Result<Json> parseJson(std::string_view text);

/// Text to value: refuses what `parseJson` and `fromJson` refuse.
base::Outcome readText(std::string_view text, void* value, const Form& form);
template <class T>
base::Result<T> fromText(std::string_view text) {
    T value{};
    const auto read = readText(text, &value, kForm<T>);
    if (!read) return read.refusal();
    return value;
}

}  // namespace contract
