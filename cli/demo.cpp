// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/demo.hpp"

#include <nlohmann/json.hpp>

#include <fmt/format.h>

#include <iostream>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "base/files.hpp"
#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "contract/acts_of_line.hpp"
#include "contract/acts_of_orders.hpp"
#include "contract/acts_of_people.hpp"
#include "contract/acts_of_stock.hpp"
#include "issuance/office/local_office_factory.hpp"
#include "issuance/office/training_institution.hpp"

namespace cli {
namespace {

using namespace base::literals;

constexpr int kMostRounds = 5;

/// What each workstation of the demonstration gets for its shift.
struct DemoIssue {
    const char* item;
    std::int64_t quantity;
};
constexpr DemoIssue kIssues[] = {{"booklet-ordinary", 20},
                                 {"booklet-official", 10},
                                 {"booklet-special", 10},
                                 {"card-visitor", 10},
                                 {"card-worker", 10}};

/// A password that nobody is told: the demonstration's people exist for its duration only.
std::string freshPassword() { return base::randomId(); }

}  // namespace

void Demo::chapter(std::string_view spanish, std::string_view english) {
    if (!m_desk.json) std::cout << "\n── " << m_desk.in(spanish, english) << '\n';
}

void Demo::run() {
    const auto began = std::chrono::steady_clock::now();
    foundInstitution();
    enrolPeople();
    if (!m_serviceProgram.empty()) moveBehindTheDoor();
    receiveBlanks();
    takeOrders();
    runLine();
    account();
    leaveDocuments();
    writeCertificates();
    leaveBooks();
    endService();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    m_desk.say(fmt::format("\nListo en {:.1f} s. Resultados en {}", took.count(), m_folder.string()),
               fmt::format("\nDone in {:.1f} s. Results in {}", took.count(), m_folder.string()));
}

void Demo::foundInstitution() {
    chapter("Institución de capacitación", "Training institution");
    std::filesystem::create_directories(m_folder);
    m_desk.home = (m_folder / "institution").string();
    clearEarlierDemo();
    const std::string password = freshPassword();
    issuance::Founding founding;
    founding.workstation = issuance::kTrainingWorkstation;
    founding.administratorUser = issuance::kTrainingAdministrator.user;
    founding.administratorName = issuance::kTrainingAdministrator.name;
    founding.administratorPassword = base::SecretBytes::copyOf(password);
    founding.training = true;
    founding.database = m_database;
    m_desk.accepted(issuance::foundInstitution(m_desk.homeFolder(), std::move(founding)));
    logIn("ana", password);
}

// Only what an earlier demonstration left may go: a training institution and what came out of it.
void Demo::clearEarlierDemo() {
    if (!std::filesystem::exists(m_desk.home)) return;
    constexpr std::size_t kLongestInstitution = std::size_t{64} * 1024;
    const auto content = base::readFile(m_desk.homeFolder() / "institution.json", kLongestInstitution);
    const auto institution = content ? contract::Json::parse(base::textOf(*content), nullptr, false) : contract::Json{};
    if (!institution.is_object() || !institution.value("training", false))
        m_desk.accepted(base::Outcome{base::Fault{"cli.folder-not-of-demo"_code, {{"folder", m_desk.home}}, {}}});
    std::filesystem::remove_all(m_desk.home);
    for (const char* left : {"documents", "certificates", "pki", "journal.ndjson", "stock.csv", "workstation"})
        std::filesystem::remove_all(m_folder / left);
}

void Demo::logIn(const std::string& user, const std::string& password) {
    const auto opened =
        m_desk.accepted(m_desk.office().ask({}, contract::SessionOpen{user, password, issuance::kTrainingWorkstation}));
    m_desk.keepSession(user, opened.token);
    m_desk.say("  " + opened.fullName + " entró a " + issuance::kTrainingWorkstation,
               "  " + opened.fullName + " logged in at " + issuance::kTrainingWorkstation);
}

void Demo::enrolPeople() {
    chapter("Personas", "People");
    for (const auto& person : issuance::trainingPeople()) {
        const std::string password = freshPassword();
        askAs("ana", contract::OperatorCreate{person.user, person.name, password, {person.role}, "2030-12-31"});
        logIn(person.user, password);
    }
}

void Demo::receiveBlanks() {
    chapter("Ingreso y entrega de documentos en blanco (dos custodios)",
            "Receipt and issue of blanks (two custodians)");
    m_material = askAs("oscar", contract::TrainingMaterial{}).files;
    const auto received = askAs("eva", contract::StockReceive{material("manifest.xml")}, "luis");
    m_desk.say(fmt::format("  Ingresados a bóveda: {}", received.quantity),
               fmt::format("  Received into the vault: {}", received.quantity));
    for (const auto& issue : kIssues) {
        const auto issued =
            askAs("eva", contract::StockIssue{issue.item, issue.quantity, issuance::kTrainingWorkstation}, "luis");
        m_desk.say(fmt::format("  Entregados a {}: {} {}", issuance::kTrainingWorkstation, issue.quantity, issue.item),
                   fmt::format("  Issued to {}: {} {}", issuance::kTrainingWorkstation, issue.quantity, issue.item));
    }
    chapter("Existencias antes", "Stock before");
    printBalance(askAs("eva", contract::StockBalance{}));
}

void Demo::takeOrders() {
    chapter("Órdenes", "Orders");
    contract::OrderImport request;
    request.file = material("orders.xml");
    request.signature = material("orders.xml.p7s");
    const auto imported = askAs("oscar", request);
    for (const auto& taken : imported.taken) m_orders.push_back(taken.order);
    m_desk.say(fmt::format("  Recibidas: {}", m_orders.size()), fmt::format("  Taken: {}", m_orders.size()));
    for (const auto& refused : imported.refused) {
        m_desk.say("  Rechazada " + refused.reference + ":", "  Refused " + refused.reference + ":");
        for (const auto& fault : refused.faults)
            if (!m_desk.json) std::cout << "    " << m_desk.sentence(fault.asFault()) << '\n';
    }
    if (!m_orders.empty()) m_damaged = m_orders.front();
}

void Demo::runLine() {
    chapter("Línea de producción", "Production line");
    for (int round = 0; round < kMostRounds; ++round) {
        contract::LineRun request{"folder", "simulated", std::nullopt, std::nullopt};
        if (round == 0) request.damageOrder = m_damaged;
        const auto ran = m_service ? runStations(request.damageOrder.value_or("")) : askAs("oscar", request);
        m_desk.say(fmt::format("  Pasos hechos {}, rechazados {}, en duda {}", ran.steps, ran.refused, ran.inDoubt),
                   fmt::format("  Steps done {}, refused {}, in doubt {}", ran.steps, ran.refused, ran.inDoubt));
        const auto released = askAs("irma", contract::LineRelease{});
        m_desk.say(fmt::format("  Liberados por Irma Peñate: {}", released.documents.size()),
                   fmt::format("  Released by Irma Peñate: {}", released.documents.size()));
        if (ran.steps == 0 && released.documents.empty()) return;
    }
}

void Demo::account() {
    chapter("Etapas", "Stages");
    for (const auto& order : m_orders) accountFor(order);
    chapter("Existencias después", "Stock after");
    printBalance(askAs("eva", contract::StockBalance{}));
}

void Demo::accountFor(const std::string& order) {
    if (m_desk.json) return;
    const auto shown = askAs("oscar", contract::OrderShow{order});
    std::cout << fmt::format("  {}  {}  {}  {}\n", order, shown.order.kind, shown.order.document,
                             m_desk.word(shown.order.stage));
    std::string stages;
    for (const auto& stage : shown.stages) {
        stages +=
            fmt::format("{}{} {}", stages.empty() ? "    " : ", ", m_desk.word(stage.stage), clockOf(stage.ended));
        if (stage.cause.empty()) continue;
        std::cout << fmt::format("{} {}: {}\n", stages, m_desk.word(stage.outcome), m_desk.word(stage.cause));
        stages.clear();
    }
    std::cout << stages << '\n';
}

void Demo::leaveDocuments() {
    for (const auto& number : askAs("oscar", contract::DocumentList{}).numbers) {
        const auto folder = m_folder / "documents" / number;
        for (const auto& file : askAs("rosa", contract::DocumentFiles{number}).files)
            save(folder / file.name, file.content);
        const auto shown = askAs("rosa", contract::DocumentShow{number});
        save(folder / "report.json", base::bytesOf(contract::printedJson(shown) + "\n"));
    }
}

void Demo::leaveBooks() {
    for (const auto& file : askAs("oscar", contract::PkiExport{}).files)
        save(m_folder / "pki" / file.name, file.content);
    askAs("ana", contract::JournalCheckpoint{});
    for (const auto& file : askAs("raul", contract::JournalExport{}).files) save(m_folder / file.name, file.content);
    save(m_folder / "stock.csv", base::bytesOf(askAs("eva", contract::StockExport{}).text));
    const auto verified = askAs("raul", contract::JournalVerify{});
    chapter("Diario", "Journal");
    m_desk.say(fmt::format("  {} renglones, {}", verified.entries, verified.intact ? "íntegro" : "ALTERADO"),
               fmt::format("  {} entries, {}", verified.entries, verified.intact ? "intact" : "ALTERED"));
    if (!verified.intact) throw Refused{};
}

void Demo::save(const std::filesystem::path& file, const base::Bytes& content) const {
    std::filesystem::create_directories(file.parent_path());
    base::writeFileDurably(file, content);
}

base::Bytes Demo::material(const std::string& name) const { return issuance::trainingFile({m_material}, name); }

void Demo::printBalance(const contract::StockBalanced& balance) const {
    if (m_desk.json) return;
    Table table{{m_desk.in("Artículo", "Item"), m_desk.in("Lugar", "Place"), m_desk.in("Estado", "State"),
                 m_desk.in("Cantidad", "Quantity")}};
    for (const auto& line : balance.lines)
        table.add({line.item, m_desk.word(line.place), m_desk.word(line.state), std::to_string(line.quantity)});
    table.print();
    std::cout << m_desk.in("Sin explicación: ", "Unexplained: ") << balance.unexplained << '\n';
}

void addDemoCommand(CLI::App& program, Desk& desk) {
    auto ways = std::make_shared<DemoWays>();
    auto* command = addCommand(program, desk, "demo",
                               desk.in("El trabajo principal de principio a fin, con personas inventadas",
                                       "The main job from end to end, with invented people"),
                               "troquel demo --out demo-out");
    command->add_option("--out", ways->folder, desk.in("Carpeta de resultados", "Folder of results"));
    command->add_option(
        "--database", ways->database,
        desk.in("postgresql://… vacía; si falta, un archivo", "postgresql://…, empty; a file by default"));
    command->add_option(
        "--service", ways->serviceProgram,
        desk.in("El programa troqueld: conduce la demostración por HTTPS, con puestos en procesos aparte",
                "The program troqueld: conducts the demonstration over HTTPS, with stations in "
                "processes of their own"));
    command->callback([ways, &desk] { Demo{desk, *ways}.run(); });
}

}  // namespace cli
