// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/keys/key_store.hpp"

#include <array>

namespace signing {
using namespace base::literals;
namespace {

constexpr std::array<std::string_view, 10> kPurposes{
    "country-signing", "document-signing", "operational-root",     "order-signing",       "journal-checkpoint",
    "wrapping",        "house-authority",  "electronic-signature", "master-list-signing", "seal-signing"};

}  // namespace

std::string_view nameOf(KeyPurpose purpose) { return kPurposes.at(static_cast<std::size_t>(purpose)); }

base::Result<KeyPurpose> keyPurposeNamed(std::string_view name) {
    for (std::size_t i = 0; i < kPurposes.size(); ++i)
        if (kPurposes[i] == name) return static_cast<KeyPurpose>(i);
    return base::Fault{"signing.algorithm-unknown"_code, {{"name", std::string{name}}}, {}};
}

}  // namespace signing
