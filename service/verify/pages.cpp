// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/verify/pages.hpp"

#include <algorithm>
#include <set>

#include "base/clock.hpp"
#include "base/xml.hpp"

namespace service {
namespace {

using namespace base::literals;
using contract::FileVerified;

constexpr std::size_t kMebibyte = std::size_t{1} << 20;

/// "27 de noviembre de 2026", "27 November 2026".
std::string dayText(contract::Language language, const std::string& day) {
    static constexpr std::array kSpanish{"enero", "febrero", "marzo",      "abril",   "mayo",      "junio",
                                         "julio", "agosto",  "septiembre", "octubre", "noviembre", "diciembre"};
    static constexpr std::array kEnglish{"January", "February", "March",     "April",   "May",      "June",
                                         "July",    "August",   "September", "October", "November", "December"};
    const auto date = base::parseDate(day);
    if (!date) return day;
    const auto month = static_cast<unsigned>(date->month()) - 1;
    const auto number = std::to_string(static_cast<unsigned>(date->day()));
    const auto year = std::to_string(static_cast<int>(date->year()));
    if (language == contract::Language::English) return number + " " + kEnglish.at(month) + " " + year;
    return number + " de " + kSpanish.at(month) + " de " + year;
}

/// What may stand in the form again: what a code is written with.
std::string retyped(const std::string& typed) {
    constexpr std::size_t kLongest = 20;
    const bool plain = typed.size() <= kLongest && std::ranges::all_of(typed, [](unsigned char letter) {
                           return std::isalnum(letter) != 0 || letter == '-' || letter == ' ';
                       });
    return plain ? typed : std::string{};
}

std::map<std::string, std::string> titlesIn(const std::filesystem::path& folder) {
    std::map<std::string, std::string> titles;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        if (entry.path().extension() != ".xml") continue;
        const auto file = base::expected(base::xml::Document::parseFile(entry.path()), entry.path().string());
        titles[file.root().attributeOr("code", "")] = file.root().childText("title");
    }
    return titles;
}

/// "María Núñez, Certificadora, Instituto" out of a certificate's subject: for those only whose certificates we trust,
/// since others may write commas and equals signs as they please.
std::string nameOf(const std::string& subject) {
    std::string name;
    for (const std::string_view wanted : {"CN=", "title=", "O="}) {
        const auto at = subject.starts_with(wanted) ? 0 : subject.find(", " + std::string{wanted});
        if (at == std::string::npos) continue;
        const auto begin = subject.find('=', at) + 1;
        name += (name.empty() ? "" : ", ") + subject.substr(begin, subject.find(", ", begin) - begin);
    }
    return name.empty() ? subject : name;
}

std::string toneOf(const FileVerified& said) {
    if (said.verdict == "authentic") return said.annulment == "in-force" ? "good" : "warning";
    return said.verdict == "authentic-seal" || said.verdict == "unreadable" ? "warning" : "bad";
}

/// Verdicts say these by themselves.
bool isSaidAlready(const std::string& code) {
    static const std::set<std::string> kSaid{"verification.annulled", "verification.annulment-open",
                                             "verification.compare-page", "verification.not-in-books"};
    return kSaid.contains(code);
}

}  // namespace

Pages::Pages(const std::filesystem::path& templates, std::string authority, std::size_t largest)
    : m_templates(templates / "verify"),
      m_messages{contract::Messages::load(templates / "messages", Language::Spanish),
                 contract::Messages::load(templates / "messages", Language::English)},
      m_titles(titlesIn(templates / "certificate-types")),
      m_authority(std::move(authority)),
      m_largest(largest) {}

std::string Pages::titleOf(const std::string& type) const {
    const auto found = m_titles.find(type);
    return found == m_titles.end() ? type : found->second;
}

std::string Pages::page(Language language, const std::string& title, const std::string& main) const {
    return m_templates.filled(language, "layout", {{"title", title}, {"authority", m_authority}, {"main", main}});
}

std::string Pages::forms(Language language, const std::string& typed) const {
    return m_templates.filled(language, "forms",
                              {{"typed", retyped(typed)},
                               {"largest", std::to_string(m_largest)},
                               {"largest-text", std::to_string(m_largest / kMebibyte) + " MiB"}});
}

std::string Pages::start(Language language) const {
    return page(language, m_templates.word(language, "heading"),
                m_templates.filled(language, "start", {{"forms", forms(language)}}));
}

std::string Pages::fact(Language language, const std::string& name, const std::string& value,
                        const std::string& attribute) const {
    return m_templates.filled(language, "fact",
                              {{"name", m_templates.word(language, name)}, {"value", value}, {"attribute", attribute}});
}

std::string Pages::factsOf(Language language, const issuance::PublishedCertificate& found) const {
    const auto english = language == Language::English ? m_templates.englishType(found.type) : std::string{};
    const bool foreign = language == Language::English && english.empty();
    auto rows =
        fact(language, "fact-kind", english.empty() ? titleOf(found.type) : english, foreign ? " lang=\"es\"" : "");
    rows += fact(language, "fact-number", found.number);
    rows += fact(language, "fact-issuer", m_authority, language == Language::English ? " lang=\"es\"" : "");
    rows += fact(language, "fact-day", dayText(language, found.day));
    if (!found.annulled.empty()) rows += fact(language, "fact-annulled", dayText(language, found.annulled));
    rows += fact(language, "fact-folios", std::to_string(found.folios));
    return m_templates.filled(language, "facts", {{"rows", rows}});
}

std::string Pages::verdict(Language language, const std::string& words, const std::string& tone, Values values) const {
    const auto& heading = m_templates.word(language, words);
    values.insert({{"tone", tone},
                   {"heading", heading},
                   {"sentence", m_templates.word(language, words + "-says")},
                   {"advice", m_templates.word(language, words + "-advice")},
                   {"facts", ""},
                   {"details", ""},
                   {"forms", forms(language)}});
    return page(language, heading, m_templates.filled(language, "verdict", values));
}

std::string Pages::certificate(Language language, const std::string& typed,
                               const std::optional<issuance::PublishedCertificate>& found) const {
    if (!found) return verdict(language, "code-unknown", "bad", {{"forms", forms(language, typed)}});
    const bool stands = found->annulled.empty();
    return verdict(language, stands ? "code-in-force" : "code-annulled", stands ? "good" : "bad",
                   {{"facts", factsOf(language, *found)}});
}

std::string Pages::sentenceOf(Language language, const contract::FaultLine& line) const {
    auto fault = line.asFault();
    for (auto& [name, value] : fault.arguments) {
        const auto word = name == "part" ? "part-" + value : name == "field" ? "seal-" + value : std::string{};
        if (m_templates.hasWord(word)) value = m_templates.word(language, word);
    }
    return messages(language).sentenceOf(fault);
}

std::string Pages::section(Language language, const std::string& id, const std::string& content) const {
    return m_templates.filled(language, "details",
                              {{"id", id}, {"heading", m_templates.word(language, id)}, {"content", content}});
}

std::string Pages::reasonsIn(Language language, const FileVerified& said) const {
    std::string items;
    for (const auto& reason : said.reasons)
        if (!isSaidAlready(reason.code))
            items += m_templates.filled(language, "item", {{"text", sentenceOf(language, reason)}});
    if (items.empty()) return {};
    return section(language, "reasons", m_templates.filled(language, "list", {{"items", items}}));
}

std::string Pages::signaturesIn(Language language, const FileVerified& said) const {
    std::string items;
    for (const auto& each : said.signatures) {
        const std::string state = each.kind == "timestamp" ? "timestamp" : "signature";
        items += m_templates.filled(language, "signature",
                                    {{"signer", each.signer.empty() ? m_templates.word(language, "signer-unknown")
                                                : each.trusted      ? nameOf(each.signer)
                                                                    : each.signer},
                                     {"tone", each.trusted ? "good" : "bad"},
                                     {"state", m_templates.word(language, state + (each.trusted ? "-good" : "-bad"))}});
    }
    if (items.empty()) return {};
    return section(language, "signatures", m_templates.filled(language, "list", {{"items", items}}));
}

std::string Pages::readable(Language language, const contract::VerifiedValue& value) const {
    if (value.name == "date") return dayText(language, value.value);
    // Seals name types in capital letters; pages have their title.
    auto type = value.value;
    std::ranges::transform(type, type.begin(), [](unsigned char each) { return std::tolower(each); });
    return value.name == "type" && m_titles.contains(type) ? titleOf(type) : value.value;
}

std::string Pages::sealIn(Language language, const FileVerified& said) const {
    if (!said.seal || said.seal->values.empty()) return {};
    std::string rows;
    for (const auto& each : said.seal->values)
        rows += m_templates.filled(language, "seal-row",
                                   {{"name", m_templates.word(language, "seal-" + each.name)},
                                    {"value", readable(language, each)},
                                    {"on-page", m_templates.word(language, "on-page-" + each.onPage)}});
    return section(language, "seal", m_templates.filled(language, "seal", {{"rows", rows}}));
}

std::string Pages::document(Language language, const FileVerified& said) const {
    const bool open = said.verdict == "authentic" && said.annulment != "in-force";
    // The seal's details stand first where a person has to compare them.
    const auto details = said.verdict == "authentic-seal"
                             ? sealIn(language, said) + reasonsIn(language, said) + signaturesIn(language, said)
                             : reasonsIn(language, said) + signaturesIn(language, said) + sealIn(language, said);
    std::string facts;
    if (!said.number.empty())
        facts = m_templates.filled(language, "facts", {{"rows", fact(language, "fact-number", said.number)}});
    return verdict(language, "file-" + said.verdict + (open ? "-open" : ""), toneOf(said),
                   {{"facts", facts}, {"details", details}});
}

std::string Pages::failure(Language language, const base::Fault& fault) const {
    return page(language, m_templates.word(language, "failed"),
                m_templates.filled(language, "failure",
                                   {{"sentence", messages(language).sentenceOf(fault)}, {"forms", forms(language)}}));
}

}  // namespace service
