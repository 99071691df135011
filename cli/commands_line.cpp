// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <deque>
#include <future>
#include <iostream>
#include <thread>

#include "base/failure.hpp"
#include "cli/commands.hpp"
#include "cli/counter_prompts.hpp"
#include "cli/line_status.hpp"
#include "cli/station_prompts.hpp"
#include "cli/terminal.hpp"
#include "contract/acts_of_line.hpp"
#include "contract/words.hpp"
#include "issuance/office/station.hpp"

namespace cli {
namespace {

struct LineOptions {
    std::string printer = "folder";
    std::string reader = "simulated";
    std::string camera;
    std::string order;
    std::string blank;
    std::string verdict;
    std::string reason;
    std::string damage;
    std::int64_t steps = 0;
    std::optional<std::int64_t> patience;
    std::vector<std::string> duties;
    std::vector<std::string> items;
    std::vector<std::string> kinds;
    std::vector<std::string> sites;
    std::string workstation;
    bool scan = false;
    bool drain = false;
    bool untilIdle = false;
    bool watch = false;
};

/// The machines here, where the line is conducted elsewhere.
std::unique_ptr<issuance::Station> lentMachines(Desk& desk, const LineOptions& options) {
    if (!desk.isRemote()) return nullptr;
    issuance::StationMachines machines;
    machines.printer = options.printer;
    machines.reader = options.reader;
    if (!options.camera.empty()) machines.camera = options.camera;
    if (options.patience) machines.patience = std::chrono::seconds{*options.patience};
    machines.home = desk.homeFolder();
    return desk.accepted(issuance::openStation(desk.office(), desk.credentials(), machines));
}

/// For what is only shown: nothing where it is refused, or nobody answers just now.
template <contract::Request R>
std::optional<typename R::Answer> askedInPassing(contract::Office& office, const contract::Credentials& credentials,
                                                 const R& request) try {
    auto answer = office.ask(credentials, request);
    return answer ? std::optional{std::move(answer).value()} : std::nullopt;
} catch (const base::Failure& failure) {
    if (failure.next() != base::NextStep::Retry) throw;
    return std::nullopt;
}

/// Why the line stopped before all was done, and what to do now.
void tellWhatStopped(const Desk& desk, const contract::LineRan& ran) {
    for (const auto& out : ran.outOfService)
        std::cout << fmt::format(
                         fmt::runtime(desk.in("Este puesto dejó de {}. {} Revise el aparato y vuelva a empezar.",
                                              "This station ceased to {}. {} Look at the machine and begin again.")),
                         desk.word(out.duty),
                         out.cause.empty() ? ""
                                           : desk.sentence(contract::FaultLine{out.cause, out.arguments, {}}.asFault()))
                  << '\n';
    if (ran.rest) std::cout << sentenceOfRest(desk, *ran.rest) << '\n';
    tellLow(desk, ran.low);
    if (ran.awaits) return;
    const auto isTold = [&](const contract::FaultLine& cause) {
        return std::ranges::find(ran.outOfService, cause.code, &contract::OutOfService::cause) !=
               ran.outOfService.end();
    };
    for (const auto& cause : ran.setAside)
        if (!isTold(cause))
            std::cout << desk.in("Órdenes apartadas para después: ", "Orders left for later: ")
                      << desk.sentence(cause.asFault()) << '\n';
}

void tellRan(const Desk& desk, const contract::LineRan& ran) {
    std::cout
        << fmt::format(
               fmt::runtime(desk.in(
                   "Pasos hechos: {}. Rechazados: {}. En duda: {}. Esperan liberación: {}. Esperan libretas: {}.",
                   "Steps done: {}. Refused: {}. In doubt: {}. Waiting for release: {}. Waiting for blanks: {}.")),
               ran.steps, ran.refused, ran.inDoubt, ran.waitingForRelease, ran.waitingForBlanks)
        << '\n';
    tellWhatStopped(desk, ran);
    if (ran.inDoubt > 0)
        desk.say("Hay órdenes en duda: véalas con «troquel line status» y «troquel line doubt».",
                 "Orders are in doubt: see them with “troquel line status” and “troquel line doubt”.");
}

/// What a barcode reader types, a serial a line, without waiting for the next longer than told.
class ScanLines {
   public:
    explicit ScanLines(bool open) : m_open(open) {}
    /// Whether more may come.
    [[nodiscard]] bool isOpen() const { return m_open; }
    std::optional<std::string> next(std::chrono::milliseconds patience) {
        if (m_open && m_lines.empty()) readSome(patience);
        if (m_lines.empty()) return std::nullopt;
        auto line = std::move(m_lines.front());
        m_lines.pop_front();
        return line;
    }

   private:
    void readSome(std::chrono::milliseconds patience) {
        pollfd typed{STDIN_FILENO, POLLIN, 0};
        if (::poll(&typed, 1, static_cast<int>(patience.count())) <= 0) return;
        std::array<char, 4096> octets{};
        const auto got = ::read(STDIN_FILENO, octets.data(), octets.size());
        m_open = got > 0;
        for (std::ptrdiff_t at = 0; at < got; ++at) {
            const char letter = octets[static_cast<std::size_t>(at)];
            if (letter != '\n' && letter != '\r') {
                if (m_typed.size() < kLongestScan) m_typed += letter;
            } else if (!m_typed.empty()) {
                m_lines.push_back(std::exchange(m_typed, {}));
            }
        }
    }
    static constexpr std::size_t kLongestScan = 64;
    bool m_open;
    std::string m_typed;
    std::deque<std::string> m_lines;
};

/// The line goes on whatever becomes of what was read.
void tellScan(Desk& desk, const std::string& read) try {
    if (const auto told = desk.office().ask(desk.credentials(), contract::LineScan{read}); !told)
        std::cerr << desk.sentence(told.refusal().first()) << std::endl;
} catch (const base::Failure& failure) {
    if (failure.next() != base::NextStep::Retry) throw;
    std::cerr << desk.messages().sentenceOf(failure) << std::endl;
}

void run(Desk& desk, const LineOptions& options) {
    contract::LineRun request{options.printer, options.reader, std::nullopt, std::nullopt, options.patience};
    if (!options.camera.empty()) request.camera = options.camera;
    if (options.steps > 0) request.maximumSteps = options.steps;
    if (!options.damage.empty()) request.damageOrder = options.damage;
    request.duties = options.duties;
    request.items = options.items;
    request.kinds = options.kinds;
    request.sites = options.sites;
    request.scan = options.scan;
    std::optional<OrderSteps> steps;
    if (!options.order.empty()) {
        request.order = options.order;
        steps.emplace(desk, desk.ask(contract::OrderShow{options.order}));
    }
    const auto credentials = desk.credentials();
    auto& office = desk.office();
    if (const auto before = office.ask(credentials, contract::LineStatus{})) sayIfTraining(desk, *before, std::cerr);
    const auto station = lentMachines(desk, options);
    auto running = std::async(std::launch::async, [&] {
        return station ? station->run(request, [] { return true; }) : office.ask(credentials, request);
    });
    const bool watched = !desk.json && !steps && ::isatty(STDERR_FILENO) == 1;
    const auto tellSteps = [&](const contract::LineStatusTold* status) {
        if (desk.json || !steps) return;
        if (const auto shown = askedInPassing(office, credentials, contract::OrderShow{options.order}))
            steps->tell(*shown);
        if (status != nullptr) steps->tellNow(*status, options.order);
    };
    StationPrompts prompts{desk};
    ScanLines scans{options.scan};
    constexpr std::chrono::milliseconds kLook{500}, kNoTime{0};
    while (running.wait_for(scans.isOpen() ? kNoTime : kLook) != std::future_status::ready) {
        if (const auto read = scans.next(kLook)) tellScan(desk, *read);
        const auto status = askedInPassing(office, credentials, contract::LineStatus{});
        if (!status) continue;
        if (watched) std::cerr << "\r\033[K";
        prompts.show(station ? issuance::callsAt(desk.workstation().value_or(""), station.get(), status->calls)
                             : status->calls);
        if (watched) std::cerr << progressLine(desk, *status) << std::flush;
        tellSteps(&*status);
    }
    if (watched) std::cerr << "\r\033[K";
    const auto ran = desk.accepted(running.get());
    tellSteps(nullptr);
    desk.show(ran, [&](const auto& answer) {
        if (!answer.awaits) return tellRan(desk, answer);
        tellWhatStopped(desk, answer);
        printAwaits(desk, *answer.awaits);
    });
    if (ran.awaits && !isMade(*ran.awaits)) throw Refused{};
}

void releaseDocuments(Desk& desk, const LineOptions& options) {
    contract::LineRelease request;
    if (!options.order.empty()) request.order = options.order;
    const auto released = desk.ask(request);
    desk.show(released, [&](const auto& answer) {
        if (answer.documents.empty() && answer.notReleased.empty())
            desk.say("Ninguna orden espera que usted la libere.", "No order waits for you to release it.");
        for (const auto& number : answer.documents) std::cout << desk.in("Liberado ", "Released ") << number << '\n';
        for (const auto& left : answer.notReleased)
            for (const auto& fault : left.faults)
                std::cout << desk.in("No liberada ", "Not released ") << left.order << ": "
                          << desk.sentence(fault.asFault()) << '\n';
    });
    if (released.documents.empty() && !released.notReleased.empty()) throw Refused{};
}

/// The machines of the workstation that makes documents, and how it is worked at.
void addMachines(CLI::App& command, const Desk& desk, LineOptions& options) {
    command.add_option("--printer", options.printer,
                       desk.in("folder, o la dirección IPP de la impresora", "folder, or the printer's IPP address"));
    command.add_option(
        "--reader", options.reader,
        desk.in("simulated, o el nombre de un lector PC/SC", "simulated, or the name of a PC/SC reader"));
    command.add_option("--camera", options.camera,
                       desk.in("none, o folder: un escáner deja las páginas en devices/scans",
                               "none, or folder: a scanner leaves the pages in devices/scans"));
    command.add_flag(
        "--scan", options.scan,
        desk.in("Cada libreta o tarjeta se lee con el lector de códigos al entrar al puesto: se usa la que "
                "se leyó",
                "Each book or card is read by the barcode reader as it enters the station: the one that "
                "was read is used"));
    command.add_option("--patience", options.patience,
                       desk.in("Segundos que se espera a que se ponga una libreta en el lector",
                               "Seconds to wait for a book to be laid on the reader"));
}

}  // namespace

void addLineCommands(CLI::App& program, Desk& desk) {
    auto* family = addCommand(program, desk, "line", desk.in("La línea de producción", "The production line"),
                              "troquel line run --until-idle");
    family->require_subcommand(1);
    auto options = std::make_shared<LineOptions>();

    auto* running = addCommand(*family, desk, "run",
                               desk.in("Trabaja en la línea desde este puesto: todo, o la parte que se diga",
                                       "Works at the line from this workstation: all of it, or the part that is told"),
                               "troquel line run --until-idle --printer ipp://localhost:631/ipp/print");
    running
        ->add_flag("--until-idle", options->untilIdle, desk.in("Hasta que no quede trabajo", "Until no work is left"))
        ->required();
    addMachines(*running, desk, *options);
    running->add_option("--damage", options->damage,
                        desk.in("Para capacitación: el chip de esta orden falla una vez",
                                "For training: the chip of this order fails once"));
    running->add_option("--steps", options->steps, desk.in("Como máximo tantos pasos", "At most so many steps"));
    running
        ->add_option("--does", options->duties,
                     desk.in("Qué hace este puesto: print, encode, inspect; sin ello, todo",
                             "What this station does: print, encode, inspect; all of it without"))
        ->delimiter(',');
    running
        ->add_option("--items", options->items,
                     desk.in("Solo con estos blancos, por ejemplo booklet-ordinary; sin ello, con todos",
                             "With these blanks only, as booklet-ordinary; with all without"))
        ->delimiter(',');
    running
        ->add_option("--kinds", options->kinds,
                     desk.in("Solo órdenes de estas clases, por ejemplo passport-ordinary",
                             "Orders of these kinds only, as passport-ordinary"))
        ->delimiter(',');
    running
        ->add_option("--sites", options->sites,
                     desk.in("Solo órdenes que se entregan en estos lugares", "Orders delivered at these sites only"))
        ->delimiter(',');
    running->callback([options, &desk] { run(desk, *options); });

    auto* making =
        addCommand(*family, desk, "make",
                   desk.in("Hace el documento de una orden apartada para este puesto, mientras su titular espera",
                           "Makes the document of an order that is kept for this workstation, while its holder waits"),
                   "troquel line make 2026-000012");
    making->add_option("order", options->order, desk.in("Número de orden", "Order number"))->required();
    addMachines(*making, desk, *options);
    making->callback([options, &desk] { run(desk, *options); });

    addCommand(*family, desk, "stop",
               desk.in("Detiene la línea que trabaja en este puesto: termina el paso en que está",
                       "Stops the line that works at this workstation: it ends the step that it is at"),
               "troquel line stop")
        ->callback([&desk] {
            desk.ask(contract::LineStop{});
            desk.done();
        });

    auto* rest =
        addCommand(*family, desk, "rest",
                   desk.in("Detiene un puesto: termina el paso en que está y no toma más", "Lets a workstation rest"),
                   "troquel line rest linea-2 --reason \"Cambio de cinta\"");
    rest->add_option("workstation", options->workstation, desk.in("El puesto", "The workstation"))->required();
    rest->add_flag("--drain", options->drain,
                   desk.in("Termina las órdenes que ya tienen libreta; no empieza otras",
                           "Ends the orders that have a blank already; begins no others"));
    rest->add_option("--reason", options->reason, desk.in("Por qué", "Why"))->required();
    rest->callback([options, &desk] {
        desk.ask(contract::LineRest{options->workstation, options->drain ? "drain" : "pause", options->reason});
        desk.done();
    });

    auto* resume = addCommand(*family, desk, "resume",
                              desk.in("El puesto vuelve a tomar órdenes", "The workstation takes orders again"),
                              "troquel line resume linea-2");
    resume->add_option("workstation", options->workstation, desk.in("El puesto", "The workstation"))->required();
    resume->callback([options, &desk] {
        desk.ask(contract::LineResume{options->workstation});
        desk.done();
    });

    auto* standing = addCommand(*family, desk, "status", desk.in("Dónde están las órdenes", "Where the orders stand"),
                                "troquel line status --watch");
    standing->add_flag("--watch", options->watch,
                       desk.in("Lo vuelve a mostrar cada vez que cambia, hasta que se interrumpe con Ctrl+C",
                               "Shows it again whenever it changes, until it is broken off with Ctrl+C"));
    standing->callback([options, &desk] { options->watch ? watchLineStatus(desk) : showLineStatus(desk); });

    auto* release = addCommand(*family, desk, "release",
                               desk.in("Libera documentos inspeccionados", "Releases inspected documents"),
                               "troquel line release --as inspector");
    release->add_option(
        "order", options->order,
        desk.in("Número de orden; sin él, todas las que esperan", "Order number; all that wait without it"));
    release->callback([options, &desk] { releaseDocuments(desk, *options); });

    auto* doubt = addCommand(
        *family, desk, "doubt",
        desk.in("Qué se sabe de una orden en duda, y qué dice su chip", "What is known of a doubt, and its chip says"),
        "troquel line doubt 2026-000012 --reader \"ACS ACR1252\"");
    doubt->add_option("order", options->order, desk.in("Número de orden", "Order number"))->required();
    doubt->add_option("--reader", options->reader,
                      desk.in("simulated, o el lector PC/SC donde puso la libreta",
                              "simulated, or the PC/SC reader that the book lies on"));
    doubt->callback([options, &desk] {
        contract::LineDoubt request{options->order, options->reader};
        const auto station = lentMachines(desk, *options);
        if (station) request.station = station->name();
        desk.show(desk.ask(request), [&](const auto& answer) { printDoubt(desk, answer); });
    });

    auto* cancel = addCommand(
        *family, desk, "cancel-print",
        desk.in("Deja de esperar a la impresora: le retira el trabajo. Si ya lo había empezado, mire la libreta y "
                "resuelva la duda",
                "Waits no longer for the printer: withdraws its job. If it had begun, look at the book and resolve the "
                "doubt"),
        "troquel line cancel-print A0000001");
    cancel->add_option("blank", options->blank, desk.in("Serie de la libreta o tarjeta", "Serial of the book or card"))
        ->required();
    cancel->callback([options, &desk] {
        desk.ask(contract::LineCancelPrint{options->blank});
        desk.done();
    });

    auto* overriding =
        addCommand(*family, desk, "override",
                   desk.in("Dos personas dan por buena una página que la inspección rechazó solo por cómo se ve",
                           "Two people find good a page that inspection refused only for how it looks"),
                   "troquel line override 2026-000012 --reason \"Raya fuera de los datos\" --as irma --second sofia");
    overriding->add_option("order", options->order, desk.in("Número de orden", "Order number"))->required();
    overriding->add_option("--reason", options->reason, desk.in("Por qué es buena", "Why it is good"))->required();
    overriding->callback([options, &desk] {
        desk.ask(contract::LineOverride{options->order, options->reason});
        desk.done("La orden sigue como inspeccionada.", "The order goes on as inspected.");
    });

    auto* resolve =
        addCommand(*family, desk, "resolve",
                   desk.in("Dice qué pasó con una libreta en duda", "Says what happened to a book in doubt"),
                   "troquel line resolve 2026-000012 spoiled --reason \"Impresión a medias\"");
    resolve->add_option("order", options->order, desk.in("Número de orden", "Order number"))->required();
    resolve
        ->add_option(
            "verdict", options->verdict,
            desk.in("done: quedó bien hecha · untouched: no se tocó · spoiled: dañada", "done · untouched · spoiled"))
        ->required()
        ->transform(contract::codeMeant)
        ->check(CLI::IsMember({"done", "untouched", "spoiled"}));
    resolve->add_option("--reason", options->reason, desk.in("Lo que se observó", "What was seen"))->required();
    resolve->callback([options, &desk] {
        desk.ask(contract::LineResolve{options->order, options->verdict, options->reason});
        desk.done();
    });
    addPlanningCommands(*family, desk);
    addSimulateCommand(*family, desk);
}

}  // namespace cli
