// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/content_check.hpp"

#include <algorithm>

namespace contract {

using namespace base::literals;

base::Outcome checkPart(const ContentPart& part) {
    constexpr std::size_t kDigits = 64;
    const bool named = part.sha256.size() == kDigits && std::ranges::all_of(part.sha256, [](char digit) {
                           return (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f');
                       });
    if (!named) return base::Fault{"office.upload-bad-name"_code};
    const auto length = static_cast<std::int64_t>(part.octets.size());
    if (part.size < 0 || part.size > kLargestContent || part.offset < 0 || part.offset > part.size - length)
        return base::Fault{"office.upload-too-large"_code, {{"most", std::to_string(kLargestContent)}}};
    return {};
}

}  // namespace contract
