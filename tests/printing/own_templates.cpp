// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/printing/own_templates.hpp"

#include "base/files.hpp"
#include "tests/printing/sample_documents.hpp"

namespace printing {

void OwnTemplates::SetUp() {
    std::filesystem::create_directories(m_folder.path() / "acts");
    for (const char* shared : {"fonts", "hyphenation", "schemas", "estilo-legal.xml"})
        std::filesystem::create_symlink(support::sourceDir() / "templates" / shared, m_folder.path() / shared);
}

base::Result<ActTemplate> OwnTemplates::load(const std::string& values, const std::string& body,
                                             const std::string& around) {
    const auto file = m_folder.path() / "acts" / "test.xml";
    base::writeFileDurably(file,
                           "<plantilla nombre=\"prueba\" tipo=\"acta\" version=\"3\" vigencia=\"2026-01-01\" "
                           "titulo=\"Prueba\"><fundamento>Artículo 1</fundamento><datos>" +
                               values + "</datos>" + around + "<cuerpo>" + body + "</cuerpo></plantilla>");
    return ActTemplate::load(file);
}

std::vector<std::string> OwnTemplates::faultsOfLoading(const std::string& values, const std::string& body) {
    const auto act = load(values, body);
    return act ? std::vector<std::string>{} : codes(act.refusal());
}

std::vector<std::string> OwnTemplates::codes(const base::Refusal& refusal) {
    std::vector<std::string> codes;
    for (const auto& fault : refusal.faults()) codes.push_back(fault.code.name() + " " + fault.arguments[0].second);
    return codes;
}

std::string OwnTemplates::text(const ActTemplate& act, const ActMap& values) {
    const auto document = act.fill(values);
    EXPECT_TRUE(document) << (document ? "" : codes(document.refusal()).front());
    return document ? samples::wordsOf(samples::drawn(*document)) : "";
}

}  // namespace printing
