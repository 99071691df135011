// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/certificates/signing.hpp"

#include <QCoreApplication>
#include <set>

#include "gui/text.hpp"
#include "gui/widgets/form_sheet.hpp"

namespace gui {
namespace {

/// Where these texts stand in the translations.
class Signing {
    Q_DECLARE_TR_FUNCTIONS(Signing)
   public:
    static FormWords words(const ToSign& what) {
        const int count = static_cast<int>(what.requests.size());
        QStringList names;
        for (const auto& each : what.requests) names << shown(each);
        const auto listed = names.size() > kNamed ? names.mid(0, kNamed).join(", ") + "…" : names.join(", ");
        return {what.endorsing ? tr("Visto bueno", "title: the second signature") : tr("Firmar", "title: signing"),
                tr("Va a firmar %n documento(s): %1", "%1 are the numbers of requests", count).arg(listed),
                what.endorsing ? tr("Dar visto bueno", "button: the second signature")
                               : tr("Firmar", "button: signs certificates")};
    }
    static QList<FormField> fields(const ToSign& what) {
        QList<FormField> fields{
            {"secret", tr("PIN o contraseña de su llave de firma", "label of a field"), FormField::Kind::Secret}};
        if (what.endorserWanted)
            fields << FormField{"endorser",
                                tr("Usuario de quien dará el visto bueno", "label of a field"),
                                FormField::Kind::Text,
                                {},
                                false,
                                {},
                                tr("Vacío, si solo hay una persona", "in the empty field for who will endorse")};
        return fields;
    }
    static QString done(int count) { return tr("%n documento(s) firmado(s).", "after signing", count); }
    static QString one(const QString& number) {
        return tr("Firmado: %1.", "after signing; %1 is the number").arg(number);
    }
    static QString lacking(const QString& reasons) {
        return tr("Lo firmado vale y está guardado, pero todavía le faltan pruebas de largo plazo: %1",
                  "%1 are sentences")
            .arg(reasons);
    }

   private:
    static constexpr qsizetype kNamed = 6;
};

/// What two threads share: a request that holds a secret is not copied.
template <class Request>
struct Errand {
    Request request;
    contract::CertificatesSigned answer;
};

template <class Request>
void conduct(const Workplace& place, QWidget* over, Request request, const FormSheet::Ends& ends,
             const std::function<void(const contract::CertificatesSigned&)>& done) {
    auto errand = std::make_shared<Errand<Request>>();
    errand->request = std::move(request);
    const auto credentials = place.session.credentials();
    place.link.conduct(
        over, credentials.session,
        [errand, credentials](contract::Office& office) -> base::Outcome {
            auto told = office.ask(credentials, errand->request);
            errand->request.secret = {};
            if (!told) return told.refusal();
            errand->answer = std::move(*told);
            return {};
        },
        [errand, ends, done] {
            ends.done();
            done(errand->answer);
        },
        ends.troubled);
}

}  // namespace

void askToSign(const Workplace& place, QWidget* over, const ToSign& what,
               std::function<void(const contract::CertificatesSigned&)> done) {
    new FormSheet{
        place, over, Signing::words(what), Signing::fields(what),
        [&place, over, what, done = std::move(done)](const FormValues& values, const FormSheet::Ends& ends) {
            if (what.endorsing)
                return conduct(place, over, contract::CertificateEndorse{what.requests, values.secret("secret")}, ends,
                               done);
            conduct(place, over,
                    contract::CertificateSign{what.requests, values.secret("secret"), values.given("endorser")}, ends,
                    done);
        }};
}

QString signedWords(const Workplace& place, const contract::CertificatesSigned& done) {
    const auto& all = done.certificates;
    auto words =
        all.size() == 1 ? Signing::one(shown(all.front().number)) : Signing::done(static_cast<int>(all.size()));
    std::set<std::string> reasons;
    for (const auto& each : all)
        for (const auto& fault : each.lacking) reasons.insert(place.wording.sentence(fault.asFault()));
    QStringList sentences;
    for (const auto& each : reasons) sentences << shown(each);
    return sentences.isEmpty() ? words : words + u'\n' + Signing::lacking(sentences.join(u' '));
}

}  // namespace gui
