// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <limits>

#include "contract/acts_of_line.hpp"
#include "contract/acts_of_orders.hpp"
#include "contract/acts_of_stations.hpp"
#include "issuance/line/conductor.hpp"
#include "issuance/line/device_check.hpp"
#include "issuance/line/station_devices.hpp"
#include "issuance/office/answers.hpp"
#include "issuance/office/simulated_products.hpp"
#include "issuance/office/station_calls.hpp"

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

/// Works with the devices until nothing is left, or the steps are spent.
LineRan conduct(House& house, Call& call, ConnectionPool& connections, Devices& devices, const LineRun& request) {
    auto loan = connections.borrow();
    const auto rooms = house.lineRooms();
    Conductor conductor{rooms, *loan, devices, call.author};
    if (request.damageOrder && house.institution.training)
        conductor.wearOutChipOf(ProductionOrderId{*request.damageOrder});
    const auto tally = conductor.runUntilIdle(request.maximumSteps.value_or(std::numeric_limits<std::int64_t>::max()));
    return LineRan{tally.steps, tally.refused, tally.inDoubt, countOf(call.connection, Stage::Inspected),
                   countOf(call.connection, Stage::Cleared)};
}

base::Result<LineRan> runHere(House& house, Call& call, ConnectionPool& connections, StationCalls& calls,
                              const LineRun& request) {
    const std::string camera = request.camera.value_or("none");
    if (auto there = checkDevices(request.printer, request.reader, camera); !there) return there.refusal();
    const StationCalls::Station station{calls, call.author.workstation.text()};
    auto choice = chosenDevices(house, request.printer, request.reader);
    choice.camera = camera;
    choice.patience = patienceOf(request);
    choice.ask = [&](const auto& asked) { station.ask(asked); };
    return conduct(house, call, connections, *openDevices(std::move(choice)), request);
}

base::Result<LineRan> runAtStation(House& house, Call& call, ConnectionPool& connections, StationLinks& links,
                                   const LineRun& request) {
    const auto attached = links.attach(call.author, *request.station);
    if (!attached) return attached.refusal();
    const auto devices = machinesOf(house, (*attached)->link());
    return conduct(house, call, connections, *devices, request);
}

LineStatusTold status(House& house, Call& call, const StationCalls& calls) {
    LineStatusTold told;
    told.calls = calls.all();
    for (const auto& row : call.connection.query(
             "SELECT stage, standing, COUNT(*) FROM line_task GROUP BY stage, standing ORDER BY stage, standing"))
        told.stages.push_back({row.text(0), row.text(1), row.integer(2)});
    OrderList doubtful;
    doubtful.standing = std::string{nameOf(Standing::InDoubt)};
    told.inDoubt = house.orders->list(call.connection, doubtful);
    return told;
}

/// What a person saw decides what becomes of blank and document.
base::Result<Done> resolve(House& house, Call& call, const LineResolve& request) {
    const auto verdict = verdictNamed(request.verdict);
    if (!verdict) return base::Fault{"line.unknown-verdict"_code, {{"verdict", request.verdict}}, {}};
    const ProductionOrderId order{request.order};
    const auto document = house.documents->ofOrder(call.connection, order);
    const auto task = house.queue->find(call.connection, order);
    if (*verdict == LineEvent::FoundSpoiled)
        if (auto ended =
                voidDocumentOf(house.lineRooms(), call.transaction(), call.author, order, inventory::SpoilCause::Doubt);
            !ended)
            return ended.refusal();
    if (*verdict == LineEvent::FoundDone && document && task && task->step == Step::Encode)
        house.documents->eraseSecret(call.transaction(), document->id);
    const auto decided = house.queue->decide(call.transaction(), call.author, order, *verdict,
                                             {request.reason, document ? document->blank : ""});
    if (!decided) return decided.refusal();
    return Done{};
}

std::vector<FaultLine> linesOf(const std::vector<base::Fault>& faults) {
    std::vector<FaultLine> lines;
    for (const auto& fault : faults) lines.push_back(FaultLine::of(fault));
    return lines;
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
        "SELECT order_id FROM line_task WHERE stage = 'inspected' AND standing = 'ready' ORDER BY rank");
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
    acts.answer<LineRun>([&house, &connections, calls](Call& call, const auto& request) {
        return request.station ? runAtStation(house, call, connections, house.stationLinks, request)
                               : runHere(house, call, connections, *calls, request);
    });
    acts.answer<StationServe>([&house](Call& call, const auto& request) -> base::Result<StationTold> {
        return house.stationLinks.serve(call.author, request, kStationPatience);
    });
    acts.answer<LineStatus>([&house, calls](Call& call, const auto&) { return status(house, call, *calls); });
    acts.answer<LineResolve>([&house](Call& call, const auto& request) { return resolve(house, call, request); });
    acts.answer<LineRelease>([&house](Call& call, const auto& request) {
        return request.order ? releaseOne(house, call, ProductionOrderId{*request.order}) : releaseAll(house, call);
    });
}

}  // namespace issuance
