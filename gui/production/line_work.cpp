// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/production/line_work.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>

#include "gui/text.hpp"
#include "issuance/office/station.hpp"

namespace gui {
namespace {

/// How often the line is looked at while it works.
constexpr std::chrono::milliseconds kGlance{400};

}  // namespace

/// What the thread of the line and the interface share.
struct LineWork::Run {
    SharedSession session;  ///< stands as long as the line works
    contract::LineRun request;
    std::atomic<bool> stopped{false};
    contract::LineRan ran;  ///< once it ended
    std::mutex mutex;
    std::unique_ptr<issuance::Station> lent;  ///< by `mutex`

    base::Outcome perform(contract::Office& office, const Machines& machines) {
        const contract::Credentials credentials{session->token()};
        issuance::Station* station = nullptr;
        if (machines.lent) {
            auto opened = issuance::openStation(office, credentials,
                                                {.printer = machines.printer,
                                                 .reader = machines.reader,
                                                 .camera = machines.camera,
                                                 .home = machines.home});
            if (!opened) return opened.refusal();
            station = opened->get();
            const std::scoped_lock lock{mutex};
            lent = std::move(opened).value();
        }
        auto answer =
            station != nullptr ? station->run(request, [this] { return !stopped; }) : office.ask(credentials, request);
        // Machines end what they are at before they go: nobody is to wait for that who only looks.
        const auto goes = takeStation();
        if (!answer) return answer.refusal();
        ran = std::move(answer).value();
        return {};
    }
    std::unique_ptr<issuance::Station> takeStation() {
        const std::scoped_lock lock{mutex};
        return std::move(lent);
    }
};

LineWork::LineWork(const Workplace& place, QObject* parent) : QObject(parent), m_place(place) {
    m_glance.setInterval(kGlance);
    connect(&m_glance, &QTimer::timeout, this, &LineWork::look);
    connect(&place.session, &Session::unlocked, this, &LineWork::look);
}

LineWork::~LineWork() {
    if (m_run) m_run->stopped = true;
}

void LineWork::begin(std::vector<std::string> duties, bool scan) {
    if (m_state != State::Idle) return;
    m_run = std::make_shared<Run>();
    m_run->session = m_place.session.shared();
    auto& request = m_run->request;
    request.printer = m_place.machines.printer;
    request.reader = m_place.machines.reader;
    if (m_place.machines.camera != "none") request.camera = m_place.machines.camera;
    request.duties = std::move(duties);
    request.scan = scan;
    change(State::Working);
    m_place.link.conduct(
        this, m_run->session->token(),
        [run = m_run, machines = m_place.machines](contract::Office& office) { return run->perform(office, machines); },
        [this] {
            const auto ran = m_run->ran;
            end();
            emit ended(ran);
        },
        [this](const Trouble& why) {
            end();
            emit failed(why);
        });
    m_glance.start();
    look();
}

void LineWork::stop() {
    if (m_state != State::Working) return;
    m_run->stopped = true;
    change(State::Stopping);
    m_place.ask(
        this, contract::LineStop{}, [](const auto&) {}, [this](const Trouble& why) { emit refused(why); });
}

void LineWork::scan(const QString& serial) {
    m_place.ask(
        this, contract::LineScan{told(serial)}, [this](const auto&) { look(); },
        [this](const Trouble& why) { emit refused(why); });
}

void LineWork::cancelPrint(const std::string& blank) {
    m_place.ask(
        this, contract::LineCancelPrint{blank}, [this](const auto&) { look(); },
        [this](const Trouble& why) { emit refused(why); });
}

// Nobody is there to see it while the window is locked, and looking would keep the session from resting.
void LineWork::look() {
    if (m_looking || !m_place.session.isOpen() || m_place.session.isLocked()) return;
    m_looking = true;
    m_place.ask(
        this, contract::LineStatus{},
        [this](const contract::LineStatusTold& status) {
            m_looking = false;
            m_status = status;
            emit looked();
        },
        [this](const Trouble& why) {
            m_looking = false;
            emit refused(why);
        });
}

std::vector<contract::StationCall> LineWork::calls() const {
    if (m_state == State::Idle) return {};
    const std::scoped_lock lock{m_run->mutex};
    return issuance::callsAt(m_place.session.workstation(), m_run->lent.get(), m_status.calls);
}

std::optional<contract::StationLine> LineWork::station() const {
    const auto found =
        std::ranges::find(m_status.stations, m_place.session.workstation(), &contract::StationLine::workstation);
    return found == m_status.stations.end() ? std::nullopt : std::optional{*found};
}

void LineWork::change(State state) {
    m_state = state;
    emit stateChanged();
}

void LineWork::end() {
    m_glance.stop();
    m_run.reset();
    m_status.calls.clear();
    change(State::Idle);
    look();
}

}  // namespace gui
