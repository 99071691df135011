// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include "cli/commands.hpp"
#include "contract/acts_of_losses.hpp"

namespace cli {
namespace {

struct LossOptions {
    std::vector<std::string> serials;
    std::string reason;
    std::string report;
    std::string authority;
    std::string date;
    bool xml = false;
};
using Options = std::shared_ptr<LossOptions>;

void showNoted(Desk& desk, const contract::LossNoted& noted) {
    desk.show(noted, [&](const auto& answer) {
        std::cout << desk.in("Registrados: ", "Recorded: ") << answer.quantity << '\n';
        for (const auto& number : answer.cases) std::cout << desk.in("Caso ", "Case ") << number << '\n';
        for (const auto& number : answer.documents) std::cout << desk.in("Documento ", "Document ") << number << '\n';
    });
}

CLI::App* addSerialCommand(CLI::App& family, const Desk& desk, const std::string& name, const std::string& explanation,
                           const std::string& example, const Options& options) {
    auto* command = addCommand(family, desk, name, explanation, example);
    command->add_option("serials", options->serials, desk.in("Series o rangos", "Serials or ranges"))->required();
    return command;
}

void addReport(CLI::App& family, Desk& desk, const std::string& kind, const std::string& explanation) {
    auto options = std::make_shared<LossOptions>();
    auto* command = addSerialCommand(family, desk, kind, explanation,
                                     "troquel stock " + kind +
                                         " A0000007 --report MP001-2026-17 --authority 'Ministerio Público' "
                                         "--date 2026-11-23 --as sonia --second saul",
                                     options);
    command->add_option("--report", options->report, desk.in("Número de la denuncia", "Number of the report"))
        ->required();
    command->add_option("--authority", options->authority, desk.in("Ante quién se denunció", "Where it was reported"))
        ->required();
    command->add_option("--date", options->date, desk.in("Fecha de la denuncia", "Day of the report"))->required();
    command->callback([options, kind, &desk] {
        showNoted(desk, desk.ask(contract::StockReportLoss{kind, options->serials, options->report, options->authority,
                                                           options->date}));
    });
}

void addExport(CLI::App& family, Desk& desk) {
    auto options = std::make_shared<LossOptions>();
    auto* command = addCommand(family, desk, "report-export",
                               desk.in("Registros para la base de documentos perdidos y robados, en CSV o XML",
                                       "Records for the database of lost and stolen documents, as CSV or XML"),
                               "troquel stock report-export --as-xml > perdidos.xml");
    command->add_flag("--as-xml", options->xml, "XML");
    command->callback([options, &desk] {
        desk.show(desk.ask(contract::StockReportExport{}),
                  [&](const auto& answer) { std::cout << (options->xml ? answer.xml : answer.csv); });
    });
}

}  // namespace

void addLossCommands(CLI::App& family, Desk& desk) {
    auto missing = std::make_shared<LossOptions>();
    auto* report = addSerialCommand(family, desk, "missing",
                                    desk.in("No están donde dicen los libros: abre un caso con plazo",
                                            "They are not where the books say: opens a case with a deadline"),
                                    "troquel stock missing A0000007 --reason 'No está en la caja'", missing);
    report->add_option("--reason", missing->reason, desk.in("Qué se sabe", "What is known"))->required();
    report->callback([missing, &desk] {
        showNoted(desk, desk.ask(contract::StockMissing{missing->serials, missing->reason}));
    });
    addReport(family, desk, "lost",
              desk.in("Denuncia de pérdida de faltantes: sin vuelta atrás; dos personas",
                      "Formal report that missing ones are lost, for good; two people"));
    addReport(family, desk, "stolen",
              desk.in("Denuncia de robo de faltantes: sin vuelta atrás; dos personas",
                      "Formal report that missing ones are stolen, for good; two people"));
    auto found = std::make_shared<LossOptions>();
    auto* back =
        addSerialCommand(family, desk, "found",
                         desk.in("Aparecieron: a cuarentena, nunca a existencias; dos custodios",
                                 "Found again: into quarantine, never to stock; two custodians"),
                         "troquel stock found A0000007 --reason 'Detrás del estante' --as eva --second luis", found);
    back->add_option("--reason", found->reason, desk.in("Dónde y cómo", "Where and how"))->required();
    back->callback([found, &desk] { showNoted(desk, desk.ask(contract::StockFound{found->serials, found->reason})); });
    addExport(family, desk);
}

}  // namespace cli
