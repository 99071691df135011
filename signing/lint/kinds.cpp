// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/lint/kinds.hpp"

#include <algorithm>
#include <array>

namespace signing::lint {
namespace {

constexpr std::array<std::string_view, 8> kNames{
    "csca",          "csca-link",   "document-signer", "master-list-signer", "deviation-list-signer",
    "communication", "lds2-signer", "bar-code-signer"};

}  // namespace

std::string_view nameOf(Kind kind) { return kNames.at(static_cast<std::size_t>(kind)); }

std::optional<Kind> kindNamed(std::string_view name) {
    const auto* found = std::find(kNames.begin(), kNames.end(), name);
    if (found == kNames.end()) return std::nullopt;
    return static_cast<Kind>(found - kNames.begin());
}

}  // namespace signing::lint
