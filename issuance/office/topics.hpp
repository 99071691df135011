// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bitset>
#include <optional>
#include <string_view>

namespace issuance {

/// What one may watch for changes, and the permission of whoever looks at it.
struct Topic {
    std::string_view name;
    std::string_view permission;
};

inline constexpr std::array<Topic, 12> kTopics{{{"stock", "stock.view"},
                                                {"counts", "count.view"},
                                                {"cases", "case.view"},
                                                {"destruction", "destruction.view"},
                                                {"papers", "paper.view"},
                                                {"line", "order.view"},
                                                {"documents", "document.view"},
                                                {"certificates", "certificate.view"},
                                                {"registers", "register.view"},
                                                {"keys", "pki.view"},
                                                {"people", "operator.view"},
                                                {"sites", "site.view"}}};

/// Some of the topics, each by its place in the list.
using TopicSet = std::bitset<kTopics.size()>;

/// The topic's place in the list.
std::optional<std::size_t> topicNamed(std::string_view name);

/// The topics in which an act of a journal entry changes something, by the family of the act ("stock" of
/// "stock.receive"). None for what only tells that somebody looked, logged in or signed the journal; all for a family
/// that nobody listed, so that none is missed.
TopicSet topicsOf(std::string_view act);

}  // namespace issuance
