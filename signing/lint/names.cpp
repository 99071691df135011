// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/lint/names.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace signing::lint {
using namespace base::literals;
namespace der = base::der;
namespace {

constexpr std::string_view kNameSerialNumber = "2.5.4.5";
constexpr base::tlv::Tag kTeletexString = 0x14, kVisibleString = 0x1A, kUniversalString = 0x1C, kBmpString = 0x1E;

/// Upper bounds of attributes (RFC 5280 appendix A.1).
const std::map<std::string_view, std::size_t> kBounds{{"2.5.4.3", 64},  {"2.5.4.5", 64},  {"2.5.4.7", 128},
                                                      {"2.5.4.8", 128}, {"2.5.4.10", 64}, {"2.5.4.11", 64},
                                                      {"2.5.4.12", 64}};

/// Attributes whose syntax is DirectoryString (X.520), as far as names carry them.
bool isDirectoryString(const std::string& oid) {
    constexpr std::array<std::string_view, 12> kOthers{"2.5.4.4",  "2.5.4.9",  "2.5.4.13", "2.5.4.17",
                                                       "2.5.4.41", "2.5.4.42", "2.5.4.43", "2.5.4.44",
                                                       "2.5.4.65", "2.5.4.97", "2.5.4.16", "0.9.2342.19200300.100.1.1"};
    return (kBounds.count(oid) > 0 && oid != kNameSerialNumber) ||
           std::find(kOthers.begin(), kOthers.end(), oid) != kOthers.end();
}

bool isLetter(char letter) { return (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z'); }
bool isLower(char letter) { return letter >= 'a' && letter <= 'z'; }

bool isPrintable(std::uint8_t octet) {
    const auto letter = static_cast<char>(octet);
    return isLetter(letter) || (letter >= '0' && letter <= '9') ||
           std::string_view{" '()+,-./:=?"}.find(letter) != std::string_view::npos;
}

/// How many octets the UTF-8 character at the front has; none where it is none (RFC 3629).
std::size_t utf8Length(base::BytesView text) {
    const std::uint8_t lead = text[0];
    const std::size_t length = lead < 0x80                   ? 1
                               : lead >= 0xC2 && lead < 0xE0 ? 2
                               : lead >= 0xE0 && lead < 0xF0 ? 3
                               : lead >= 0xF0 && lead < 0xF5 ? 4
                                                             : 0;
    if (length == 0 || length > text.size()) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((text[i] & 0xC0U) != 0x80) return 0;
    const bool overlong = (lead == 0xE0 && text[1] < 0xA0) || (lead == 0xF0 && text[1] < 0x90);
    const bool beyond = (lead == 0xED && text[1] > 0x9F) || (lead == 0xF4 && text[1] > 0x8F);
    return overlong || beyond ? 0 : length;
}

/// Characters of a UTF-8 text; none where it is none.
std::optional<std::size_t> utf8Characters(base::BytesView text) {
    std::size_t count = 0;
    for (; !text.empty(); ++count) {
        const auto length = utf8Length(text);
        if (length == 0) return std::nullopt;
        text = text.subspan(length);
    }
    return count;
}

std::string stringType(base::tlv::Tag tag) {
    switch (tag) {
        case kTeletexString: return "TeletexString";
        case der::kIa5String: return "IA5String";
        case kVisibleString: return "VisibleString";
        case kUniversalString: return "UniversalString";
        case kBmpString: return "BMPString";
        default: return "tag " + base::toHex(base::bigEndian(tag, tag > 0xFF ? 2 : 1));
    }
}

void judgeText(const Attribute& attribute, const std::string& where, Findings& findings) {
    const auto name = attributeName(attribute.oid);
    const auto text = attribute.value.value;
    std::size_t length = text.size();
    bool good = true;
    if (attribute.value.tag == der::kPrintableString) {
        good = std::all_of(text.begin(), text.end(), isPrintable);
    } else if (attribute.value.tag == der::kUtf8String) {
        const auto characters = utf8Characters(text);
        good = characters.has_value();
        length = characters.value_or(length);
    }
    if (!good) findings.note("pki.name-characters"_code, where, {{"attribute", name}});
    if (text.empty()) findings.note("pki.name-attribute-empty"_code, where, {{"attribute", name}});
    const auto bound = kBounds.find(attribute.oid);
    if (bound != kBounds.end() && length > bound->second)
        findings.note("pki.name-attribute-long"_code, where,
                      {{"attribute", name}, {"limit", std::to_string(bound->second)}});
}

void judgeCountry(const Attribute& country, const std::string& where, Findings& findings) {
    const auto text = base::textOf(country.value.value);
    const bool form = text.size() == 2 && std::all_of(text.begin(), text.end(), isLetter);
    if (country.value.tag != der::kPrintableString) findings.note("pki.country-not-printable"_code, where);
    if (!form) findings.note("pki.country-form"_code, where, {{"country", legible(country.value.value)}});
    if (std::any_of(text.begin(), text.end(), isLower))
        findings.note("pki.country-not-upper-case"_code, where, {{"country", legible(country.value.value)}});
}

void judgeAttribute(const Attribute& attribute, const std::string& where, Findings& findings) {
    const auto tag = attribute.value.tag;
    if (attribute.oid == kCountryName) return judgeCountry(attribute, where, findings);
    if (attribute.oid == kNameSerialNumber && tag != der::kPrintableString)
        findings.note("pki.name-serial-not-printable"_code, where);
    if (isDirectoryString(attribute.oid) && tag != der::kPrintableString && tag != der::kUtf8String)
        findings.note("pki.name-string-type"_code, where,
                      {{"attribute", attributeName(attribute.oid)}, {"type", stringType(tag)}});
    if (isDirectoryString(attribute.oid) || attribute.oid == kNameSerialNumber) judgeText(attribute, where, findings);
}

std::string shortName(const std::string& oid) {
    const std::map<std::string_view, std::string_view> names{{"2.5.4.3", "CN"}, {"2.5.4.6", "C"},  {"2.5.4.7", "L"},
                                                             {"2.5.4.8", "ST"}, {"2.5.4.10", "O"}, {"2.5.4.11", "OU"}};
    const auto found = names.find(oid);
    return found == names.end() ? attributeName(oid) : std::string{found->second};
}

/// A value as UTF-8 where it is, else with foreign characters as question marks.
std::string readable(const Element& value) {
    if (value.tag == der::kUtf8String && value.value.size() <= 256 && utf8Characters(value.value)) {
        auto text = base::textOf(value.value);
        std::replace_if(
            text.begin(), text.end(), [](char letter) { return letter >= 0 && letter < ' '; }, '?');
        return text;
    }
    if (value.tag != kBmpString) return legible(value.value);
    base::Bytes low;
    for (std::size_t i = 1; i < value.value.size(); i += 2) low.push_back(value.value[i]);
    return legible(low);
}

std::string folded(const Element& value) {
    std::string text;
    for (const auto octet : value.value) {
        const auto letter = static_cast<char>(octet >= 'A' && octet <= 'Z' ? octet + 32 : octet);
        const bool blank = letter == ' ' && (text.empty() || text.back() == ' ');
        if (letter != 0 && !blank) text += letter;
    }
    if (!text.empty() && text.back() == ' ') text.pop_back();
    return text;
}

}  // namespace

const Attribute* NameView::find(std::string_view oid) const {
    const auto found =
        std::find_if(attributes.begin(), attributes.end(), [&](const auto& attribute) { return attribute.oid == oid; });
    return found == attributes.end() ? nullptr : &*found;
}

std::string NameView::text() const {
    std::string text;
    for (const auto& attribute : attributes)
        text += (text.empty() ? "" : ", ") + shortName(attribute.oid) + "=" + readable(attribute.value);
    return text;
}

std::string NameView::meaning() const {
    std::string meaning;
    for (const auto& attribute : attributes) meaning += attribute.oid + "=" + folded(attribute.value) + "\n";
    return meaning;
}

NameView readName(const Element& name, const std::string& where, Findings& findings) {
    NameView view{name.whole, {}};
    Parts sets{name.value, where, findings};
    while (!sets.atEnd()) {
        const auto* set = sets.take(der::kSet, "RelativeDistinguishedName");
        if (set == nullptr) break;
        Parts pairs{set->value, where, findings};
        if (pairs.atEnd()) findings.note("pki.malformed"_code, where, {{"what", "RelativeDistinguishedName"}});
        while (const auto* pair = pairs.takeAny()) {
            Parts parts{pair->value, where, findings};
            const auto* oid = parts.take(der::kOid, "AttributeType");
            const auto* value = parts.takeAny();
            if (oid != nullptr && value != nullptr)
                view.attributes.push_back({dotted(*oid), *value});
            else
                findings.note("pki.malformed"_code, where, {{"what", "AttributeTypeAndValue"}});
            parts.finish();
        }
    }
    return view;
}

void judgeName(const NameView& name, const std::string& where, Findings& findings) {
    if (name.find(kCountryName) == nullptr) findings.note("pki.country-missing"_code, where);
    if (name.find(kCommonName) == nullptr) findings.note("pki.common-name-missing"_code, where);
    for (const auto& attribute : name.attributes) judgeAttribute(attribute, where, findings);
}

void judgeNamePair(const NameView& issuer, const NameView& subject, Findings& findings) {
    const auto* left = issuer.find(kCountryName);
    const auto* right = subject.find(kCountryName);
    if (left != nullptr && right != nullptr && base::textOf(left->value.value) != base::textOf(right->value.value))
        findings.note("pki.countries-differ"_code, "subject",
                      {{"issuer", legible(left->value.value)}, {"subject", legible(right->value.value)}});
    const bool same = std::equal(issuer.whole.begin(), issuer.whole.end(), subject.whole.begin(), subject.whole.end());
    if (!same && issuer.meaning() == subject.meaning()) findings.note("pki.names-encoded-differently"_code, "subject");
}

}  // namespace signing::lint
