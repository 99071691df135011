// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/certificates/step_sheets.hpp"

#include <QCoreApplication>

#include "gui/certificates/signing.hpp"
#include "gui/text.hpp"
#include "gui/widgets/form_sheet.hpp"

namespace gui {
namespace {

using Kind = FormField::Kind;

/// The sheets of one certificate. Where these texts stand in the translations.
class StepSheets {
    Q_DECLARE_TR_FUNCTIONS(StepSheets)
   public:
    StepSheets(const Workplace& place, QWidget* over, const StepMatter& matter, StepDone done,
               OfficeLink::OnTrouble troubled)
        : m_place(place),
          m_over(over),
          m_line(matter.shown.line),
          m_draft(matter.shown.draft),
          m_copies(matter.shown.copies),
          m_type(matter.type),
          m_done(std::move(done)),
          m_troubled(std::move(troubled)) {}

    void review() const {
        m_place.ask(
            m_over, contract::CertificateReview{m_line.request, m_draft},
            [done = m_done](const contract::Done&) { done(tr("Confrontado. Pasa a quien sigue.", "after a review")); },
            m_troubled);
    }
    void legalReview() const {
        open(
            {tr("Revisión jurídica", "title of a sheet"), what(), tr("De acuerdo", "button: the legal adviser agrees")},
            {{"reason", tr("Observaciones o dictamen, si los hay", "label of a field"), Kind::Text, {}, false}},
            [](const StepSheets& sheet, const FormValues& values) {
                return contract::CertificateLegalReview{sheet.m_line.request, sheet.m_draft, "agreed",
                                                        values.text("reason")};
            },
            tr("De acuerdo. Pasa a firma.", "after a legal review"));
    }
    void returnIt() const {
        const bool legal = m_line.stage == "in_legal_review";
        const FormWords words{tr("Devolver a quien redactó", "title of a sheet"), what(),
                              tr("Devolver", "button: back to who wrote it")};
        const QList<FormField> fields{{"reason", tr("Qué hay que corregir", "label of a field")}};
        const auto told = tr("Devuelto a quien redactó.", "after a draft was returned");
        if (legal && m_place.session.may<contract::CertificateLegalReview>())
            return open(
                words, fields,
                [](const StepSheets& sheet, const FormValues& values) {
                    return contract::CertificateLegalReview{sheet.m_line.request, sheet.m_draft, "returned",
                                                            values.text("reason")};
                },
                told);
        open(
            words, fields,
            [](const StepSheets& sheet, const FormValues& values) {
                return contract::CertificateReturn{sheet.m_line.request, values.text("reason")};
            },
            told);
    }
    void cancel() const {
        open(
            {tr("Dar por terminada la solicitud", "title of a sheet"), what(),
             tr("Dar por terminada", "button: ends a request")},
            {{"reason", tr("Motivo", "label of a field")}},
            [](const StepSheets& sheet, const FormValues& values) {
                return contract::CertificateCancel{sheet.m_line.request, values.text("reason")};
            },
            tr("La solicitud terminó sin documento.", "after a request was cancelled"));
    }
    void deliver() const {
        open(
            {tr("Entregar", "title of a sheet"), what(), tr("Entregar", "button: hands a certificate over")},
            {{"recipient", tr("Quién recibe", "label of a field"), Kind::Text, shown(m_line.applicant)},
             {"identification", tr("Con qué se identificó", "label of a field")},
             {"manner",
              tr("Cómo se entrega", "label of a field"),
              Kind::Choice,
              {},
              true,
              choices({"counter", "electronic", "courier"})}},
            [](const StepSheets& sheet, const FormValues& values) {
                return contract::CertificateDeliver{sheet.m_line.number,
                                                    values.text("recipient"),
                                                    values.text("identification"),
                                                    values.text("manner"),
                                                    {}};
            },
            tr("Entregado.", "after a hand-over"));
    }
    void reissue() const {
        QList<FormField> fields{
            {"applicant", tr("Quién lo pide otra vez", "label of a field"), Kind::Text, shown(m_line.applicant)},
            {"identification", tr("Con qué se identificó", "label of a field")},
            {"cause",
             tr("Por qué", "label of a field"),
             Kind::Choice,
             {},
             true,
             choices({"lost", "stolen", "damaged", "further"})},
            {"manner", tr("Cómo se da", "label of a field"), Kind::Choice, {}, true, choices({"paper", "electronic"})},
            {"remarks", tr("Observaciones", "label of a field"), Kind::Text, {}, false}};
        if (!m_type.reissueFee.empty())
            fields << FormField{"receipt", tr("Recibo de pago", "label of a field")}
                   << FormField{"paid", tr("Lo pagado", "label of a field"), Kind::Text, shown(m_type.reissueFee)};
        open(
            {tr("Dar otra vez", "title of a sheet"), what(),
             tr("Dar otra vez", "button: somebody asks once more for a certificate")},
            fields,
            [](const StepSheets& sheet, const FormValues& values) {
                const auto receipt = values.given("receipt");
                return contract::CertificateReissue{sheet.m_line.number,
                                                    values.text("applicant"),
                                                    values.text("identification"),
                                                    values.text("cause"),
                                                    values.text("manner"),
                                                    values.given("remarks"),
                                                    receipt,
                                                    receipt ? values.given("paid") : std::nullopt};
            },
            tr("Anotado. Imprima el ejemplar o exporte el archivo, y entréguelo.", "after a re-issue"));
    }
    void archive() const {
        open(
            {tr("Enviar al archivo", "title of a sheet"), what(), tr("Archivar", "button: nobody collected it")},
            {{"paper",
              tr("Qué se hace con sus hojas de papel especial", "label of a field"),
              Kind::Choice,
              m_copies.empty() ? "none" : "kept",
              true,
              {{"none", tr("No se imprimió", "choice for the sheets of what nobody collected")},
               {"kept", tr("Se conservan", "choice for the sheets of what nobody collected")},
               {"destroy", tr("Se destruyen", "choice for the sheets of what nobody collected")}}},
             {"reason", tr("Motivo", "label of a field")}},
            [](const StepSheets& sheet, const FormValues& values) {
                return contract::CertificateArchive{sheet.m_line.number, values.text("paper"), values.text("reason")};
            },
            tr("Archivado; sigue siendo válido.", "after a certificate went to the archive"));
    }
    void resolvePrint() const {
        const auto sheets = m_copies.empty() ? std::vector<std::string>{} : m_copies.back().sheets;
        QStringList names;
        for (const auto& each : sheets) names << shown(each);
        open(
            {tr("¿Cómo salió la impresión?", "title of a sheet"),
             tr("Mire las hojas %1.", "%1 are the numbers of sheets").arg(names.join(", ")),
             tr("Anotar", "button: says how a print came out")},
            {{"printed",
              tr("El ejemplar", "label of a choice"),
              Kind::Choice,
              {},
              true,
              {{"yes", tr("Está completo y limpio", "choice: how a print came out")},
               {"no", tr("No salió, o hay hojas dañadas", "choice: how a print came out")}}},
             {"spoiled", tr("Hojas dañadas, separadas por espacios", "label of a field"), Kind::Text, {}, false}},
            [](const StepSheets& sheet, const FormValues& values) {
                std::vector<std::string> spoiled;
                for (const auto& each : shown(values.text("spoiled")).split(u' ', Qt::SkipEmptyParts))
                    spoiled.push_back(told(each));
                return contract::CertificateResolvePrint{sheet.m_line.number, std::move(spoiled),
                                                         values.text("printed") == "yes"};
            },
            tr("Anotado lo que se vio.", "after the doubt of a print was resolved"));
    }
    /// Two people: who asks is one, the other consents in this window.
    void annul() const {
        auto self = std::make_shared<StepSheets>(*this);
        const FormWords words{tr("Anular", "title of a sheet"), what(),
                              tr("Seguir", "button: to the second person's consent")};
        new FormSheet{
            m_place,
            m_over,
            words,
            {{"cause", tr("Causa de la anulación", "label of a field")}},
            [self](const FormValues& values, const FormSheet::Ends& ends) {
                const auto& number = self->m_line.number;
                perform<contract::CertificateAnnul>(
                    self->m_place, self->m_over,
                    {tr("Anular para siempre", "title of the consent"),
                     tr("Se anula %1: %2", "what is consented to; %1 a number, %2 the cause")
                         .arg(shown(number), shown(values.text("cause"))),
                     tr("Primera persona: escriba sus datos", "the first of two who consent"),
                     tr("Segunda persona que puede anular: escriba sus datos", "the second of two who consent")},
                    contract::CertificateAnnul{number, values.text("cause")},
                    [self, ends](const contract::Done&) {
                        ends.done();
                        self->m_done(tr("Anulado. Quien verifique el documento lo verá.", "after an annulment"));
                    },
                    ends);
            }};
    }
    void sign(bool endorsing) const {
        askToSign(m_place, m_over, {{m_line.request}, endorsing, !endorsing && m_type.endorsed},
                  [&place = m_place, done = m_done](const contract::CertificatesSigned& answer) {
                      done(signedWords(place, answer));
                  });
    }

   private:
    [[nodiscard]] QString what() const {
        return tr("%1 · %2", "a certificate; %1 request or number, %2 type")
            .arg(shown(m_line.number.empty() ? m_line.request : m_line.number), shown(m_line.title));
    }
    [[nodiscard]] QList<std::pair<QString, QString>> choices(std::initializer_list<const char*> codes) const {
        QList<std::pair<QString, QString>> all;
        for (const char* code : codes) all << std::pair{QString{code}, shown(m_place.wording.word(code))};
        return all;
    }
    /// A sheet whose act is what `make` makes of the values.
    template <class Make>
    void open(const FormWords& words, const QList<FormField>& fields, Make&& make, const QString& told) const {
        auto self = std::make_shared<StepSheets>(*this);
        new FormSheet{
            m_place, m_over, words, fields,
            [self, make = std::forward<Make>(make), told](const FormValues& values, const FormSheet::Ends& ends) {
                using Request = decltype(make(*self, values));
                self->m_place.ask(self->m_over, make(*self, values),
                                  OfficeLink::OnAnswer<Request>{[self, ends, told](const auto&) {
                                      ends.done();
                                      self->m_done(told);
                                  }},
                                  ends.troubled);
            }};
    }

    const Workplace& m_place;
    QWidget* m_over;
    contract::CertificateLine m_line;
    std::int64_t m_draft;
    std::vector<contract::PaperCopyLine> m_copies;
    contract::CertificateTypeLine m_type;
    StepDone m_done;
    OfficeLink::OnTrouble m_troubled;
};

}  // namespace

void askStep(const Workplace& place, QWidget* over, const std::string& step, const StepMatter& matter, StepDone done,
             OfficeLink::OnTrouble troubled) {
    const StepSheets sheets{place, over, matter, std::move(done), std::move(troubled)};
    if (step == "review") return sheets.review();
    if (step == "legal_review") return sheets.legalReview();
    if (step == "return") return sheets.returnIt();
    if (step == "sign") return sheets.sign(false);
    if (step == "endorse") return sheets.sign(true);
    if (step == "cancel") return sheets.cancel();
    if (step == "deliver") return sheets.deliver();
    if (step == "reissue") return sheets.reissue();
    if (step == "archive") return sheets.archive();
    if (step == "annul") return sheets.annul();
    if (step == "resolve_print") return sheets.resolvePrint();
}

}  // namespace gui
