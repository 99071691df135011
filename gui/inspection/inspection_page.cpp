// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/inspection/inspection_page.hpp"

#include <QFrame>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/inspection/comparison_table.hpp"
#include "gui/inspection/picture_view.hpp"
#include "gui/text.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"

namespace gui {

InspectionPage::InspectionPage(const Workplace& place, QWidget* parent)
    : QWidget(parent),
      m_place(place),
      m_wish(new StatusSign{this, 32}),
      m_number(new QLabel{this}),
      m_facts(new QLabel{this}),
      m_waiting(new QLabel{this}),
      m_table(new ComparisonTable{place, this}),
      m_worst(new StatusSign{this, 24}),
      m_pictures(new PictureView{this}),
      m_portraits(new ActionButton{tr("Retratos", "choice: shows the portraits"), Qt::CTRL | Qt::Key_1}),
      m_page(new ActionButton{tr("Página", "choice: shows the page"), Qt::CTRL | Qt::Key_2}),
      m_difference(new ActionButton{tr("Diferencias", "choice: shows where the page differs"), Qt::CTRL | Qt::Key_3}) {
    layOut();
    connect(m_portraits, &QPushButton::clicked, this, [this] { choose(View::Portraits); });
    connect(m_page, &QPushButton::clicked, this, [this] { choose(View::Page); });
    connect(m_difference, &QPushButton::clicked, this, [this] { choose(View::Difference); });
}

void InspectionPage::layOut() {
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    auto* left = new QVBoxLayout;
    left->setSpacing(kGap);
    left->addWidget(m_table, 1);
    left->addWidget(m_worst);
    auto* body = new QHBoxLayout;
    body->setSpacing(kSpace);
    body->addLayout(left, 1);
    body->addWidget(makePictures(), 1);
    column->addWidget(makeHead());
    column->addLayout(body, 1);
}

QWidget* InspectionPage::makeHead() {
    auto* card = new QFrame{this};
    setRole(*card, "card");
    setRole(*m_number, "large");
    setRole(*m_facts, "muted");
    setRole(*m_waiting, "muted");
    auto* row = new QHBoxLayout{card};
    row->setContentsMargins(kSpace, kGap, kSpace, kGap);
    row->setSpacing(kSpace);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_wish);
    words->addWidget(m_facts);
    row->addWidget(m_number);
    row->addLayout(words, 1);
    row->addWidget(m_waiting, 0, Qt::AlignVCenter);
    return card;
}

QWidget* InspectionPage::makePictures() {
    auto* side = new QWidget{this};
    auto* column = new QVBoxLayout{side};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    auto* choices = new QHBoxLayout;
    choices->setSpacing(kGap);
    for (auto* each : {m_portraits, m_page, m_difference}) {
        each->setCheckable(true);
        each->setAutoExclusive(true);
        setRole(*each, "choice");
        choices->addWidget(each);
    }
    choices->addStretch();
    auto* nearness = new QHBoxLayout;
    nearness->setSpacing(kGap);
    const std::tuple<QString, QKeySequence, void (PictureView::*)()> all[] = {
        {tr("Acercar", "button: enlarges the pictures"), Qt::Key_Plus, &PictureView::comeNearer},
        {tr("Alejar", "button: makes the pictures smaller"), Qt::Key_Minus, &PictureView::goAway},
        {tr("Entera", "button: shows the whole of the pictures"), Qt::Key_0, &PictureView::showWhole}};
    for (const auto& [words, key, act] : all) {
        auto* button = new ActionButton{words, key};
        connect(button, &QPushButton::clicked, m_pictures, act);
        nearness->addWidget(button);
    }
    auto* advice = new QLabel{tr("Ctrl y flechas: mover", "beside the buttons that enlarge the pictures"), side};
    setRole(*advice, "small");
    nearness->addWidget(advice);
    nearness->addStretch();
    column->addLayout(choices);
    column->addWidget(m_pictures, 1);
    column->addLayout(nearness);
    return side;
}

void InspectionPage::show(contract::InspectionShown inspection) {
    m_inspection = std::move(inspection);
    const auto& document = m_inspection.document;
    m_number->setText(shown(document.number));
    m_facts->setText(tr("%1 · orden %2 · pieza %3", "%1 kind of document, %2 order, %3 serial of the blank")
                         .arg(shown(m_place.names.of(document.kind)), shown(document.order), shown(document.blank)));
    tellWish();
    m_table->show(m_inspection.parts);
    const auto checks = checksOf(m_place, document.verdicts);
    if (checks.empty())
        m_worst->tell(Standing::Neutral, tr("Todavía no fue inspeccionado.", "a document without checks"));
    else if (checks.front().standing == Standing::Done)
        m_worst->tell(Standing::Done, tr("La inspección encontró bien %n cosa(s).", "checks that passed",
                                         static_cast<int>(checks.size())));
    else
        m_worst->tell(checks.front().standing, checks.front().text);
    const auto has = [&](std::string_view what) {
        return std::ranges::find(m_inspection.pictures, what, &contract::InspectedPicture::what) !=
               m_inspection.pictures.end();
    };
    m_difference->setEnabled(has("page-difference"));
    choose(has("page-difference") && m_inspection.wish == "override" ? View::Difference : View::Portraits);
}

void InspectionPage::tellWish() {
    const auto& wish = m_inspection.wish;
    if (m_inspection.own)
        return m_wish->tell(Standing::Caution,
                            tr("Usted hizo este documento: lo inspecciona otra persona", "the maker may not inspect"));
    if (wish == "look")
        return m_wish->tell(Standing::Caution,
                            tr("Mire la página impresa y compárela con la orden", "what an inspector is asked for"));
    if (wish == "release")
        return m_wish->tell(Standing::Caution, tr("Compare y libere", "what an inspector is asked for"));
    if (wish == "override")
        return m_wish->tell(Standing::Refused, tr("La inspección la rechazó por cómo se ve: mírela y decida",
                                                  "what an inspector is asked for"));
    m_wish->tell(Standing::Neutral, tr("No espera a un inspector: %1", "%1 is the state of the document")
                                        .arg(shown(m_place.wording.word(m_inspection.document.state))));
}

void InspectionPage::tellWaiting(int waiting) {
    m_waiting->setText(tr("Esperan: %n", "how many documents wait for an inspector", waiting));
}

void InspectionPage::choose(View view) {
    (view == View::Portraits ? m_portraits : view == View::Page ? m_page : m_difference)->setChecked(true);
    std::vector<PictureView::Picture> pictures;
    for (const auto& picture : m_inspection.pictures) {
        const bool portrait = picture.what.starts_with("portrait");
        const bool difference = picture.what == "page-difference";
        const bool scanned = picture.what == "page-scanned";
        const bool wanted = view == View::Portraits ? portrait
                            : view == View::Page    ? !portrait && !difference
                                                    : difference || scanned;
        auto image = QImage::fromData(picture.content.data(), static_cast<int>(picture.content.size()));
        if (wanted && !image.isNull()) pictures.push_back({captionOf(picture), std::move(image)});
    }
    const bool hidden = m_inspection.document.confidential && m_inspection.pictures.empty();
    m_pictures->show(std::move(pictures),
                     hidden ? tr("Titular reservado: sus datos los ve quien tiene a su cargo los expedientes "
                                 "reservados. Compare la libreta con la orden en papel.",
                                 "pictures of a confidential holder are not shown")
                            : tr("No hay imagen", "there is no such picture"));
}

QString InspectionPage::captionOf(const contract::InspectedPicture& picture) const {
    if (picture.what == "portrait-ordered") return tr("Retrato de la orden", "caption of a picture");
    if (picture.what == "portrait-on-chip") return tr("Retrato del chip", "caption of a picture");
    if (picture.what == "page-sent")
        return tr("Como se mandó imprimir (%1)", "caption of a picture; %1 is the side")
            .arg(shown(m_place.wording.word(picture.page)));
    if (picture.what == "page-scanned")
        return tr("Como la vio el escáner (%1)", "caption of a picture; %1 is the side")
            .arg(shown(m_place.wording.word(picture.page)));
    return tr("Sobra en rojo, falta en azul (%1)", "caption of a picture; %1 is the side")
        .arg(shown(m_place.wording.word(picture.page)));
}

void InspectionPage::openChecks() {
    const auto checks = checksOf(m_place, m_inspection.document.verdicts);
    new ChecksSheet{this,
                    tr("Pruebas de la inspección", "title of the list of checks"),
                    {m_worst->standing(), m_worst->text()},
                    checks};
}

}  // namespace gui
