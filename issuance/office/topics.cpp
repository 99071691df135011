// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/office/topics.hpp"

#include <algorithm>
#include <map>
#include <vector>

namespace issuance {
namespace {

/// Who looks is journalled where personal data is shown. Whoever watches and looks again would wake themselves.
constexpr std::array kLooks{"register.search", "register.quarantine", "diligence.show", "confidential.read"};

const std::map<std::string_view, std::vector<std::string_view>> kOfFamily{
    {"case", {"cases"}},
    {"certificate", {"certificates"}},
    {"certifier", {"certificates", "keys"}},
    {"chip", {"keys"}},
    {"confidential", {"keys"}},
    {"count", {"counts"}},
    {"custody", {"stock"}},
    {"destruction", {"destruction"}},
    {"diligence", {"registers"}},
    {"document", {"documents"}},
    {"crl", {"keys"}},
    {"house-crl", {"keys"}},
    {"inspection", {"line", "documents"}},
    {"journal", {}},
    {"key", {"keys"}},
    {"line", {"line", "documents"}},
    {"masterlist", {"keys"}},
    {"minimum", {"stock"}},
    {"notification", {"certificates"}},
    {"operator", {"people"}},
    {"order", {"line"}},
    {"paper", {"papers"}},
    {"pki", {"keys"}},
    {"place", {"stock"}},
    {"register", {"registers"}},
    {"requisition", {"stock"}},
    {"service", {"sites"}},
    {"session", {}},
    {"signature", {"certificates"}},
    {"site", {"sites"}},
    {"station", {"line", "documents"}},
    {"stock", {"stock"}},
    {"template", {"certificates"}},
    {"transfer", {"stock"}},
    {"transport-key", {"keys"}},
    {"workstation", {"sites"}},
};

}  // namespace

std::optional<std::size_t> topicNamed(std::string_view name) {
    const auto found = std::ranges::find(kTopics, name, &Topic::name);
    return found == kTopics.end() ? std::nullopt : std::optional{static_cast<std::size_t>(found - kTopics.begin())};
}

TopicSet topicsOf(std::string_view act) {
    if (std::ranges::find(kLooks, act) != kLooks.end()) return {};
    const auto found = kOfFamily.find(act.substr(0, act.find('.')));
    if (found == kOfFamily.end()) return ~TopicSet{};
    TopicSet topics;
    for (const auto name : found->second) topics.set(topicNamed(name).value());
    return topics;
}

}  // namespace issuance
