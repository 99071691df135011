// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <limits>

#include "contract/acts_of_line.hpp"
#include "contract/acts_of_orders.hpp"
#include "contract/acts_of_stations.hpp"
#include "issuance/line/cause_code.hpp"
#include "issuance/line/conductor.hpp"
#include "issuance/line/device_check.hpp"
#include "issuance/line/document_inspection.hpp"
#include "issuance/line/station_devices.hpp"
#include "issuance/office/answers.hpp"
#include "issuance/office/order_awaits.hpp"
#include "issuance/office/people_names.hpp"
#include "issuance/office/simulated_products.hpp"
#include "issuance/office/station_calls.hpp"
#include "issuance/order/order_listing.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;

/// How long a station waits for a wish at a time.
constexpr std::chrono::seconds kStationPatience{10};

std::int64_t countOf(records::Connection& connection, Stage stage) {
    return connection
        .queryOne("SELECT COUNT(*) FROM line_task WHERE stage = ?1 AND standing = 'ready'",
                  {std::string{nameOf(stage)}})
        ->integer(0);
}

/// Within a shift: nobody is waited for longer, and the clock does not overflow.
std::chrono::seconds patienceOf(const LineRun& request) {
    constexpr std::int64_t kUsual = 120, kLongest = 12 * 60 * 60;
    return std::chrono::seconds{std::clamp<std::int64_t>(request.patience.value_or(kUsual), 0, kLongest)};
}

std::string kindsOf(const Catalogue& catalogue) {
    std::string known;
    for (const auto& kind : catalogue.kinds()) known += (known.empty() ? "" : ", ") + kind.id.text();
    return known;
}

/// Every fault at once: "line.unknown-duty", "stock.unknown-item", "line.unknown-kind".
base::Result<StationSkills> skillsOf(const House& house, const LineRun& request) {
    StationSkills skills;
    std::vector<base::Fault> faults;
    if (!request.duties.empty()) skills.duties.clear();
    for (const auto& name : request.duties)
        if (const auto duty = dutyNamed(name))
            skills.duties.push_back(*duty);
        else
            faults.push_back({"line.unknown-duty"_code, {{"duty", name}}, {}});
    for (const auto& item : request.items)
        if (house.items->find(item) == nullptr) faults.push_back({"stock.unknown-item"_code, {{"item", item}}, {}});
    skills.items = request.items;
    for (const auto& kind : request.kinds)
        if (house.catalogue->find(KindId{kind}) == nullptr)
            faults.push_back({"line.unknown-kind"_code, {{"kind", kind}, {"known", kindsOf(*house.catalogue)}}, {}});
    skills.kinds = request.kinds;
    skills.sites = request.sites;
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    return skills;
}

RestLine lineOf(const StationRest& rest, const PeopleNames& names) {
    return {rest.workstation.text(), std::string{nameOf(rest.mode)}, rest.reason, names.of(rest.person.text()),
            base::formatTimestamp(rest.since)};
}

std::vector<FaultLine> linesOf(const std::vector<base::Fault>& faults) {
    std::vector<FaultLine> lines;
    for (const auto& fault : faults) lines.push_back(FaultLine::of(fault));
    return lines;
}

std::vector<MaterialLine> lowLinesOf(House& house, Call& call) {
    std::vector<MaterialLine> lines;
    for (const auto& found : house.materials->low(call.connection))
        lines.push_back({found.place.substr(found.place.find(':') + 1), found.item, found.left, found.low});
    return lines;
}

/// What a run of the line works with.
struct RunMeans {
    Devices& devices;
    const StationCalls::Station& station;
    StationSkills skills;
};

/// Works with the devices until nothing is left, or the steps are spent.
LineRan conduct(House& house, Call& call, ConnectionPool& connections, RunMeans means, const LineRun& request) {
    auto loan = connections.borrow();
    const auto rooms = house.lineRooms();
    Conductor conductor{rooms, *loan, means.devices, call.author, std::move(means.skills)};
    if (request.damageOrder && house.institution.training)
        conductor.wearOutChipOf(ProductionOrderId{*request.damageOrder});
    if (request.order) conductor.makeOnly(ProductionOrderId{*request.order});
    const auto printer = request.station ? std::string{} : request.printer;
    conductor.goOnWhile([&] { return means.station.goesOn(); });
    conductor.watchPrinting(
        [&](const auto& blank, const auto& standing) { return means.station.print(printer, blank, standing); });
    if (request.scan)
        conductor.scanBlanks([&](const auto& asked, const auto& keepWaiting) {
            return means.station.scan(asked, patienceOf(request), keepWaiting);
        });
    const auto tally = conductor.runUntilIdle(request.maximumSteps.value_or(std::numeric_limits<std::int64_t>::max()));
    LineRan ran{tally.steps, tally.refused, tally.inDoubt, countOf(call.connection, Stage::Inspected),
                countOf(call.connection, Stage::Cleared)};
    for (const auto& [duty, cause] : tally.outOfService) {
        const auto line = cause ? FaultLine::of(*cause) : FaultLine{};
        ran.outOfService.push_back({std::string{nameOf(duty)}, line.code, line.arguments});
    }
    if (tally.rest) ran.rest = lineOf(*tally.rest, PeopleNames{house, call.connection});
    ran.setAside = linesOf(tally.setAside);
    for (auto& line : lowLinesOf(house, call))
        if (line.workstation == call.author.workstation.text()) ran.low.push_back(std::move(line));
    if (request.order) ran.awaits = awaitsOf(house, call.connection, ProductionOrderId{*request.order}, ran.setAside);
    return ran;
}

base::Result<LineRan> runHere(House& house, Call& call, ConnectionPool& connections, StationCalls& calls,
                              const LineRun& request) {
    auto skills = skillsOf(house, request);
    if (!skills) return skills.refusal();
    const std::string camera = request.camera.value_or("none");
    if (auto there = checkDevices(request.printer, request.reader, house.designs, camera); !there)
        return there.refusal();
    const StationCalls::Station station{calls, call.author.workstation.text()};
    auto choice = chosenDevices(house, request.printer, request.reader);
    choice.camera = camera;
    choice.patience = patienceOf(request);
    choice.ask = [&](const auto& asked) { station.ask(asked); };
    const auto devices = openDevices(std::move(choice));
    return conduct(house, call, connections, {*devices, station, std::move(skills).value()}, request);
}

base::Result<LineRan> runAtStation(House& house, Call& call, ConnectionPool& connections, StationCalls& calls,
                                   const LineRun& request) {
    auto skills = skillsOf(house, request);
    if (!skills) return skills.refusal();
    const auto attached = house.stationLinks.attach(call.author, *request.station);
    if (!attached) return attached.refusal();
    const auto devices = machinesOf(house, (*attached)->link());
    const StationCalls::Station station{calls, call.author.workstation.text()};
    return conduct(house, call, connections, {*devices, station, std::move(skills).value()}, request);
}

LineStatusTold status(House& house, Call& call, const StationCalls& calls) {
    LineStatusTold told;
    told.training = house.institution.training;
    told.calls = calls.all();
    for (const auto& row : call.connection.query(
             "SELECT stage, standing, COUNT(*) FROM line_task GROUP BY stage, standing ORDER BY stage, standing"))
        told.stages.push_back({row.text(0), row.text(1), row.integer(2)});
    const PeopleNames names{house, call.connection};
    for (const auto& station : house.stationBook->all(call.connection)) {
        StationLine line{station.workstation.text(),           names.of(station.person.text()),     {}, station.items,
                         base::formatTimestamp(station.began), base::formatTimestamp(station.seen), "", ""};
        for (const auto duty : station.duties) line.duties.emplace_back(nameOf(duty));
        if (station.task) {
            line.step = nameOf(station.task->step);
            line.order = station.task->order.text();
        }
        told.stations.push_back(std::move(line));
    }
    for (const auto& rest : house.stationBook->rests(call.connection)) told.rests.push_back(lineOf(rest, names));
    for (const auto& kept : house.counterBook->all(call.connection))
        told.counters.push_back({kept.order.text(), kept.workstation.text(), std::string{nameOf(kept.position.stage)},
                                 std::string{nameOf(kept.position.standing)}});
    told.low = lowLinesOf(house, call);
    OrderList doubtful;
    doubtful.standing = std::string{nameOf(Standing::InDoubt)};
    told.inDoubt = listOrders(call.connection, doubtful);
    return told;
}

/// What a person saw decides what becomes of blank and document.
base::Result<Done> resolve(House& house, Call& call, const LineResolve& request) {
    const auto verdict = verdictNamed(request.verdict);
    if (!verdict) return base::Fault{"line.unknown-verdict"_code, {{"verdict", request.verdict}}, {}};
    const ProductionOrderId order{request.order};
    const auto document = house.documents->ofOrder(call.connection, order);
    const auto task = house.queue->find(call.connection, order);
    // What the act used up is used, however long it took to know how it ended.
    if (document && task && task->position.standing == Standing::InDoubt && *verdict != LineEvent::FoundUntouched)
        house.materials->use(call.transaction(), call.author, KindId{document->kind}, task->step,
                             house.queue->actedAt(call.connection, order), document->blank);
    if (*verdict == LineEvent::FoundSpoiled) {
        const bool byInspection =
            document && failedByLooksOnly(house.documents->verdicts(call.connection, document->id));
        if (auto ended =
                voidDocumentOf(house.lineRooms(), call.transaction(), call.author, order,
                               byInspection ? inventory::SpoilCause::Inspection : inventory::SpoilCause::Doubt);
            !ended)
            return ended.refusal();
    }
    if (*verdict == LineEvent::FoundDone && document && task && task->step == Step::Encode)
        house.documents->eraseSecret(call.transaction(), document->id);
    const auto decided = house.queue->decide(call.transaction(), call.author, order, *verdict,
                                             {request.reason, document ? document->blank : ""});
    if (!decided) return decided.refusal();
    return Done{};
}

/// What completing it means, the act says that the house sealed before.
base::Result<StationReported> report(House& house, Call& call, const StationReport& print) {
    auto outcome = house.outcomes->unseal(print.act);
    if (!outcome || outcome->author.workstation != call.author.workstation)
        return base::Fault{"station.unknown-act"_code};
    const auto end = printEndNamed(print.end);
    if (end != printing::PrintOutcome::End::Completed) {
        outcome->event = end == printing::PrintOutcome::End::Aborted ? LineEvent::Refuse : LineEvent::Doubt;
        outcome->cause = isCauseCode(print.cause) ? print.cause : "";
    }
    return StationReported{std::string{nameOf(reportKept(house.lineRooms(), call.transaction(), *outcome))}};
}

base::Result<Done> rest(House& house, Call& call, const LineRest& request) {
    const auto mode = restModeNamed(request.mode);
    if (!mode) return base::Fault{"line.unknown-rest"_code, {{"mode", request.mode}}, {}};
    const StationRest wish{records::WorkstationId{request.workstation}, *mode, request.reason};
    if (auto rests = house.stationBook->rest(call.transaction(), call.author, wish); !rests) return rests.refusal();
    return Done{};
}

base::Result<Done> resume(House& house, Call& call, const LineResume& request) {
    const records::WorkstationId workstation{request.workstation};
    if (auto works = house.stationBook->resume(call.transaction(), call.author, workstation); !works)
        return works.refusal();
    return Done{};
}

/// An inspected order, held for its release, and the document that it became.
struct HeldForRelease {
    Task task;
    DocumentEntry document;
};

/// Where it is refused, nothing was changed.
base::Result<HeldForRelease> holdForRelease(House& house, Call& call, const ProductionOrderId& order) {
    auto document = house.documents->ofOrder(call.connection, order);
    if (!document) return base::Fault{"order.unknown"_code, {{"order", order.text()}}, {}};
    if (madeWhatTheyJudge(house, call, *document))
        return base::Fault{"line.released-by-maker"_code, {{"order", order.text()}}, {}};
    if (house.documents->pageAwaitsEyes(call.connection, document->id))
        return base::Fault{
            "line.page-not-seen"_code, {{"order", order.text()}, {"number", document->number.text()}}, {}};
    const LineStation station{"release/" + call.author.person.text()};
    auto task = house.queue->claimOrder(call.transaction(), call.author, station, order, Step::Release);
    if (!task) return task.refusal();
    return HeldForRelease{std::move(task).value(), std::move(*document)};
}

base::Outcome finishRelease(House& house, Call& call, HeldForRelease held, LineReleased& released) {
    if (auto reported = house.queue->report(call.transaction(), call.author, held.task, LineEvent::Finish,
                                            {"", held.document.blank});
        !reported)
        return reported;
    house.documents->setState(call.transaction(), held.document.id, "released");
    released.documents.push_back(held.document.number.text());
    return {};
}

base::Result<LineReleased> releaseOne(House& house, Call& call, const ProductionOrderId& order) {
    LineReleased released;
    auto held = holdForRelease(house, call, order);
    if (!held) return held.refusal();
    if (auto finished = finishRelease(house, call, std::move(held).value(), released); !finished)
        return finished.refusal();
    return released;
}

base::Result<LineReleased> releaseAll(House& house, Call& call) {
    LineReleased released;
    const auto waiting = call.connection.query(
        "SELECT order_id FROM line_task WHERE stage = 'inspected' AND step = 'release' AND standing = 'ready' ORDER BY "
        "rank");
    for (const auto& row : waiting) {
        auto held = holdForRelease(house, call, ProductionOrderId{row.text(0)});
        if (!held) {
            released.notReleased.push_back({row.text(0), linesOf(held.refusal().faults())});
            continue;
        }
        if (auto finished = finishRelease(house, call, std::move(held).value(), released); !finished)
            return finished.refusal();
    }
    return released;
}

}  // namespace

void addLineAnswers(ActTable& acts, House& house, ConnectionPool& connections) {
    const auto calls = std::make_shared<StationCalls>();
    acts.answer<LineRun>([&house, &connections, calls](Call& call, const auto& request) -> base::Result<LineRan> {
        if (request.order)
            if (const auto fault =
                    house.counterBook->faultOfMaking(call.connection, call.author, ProductionOrderId{*request.order}))
                return *fault;
        return request.station ? runAtStation(house, call, connections, *calls, request)
                               : runHere(house, call, connections, *calls, request);
    });
    acts.answer<StationServe>([&house](Call& call, const auto& request) -> base::Result<StationTold> {
        return house.stationLinks.serve(call.author, request, kStationPatience);
    });
    acts.answer<StationReport>([&house](Call& call, const auto& request) { return report(house, call, request); });
    acts.answer<LineStatus>([&house, calls](Call& call, const auto&) { return status(house, call, *calls); });
    acts.answer<LineRest>([&house](Call& call, const auto& request) { return rest(house, call, request); });
    acts.answer<LineResume>([&house](Call& call, const auto& request) { return resume(house, call, request); });
    acts.answer<LineCancelPrint>([calls](Call&, const auto& request) -> base::Result<Done> {
        if (calls->cancelPrint(request.blank)) return Done{};
        return base::Fault{"line.not-printing"_code, {{"blank", request.blank}}, {}};
    });
    acts.answer<LineStop>([calls](Call& call, const auto&) -> base::Result<Done> {
        const auto& workstation = call.author.workstation.text();
        if (calls->stop(workstation)) return Done{};
        return base::Fault{"line.not-at-work"_code, {{"workstation", workstation}}, {}};
    });
    acts.answer<LineScan>([calls](Call& call, const auto& request) -> base::Result<Done> {
        if (calls->scanned(call.author.workstation.text(), request.serial)) return Done{};
        return base::Fault{"line.no-scan-awaited"_code, {{"serial", request.serial}}};
    });
    acts.answer<LineResolve>([&house](Call& call, const auto& request) { return resolve(house, call, request); });
    acts.answer<LineRelease>([&house](Call& call, const auto& request) {
        return request.order ? releaseOne(house, call, ProductionOrderId{*request.order}) : releaseAll(house, call);
    });
}

}  // namespace issuance
