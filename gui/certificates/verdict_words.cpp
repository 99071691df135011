// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/certificates/verdict_words.hpp"

#include <QCoreApplication>

#include "gui/text.hpp"

namespace gui {
namespace {

/// Where these texts stand in the translations.
class Verdicts {
    Q_DECLARE_TR_FUNCTIONS(Verdicts)
   public:
    static VerdictWords of(const std::string& verdict) {
        if (verdict == "authentic")
            return {Standing::Done, tr("Auténtico y vigente", "verdict on a document"),
                    tr("Lo escribió esta casa y nadie lo cambió.", "what a verdict means")};
        if (verdict == "authentic-seal")
            return {Standing::Done, tr("El sello es auténtico", "verdict on a scan"),
                    tr("El sello es de esta casa. Compare lo que dice con la hoja.", "what a verdict means")};
        if (verdict == "annulled")
            return {Standing::Refused, tr("ANULADO: ya no vale", "verdict on a document"),
                    tr("Lo escribió esta casa, y después lo anuló.", "what a verdict means")};
        if (verdict == "altered")
            return {Standing::Refused, tr("ALTERADO: no lo acepte", "verdict on a document"),
                    tr("No es lo que esta casa escribió. Reténgalo si puede y avise al oficial de seguridad.",
                       "what a verdict means")};
        if (verdict == "unknown-signer")
            return {Standing::Refused, tr("Firmado por alguien desconocido", "verdict on a document"),
                    tr("La firma no es de esta casa.", "what a verdict means")};
        if (verdict == "not-ours")
            return {Standing::Refused, tr("No es un documento de esta casa", "verdict on a document"),
                    tr("No tiene firma ni sello de esta casa.", "what a verdict means")};
        if (verdict == "unreadable")
            return {Standing::Caution, tr("No se puede leer", "verdict on a document"),
                    tr("Escanéelo otra vez, recto y a 300 puntos por pulgada, o pida el archivo original.",
                       "what a verdict means")};
        return {Standing::Caution, tr("Dudoso: mírelo una persona", "verdict on a document"),
                tr("Algo no concuerda; abajo dice qué.", "what a verdict means")};
    }
};

}  // namespace

VerdictWords verdictWordsOf(const std::string& verdict) { return Verdicts::of(verdict); }

}  // namespace gui
