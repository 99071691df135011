// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stock/receipt_pages.hpp"

#include <QCoreApplication>

#include "base/digest.hpp"
#include "base/files.hpp"
#include "contract/acts_of_papers.hpp"
#include "contract/acts_of_receipts.hpp"
#include "contract/acts_of_stock.hpp"
#include "gui/stock/papers.hpp"
#include "gui/stock/stock_words.hpp"
#include "gui/text.hpp"

namespace gui {
namespace {

using namespace contract;

constexpr std::size_t kLargestManifest = std::size_t{64} << 20;
constexpr std::size_t kPart = std::size_t{1} << 20;

/// Where these texts stand in the translations.
class ReceiptWords {
    Q_DECLARE_TR_FUNCTIONS(ReceiptWords)
};

ListShape shapeOfReceipts() {
    return {
        "recepciones",
        ReceiptWords::tr("Entregas del proveedor", "title of the list of deliveries"),
        {{ReceiptWords::tr("Situación", "column: outcome of a delivery"), 120},
         {ReceiptWords::tr("Proveedor", "column: supplier"), 220},
         {ReceiptWords::tr("Orden de compra", "column: purchase order"), 160},
         {ReceiptWords::tr("Anunciadas", "column: announced quantity"), 110},
         {ReceiptWords::tr("Leídas", "column: scanned quantity"), 100},
         {ReceiptWords::tr("Desde", "column: when a delivery was announced"), 175},
         {ReceiptWords::tr("Por", "column: who announced a delivery"), 170},
         {ReceiptWords::tr("Entrega", "column: number of a delivery"), 320}},
        {{"-5", ReceiptWords::tr("Lo último arriba", "sort: newest first"), 5, Qt::DescendingOrder},
         {"0", ReceiptWords::tr("Por situación", "sort: by outcome"), 0}},
        {},
        ReceiptWords::tr("Número, proveedor, orden de compra…", "what may be typed to narrow deliveries"),
        ReceiptWords::tr("No se ha anunciado ninguna entrega", "empty list of deliveries"),
        ReceiptWords::tr("Pulse F5 con el archivo que mandó el proveedor.", "advice at an empty list of deliveries")};
}

/// The file whole, under the name by which an act takes it.
base::Result<std::string> bring(Office& office, const Credentials& credentials, const std::string& path) {
    const auto content = base::readFile(path, kLargestManifest);
    if (!content) return content.refusal();
    const base::BytesView whole{*content};
    ContentPart part{base::toHex(base::sha256(whole)), static_cast<std::int64_t>(whole.size()), 0, {}};
    for (;;) {
        const auto arrived = office.bring(credentials, part);
        if (!arrived) return arrived.refusal();
        if (*arrived >= part.size) return part.sha256;
        part.offset = *arrived;
        const auto at = static_cast<std::size_t>(part.offset);
        part.octets = whole.subspan(at, std::min(kPart, whole.size() - at));
    }
}

void sendManifest(const Workplace& place, ListPage& page, const FormValues& answers, const FormSheet::Ends& ends) {
    const auto announced = std::make_shared<DeliveryAnnounced>();
    place.link.conduct(
        &page, place.session.credentials().session,
        [announced, answers, session = place.session.shared()](Office& office) -> base::Outcome {
            const Credentials credentials{session->token()};
            const auto upload = bring(office, credentials, answers.text("file"));
            if (!upload) return upload.refusal();
            auto done =
                office.ask(credentials, StockAnnounce{*upload, answers.given("supplier"), answers.given("purchase")});
            if (!done) return done.refusal();
            *announced = std::move(done).value();
            return {};
        },
        [&page, announced, ends] {
            ends.done();
            page.tellDone(ReceiptWords::tr("Entrega anunciada: %1 piezas. Ábrala con Intro y lea lo que llegó.",
                                           "after a delivery was announced; %1 quantity")
                              .arg(announced->quantity));
        },
        ends.troubled);
}

void announce(const Workplace& place, ListPage& page) {
    using Kind = FormField::Kind;
    new FormSheet{
        place,
        &page,
        {ReceiptWords::tr("Anunciar una entrega", "title of a form"),
         ReceiptWords::tr("El archivo es la lista de piezas que mandó el proveedor (XML o CSV). Proveedor y orden de "
                          "compra hacen falta solo con CSV.",
                          "what the form is for"),
         ReceiptWords::tr("Anunciar", "button of the form")},
        {{"file", ReceiptWords::tr("Archivo", "label: a file"), Kind::File},
         {"supplier", ReceiptWords::tr("Proveedor", "label"), Kind::Text, {}, false},
         {"purchase", ReceiptWords::tr("Orden de compra", "label"), Kind::Text, {}, false}},
        [&place, &page](const FormValues& answers, const FormSheet::Ends& ends) {
            sendManifest(place, page, answers, ends);
        }};
}

void receiveWhole(const Workplace& place, ListPage& page) {
    const auto title = ReceiptWords::tr("Recibir una entrega completa", "title of a form and of its consent");
    new FormSheet{
        place,
        &page,
        {title,
         ReceiptWords::tr("Para entregas que se cuentan por su lista firmada, sin leer pieza por pieza. El archivo es "
                          "la lista en XML.",
                          "what the form is for"),
         ReceiptWords::tr("Recibir con dos custodios", "button of the form")},
        {{"file", ReceiptWords::tr("Archivo", "label: a file"), FormField::Kind::File}},
        [&place, &page, title](const FormValues& answers, const FormSheet::Ends& ends) {
            const auto manifest = base::readFile(answers.text("file"), kLargestManifest);
            if (!manifest) return ends.troubled(manifest.refusal());
            perform<StockReceive>(
                place, &page, twoCustodians(title, shown(answers.text("file"))), StockReceive{*manifest},
                [&page, ends](const StockReceived& received) {
                    ends.done();
                    page.tellDone(ReceiptWords::tr("%1 piezas entraron a la bóveda. Acta de recepción: %2",
                                                   "after a receipt; %1 quantity, %2 number of a signed paper")
                                      .arg(received.quantity)
                                      .arg(shown(received.act)));
                },
                ends);
        }};
}

}  // namespace

ListPage* makeReceipts(const Workplace& place, QWidget* parent) {
    const auto rowsOf = [&place](const DeliveriesListed& listed) {
        std::vector<ListRow> rows;
        for (const auto& each : listed.deliveries)
            rows.push_back({shown(each.delivery),
                            {wordOf(place, each.outcome), shown(each.supplier), shown(each.purchase),
                             QString::number(each.announced), QString::number(each.scanned), momentOf(each.announcedAt),
                             shown(each.announcedBy), shown(each.delivery)}});
        return rows;
    };
    auto* page = new ListPage{place, shapeOfReceipts(),
                              listing(
                                  place, [](const ListQuery&) { return StockReceipts{}; }, rowsOf),
                              parent};
    if (place.session.may<StockAnnounce>()) {
        page->offer(
            ReceiptWords::tr("Anunciar entrega", "button"), Qt::Key_F5, [&place, page] { announce(place, *page); },
            true);
        page->offer(ReceiptWords::tr("Recibir completa", "button: receives a delivery by its manifest alone"),
                    Qt::Key_F6, [&place, page] { receiveWhole(place, *page); });
    }
    if (place.session.may<PaperShow>())
        page->offerForRow(
            ReceiptWords::tr("Acta de recepción", "button: saves the act of a receipt"), Qt::Key_F7,
            [&place, page](const QString& delivery) { savePaperAbout(place, *page, "stock-receipt", told(delivery)); });
    return page;
}

}  // namespace gui
