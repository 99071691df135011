// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/supervision/line_faces.hpp"

#include <QCoreApplication>
#include <algorithm>
#include <map>
#include <set>

#include "gui/text.hpp"

namespace gui {
namespace {

constexpr const char* kStages[] = {"received", "cleared", "prepared", "printed", "encoded", "inspected", "released"};
/// Fewer passes say nothing of a station's pace.
constexpr std::int64_t kEnoughPasses = 5;
constexpr std::chrono::minutes kSilent{2};

/// Where these texts stand in the translations.
class LineWords {
    Q_DECLARE_TR_FUNCTIONS(LineWords)
   public:
    static QString stage(const std::string& stage) {
        if (stage == "received") return tr("Recibidas", "orders at a stage");
        if (stage == "cleared") return tr("Autorizadas", "orders at a stage");
        if (stage == "prepared") return tr("Preparadas", "orders at a stage");
        if (stage == "printed") return tr("Impresas", "orders at a stage");
        if (stage == "encoded") return tr("Grabadas", "orders at a stage");
        if (stage == "inspected") return tr("Inspeccionadas", "orders at a stage");
        return tr("Liberadas hoy", "orders that were released today");
    }
    static QString atWork(int orders) { return tr("%n en proceso", "orders that stations are at", orders); }
    static QString held(int orders) { return tr("%n retenida(s)", "orders that are held", orders); }
    static QString inDoubt(int orders) { return tr("%n en duda", "orders in doubt", orders); }
    static QString step(const std::string& step, const std::string& order) {
        if (step == "clear") return tr("Autoriza %1", "what a station is at; %1 is an order").arg(shown(order));
        if (step == "prepare") return tr("Prepara %1", "what a station is at; %1 is an order").arg(shown(order));
        if (step == "print") return tr("Imprime %1", "what a station is at; %1 is an order").arg(shown(order));
        if (step == "encode") return tr("Graba %1", "what a station is at; %1 is an order").arg(shown(order));
        if (step == "inspect") return tr("Inspecciona %1", "what a station is at; %1 is an order").arg(shown(order));
        return tr("Espera trabajo", "a station is at nothing");
    }
    static QString rest(const contract::RestLine& rest) {
        return rest.mode == "pause"
                   ? tr("En pausa: %1", "a workstation rests; %1 says why").arg(shown(rest.reason))
                   : tr("Termina y cierra: %1", "a workstation takes nothing new; %1 says why").arg(shown(rest.reason));
    }
    static QString call(const contract::StationCall& call) {
        return call.wish == "see_to" ? tr("La impresora espera a alguien", "a printer wants somebody")
                                     : tr("Espera una pieza", "a station waits for a blank to be brought");
    }
    static QString silent(const std::string& seen) {
        return tr("Sin señal desde %1 (UTC)", "a station says nothing; %1 is a time of day")
            .arg(shown(seen.substr(11, 5)));
    }
    static QString slow(const QString& step, std::int64_t own, std::int64_t usual) {
        return tr("Lento al %1: %2 s (lo usual: %3 s)",
                  "a station is slow; %1 is a step as “encode”, %2 and %3 seconds of its passes and of all")
            .arg(step)
            .arg(static_cast<double>(own) / 1000, 0, 'f', 1)
            .arg(static_cast<double>(usual) / 1000, 0, 'f', 1);
    }
    static QString low(const QString& item, std::int64_t left) {
        return tr("Quedan %1 de %2", "a material is low; %1 how many are left, %2 its name").arg(left).arg(item);
    }
    static QString counter(const std::string& order) {
        return tr("En mostrador: %1", "an order is kept for this workstation; %1 is the order").arg(shown(order));
    }
    static QString nobody() { return tr("Sin nadie", "nobody works at a workstation"); }
};

struct Queue {
    int waiting = 0, atWork = 0, held = 0, inDoubt = 0;
};

void count(Queue& queue, const contract::StageCount& each) {
    const auto orders = static_cast<int>(each.orders);
    if (each.standing == "ready") queue.waiting += orders;
    if (each.standing == "claimed" || each.standing == "acting") queue.atWork += orders;
    if (each.standing == "held") queue.held += orders;
    if (each.standing == "in_doubt") queue.inDoubt += orders;
}

TileFace faceOf(const Queue& queue, const QString& title, int most) {
    TileFace face{title, QString::number(queue.waiting + queue.atWork + queue.held + queue.inDoubt)};
    if (queue.atWork > 0) face.lines << TileLine{Standing::Busy, LineWords::atWork(queue.atWork)};
    if (queue.held > 0) face.lines << TileLine{Standing::Caution, LineWords::held(queue.held)};
    if (queue.inDoubt > 0) face.lines << TileLine{Standing::Refused, LineWords::inDoubt(queue.inDoubt)};
    if (most > 0) face.filled = static_cast<double>(queue.waiting) / most;
    return face;
}

const contract::LineStepReported* stepAt(const contract::LineReported& today, const std::string& step,
                                         const std::string& workstation) {
    for (const auto& each : today.steps)
        if (each.step == step && each.workstation == workstation) return &each;
    return nullptr;
}

void addPace(TileFace& face, const Workplace& place, const LineFacts& facts, const std::string& workstation) {
    for (const auto& own : facts.today.steps) {
        if (own.workstation != workstation || own.done < kEnoughPasses) continue;
        const auto* all = stepAt(facts.today, own.step, "");
        if (all == nullptr || own.workMedian * 2 <= all->workMedian * 3) continue;
        face.lines << TileLine{Standing::Caution,
                               LineWords::slow(shown(place.wording.word(own.step)), own.workMedian, all->workMedian)};
    }
}

void addStation(TileFace& face, const contract::StationLine& station, base::Timestamp now) {
    face.lines << TileLine{Standing::Neutral, shown(station.person)};
    const auto seen = base::parseTimestamp(station.seen);
    if (seen && now - *seen > kSilent)
        face.lines << TileLine{Standing::Refused, LineWords::silent(station.seen)};
    else
        face.lines << TileLine{station.order.empty() ? Standing::Neutral : Standing::Busy,
                               LineWords::step(station.step, station.order)};
}

std::set<std::string> workstationsOf(const LineFacts& facts) {
    const auto& status = facts.status;
    std::set<std::string> names{facts.workstations.begin(), facts.workstations.end()};
    for (const auto& each : status.stations) names.insert(each.workstation);
    for (const auto& each : status.rests) names.insert(each.workstation);
    for (const auto& each : status.counters) names.insert(each.workstation);
    for (const auto& each : status.low) names.insert(each.workstation);
    return names;
}

TileFace stationFace(const Workplace& place, const LineFacts& facts, const std::string& workstation,
                     base::Timestamp now) {
    const auto& status = facts.status;
    TileFace face{shown(workstation)};
    for (const auto& each : status.stations)
        if (each.workstation == workstation) addStation(face, each, now);
    if (face.lines.isEmpty()) face.lines << TileLine{Standing::Neutral, LineWords::nobody()};
    for (const auto& each : status.rests)
        if (each.workstation == workstation) face.lines << TileLine{Standing::Caution, LineWords::rest(each)};
    for (const auto& each : status.calls)
        if (each.workstation == workstation)
            face.lines << TileLine{each.wish == "see_to" ? Standing::Refused : Standing::Busy, LineWords::call(each)};
    addPace(face, place, facts, workstation);
    for (const auto& each : status.counters)
        if (each.workstation == workstation) face.lines << TileLine{Standing::Busy, LineWords::counter(each.order)};
    for (const auto& each : status.low)
        if (each.workstation == workstation)
            face.lines << TileLine{Standing::Caution, LineWords::low(shown(place.names.of(each.item)), each.left)};
    return face;
}

}  // namespace

Faces stageFaces(const LineFacts& facts) {
    std::map<std::string, Queue> queues;
    int most = 0;
    for (const auto& each : facts.status.stages) {
        auto& queue = queues[each.stage];
        count(queue, each);
        most = std::max(most, queue.waiting);
    }
    Faces faces;
    for (const std::string stage : kStages) {
        if (stage == "released")
            faces.emplace_back(shown(stage), TileFace{LineWords::stage(stage), QString::number(facts.today.released)});
        else
            faces.emplace_back(shown(stage), faceOf(queues[stage], LineWords::stage(stage), most));
    }
    return faces;
}

Faces stationFaces(const Workplace& place, const LineFacts& facts, base::Timestamp now) {
    Faces faces;
    for (const auto& workstation : workstationsOf(facts))
        faces.emplace_back(shown(workstation), stationFace(place, facts, workstation, now));
    return faces;
}

}  // namespace gui
