// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/verification/seal_finding.hpp"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "printing/flow/spanish_words.hpp"
#include "signing/seals/seal_verification.hpp"

namespace issuance {
namespace {

using namespace base::literals;

/// Letters and digits alone, in upper case.
icu::UnicodeString bare(const std::string& text) {
    const auto whole = icu::UnicodeString::fromUTF8(text).toUpper();
    icu::UnicodeString kept;
    for (std::int32_t i = 0; i < whole.length(); i = whole.moveIndex32(i, 1))
        if (const UChar32 character = whole.char32At(i); u_isalnum(character) != 0) kept.append(character);
    return kept;
}

bool holds(const icu::UnicodeString& page, const std::string& text) {
    const auto wanted = bare(text);
    return !wanted.isEmpty() && page.indexOf(wanted) >= 0;
}

bool holdsWords(const icu::UnicodeString& page, const std::string& text) {
    std::size_t begin = 0;
    bool any = false;
    while (begin < text.size()) {
        const auto end = std::min(text.find(' ', begin), text.size());
        const auto word = text.substr(begin, end - begin);
        begin = end + 1;
        // The mark of a shortened name, and marks alone, say nothing.
        if (bare(word).isEmpty()) continue;
        any = true;
        if (!holds(page, word)) return false;
    }
    return any;
}

bool holdsDate(const icu::UnicodeString& page, base::Date day) {
    const auto year = static_cast<int>(day.year());
    const auto month = static_cast<unsigned>(day.month()), number = static_cast<unsigned>(day.day());
    const std::string forms[] = {printing::longDate(day), printing::dateInWords(day), base::formatDate(day),
                                 fmt::format("{:02}/{:02}/{:04}", number, month, year),
                                 fmt::format("{}/{}/{:04}", number, month, year)};
    return std::ranges::any_of(forms, [&](const auto& form) { return holds(page, form); });
}

void list(const signing::ActSeal& act, SealFinding& finding) {
    const auto add = [&](const char* field, const std::string& value) {
        if (!value.empty()) finding.comparisons.push_back({field, value, std::nullopt});
    };
    add("type", act.type);
    add("number", act.number);
    add("date", base::formatDate(act.date));
    add("holder", act.holder);
    add("document", act.holderDocument);
    add("folios", std::to_string(act.folios));
}

}  // namespace

SealFinding judgeSeal(base::BytesView octets, const VerificationRooms& rooms) {
    SealFinding finding;
    const auto& trust = rooms.trust;
    const auto verdict =
        signing::verifySeal(octets, {trust.sealSigners, {trust.countrySigners, rooms.moment, trust.lists, 0}});
    finding.authentic = verdict.valid;
    finding.checked = !trust.countrySigners.empty() && !trust.sealSigners.empty();
    finding.faults = verdict.reasons;
    if (verdict.signer) finding.signer = verdict.signer->subjectText();
    if (!verdict.seal) return finding;
    auto act = signing::readActSeal(*verdict.seal);
    if (act) {
        list(*act, finding);
        finding.act = std::move(act).value();
    } else {
        finding.authentic = false;
        for (const auto& fault : act.refusal().faults()) finding.faults.push_back(fault);
    }
    return finding;
}

void compareWithPages(SealFinding& seal, const std::string& text, int pages) {
    const auto page = bare(text);
    if (!seal.act || page.isEmpty()) return;
    for (auto& each : seal.comparisons) {
        if (each.field == "number" || each.field == "document") each.onPage = holds(page, each.value);
        if (each.field == "holder") each.onPage = holdsWords(page, each.value);
        if (each.field == "date") each.onPage = holdsDate(page, seal.act->date);
        if (each.field == "folios") each.onPage = seal.act->folios == static_cast<unsigned>(pages);
    }
}

std::vector<base::Fault> contradictions(const SealFinding& seal) {
    std::vector<base::Fault> faults;
    for (const auto& each : seal.comparisons)
        if (each.field != "date" && each.onPage == false)
            faults.push_back(
                {"verification.seal-contradicts"_code, {{"field", each.field}, {"value", each.value}}, {}});
    return faults;
}

}  // namespace issuance
