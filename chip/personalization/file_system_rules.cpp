// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/personalization/file_system_rules.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace chip {
namespace {

using base::xml::Element;

constexpr std::array<std::string_view, 3> kDiversifications{"none", "emv", "kdf3"};
constexpr std::array<std::string_view, 4> kLockSteps{"activate-files", "activate-application", "activate-master-file",
                                                     "terminate-transport-key"};

template <class Enum, class Names>
Enum named(const Names& names, std::string_view name) {
    return static_cast<Enum>(std::ranges::find(names, name) - names.begin());
}

struct ConditionWord {
    std::string_view word;
    AccessCondition bit;
};
constexpr ConditionWord kConditions[] = {
    {"secure-messaging", 0x40}, {"external-authentication", 0x20}, {"user-authentication", 0x10}};
constexpr AccessCondition kAlways = 0x00, kNever = 0xFF, kAllOfThem = 0x80;

AccessCondition conditionOf(const std::string& words) {
    if (words == "always") return kAlways;
    if (words == "never") return kNever;
    AccessCondition condition = 0;
    for (const auto& row : kConditions)
        if (words.find(row.word) != std::string::npos) condition |= row.bit;
    return std::popcount(condition) > 1 ? condition | kAllOfThem : condition;
}

AccessRule accessRule(const Element& access, std::string_view name) {
    const auto rule = *access.child(name);
    return {conditionOf(rule.attributeOr("read", "")), conditionOf(rule.attributeOr("update", ""))};
}

void readKeyFiles(const Element& element, FileSystemRules& rules) {
    for (const auto& key : element.children("key"))
        rules.keyFiles.push_back({*secretKindNamed(key.attributeOr("secret", "")),
                                  *secretFormNamed(key.attributeOr("form", "")), readHexadecimal(key, "identifier")});
}

}  // namespace

std::uint16_t readHexadecimal(const Element& element, std::string_view attribute) {
    constexpr int kHexadecimal = 16;
    return static_cast<std::uint16_t>(std::stoul(element.attributeOr(attribute, "0"), nullptr, kHexadecimal));
}

TransportKeyRule readTransportKey(const Element& element) {
    return {element.attributeOr("name", ""), cipherNamed(element.attributeOr("cipher", "")),
            named<Diversification>(kDiversifications, element.attributeOr("diversification", ""))};
}

FileSystemRules readFileSystemRules(const Element& element) {
    FileSystemRules rules;
    const auto key = *element.child("transportKey"), create = *element.child("create"),
               access = *element.child("access");
    rules.transportKey = readTransportKey(key);
    rules.proof =
        key.attributeOr("proof", "") == "verify" ? TransportProof::Verify : TransportProof::ExternalAuthenticate;
    rules.keyReference = static_cast<std::uint8_t>(readHexadecimal(key, "reference"));
    rules.keyFile = readHexadecimal(key, "file");
    rules.controlTemplate = readHexadecimal(create, "template");
    rules.sizeTag = readHexadecimal(create, "size");
    rules.application = readHexadecimal(create, "application");
    rules.creatingSelects = create.attributeOr("selects", "") == "yes";
    rules.accessForm = access.attributeOr("form", "") == "compact" ? AccessForm::Compact : AccessForm::Expanded;
    rules.free = accessRule(access, "free");
    rules.data = accessRule(access, "data");
    rules.sensitive = accessRule(access, "sensitive");
    rules.key = accessRule(access, "key");
    readKeyFiles(*element.child("keyFiles"), rules);
    for (const auto& step : element.child("lockSequence")->children("step"))
        rules.lock.push_back(named<LockStep>(kLockSteps, step.text()));
    rules.erasesPartialChips = element.childText("partialChip") == "erase";
    return rules;
}

}  // namespace chip
