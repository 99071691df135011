// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/training/people.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

#include "issuance/document/cui.hpp"
#include "issuance/training/chance.hpp"

namespace issuance::training {
namespace {

constexpr std::array<std::string_view, 16> kWomen = {
    "María José",    "Ana Lucía", "Sofía",      "Rosa Elena",      "Ixchel", "Débora",
    "Mónica Andrea", "Begoña",    "Marta Inés", "Itzel Guadalupe", "Josefa", "Karla Ma. Fernanda",
    "Zoë",           "Ángela",    "Nohemí",     "Wendy Paola"};
constexpr std::array<std::string_view, 16> kMen = {"José Miguel",   "Luis Ángel",  "Juan Carlos", "Óscar Iván",
                                                   "Tomás",         "Íñigo",       "Pedro Pablo", "Balam",
                                                   "Édgar Rolando", "Julio César", "Marvin",      "Héctor Raúl",
                                                   "Jean-Paul",     "Víctor Hugo", "Ulises",      "Otto René"};
constexpr std::array<std::string_view, 24> kSurnames = {
    "García",    "López", "Pérez",    "Ramírez", "Muñoz",    "Ibáñez", "de León", "Xicará",
    "Tzoc",      "Batz",  "Chávez",   "Ajú",     "Argüello", "Güitz",  "Sicán",   "Choc",
    "Castañeda", "Peña",  "D'Angelo", "O'Meany", "Pop-Caal", "Ávila",  "Ordóñez", "Yat"};
constexpr std::array<std::string_view, 6> kLongSurnames = {
    "de la Santísima Trinidad Echeverría-Montúfar", "Hernández-Barrientos y Ruiz de Castañeda",
    "Castellanos Montenegro de Villagrán",          "Xol Quetzaltenango Huehuetenango",
    "Fernández de Córdova y Arrivillaga",           "Monterroso Goicoechea-Larrazábal"};
constexpr std::array<std::string_view, 3> kLongGivenNames = {
    "María de los Ángeles Guadalupe Esperanza", "Concepción del Rosario Inmaculada", "Ana Sofía Alejandra Montserrat"};
struct Refugee {
    std::string_view surname, givenNames, place, nationality;
    Sex sex;
};
constexpr std::array<Refugee, 8> kRefugees = {{
    {"Wałęsa", "Łucja", "Gdańsk", "POL", Sex::Female},
    {"Sørensen", "Bjørn Åge", "Ålborg", "DNK", Sex::Male},
    {"Weiß", "Jürgen", "Großräschen", "D", Sex::Male},
    {"Đurić", "Željko", "Čačak", "SRB", Sex::Male},
    {"Yıldız", "Şükrü", "İzmir", "TUR", Sex::Unspecified},
    {"Æbelø", "Þóra", "Reykjavík", "ISL", Sex::Female},
    {"Ţepeş", "Ana", "Iaşi", "ROU", Sex::Female},
    {"Ibarra-Núñez", "Yolanda", "Managua", "NIC", Sex::Unspecified},
}};
constexpr std::array<std::string_view, 22> kPlaces = {"Guatemala",
                                                      "Guastatoya",
                                                      "Antigua Guatemala",
                                                      "Chimaltenango",
                                                      "Escuintla",
                                                      "Cuilapa",
                                                      "Sololá",
                                                      "Totonicapán",
                                                      "Quetzaltenango",
                                                      "Mazatenango",
                                                      "Retalhuleu",
                                                      "San Marcos",
                                                      "Huehuetenango",
                                                      "Santa Cruz del Quiché",
                                                      "Salamá",
                                                      "Cobán",
                                                      "Flores",
                                                      "Puerto Barrios",
                                                      "Zacapa",
                                                      "Chiquimula",
                                                      "Jalapa",
                                                      "Jutiapa"};
constexpr std::array<std::array<std::string_view, 2>, 4> kNeighbours = {
    {{"MEX", "Tapachula"}, {"BLZ", "Benque Viejo del Carmen"}, {"SLV", "Ahuachapán"}, {"HND", "Copán Ruinas"}}};

base::Date bornBefore(base::Date today, int leastAge, int mostAge, Chance& chance) {
    const int age = leastAge + static_cast<int>(chance.below(static_cast<std::uint32_t>(mostAge - leastAge)));
    const base::Date year{today.year() - std::chrono::years{age + 1}, today.month(), std::chrono::day{1}};
    return base::Date{std::chrono::sys_days{year} + std::chrono::days{chance.below(330)}};
}

std::string twoSurnames(Chance& chance) {
    const std::string first{chance.oneOf(kSurnames)};
    return first + " " + std::string{chance.oneOf(kSurnames)};
}

void nameGuatemalan(Holder& holder, Chance& chance) {
    const bool longName = chance.below(5) == 0;
    holder.surname = longName ? std::string{chance.oneOf(kLongSurnames)} : twoSurnames(chance);
    holder.givenNames = holder.sex == Sex::Female ? chance.oneOf(kWomen) : chance.oneOf(kMen);
    if (longName && holder.sex == Sex::Female) holder.givenNames = chance.oneOf(kLongGivenNames);
    holder.nationality = "GTM";
    holder.placeOfBirth = chance.oneOf(kPlaces);
}

/// One after the other, so that a few orders show different alphabets.
void nameRefugee(Holder& holder, std::uint32_t seed) {
    const Refugee& refugee = kRefugees[seed % kRefugees.size()];
    holder.surname = refugee.surname;
    holder.givenNames = refugee.givenNames;
    holder.placeOfBirth = refugee.place;
    holder.nationality = refugee.nationality;
    holder.sex = refugee.sex;
}

void nameNeighbour(Holder& holder, Chance& chance) {
    holder.surname = twoSurnames(chance);
    holder.givenNames = holder.sex == Sex::Female ? chance.oneOf(kWomen) : chance.oneOf(kMen);
    const auto& [state, place] = chance.oneOf(kNeighbours);
    holder.nationality = state;
    holder.placeOfBirth = place;
}

}  // namespace

Cui inventCui(std::uint32_t seed) {
    Chance chance{seed * 747796405U + 3};
    std::string serial;
    do serial = fmt::format("{:08}", 10'000'000 + chance.below(29'999'999));
    while (!cuiCheckDigit(serial));
    const int department = 1 + static_cast<int>(chance.below(22));
    const int municipality =
        1 + static_cast<int>(chance.below(static_cast<std::uint32_t>(municipalitiesOf(department))));
    return Cui{fmt::format("{}{}{:02}{:02}", serial, *cuiCheckDigit(serial), department, municipality)};
}

Holder inventPerson(std::uint32_t seed, PersonKind kind, base::Date today) {
    Chance chance{seed * 2891336453U + 11};
    Holder holder;
    holder.sex = chance.below(2) == 0 ? Sex::Female : Sex::Male;
    holder.dateOfBirth = kind == PersonKind::SmallChild ? bornBefore(today, 1, 5, chance)
                         : kind == PersonKind::Minor    ? bornBefore(today, 1, 16, chance)
                                                        : bornBefore(today, 19, 80, chance);
    switch (kind) {
        case PersonKind::Adult:
        case PersonKind::Minor:
        case PersonKind::SmallChild:
            nameGuatemalan(holder, chance);
            holder.cui = inventCui(seed);
            break;
        case PersonKind::Refugee: nameRefugee(holder, seed); break;
        case PersonKind::Neighbour: nameNeighbour(holder, chance); break;
    }
    return holder;
}

}  // namespace issuance::training
