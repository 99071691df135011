// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stock/spoiling.hpp"

#include <QCoreApplication>

#include "base/files.hpp"
#include "contract/acts_of_spoilage.hpp"
#include "gui/stock/stock_words.hpp"
#include "gui/text.hpp"

namespace gui {
namespace {

constexpr std::size_t kLargestPhoto = std::size_t{16} << 20;

/// Where these texts stand in the translations.
class SpoilWords {
    Q_DECLARE_TR_FUNCTIONS(SpoilWords)
};

QList<std::pair<QString, QString>> causesOf(const Workplace& place, const contract::SpoilCausesListed& listed) {
    QList<std::pair<QString, QString>> causes;
    const bool spanish = place.wording.language() == contract::Language::Spanish;
    for (const auto& each : listed.causes)
        causes.append({shown(each.cause), shown(spanish ? each.spanish : each.english)});
    return causes;
}

/// No photograph is none; one that cannot be read is refused.
base::Result<std::optional<base::Bytes>> photoOf(const FormValues& answers) {
    const auto path = answers.text("photo");
    if (path.empty()) return std::optional<base::Bytes>{};
    auto content = base::readFile(path, kLargestPhoto);
    if (!content) return content.refusal();
    return std::optional{std::move(content).value()};
}

void askSpoil(const Workplace& place, QWidget* over, const FormValues& answers, const FormSheet::Ends& ends,
              const std::function<void(const QString&)>& told) {
    const auto photo = photoOf(answers);
    if (!photo) return ends.troubled(photo.refusal());
    const contract::StockSpoil request{answers.text("blank"), answers.text("cause"), *photo};
    perform<contract::StockSpoil>(
        place, over,
        {SpoilWords::tr("Anotar una pieza dañada", "title of a consent"), shown(request.serial),
         SpoilWords::tr("Primera persona: escriba sus datos", "the first of two who consent"),
         SpoilWords::tr("Segunda persona: mire la pieza y escriba sus datos", "the second of two who consent")},
        request,
        [ends, told, serial = request.serial](const contract::Done&) {
            ends.done();
            told(SpoilWords::tr("%1 quedó anotada como dañada. Apártela: va a cuarentena.", "%1 is a serial")
                     .arg(shown(serial)));
        },
        ends);
}

}  // namespace

void spoilBlank(const Workplace& place, QWidget* over, const QString& serial, std::function<void(const QString&)> told,
                OfficeLink::OnTrouble troubled) {
    place.ask(
        over, contract::StockCauses{},
        [&place, over, serial, told](const contract::SpoilCausesListed& listed) {
            using Kind = FormField::Kind;
            new FormSheet{
                place,
                over,
                {SpoilWords::tr("Anotar una pieza dañada", "title of a form"),
                 SpoilWords::tr("Lea la pieza y elija la causa con las flechas.", "what the form is for"),
                 SpoilWords::tr("Anotar", "button of the form")},
                {{"blank", SpoilWords::tr("Pieza", "label: a serial"), Kind::Text, serial},
                 {"cause",
                  SpoilWords::tr("Causa", "label: cause of the spoilage"),
                  Kind::Choice,
                  {},
                  true,
                  causesOf(place, listed)},
                 {"photo", SpoilWords::tr("Fotografía (JPEG o PNG)", "label: a file"), Kind::File, {}, false}},
                [&place, over, told](const FormValues& answers, const FormSheet::Ends& ends) {
                    askSpoil(place, over, answers, ends, told);
                }};
        },
        std::move(troubled));
}

void askCauses(const Workplace& place, QObject* asker, std::function<void(const CauseNames&)> answered,
               OfficeLink::OnTrouble troubled) {
    place.ask(
        asker, contract::StockCauses{},
        [&place, answered](const contract::SpoilCausesListed& listed) {
            CauseNames names;
            for (const auto& [cause, name] : causesOf(place, listed)) names.insert(cause, name);
            answered(names);
        },
        std::move(troubled));
}

void addEvidence(const Workplace& place, QWidget* over, std::function<void(const QString&)> told) {
    using Kind = FormField::Kind;
    new FormSheet{
        place,
        over,
        {SpoilWords::tr("Agregar una fotografía", "title of a form"),
         SpoilWords::tr("Queda unida a la pieza para siempre.", "what the form is for"),
         SpoilWords::tr("Agregar", "button of the form")},
        {{"blank", SpoilWords::tr("Pieza", "label: a serial"), Kind::Text},
         {"photo", SpoilWords::tr("Fotografía (JPEG o PNG)", "label: a file"), Kind::File}},
        [&place, over, told](const FormValues& answers, const FormSheet::Ends& ends) {
            const auto photo = photoOf(answers);
            if (!photo) return ends.troubled(photo.refusal());
            perform<contract::StockEvidence>(
                place, over, {}, {answers.text("blank"), photo->value()},
                [ends, told](const contract::Done&) {
                    ends.done();
                    told(SpoilWords::tr("La fotografía quedó unida a la pieza.", "after a photograph was added"));
                },
                ends);
        }};
}

}  // namespace gui
