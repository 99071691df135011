// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <iostream>

#include "base/files.hpp"
#include "cli/commands.hpp"
#include "cli/scans.hpp"
#include "cli/sending.hpp"
#include "cli/terminal.hpp"
#include "contract/acts_of_receipts.hpp"

namespace cli {
namespace {

struct ReceiptOptions {
    std::string file;
    std::string delivery;
    std::optional<std::string> supplier;
    std::optional<std::string> purchase;
    std::optional<std::string> box;
    std::optional<std::string> seal;
    std::optional<std::string> place;
    std::optional<std::string> gapReason;
    std::string reason;
    std::string serialsFile;
    std::vector<std::string> serials;
    std::vector<std::string> lots;
    bool anew = false;
};

void announce(Desk& desk, const ReceiptOptions& options) {
    const contract::StockAnnounce request{sendFile(desk, options.file), options.supplier, options.purchase};
    desk.show(desk.ask(request), [&](const auto& answer) {
        std::cout << fmt::format(
                         fmt::runtime(desk.in("Entrega {}: {} anunciados en {} rangos y {} lotes (leído como {}).",
                                              "Delivery {}: {} announced in {} ranges and {} lots (read as {}).")),
                         answer.delivery, answer.quantity, answer.ranges, answer.lots, answer.form)
                  << '\n';
    });
}

/// "laminate-booklet:L-17:250".
contract::LotLine lotFrom(const Desk& desk, const std::string& text) {
    const auto first = text.find(':');
    const auto last = text.rfind(':');
    try {
        if (first != std::string::npos && first != last)
            return {text.substr(0, first), text.substr(first + 1, last - first - 1), std::stoll(text.substr(last + 1))};
    } catch (const std::logic_error&) {
    }
    std::cerr << desk.in("Un lote se escribe ARTÍCULO:LOTE:CANTIDAD, no ", "A lot is written ITEM:LOT:QUANTITY, not ")
              << text << '\n';
    throw WronglyUsed{};
}

void scan(Desk& desk, const ReceiptOptions& options) {
    contract::StockScan request{options.delivery, options.box, options.seal, options.serials, {}, options.anew};
    addScans(desk, options.serialsFile, request.serials);
    for (const auto& lot : options.lots) request.lots.push_back(lotFrom(desk, lot));
    desk.show(desk.ask(request), [&](const auto& answer) {
        std::cout << fmt::format(fmt::runtime(desk.in("Nuevas {}, repetidas {}. Van {} de {}.",
                                                      "New {}, repeated {}. {} of {} so far.")),
                                 answer.fresh, answer.repeated, answer.scanned, answer.announced)
                  << '\n';
    });
}

void check(Desk& desk, const std::string& delivery) {
    desk.show(desk.ask(contract::StockCheck{delivery}), [&](const auto& answer) {
        for (const auto& fault : answer.faults) std::cout << desk.sentence(fault.asFault()) << '\n';
        for (const auto& gap : answer.gaps) std::cout << desk.sentence(gap.asFault()) << '\n';
        std::cout << fmt::format(
                         fmt::runtime(desk.in("Escaneados {} de {}. Faltas: {}.", "Scanned {} of {}. Faults: {}.")),
                         answer.scanned, answer.announced, answer.faults.size() + answer.gaps.size())
                  << '\n';
    });
}

void putAway(Desk& desk, const ReceiptOptions& options) {
    desk.show(
        desk.ask(contract::StockPutAway{options.delivery, options.place, options.gapReason}), [&](const auto& answer) {
            std::cout << fmt::format(fmt::runtime(desk.in("Guardados {} (recibo {}).", "Put away {} (receipt {}).")),
                                     answer.quantity, answer.receipt)
                      << '\n';
        });
}

void listReceipts(Desk& desk) {
    desk.show(desk.ask(contract::StockReceipts{}), [&](const auto& answer) {
        Table table{{desk.in("Entrega", "Delivery"), desk.in("Proveedor", "Supplier"), desk.in("Compra", "Purchase"),
                     desk.in("Anunciada (UTC)", "Announced (UTC)"), desk.in("Cantidad", "Quantity"),
                     desk.in("Escaneada", "Scanned"), desk.in("Estado", "State")}};
        for (const auto& line : answer.deliveries)
            table.add({line.delivery, line.supplier, line.purchase, secondOf(line.announcedAt),
                       std::to_string(line.announced), std::to_string(line.scanned), desk.word(line.outcome)});
        table.print();
    });
}

void showReceipt(Desk& desk, const std::string& receipt) {
    desk.show(desk.ask(contract::StockReceiptShow{receipt}), [&](const auto& answer) {
        std::cout << answer.receipt << "  " << answer.supplier << "  " << answer.purchase << "  "
                  << secondOf(answer.time) << "  " << answer.person << ", " << answer.second << "\n\n";
        Table table{{desk.in("Artículo", "Item"), desk.in("Cantidad", "Quantity"), desk.in("Contenido", "Contents"),
                     desk.in("Cajas", "Boxes")}};
        for (const auto& line : answer.items)
            table.add({line.item, std::to_string(line.quantity), fmt::format("{}", fmt::join(line.contents, " ")),
                       fmt::format("{}", fmt::join(line.boxes, " "))});
        table.print();
    });
}

void listItems(Desk& desk) {
    desk.show(desk.ask(contract::StockItems{}), [&](const auto& answer) {
        Table table{{desk.in("Artículo", "Item"), desk.in("Nombre", "Name"), desk.in("Serie", "Serial"),
                     desk.in("Utilizables", "Usable"), desk.in("Mínimo", "Minimum"), desk.in("Aviso", "Alarm"),
                     desk.in("Caja", "Box"), desk.in("Plazo (días)", "Lead time (days)"), desk.in("Valor", "Value")}};
        for (const auto& line : answer.items) {
            const auto name = line.names.find(desk.in("es", "en"));
            table.add({line.item, name == line.names.end() ? "" : name->second,
                       line.pattern.empty() ? desk.word(line.unit) : line.pattern, std::to_string(line.usable),
                       std::to_string(line.minimum), line.low ? desk.in("BAJO", "LOW") : "", std::to_string(line.box),
                       std::to_string(line.leadTimeDays), fmt::format("{}", fmt::join(line.values, ", "))});
        }
        table.print();
    });
}

CLI::App* addDelivery(CLI::App* command, const Desk& desk, ReceiptOptions& options) {
    command->add_option("delivery", options.delivery, desk.in("Entrega", "Delivery"))->required();
    return command;
}

void addAnnounce(CLI::App& family, Desk& desk) {
    auto options = std::make_shared<ReceiptOptions>();
    auto* command = addCommand(family, desk, "announce",
                               desk.in("Anuncia la entrega de un proveedor por su manifiesto (XML o CSV)",
                                       "Announces a supplier's delivery by its manifest (XML or CSV)"),
                               "troquel stock announce manifiesto.csv --supplier Imprenta --purchase OC-2026-17");
    command->add_option("manifest", options->file, desk.in("Manifiesto", "Manifest"))->required();
    command->add_option("--supplier", options->supplier, desk.in("Proveedor, para CSV", "Supplier, for CSV"));
    command->add_option("--purchase", options->purchase, desk.in("Compra, para CSV", "Purchase, for CSV"));
    command->callback([options, &desk] { announce(desk, *options); });
}

void addScan(CLI::App& family, Desk& desk) {
    auto options = std::make_shared<ReceiptOptions>();
    auto* command =
        addCommand(family, desk, "scan",
                   desk.in("Registra lo que dos custodios escanean: caja con precinto, series, rangos, lotes",
                           "Records what two custodians scan: sealed box, serials, ranges, lots"),
                   "troquel stock scan ENTREGA --box C-1 --seal P-991 --as eva --second luis");
    addDelivery(command, desk, *options);
    command->add_option("--box", options->box, desk.in("Etiqueta de la caja", "Label of the box"));
    command->add_option("--seal", options->seal, desk.in("Precinto leído", "Seal as read"));
    command->add_option("--serials", options->serials, desk.in("Series o rangos", "Serials or ranges"));
    addScanFileOption(*command, desk, options->serialsFile);
    command->add_option("--lot", options->lots, desk.in("ARTÍCULO:LOTE:CANTIDAD", "ITEM:LOT:QUANTITY"));
    command->add_flag("--anew", options->anew, desk.in("Empieza de nuevo", "Begins again"));
    command->callback([options, &desk] { scan(desk, *options); });
}

void addPutAway(CLI::App& family, Desk& desk) {
    auto options = std::make_shared<ReceiptOptions>();
    auto* command = addDelivery(addCommand(family, desk, "put-away",
                                           desk.in("Guarda en bóveda una entrega sin faltas; dos custodios",
                                                   "Puts a delivery without faults into the vault; two custodians"),
                                           "troquel stock put-away ENTREGA --as eva --second luis"),
                                desk, *options);
    command->add_option("--place", options->place, desk.in("Bóveda (o vault)", "Vault (or vault)"));
    command->add_option("--gap-reason", options->gapReason,
                        desk.in("Por qué faltan números dentro de una caja", "Why numbers are left out within a box"));
    command->callback([options, &desk] { putAway(desk, *options); });
}

void addLotCommands(CLI::App& family, Desk& desk) {
    auto* lot = addCommand(family, desk, "lot", desk.in("Lo que se cuenta por lote", "What is counted by lot"),
                           "troquel stock lot use ribbon-colour 1");
    lot->require_subcommand(1);
    const auto add = [&](const char* name, const std::string& explanation, const std::string& example) {
        return addCommand(*lot, desk, name, explanation, example);
    };
    auto move = std::make_shared<contract::StockLotMove>();
    auto* moving =
        add("move", desk.in("Traslada parte de un lote; dos custodios", "Moves some of a lot; two custodians"),
            "troquel stock lot move ribbon-colour R-12 500 --to workstation:linea-1 --as eva --second luis");
    move->from = "vault";
    moving->add_option("item", move->item, desk.in("Artículo", "Item"))->required();
    moving->add_option("lot", move->lot, desk.in("Lote", "Lot"))->required();
    moving->add_option("quantity", move->quantity, desk.in("Cantidad", "Quantity"))->required();
    moving->add_option("--from", move->from, desk.in("De dónde (o vault)", "From where (or vault)"));
    moving->add_option("--to", move->to, desk.in("A dónde", "To where"))->required();
    moving->add_option("--requisition", move->requisition,
                       desk.in("Requisición aprobada que se atiende", "Approved requisition that it answers"));
    moving->callback([move, &desk] { desk.show(desk.ask(*move), [&](const auto&) { desk.done(); }); });

    auto use = std::make_shared<contract::StockLotUse>();
    auto* consuming = add(
        "use", desk.in("Gasta en su puesto, primero el lote más antiguo", "Uses up at one's workstation, oldest first"),
        "troquel stock lot use ribbon-colour 1 --reference A0000001");
    consuming->add_option("item", use->item, desk.in("Artículo", "Item"))->required();
    consuming->add_option("quantity", use->quantity, desk.in("Cantidad", "Quantity"))->required();
    consuming->add_option("--reference", use->reference, desk.in("Para qué", "What for"));
    consuming->callback([use, &desk] {
        desk.show(desk.ask(*use), [](const auto& answer) {
            for (const auto& some : answer.lots) std::cout << some.lot << "  " << some.quantity << '\n';
        });
    });

    auto count = std::make_shared<contract::StockLotCount>();
    auto* counting = add("count",
                         desk.in("Corrige los libros a lo que contaron dos custodios",
                                 "Corrects the books to what two custodians counted"),
                         "troquel stock lot count ribbon-colour R-12 480 --reason 'rollo roto' --as eva --second luis");
    count->place = "vault";
    counting->add_option("item", count->item, desk.in("Artículo", "Item"))->required();
    counting->add_option("lot", count->lot, desk.in("Lote", "Lot"))->required();
    counting->add_option("quantity", count->quantity, desk.in("Cantidad contada", "Quantity counted"))->required();
    counting->add_option("--place", count->place, desk.in("Lugar (o vault)", "Place (or vault)"));
    counting->add_option("--reason", count->reason, desk.in("Motivo", "Reason"))->required();
    counting->callback([count, &desk] { desk.show(desk.ask(*count), [&](const auto&) { desk.done(); }); });
}

}  // namespace

void addReceiptCommands(CLI::App& family, Desk& desk) {
    addCommand(family, desk, "items",
               desk.in("Artículos, existencias utilizables y avisos de existencia baja",
                       "Items, usable stock and alarms of low stock"),
               "troquel stock items")
        ->callback([&desk] { listItems(desk); });
    addAnnounce(family, desk);
    addScan(family, desk);
    auto options = std::make_shared<ReceiptOptions>();
    addDelivery(addCommand(family, desk, "check",
                           desk.in("Compara manifiesto, escaneo y libros: todas las faltas a la vez",
                                   "Compares manifest, scan and books: every fault at once"),
                           "troquel stock check ENTREGA"),
                desk, *options)
        ->callback([options, &desk] { check(desk, options->delivery); });
    addPutAway(family, desk);
    auto* reject =
        addDelivery(addCommand(family, desk, "reject",
                               desk.in("Devuelve una entrega al proveedor; dos custodios",
                                       "Sends a delivery back to the supplier; two custodians"),
                               "troquel stock reject ENTREGA --reason 'precinto roto' --as eva --second luis"),
                    desk, *options);
    reject->add_option("--reason", options->reason, desk.in("Motivo", "Reason"))->required();
    reject->callback([options, &desk] {
        desk.show(desk.ask(contract::StockReject{options->delivery, options->reason}),
                  [&](const auto&) { desk.done(); });
    });
    addCommand(family, desk, "receipts", desk.in("Entregas y su estado", "Deliveries and how they stand"),
               "troquel stock receipts")
        ->callback([&desk] { listReceipts(desk); });
    addDelivery(addCommand(family, desk, "receipt", desk.in("Lo que trajo un recibo", "What a receipt brought"),
                           "troquel stock receipt RECIBO"),
                desk, *options)
        ->callback([options, &desk] { showReceipt(desk, options->delivery); });
    addLotCommands(family, desk);
}

}  // namespace cli
