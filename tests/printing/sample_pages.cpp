// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/printing/sample_pages.hpp"

#include <algorithm>

#include "base/failure.hpp"
#include "tests/printing/sample_images.hpp"
#include "tests/support/paths.hpp"

namespace samples {
namespace {

const std::map<std::string, std::string> kUsual = {
    {"document_type", "PP"},
    {"state_code", "GTM"},
    {"document_number", "A00012345"},
    {"surname", "NÚÑEZ DE LEÓN"},
    {"given_names", "MARÍA JOSÉ"},
    {"nationality", "GUATEMALTECA/GUATEMALAN"},
    {"date_of_birth", "07 ENE/JAN 1990"},
    {"personal_number", "1234 56789 0101"},
    {"sex", "F"},
    {"place_of_birth", "QUETZALTENANGO, GUATEMALA"},
    {"date_of_issue", "23 NOV/NOV 2026"},
    {"date_of_expiry", "22 NOV/NOV 2036"},
    {"authority", "SUBDIRECCIÓN DE DOCUMENTOS"},
};

const std::map<std::string, std::string> kLongest = {
    {"surname", "VILLAVICENCIO-MONTÚFAR ÑANDUBAYZAL DE LA CONCEPCIÓN VIUDA DE ECHEVERRÍA"},
    {"given_names", "MAXIMILIANO WENCESLAO BONIFACIO TRÁNSITO GUILLERMO ÁNGEL DE JESÚS"},
    {"place_of_birth", "SANTA CRUZ DEL QUICHÉ, DEPARTAMENTO DE EL QUICHÉ, GUATEMALA"},
    {"authority", "SUBDIRECCIÓN DE DOCUMENTOS DE IDENTIDAD PERSONAL Y DE VIAJE"},
};

const std::vector<std::string> kPassportMrz = {"PPGTMNUNEZ<DE<LEON<<MARIA<JOSE<<<<<<<<<<<<<<",
                                               "A000123453GTM9001071F36112281234567890101<54"};
const std::vector<std::string> kCardMrz = {"AVGTMA000123453<<<<<<<<<<<<<<<", "9001071F3611228GTM<<<<<<<<<<<4",
                                           "NUNEZ<DE<LEON<<MARIA<JOSE<<<<<"};

std::filesystem::path pages() { return support::sourceDir() / "templates" / "pages"; }

}  // namespace

std::vector<std::string> designNames() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator{pages()})
        names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    return names;
}

printing::PageDesign design(std::string_view name) {
    const auto file = pages() / (std::string{name} + ".xml");
    return base::expected(printing::PageDesign::load(file), file.string());
}

printing::PageValues valuesFor(const printing::PageDesign& design, Names names) {
    printing::PageValues values;
    for (const auto& field : design.texts) {
        values.texts[field.name] = kUsual.at(field.name);
        if (names == Names::Longest && kLongest.count(field.name) > 0)
            values.texts[field.name] = kLongest.at(field.name);
    }
    for (const auto& field : design.images)
        values.images[field.name] = field.name == "portrait" ? jpegOf(portrait()) : pngOf(signature());
    if (design.mrz) values.mrzLines = design.mrz->characters == 44 ? kPassportMrz : kCardMrz;
    return values;
}

}  // namespace samples
