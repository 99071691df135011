// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/seals/act_seal.hpp"

#include <fmt/format.h>

#include <array>

#include "signing/seals/c40.hpp"
#include "signing/seals/visible_text.hpp"

namespace signing {
using namespace base::literals;
namespace {

constexpr std::size_t kMostText = 48, kMostHolder = 96, kHashSize = 32;
constexpr unsigned kMostFolios = 0xFFFF;
constexpr std::uint8_t kFolios = 0x06, kContentHash = 0x07;

/// A feature that is a text: C40 where that holds every character of it, else UTF-8 under the tag with kUtf8 added.
struct TextFeature {
    std::uint8_t tag;
    std::string_view name;
    std::string ActSeal::*member;
    std::size_t most;
    bool required;
};
constexpr std::uint8_t kUtf8 = 0x10;
constexpr std::array<TextFeature, 4> kTexts{{{0x01, "type", &ActSeal::type, kMostText, true},
                                             {0x02, "number", &ActSeal::number, kMostText, true},
                                             {0x04, "holder", &ActSeal::holder, kMostHolder, false},
                                             {0x05, "holderDocument", &ActSeal::holderDocument, kMostText, false}}};

bool endsInMark(std::string_view text) { return text.size() >= kShortened.size() && text.ends_with(kShortened); }

bool goodText(const TextFeature& feature, std::string_view text) {
    const bool spaced = !text.empty() && (text.front() == ' ' || text.back() == ' ');
    return text.empty() ? !feature.required : text.size() <= feature.most && !spaced && isVisibleText(text);
}

SealFeature encodeText(const TextFeature& feature, std::string_view text) {
    if (fitsC40(text)) return {feature.tag, *encodeC40(text)};
    return {static_cast<std::uint8_t>(feature.tag + kUtf8), base::bytesOf(text)};
}

base::Bytes encodeFolios(unsigned folios) { return base::bigEndian(folios, folios > 0xFF ? 2 : 1); }

using Faults = std::vector<base::Fault>;

void complain(Faults& faults, base::FailureCode code, std::uint8_t tag) {
    faults.push_back({std::move(code), {{"feature", fmt::format("{:02X}", tag)}}, {}});
}

void readText(const Seal& seal, const TextFeature& feature, ActSeal& act, Faults& faults) {
    const auto* c40 = seal.find(feature.tag);
    const auto* utf8 = seal.find(static_cast<std::uint8_t>(feature.tag + kUtf8));
    if (c40 == nullptr && utf8 == nullptr) {
        if (feature.required) complain(faults, "signing.seal-feature-missing"_code, feature.tag);
        return;
    }
    std::string text;
    if (c40 != nullptr) {
        const auto read = decodeC40(c40->value);
        if (read) text = *read;
    } else {
        text = base::textOf(utf8->value);
    }
    if ((c40 != nullptr && utf8 != nullptr) || text.empty() || !goodText(feature, text))
        return complain(faults, "signing.seal-feature-wrong"_code, feature.tag);
    act.*feature.member = std::move(text);
}

void readFolios(const Seal& seal, ActSeal& act, Faults& faults) {
    const auto* feature = seal.find(kFolios);
    if (feature == nullptr) return complain(faults, "signing.seal-feature-missing"_code, kFolios);
    const auto& value = feature->value;
    const bool good = (value.size() == 1 || value.size() == 2) && value.front() != 0;
    if (!good) return complain(faults, "signing.seal-feature-wrong"_code, kFolios);
    act.folios = 0;
    for (const auto octet : value) act.folios = act.folios << 8U | octet;
}

void readHash(const Seal& seal, ActSeal& act, Faults& faults) {
    const auto* feature = seal.find(kContentHash);
    if (feature == nullptr) return complain(faults, "signing.seal-feature-missing"_code, kContentHash);
    if (feature->value.size() != kHashSize) return complain(faults, "signing.seal-feature-wrong"_code, kContentHash);
    act.contentHash = feature->value;
}

}  // namespace

bool ActSeal::holderShortened() const { return endsInMark(holder); }

base::Result<SealDraft> draftOf(const ActSeal& act) {
    Faults faults;
    const auto refuse = [&](std::string_view field) {
        faults.push_back({"signing.seal-value-refused"_code, {{"field", std::string{field}}}, {}});
    };
    SealDraft draft{kActSealDefinition, act.date, {}};
    for (const auto& feature : kTexts) {
        const auto& whole = act.*feature.member;
        const bool name = feature.member == &ActSeal::holder;
        // A name that ends as a shortened one would be taken for one.
        const bool marked = name && endsInMark(whole);
        if (marked || !isVisibleText(whole) || !goodText(feature, name ? shortened(whole, kMostHolder) : whole)) {
            refuse(feature.name);
        } else if (!whole.empty()) {
            draft.features.push_back(encodeText(feature, name ? shortened(whole, kMostHolder) : whole));
        }
    }
    if (!act.date.ok()) refuse("date");
    if (act.folios < 1 || act.folios > kMostFolios) refuse("folios");
    if (act.contentHash.size() != kHashSize) refuse("contentHash");
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    draft.features.push_back({kFolios, encodeFolios(act.folios)});
    draft.features.push_back({kContentHash, act.contentHash});
    return draft;
}

base::Result<ActSeal> readActSeal(const Seal& seal) {
    const auto& definition = seal.header.definition;
    if (definition != kActSealDefinition)
        return base::Fault{"signing.seal-definition-unknown"_code,
                           {{"definition", fmt::format("{:02X}{:02X}", definition.reference, definition.category)}},
                           {}};
    ActSeal act;
    act.date = seal.header.issued;
    Faults faults;
    for (const auto& feature : kTexts) readText(seal, feature, act, faults);
    readFolios(seal, act, faults);
    readHash(seal, act, faults);
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    return act;
}

}  // namespace signing
