// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/page_words.hpp"

#include <algorithm>
#include <array>
#include <sstream>

namespace contract {
namespace {

struct PageWord {
    std::string_view code;
    std::string_view spanish;
    std::string_view english;
};

constexpr PageWord kPageWords[] = {
    {"surname", "apellidos", "surname"},
    {"given_names", "nombres", "given names"},
    {"document_number", "número de documento", "document number"},
    {"document_type", "tipo", "type"},
    {"state_code", "país", "state"},
    {"nationality", "nacionalidad", "nationality"},
    {"date_of_birth", "fecha de nacimiento", "date of birth"},
    {"personal_number", "número personal", "personal number"},
    {"sex", "sexo", "sex"},
    {"place_of_birth", "lugar de nacimiento", "place of birth"},
    {"date_of_issue", "fecha de emisión", "date of issue"},
    {"date_of_expiry", "fecha de vencimiento", "date of expiry"},
    {"authority", "autoridad", "authority"},
    {"portrait", "retrato", "portrait"},
    {"signature", "firma", "signature"},
    {"mrz", "zona de lectura,", "MRZ,"},
    {"line", "línea", "line"},
    {"character", "carácter", "character"},
    {"pitch", "paso", "pitch"},
    {"evenness", "regularidad", "evenness"},
    {"left", "margen izquierdo", "left edge"},
    {"centre", "altura", "height"},
    {"skew", "inclinación", "skew"},
    {"shift", "desplazamiento", "shift"},
    {"tilt", "inclinación", "tilt"},
    {"scale", "escala", "scale"},
    {"dark", "oscura", "dark"},
    {"pale", "clara", "pale"},
    {"page", "página", "page"},
};

}  // namespace

std::string partOfPage(const std::string& field, Language language) {
    std::istringstream parts{field};
    std::string said;
    for (std::string part; parts >> part;) {
        const auto* word = std::ranges::find(kPageWords, part, &PageWord::code);
        if (word != std::end(kPageWords)) part = language == Language::Spanish ? word->spanish : word->english;
        said += (said.empty() ? "" : " ") + part;
    }
    return said;
}

}  // namespace contract
