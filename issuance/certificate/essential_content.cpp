// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/certificate/essential_content.hpp"

#include <nlohmann/json.hpp>

#include <array>

#include "base/digest.hpp"
#include "base/openssl.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using Json = nlohmann::json;

/// Crockford's base 32: no I, L, O and U.
constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kLength = 12;
constexpr std::size_t kGroup = 4;
constexpr int kDeepest = 8;

Json jsonFrom(const printing::ActValue& value) {
    if (const auto* text = value.text()) return *text;
    if (const auto* list = value.list()) {
        auto array = Json::array();
        for (const auto& each : *list) array.push_back(jsonFrom(each));
        return array;
    }
    auto object = Json::object();
    for (const auto& [name, each] : *value.map()) object[name] = jsonFrom(each);
    return object;
}

std::optional<printing::ActValue> valueFrom(const Json& json, int depth) {
    if (json.is_string()) return printing::ActValue{json.get<std::string>()};
    if (depth >= kDeepest) return std::nullopt;
    if (json.is_array()) {
        printing::ActList list;
        for (const auto& each : json) {
            auto value = valueFrom(each, depth + 1);
            if (!value) return std::nullopt;
            list.push_back(std::move(*value));
        }
        return printing::ActValue{std::move(list)};
    }
    if (!json.is_object()) return std::nullopt;
    printing::ActMap map;
    for (const auto& [name, each] : json.items()) {
        auto value = valueFrom(each, depth + 1);
        if (!value) return std::nullopt;
        map.emplace(name, std::move(*value));
    }
    return printing::ActValue{std::move(map)};
}

/// Finds each wrong character and each exchange of two: weights, and differences of weights and of values, are units
/// modulo the prime 37. Nothing for the remainders that the alphabet has no character for: such codes are not given.
std::optional<char> checkCharacter(std::string_view characters) {
    constexpr std::size_t kPrime = 37;
    std::size_t sum = 0;
    for (std::size_t i = 0; i < characters.size(); ++i) sum += (i + 1) * kAlphabet.find(characters[i]);
    const std::size_t rest = sum % kPrime;
    if (rest >= kAlphabet.size()) return std::nullopt;
    return kAlphabet[rest];
}

std::string grouped(const std::string& plain) {
    std::string text;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        if (i > 0 && i % kGroup == 0) text += '-';
        text += plain[i];
    }
    return text;
}

char folded(char typed) {
    if (typed >= 'a' && typed <= 'z') typed = static_cast<char>(typed - 'a' + 'A');
    return typed == 'O' ? '0' : typed == 'I' || typed == 'L' ? '1' : typed;
}

}  // namespace

std::string jsonOf(const printing::ActMap& values) {
    return jsonFrom(printing::ActValue{values}).dump(-1, ' ', false, Json::error_handler_t::replace);
}

base::Result<printing::ActMap> valuesOf(const std::string& json) {
    const auto parsed = Json::parse(json, nullptr, false);
    auto value = parsed.is_object() ? valueFrom(parsed, 0) : std::nullopt;
    if (!value) return base::Fault{"certificate.values-malformed"_code};
    return std::move(std::get<printing::ActMap>(value->content));
}

base::Bytes essentialHash(const printing::ActMap& values) { return base::sha256(base::bytesOf(jsonOf(values))); }

std::string freshVerificationCode() {
    while (true) {
        const auto octets = base::randomBytes(kLength - 1);
        std::string plain;
        for (const auto octet : octets) plain += kAlphabet[octet % kAlphabet.size()];
        const auto check = checkCharacter(plain);
        if (check) return grouped(plain + *check);
    }
}

base::Result<std::string> verificationCode(const std::string& typed) {
    std::string plain;
    for (const char c : typed)
        if (c != '-' && c != ' ') plain += folded(c);
    const base::Fault mistyped{"certificate.code-mistyped"_code, {{"code", typed}}};
    if (plain.size() != kLength || plain.find_first_not_of(kAlphabet) != std::string::npos) return mistyped;
    if (checkCharacter(std::string_view{plain}.substr(0, kLength - 1)) != plain.back()) return mistyped;
    return grouped(plain);
}

}  // namespace issuance
