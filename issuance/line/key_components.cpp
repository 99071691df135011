// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/line/key_components.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace issuance {
namespace {

using namespace base::literals;

constexpr const char *kFirst = "first person", *kSecond = "second person";

std::string digitsOf(std::size_t octets) { return std::to_string(2 * octets); }

std::string joined(const std::vector<std::string>& values) { return fmt::format("{}", fmt::join(values, " ")); }

/// The octets that a person typed; their faults go to the list.
base::SecretBytes octetsOf(const chip::TransportKeyKind& kind, const base::SecretBytes& typed, const char* person,
                           std::vector<base::Fault>& faults) {
    const auto digits = typed.reveal();
    auto read = base::fromHex({reinterpret_cast<const char*>(digits.data()), digits.size()});
    if (!read) {
        faults.push_back({"transport-key.not-hexadecimal"_code, {}, person});
        return {};
    }
    base::SecretBytes octets{std::move(read).value()};
    if (!kind.takes(octets.size()))
        faults.push_back(
            {"transport-key.wrong-length"_code, {{"digits", digitsOf(chip::keySizeOf(kind.cipher))}}, person});
    return octets;
}

bool isZero(const base::SecretBytes& octets) {
    std::uint8_t any = 0;
    for (const auto octet : octets.reveal()) any = static_cast<std::uint8_t>(any | octet);
    return any == 0;
}

/// As a maker's letter may write it: "4a 5b 6c".
std::string plain(const std::string& value) {
    std::string text;
    for (const char c : value)
        if (c != ' ') text += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return text;
}

bool saysSo(const std::vector<std::string>& expected, const std::vector<std::string>& found) {
    return expected.empty() || std::ranges::equal(expected, found, {}, plain);
}

}  // namespace

base::Result<CombinedKey> combine(const chip::TransportKeyKind& kind, const KeyComponents& components) {
    std::vector<base::Fault> faults;
    const auto first = octetsOf(kind, components.first, kFirst, faults);
    const auto second = octetsOf(kind, components.second, kSecond, faults);
    if (faults.empty() && first.size() != second.size())
        faults.push_back({"transport-key.wrong-length"_code, {{"digits", digitsOf(first.size())}}, kSecond});
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    CombinedKey combined{first.clone(), {}, {}, {}};
    for (std::size_t at = 0; at < second.size(); ++at) combined.key.revealForWriting()[at] ^= second.reveal()[at];
    if (isZero(first) || isZero(second) || isZero(combined.key))
        return base::Fault{"transport-key.components-weak"_code, {}, {}};
    combined.checkValues = keyCheckValues(kind, combined.key.reveal());
    combined.firstChecks = keyCheckValues(kind, first.reveal());
    combined.secondChecks = keyCheckValues(kind, second.reveal());
    if (!saysSo(components.checkValues, combined.checkValues))
        return base::Fault{"transport-key.check-differs"_code,
                           {{"expected", joined(components.checkValues)}, {"found", joined(combined.checkValues)}},
                           {}};
    return combined;
}

}  // namespace issuance
