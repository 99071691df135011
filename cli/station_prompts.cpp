// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/station_prompts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "contract/acts_of_line.hpp"

namespace cli {
namespace {

struct Sentence {
    std::string_view code;
    std::string_view spanish;
    std::string_view english;
};

constexpr Sentence kWishes[] = {
    {"take_off", "Retire del lector {reader} la libreta {blank}.", "Take the book {blank} off the reader {reader}."},
    {"lay_on", "Ponga la libreta {blank} en el lector {reader}.", "Lay the book {blank} on the reader {reader}."},
    {"lay_on_again",
     "El chip puesto no es el que se espera. Compruebe el número y ponga otra vez la libreta {blank} en el lector "
     "{reader}.",
     "The chip laid on is not the expected one. Check the number and lay the book {blank} on the reader {reader} "
     "again."},
    {"scan_any", "Lea el código de una libreta o tarjeta sin usar ({blank}) y póngala en la máquina.",
     "Scan the code of an unused book or card ({blank}) and put it into the machine."},
    {"scan_blank", "Lea el código de la libreta o tarjeta {blank} y póngala en la máquina.",
     "Scan the code of book or card {blank} and put it into the machine."},
    {"scan", "Escanee la página terminada y guarde la imagen en {reader} con el nombre {blank}.png o {blank}.jpg.",
     "Scan the finished page and keep the picture in {reader} under the name {blank}.png or {blank}.jpg."}};

constexpr Sentence kGivingUp{"see_to",
                             "Si no quiere esperar a la impresora {reader}: troquel line cancel-print {blank}",
                             "Not to wait for the printer {reader}: troquel line cancel-print {blank}"};

/// What the chip says after an interrupted encoding.
constexpr Sentence kEncodingDoubts[] = {
    {"blank", "El chip está en blanco: no se grabó nada. Si es la libreta {blank}, responda: untouched",
     "The chip is blank: nothing was written. If it is book {blank}, answer: untouched"},
    {"partial", "El chip quedó a medio grabar y no puede completarse. Responda: spoiled",
     "The chip is half written and cannot be completed. Answer: spoiled"},
    {"locked", "El chip está grabado y cerrado. Si es la libreta {blank}, responda: done; la inspección lo comprobará.",
     "The chip is written and locked. If it is book {blank}, answer: done; the inspection will verify it."}};

/// The chip tells nothing about paper, but a chip that is not blank is not this book's.
constexpr Sentence kPrintingDoubts[] = {
    {"blank", "El chip está en blanco, como debe ser antes de grabar.", "The chip is blank, as it must be by now."},
    {"partial", "El chip no está en blanco: compruebe que es la libreta {blank}.",
     "The chip is not blank: check that this is book {blank}."},
    {"locked", "El chip no está en blanco: compruebe que es la libreta {blank}.",
     "The chip is not blank: check that this is book {blank}."}};

/// The same, of a book whose chip is encoded before its page is printed.
constexpr Sentence kPrintingAfterEncoding[] = {
    {"locked", "El chip está grabado y cerrado, como debe ser antes de imprimir.",
     "The chip is written and locked, as it must be by now."},
    {"partial", "El chip no está grabado por completo: compruebe que es la libreta {blank}.",
     "The chip is not written as a whole: check that this is book {blank}."},
    {"blank", "El chip está en blanco: compruebe que es la libreta {blank}.",
     "The chip is blank: check that this is book {blank}."}};

constexpr Sentence kOfAnyDoubt[] = {
    {"another",
     "El chip no es el de este documento. Ponga la libreta {blank} y pregunte otra vez; si es ella, alguien "
     "cambió su chip: responda spoiled y avise al oficial de seguridad.",
     "The chip is not this document's. Lay on book {blank} and ask again; if it is that book, somebody changed its "
     "chip: answer spoiled and tell the security officer."},
    {"absent", "No hay ninguna libreta en el lector. Ponga la libreta {blank} y pregunte otra vez.",
     "No book lies on the reader. Lay book {blank} on it and ask again."},
    {"unclear", "El chip no responde como se espera. Compruebe que es la libreta {blank}; si lo es, responda: spoiled",
     "The chip does not answer as expected. Check that this is book {blank}; if it is, answer: spoiled"}};

template <std::size_t Size>
const Sentence* find(const Sentence (&sentences)[Size], std::string_view code) {
    const auto* found = std::find_if(std::begin(sentences), std::end(sentences),
                                     [&](const Sentence& sentence) { return sentence.code == code; });
    return found == std::end(sentences) ? nullptr : found;
}

std::string fill(const Desk& desk, const Sentence& sentence, const std::string& blank, const std::string& reader) {
    return fmt::format(fmt::runtime(desk.in(sentence.spanish, sentence.english)), fmt::arg("blank", blank),
                       fmt::arg("reader", reader));
}

}  // namespace

void StationPrompts::show(const std::vector<contract::StationCall>& calls) {
    std::vector<std::string> asked;
    for (const auto& call : calls) {
        for (const auto& reason : call.reasons) asked.push_back(m_desk.sentence(reason.asFault()));
        if (call.wish == "see_to")
            asked.push_back(fill(m_desk, kGivingUp, call.blank, call.reader));
        else if (const auto* sentence = find(kWishes, call.wish)) {
            const auto blank = call.blank.empty() ? m_desk.in("que está puesta", "that lies there") : call.blank;
            asked.push_back(fill(m_desk, *sentence, blank, call.reader));
        }
    }
    for (const auto& text : asked)
        if (std::find(m_said.begin(), m_said.end(), text) == m_said.end()) std::cerr << text << std::endl;
    m_said = std::move(asked);
}

void printDoubt(const Desk& desk, const contract::DoubtShown& doubt) {
    const bool encoding = doubt.step == "encode";
    const auto* said = encoding                    ? find(kEncodingDoubts, doubt.chip)
                       : doubt.chipDue == "locked" ? find(kPrintingAfterEncoding, doubt.chip)
                                                   : find(kPrintingDoubts, doubt.chip);
    if (said == nullptr) said = find(kOfAnyDoubt, doubt.chip);
    std::cout << fmt::format("{} {}  {} {}  {}: {}\n", desk.in("Orden", "Order"), doubt.order,
                             desk.in("libreta", "book"), doubt.blank, desk.in("no se sabe cómo terminó", "end unknown"),
                             desk.word(doubt.step));
    if (said != nullptr) std::cout << fill(desk, *said, doubt.blank, {}) << '\n';
    if (!encoding)
        desk.say("Mire la página: completa y limpia, responda done; en blanco, untouched; lo demás, spoiled.",
                 "Look at the page: whole and clean, answer done; blank, untouched; anything else, spoiled.");
    desk.say("Responda con: troquel line resolve " + doubt.order + " done|untouched|spoiled --reason \"…\"",
             "Answer with: troquel line resolve " + doubt.order + " done|untouched|spoiled --reason \"…\"");
}

}  // namespace cli
