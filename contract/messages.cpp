// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/messages.hpp"

#include "base/xml.hpp"

namespace contract {
namespace {

void replaceAll(std::string& text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

std::string nextStepOf(base::NextStep next, Language language) {
    const bool spanish = language == Language::Spanish;
    switch (next) {
        case base::NextStep::Retry: return spanish ? "Intente de nuevo." : "Try again.";
        case base::NextStep::NewBlank:
            return spanish ? "Continúe con otro documento en blanco." : "Go on with another blank.";
        case base::NextStep::CallSupervisor: return spanish ? "Llame al supervisor." : "Call the supervisor.";
        case base::NextStep::Stop:
            return spanish ? "Detenga el trabajo y llame al administrador." : "Stop and call the administrator.";
    }
    return {};
}

std::string placeOf(const std::string& where, Language language) {
    std::string place = where;
    if (language == Language::Spanish && place.rfind("line ", 0) == 0) {
        place.replace(0, 5, "línea ");
        if (const auto column = place.find(", column "); column != std::string::npos)
            place.replace(column, 9, ", columna ");
    }
    return place;
}

}  // namespace

Messages Messages::load(const std::filesystem::path& folder, Language language) {
    Messages messages;
    messages.m_language = language;
    const char* tag = language == Language::Spanish ? "es" : "en";
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        if (entry.path().extension() != ".xml") continue;
        const auto document = base::expected(base::xml::Document::parseFile(entry.path()), entry.path().string());
        for (const auto& message : document.root().children("message"))
            messages.m_sentences[message.attributeOr("code", "")] = message.childText(tag);
    }
    return messages;
}

std::string Messages::templateOf(const base::FailureCode& code) const {
    const auto found = m_sentences.find(code.name());
    return found != m_sentences.end() ? found->second : code.name();
}

std::string Messages::sentenceOf(const base::Fault& fault) const {
    std::string sentence = templateOf(fault.code);
    for (const auto& [name, value] : fault.arguments) replaceAll(sentence, "{" + name + "}", value);
    return fault.where.empty() ? sentence : placeOf(fault.where, m_language) + ": " + sentence;
}

std::string Messages::sentenceOf(const base::Failure& failure) const {
    // Nothing but its place is known of what broke: that is what its sentence speaks of.
    std::string sentence = templateOf(failure.code());
    for (auto at = sentence.find('{'); at != std::string::npos; at = sentence.find('{', at + failure.where().size()))
        sentence.replace(at, sentence.find('}', at) - at + 1, failure.where());
    return sentence + " " + nextStepOf(failure.next(), m_language);
}

}  // namespace contract
