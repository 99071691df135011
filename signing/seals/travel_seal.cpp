// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/seals/travel_seal.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "signing/seals/c40.hpp"

namespace signing {
using namespace base::literals;
namespace {

constexpr std::uint8_t kMrvA = 1, kMrvB = 2, kEntries = 3, kStay = 4, kPassport = 5, kVisaType = 6, kAdditional = 7;
constexpr std::uint8_t kTd2 = 2;
constexpr std::size_t kLongLine = 44, kShortLine = 36, kBeginOfSecond = 28, kMostAdditional = 254;

using Faults = std::vector<base::Fault>;

void complain(Faults& faults, base::FailureCode code, std::uint8_t tag) {
    faults.push_back({std::move(code), {{"feature", fmt::format("{:02X}", tag)}}, {}});
}

base::Fault otherDefinition(const Seal& seal) {
    const auto& definition = seal.header.definition;
    return {"signing.seal-definition-unknown"_code,
            {{"definition", fmt::format("{:02X}{:02X}", definition.reference, definition.category)}},
            {}};
}

/// Null where it is absent, which is a fault of what is required, or where it has another size.
const base::Bytes* sized(const Seal& seal, std::uint8_t tag, std::size_t least, std::size_t most, Faults& faults) {
    const auto* feature = seal.find(tag);
    if (feature == nullptr) return nullptr;
    if (feature->value.size() >= least && feature->value.size() <= most) return &feature->value;
    complain(faults, "signing.seal-feature-wrong"_code, tag);
    return nullptr;
}

void demand(const Seal& seal, std::uint8_t tag, Faults& faults) {
    if (seal.find(tag) == nullptr) complain(faults, "signing.seal-feature-missing"_code, tag);
}

/// Both lines of an MRZ, or empty ones.
EmergencyDocumentSeal linesOf(const SealFeature& feature, std::size_t first, std::size_t second, Faults& faults) {
    auto text = decodeC40(feature.value);
    if (!text || text->size() != first + second) {
        complain(faults, "signing.seal-feature-wrong"_code, feature.tag);
        return {};
    }
    std::replace(text->begin(), text->end(), ' ', '<');
    return {text->substr(0, first), text->substr(first)};
}

EmergencyDocumentSeal visaLines(const Seal& seal, Faults& faults) {
    const auto* longForm = seal.find(kMrvA);
    const auto* shortForm = seal.find(kMrvB);
    if (longForm != nullptr && shortForm != nullptr) {
        complain(faults, "signing.seal-feature-wrong"_code, kMrvB);
        return {};
    }
    if (longForm != nullptr) return linesOf(*longForm, kLongLine, kBeginOfSecond, faults);
    if (shortForm != nullptr) return linesOf(*shortForm, kShortLine, kBeginOfSecond, faults);
    complain(faults, "signing.seal-feature-missing"_code, kMrvA);
    return {};
}

}  // namespace

base::Result<VisaSeal> readVisaSeal(const Seal& seal) {
    if (seal.header.definition != kVisaSealDefinition) return otherDefinition(seal);
    Faults faults;
    VisaSeal visa;
    auto lines = visaLines(seal, faults);
    visa.firstLine = std::move(lines.firstLine);
    visa.secondLine = std::move(lines.secondLine);
    demand(seal, kStay, faults);
    demand(seal, kPassport, faults);
    if (const auto* entries = sized(seal, kEntries, 1, 1, faults)) visa.entries = entries->front();
    if (const auto* stay = sized(seal, kStay, 3, 3, faults)) visa.stay = *stay;
    if (const auto* type = sized(seal, kVisaType, 1, 4, faults)) visa.visaType = *type;
    if (const auto* more = sized(seal, kAdditional, 0, kMostAdditional, faults)) visa.additional = *more;
    if (const auto* passport = sized(seal, kPassport, 6, 6, faults)) {
        auto number = decodeC40(*passport);
        if (!number) complain(faults, "signing.seal-feature-wrong"_code, kPassport);
        if (number) visa.passportNumber = std::move(*number);
    }
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    return visa;
}

base::Result<EmergencyDocumentSeal> readEmergencyDocumentSeal(const Seal& seal) {
    if (seal.header.definition != kEmergencyDocumentSealDefinition) return otherDefinition(seal);
    Faults faults;
    demand(seal, kTd2, faults);
    EmergencyDocumentSeal document;
    if (const auto* zone = seal.find(kTd2)) document = linesOf(*zone, kShortLine, kShortLine, faults);
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    return document;
}

std::optional<std::string> documentCodeOf(const Seal& seal) {
    if (const auto visa = readVisaSeal(seal)) return visa->firstLine.substr(0, 2);
    if (const auto document = readEmergencyDocumentSeal(seal)) return document->firstLine.substr(0, 2);
    return std::nullopt;
}

}  // namespace signing
