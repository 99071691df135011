// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/training/training_registers.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "issuance/registers/search_keys.hpp"
#include "issuance/training/chance.hpp"
#include "issuance/training/people.hpp"

namespace issuance::training {
namespace {

constexpr std::uint32_t kPeople = 40;

constexpr std::array<const char*, 5> kPosts{"Aeropuerto Internacional La Aurora", "Tecún Umán II", "Pedro de Alvarado",
                                            "Aeropuerto Mundo Maya", "Puerto Quetzal"};
constexpr std::array<const char*, 6> kPlaces{"México",   "El Salvador", "España",
                                             "Honduras", "Belice",      "Estados Unidos de América"};
constexpr std::array<const char*, 3> kCategories{"residente temporal", "residente permanente", "estudiante"};

/// Somebody as a register writes them.
struct Written {
    std::string surnames;
    std::string givenNames;
    base::Date born{};
    std::string nationality;
    std::string document;
};

base::Date daysBefore(base::Date day, std::uint32_t days) {
    return std::chrono::sys_days{day} - std::chrono::days{days};
}

std::string who(const Written& person) {
    return fmt::format("{};{};{};{};{}", person.surnames, person.givenNames, base::formatDate(person.born),
                       person.nationality, person.document);
}

constexpr const char* kWho = "apellidos;nombres;nacimiento;nacionalidad;documento;";

Written written(const Holder& holder, Chance& chance) {
    return {holder.surname, holder.givenNames, holder.dateOfBirth, holder.nationality,
            std::to_string(200'000'000 + chance.below(99'999'999))};
}

/// The same person as another office wrote them.
Written asAnotherOfficeWrites(Written person) {
    auto surnames = foldedTokens(person.surnames);
    std::reverse(surnames.begin(), surnames.end());
    person.surnames = fmt::format("{}", fmt::join(surnames, " "));
    person.givenNames = fmt::format("{}", fmt::join(foldedTokens(person.givenNames), " "));
    const base::Date swapped{person.born.year(), std::chrono::month{static_cast<unsigned>(person.born.day())},
                             std::chrono::day{static_cast<unsigned>(person.born.month())}};
    if (swapped.ok()) person.born = swapped;
    return person;
}

std::vector<Written> peopleOf(std::uint32_t seed, const std::vector<Holder>& known, base::Date today, Chance& chance) {
    std::vector<Written> people;
    for (const auto& holder : known) people.push_back(written(holder, chance));
    for (std::uint32_t at = 0; at < kPeople; ++at) {
        const auto kind = at % 4 == 3 ? PersonKind::Neighbour : PersonKind::Adult;
        people.push_back(written(inventPerson(seed + 7000 + at, kind, today), chance));
    }
    Written namesake = people.front();
    namesake.born = daysBefore(namesake.born, 4018);
    namesake.document = std::to_string(300'000'000 + chance.below(99'999'999));
    people.push_back(namesake);
    people.push_back(asAnotherOfficeWrites(people[1]));
    return people;
}

std::string movementsOf(const std::vector<Written>& people, base::Date today, Chance& chance) {
    std::string csv = fmt::format("{}fecha;hora;tipo;puesto;destino\r\n", kWho);
    for (const auto& person : people) {
        std::uint32_t before = 3000 + chance.below(300);
        const std::uint32_t movements = 4 + 2 * chance.below(6);
        for (std::uint32_t at = 0; at < movements; ++at) {
            before -= std::min(before, 3 + chance.below(240));
            csv += fmt::format("{};{};{:02}:{:02};{};{};{}\r\n", who(person),
                               base::formatDate(daysBefore(today, before + 1)), chance.below(24), chance.below(60),
                               at % 2 == 0 ? "salida" : "entrada", chance.oneOf(kPosts), chance.oneOf(kPlaces));
        }
    }
    return csv;
}

std::string residencesOf(const std::vector<Written>& people, base::Date today, Chance& chance) {
    std::string csv = fmt::format("{}categoria;desde;hasta;resolucion\r\n", kWho);
    for (const auto& person : people) {
        if (person.nationality == "GTM") continue;
        const auto from = daysBefore(today, 200 + chance.below(1500));
        const base::Date until = std::chrono::sys_days{from} + std::chrono::days{730};
        csv +=
            fmt::format("{};{};{};{};RES-{}-{:04}\r\n", who(person), chance.oneOf(kCategories), base::formatDate(from),
                        base::formatDate(until), static_cast<int>(from.year()), chance.below(9999));
    }
    return csv;
}

std::string visasOf(const std::vector<Written>& people, base::Date today, Chance& chance) {
    std::string csv = fmt::format("{}clase;numero;desde;hasta;entradas\r\n", kWho);
    for (const auto& person : people) {
        if (person.nationality == "GTM" || chance.below(2) == 0) continue;
        const auto from = daysBefore(today, 30 + chance.below(800));
        csv +=
            fmt::format("{};B;V-{:06};{};{};múltiple\r\n", who(person), chance.below(999'999), base::formatDate(from),
                        base::formatDate(std::chrono::sys_days{from} + std::chrono::days{365}));
    }
    return csv;
}

/// Each sixth person but the known has one: bans on travel, and others that are over.
std::string alertsOf(const std::vector<Written>& people, std::size_t known, base::Date today, Chance& chance) {
    std::string csv = fmt::format("{}tipo;autoridad;oficio;fecha;estado\r\n", kWho);
    for (std::size_t at = known; at < people.size(); at += 6) {
        const auto day = daysBefore(today, 10 + chance.below(900));
        const bool inForce = at % 4 != 0;
        csv += fmt::format("{};arraigo;Juzgado {} de Primera Instancia Penal;OF-{}-{};{};{}\r\n", who(people[at]),
                           1 + chance.below(12), chance.below(900), static_cast<int>(day.year()), base::formatDate(day),
                           inForce ? "vigente" : "levantada");
    }
    return csv;
}

}  // namespace

std::vector<TrainingRegister> makeTrainingRegisters(std::uint32_t seed, const std::vector<Holder>& known,
                                                    base::Date today) {
    Chance chance{seed};
    const auto people = peopleOf(seed, known, today, chance);
    return {{"movimientos", movementsOf(people, today, chance)},
            {"residencias", residencesOf(people, today, chance)},
            {"visas", visasOf(people, today, chance)},
            {"alertas", alertsOf(people, known.size(), today, chance)}};
}

}  // namespace issuance::training
