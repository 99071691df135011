// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/production/doubt_words.hpp"

#include <QCoreApplication>

#include "gui/text.hpp"

namespace gui {
namespace {

/// Where these texts stand in the translations.
class Doubts {
    Q_DECLARE_TR_FUNCTIONS(Doubts)
   public:
    static ChipWords ofEncoding(const std::string& chip) {
        if (chip == "blank")
            return {Standing::Neutral, tr("El chip está en blanco: no se grabó nada. Si es esta pieza, no se tocó.",
                                          "what the chip of a doubt says after encoding")};
        if (chip == "partial")
            return {Standing::Refused, tr("El chip quedó a medio grabar y no puede completarse: la pieza está dañada.",
                                          "what the chip of a doubt says after encoding")};
        return {Standing::Done, tr("El chip está grabado y cerrado. Si es esta pieza, quedó bien; la inspección lo "
                                   "comprobará.",
                                   "what the chip of a doubt says after encoding")};
    }
    static ChipWords ofPrinting(const std::string& chip, bool encodedBefore) {
        if (chip == (encodedBefore ? "locked" : "blank"))
            return {Standing::Done, encodedBefore
                                        ? tr("El chip está grabado y cerrado, como debe ser antes de imprimir.",
                                             "what the chip of a doubt says before printing")
                                        : tr("El chip está en blanco, como debe ser antes de grabar.",
                                             "what the chip of a doubt says before encoding")};
        return {Standing::Caution, tr("El chip no está como debe: compruebe que es esta pieza.",
                                      "what the chip of a doubt says while its page was printed")};
    }
    static ChipWords ofAny(const std::string& chip) {
        if (chip == "another")
            return {Standing::Refused,
                    tr("El chip no es el de este documento. Ponga la pieza correcta y pregunte otra vez; si es ella, "
                       "alguien cambió su chip: dígala dañada y avise al oficial de seguridad.",
                       "what the chip of a doubt says")};
        if (chip == "absent")
            return {Standing::Caution, tr("No hay ninguna pieza en el lector. Póngala y pregunte otra vez.",
                                          "what the chip of a doubt says: nothing lies there")};
        if (chip.empty())
            return {Standing::Neutral, tr("Esta pieza no tiene chip: decide lo que se ve.", "a blank without a chip")};
        return {Standing::Caution, tr("El chip no responde como se espera. Compruebe que es esta pieza; si lo es, está "
                                      "dañada.",
                                      "what the chip of a doubt says: it is unclear")};
    }
    static QString page() {
        return tr("Mire la página: completa y limpia, quedó bien; en blanco, no se tocó; lo demás, dañada.",
                  "how to judge the page of a doubt");
    }
    static QString step(const std::string& step) {
        if (step == "print") return tr("No se sabe cómo terminó la impresión", "title of a doubt");
        if (step == "encode") return tr("No se sabe cómo terminó la grabación del chip", "title of a doubt");
        return tr("No se sabe cómo terminó el paso", "title of a doubt");
    }
};

}  // namespace

ChipWords chipWordsOf(const contract::DoubtShown& doubt) {
    const auto& chip = doubt.chip;
    if (chip != "blank" && chip != "partial" && chip != "locked") return Doubts::ofAny(chip);
    return doubt.step == "encode" ? Doubts::ofEncoding(chip) : Doubts::ofPrinting(chip, doubt.chipDue == "locked");
}

QString pageWordsOf(const contract::DoubtShown& doubt) { return doubt.step == "encode" ? QString{} : Doubts::page(); }

QString stepWordsOf(const std::string& step) { return Doubts::step(step); }

}  // namespace gui
