// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stock/receiving_page.hpp"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include "gui/stock/choices.hpp"
#include "gui/stock/facts.hpp"
#include "gui/stock/stock_words.hpp"
#include "gui/text.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/fault_banner.hpp"
#include "gui/widgets/form_sheet.hpp"

namespace gui {

using namespace contract;

ReceivingPage::ReceivingPage(const Workplace& place, QWidget* parent)
    : StockPage(place, parent),
      m_facts(new Facts{this}),
      m_stand(new StatusSign{this, 36}),
      m_asked(new QLabel{this}),
      m_typed(new QLineEdit{this}),
      m_read(new QListWidget{this}),
      m_differences(new QListWidget{this}) {
    layOut();
    addButtons();
    connect(&place.session, &Session::locked, this, [this] {
        rest();
        tellMode();
    });
    connect(m_typed, &QLineEdit::returnPressed, this, [this] {
        const auto typed = m_typed->text().trimmed();
        m_typed->clear();
        if (!typed.isEmpty()) takeScan(typed);
    });
}

void ReceivingPage::layOut() {
    auto* title = new QLabel{tr("Leer una entrega", "title of the page"), this};
    setRole(*title, "large");
    setRole(*m_asked, "head");
    m_asked->setWordWrap(true);
    m_typed->setObjectName("read");
    m_typed->setMinimumHeight(kTarget - kGap);
    m_typed->setAccessibleName(tr("Serie o rango", "name of the field for what is received"));
    m_typed->setPlaceholderText(tr("O escriba A0000001-A0000500 e Intro", "hint in the field for what is received"));
    m_read->setAccessibleName(tr("Leído", "list of what was scanned"));
    m_differences->setAccessibleName(tr("Diferencias", "list of differences"));
    m_differences->setWordWrap(true);
    auto* lists = new QHBoxLayout;
    lists->setSpacing(kSpace);
    const auto list = [&](const QString& heading, QListWidget* of, int stretch) {
        auto* column = new QVBoxLayout;
        auto* label = new QLabel{heading, this};
        setRole(*label, "muted");
        column->addWidget(label);
        column->addWidget(of, 1);
        lists->addLayout(column, stretch);
    };
    list(tr("Lo último leído", "heading of a list"), m_read, 2);
    list(tr("Lo que todavía difiere de lo anunciado", "heading of a list"), m_differences, 3);
    for (QWidget* each : std::initializer_list<QWidget*>{title, m_facts, m_stand, m_asked, m_typed})
        content().addWidget(each);
    content().addLayout(lists, 1);
}

void ReceivingPage::addButtons() {
    m_main = addButton(
        tr("Empezar con dos custodios", "button: both custodians agree"), Qt::Key_F5,
        [this] { ask(&ReceivingPage::putAway); }, true);
    m_boxes = addButton(tr("Leer por cajas", "button: boxes are read instead of blanks"), Qt::Key_F2, [this] {
        m_byBox = !m_byBox;
        m_box.clear();
        tellMode();
    });
    addButton(tr("Lote contado", "button: enters what is counted by lot"), Qt::Key_F4,
              [this] { ask(&ReceivingPage::countLot); });
    addButton(tr("Devolver al proveedor", "button: rejects a delivery"), Qt::Key_F8, [this] { reject(); });
}

void ReceivingPage::show(const QString& delivery) {
    m_delivery = delivery;
    rest();
    m_read->clear();
    m_byBox = false;
    banner().clear();
    refresh();
}

void ReceivingPage::rest() {
    m_pair = {};
    m_queue.clear();
    m_box.clear();
}

void ReceivingPage::refresh() {
    if (m_delivery.isEmpty()) return;
    m_place.ask(
        this, StockReceipts{},
        [this](const DeliveriesListed& listed) {
            for (const auto& each : listed.deliveries) {
                if (shown(each.delivery) != m_delivery) continue;
                m_open = each.outcome == "announced";
                m_facts->tell({{tr("Entrega", "name of a fact: delivery"), m_delivery},
                               {tr("Proveedor", "name of a fact: supplier"), shown(each.supplier)},
                               {tr("Situación", "name of a fact: outcome"), wordOf(m_place, each.outcome)},
                               {tr("Orden de compra", "name of a fact: purchase"), shown(each.purchase)}});
            }
            tellMode();
            check();
        },
        [this](const Trouble& why) { tell(why); });
}

void ReceivingPage::tellMode() {
    m_main->setVisible(m_open);
    m_typed->setEnabled(m_open && bothHere());
    m_main->setAction(bothHere() ? tr("Guardar en la bóveda", "button: puts a delivery away")
                                 : tr("Empezar con dos custodios", "button: both custodians agree"));
    m_boxes->setAction(m_byBox ? tr("Leer por piezas", "button: blanks are read instead of boxes")
                               : tr("Leer por cajas", "button: boxes are read instead of blanks"));
    if (!m_open) return m_asked->setText(tr("Esta entrega ya terminó.", "a delivery that was put away or rejected"));
    if (!bothHere())
        return m_asked->setText(
            tr("Los dos custodios se ponen de acuerdo una vez y leen juntos.", "before the delivery is read"));
    if (!m_byBox) return m_asked->setText(tr("Lea cada pieza, o escriba un rango.", "while blanks are read"));
    m_asked->setText(m_box.isEmpty()
                         ? tr("Lea la etiqueta de la caja cerrada.", "while boxes are read")
                         : tr("Ahora lea el precinto de la caja %1.", "while boxes are read; %1 label").arg(m_box));
}

// Nothing is done before both agreed.
void ReceivingPage::ask(void (ReceivingPage::*form)(const Choices&)) {
    if (!bothHere()) return begin();
    withChoices(m_place, *this, [this, form](const Choices& choices) { (this->*form)(choices); });
}

void ReceivingPage::begin() {
    Consent begun;
    if (m_place.session.may<StockScan>()) begun.first = m_place.session.shared();
    new ConsentSheet{
        m_place, this,
        twoCustodians(tr("Recepción entre dos", "title of the consent"),
                      tr("Lo que se lea en la entrega %1 lo leen los dos.", "%1 is a delivery").arg(m_delivery)),
        begun, [this](const Consent& consent, const ConsentSheet::Ends& ends) {
            m_pair = consent;
            ends.done();
            tellMode();
            m_typed->setFocus();
        }};
}

void ReceivingPage::takeScan(const QString& read) {
    if (!m_open || !bothHere()) return StockPage::takeScan(read);
    StockScan scan{told(m_delivery), std::nullopt, std::nullopt, {}, {}, false};
    if (!m_byBox) {
        scan.serials.push_back(told(read.trimmed()));
        return send(std::move(scan), read.trimmed());
    }
    if (m_box.isEmpty()) {
        m_box = read.trimmed();
        m_place.sounds.play(Cue::Attention);
        return tellMode();
    }
    scan.box = told(m_box);
    scan.seal = told(read.trimmed());
    send(std::move(scan), tr("Caja %1", "in a list of what was read; %1 is a label").arg(m_box));
    m_box.clear();
    tellMode();
}

// One after the other: a reader is faster than the books.
void ReceivingPage::send(StockScan scan, const QString& what) {
    m_queue.push_back({std::move(scan), what});
    sendNext();
}

void ReceivingPage::sendNext() {
    if (m_sending || m_queue.empty()) return;
    m_sending = true;
    const auto scan = m_queue.front();
    m_queue.pop_front();
    const auto go = [this] {
        m_sending = false;
        if (m_queue.empty()) check();
        sendNext();
    };
    m_place.link.ask(
        this, m_pair.credentials(), scan.request,
        [this, scan, go](const ScanAccepted& accepted) {
            banner().clear();
            m_place.sounds.play(accepted.fresh > 0 ? Cue::Done : Cue::Refused);
            m_read->insertItem(
                0, accepted.fresh > 0 ? scan.what : tr("%1 (ya estaba leído)", "%1 was scanned before").arg(scan.what));
            go();
        },
        [this, scan, go](const Trouble& why) {
            m_place.sounds.play(Cue::Refused);
            banner().tell(why, tr("No se anotó %1.", "%1 is what was scanned").arg(scan.what));
            go();
        });
}

void ReceivingPage::countLot(const Choices& choices) {
    using Kind = FormField::Kind;
    new FormSheet{m_place,
                  this,
                  {tr("Lote contado", "title of a form"), {}, tr("Anotar", "button of the form")},
                  {choices.item("item", tr("Clase", "label: item")),
                   {"lot", tr("Lote", "label"), Kind::Text},
                   {"quantity", tr("Cantidad", "label"), Kind::Number}},
                  [this](const FormValues& answers, const FormSheet::Ends& ends) {
                      ends.done();
                      StockScan scan{told(m_delivery), std::nullopt, std::nullopt, {}, {}, false};
                      scan.lots.push_back({answers.text("item"), answers.text("lot"), answers.number("quantity")});
                      send(std::move(scan), shown(answers.text("lot")));
                  }};
}

void ReceivingPage::check() {
    if (!m_open) {
        m_differences->clear();
        return m_stand->tell(Standing::Neutral, tr("No hay nada que leer.", "a delivery that has ended"));
    }
    m_place.ask(
        this, StockCheck{told(m_delivery)}, [this](const DeliveryChecked& checked) { tellCheck(checked); },
        [this](const Trouble& why) { tell(why); });
}

void ReceivingPage::tellCheck(const DeliveryChecked& checked) {
    m_differences->clear();
    for (const auto& lines : {checked.faults, checked.gaps})
        for (const auto& line : lines) m_differences->addItem(shown(m_place.wording.sentence(line.asFault())));
    const auto count =
        tr("Leídas %1 de %2.", "%1 scanned and %2 announced quantity").arg(checked.scanned).arg(checked.announced);
    if (checked.faults.empty())
        m_stand->tell(Standing::Done,
                      tr("%1 Lo leído es lo anunciado: puede guardarse.", "%1 says how many").arg(count));
    else
        m_stand->tell(Standing::Caution, tr("%1 Todavía hay %n diferencia(s).", "%1 says how many",
                                            static_cast<int>(checked.faults.size()))
                                             .arg(count));
}

void ReceivingPage::putAway(const Choices& choices) {
    using Kind = FormField::Kind;
    new FormSheet{m_place,
                  this,
                  {tr("Guardar la entrega en la bóveda", "title of a form"),
                   tr("Si faltan números en la serie, escriba por qué.", "what the form is for"),
                   tr("Guardar", "button of the form")},
                  {choices.place("place", tr("Bóveda", "label: place"), "vault"),
                   {"gap", tr("Motivo de los saltos", "label: reason of gaps"), Kind::Text, {}, false}},
                  [this](const FormValues& answers, const FormSheet::Ends& ends) {
                      m_place.link.ask(
                          this, m_pair.credentials(),
                          StockPutAway{told(m_delivery), answers.text("place"), answers.given("gap")},
                          [this, ends](const DeliveryPutAway& done) {
                              ends.done();
                              rest();
                              tellDone(tr("%1 piezas entraron a la bóveda, con su acta de recepción.",
                                          "after a delivery was put away; %1 quantity")
                                           .arg(done.quantity));
                          },
                          ends.troubled);
                  }};
}

void ReceivingPage::reject() {
    const auto title = tr("Devolver la entrega al proveedor", "title of a form and of its consent");
    new FormSheet{m_place,
                  this,
                  {title, {}, tr("Devolver con dos custodios", "button of the form")},
                  {{"reason", tr("Motivo", "label: reason"), FormField::Kind::Text}},
                  asking(
                      m_place, this, twoCustodians(title, m_delivery),
                      [this](const FormValues& answers) {
                          return StockReject{told(m_delivery), answers.text("reason")};
                      },
                      [this](const Done&) {
                          rest();
                          tellDone(tr("La entrega se devolvió al proveedor.", "after a delivery was rejected"));
                      })};
}

}  // namespace gui
