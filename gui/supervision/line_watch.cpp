// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/supervision/line_watch.hpp"

#include "gui/text.hpp"

namespace gui {
namespace {

/// A window that closes waits for what was asked: it is no long time.
constexpr std::int64_t kWithin = 2000;
constexpr std::chrono::milliseconds kMoment{1000};
constexpr std::chrono::seconds kPause{3};

}  // namespace

LineWatch::LineWatch(const Workplace& place, std::vector<std::string> topics, QObject* parent)
    : QObject(parent), m_place(place), m_topics(std::move(topics)) {
    m_moment.setSingleShot(true);
    m_moment.setInterval(kMoment);
    m_again.setSingleShot(true);
    m_again.setInterval(kPause);
    connect(&m_moment, &QTimer::timeout, this, [this] { emit changed(std::exchange(m_changed, {})); });
    connect(&m_again, &QTimer::timeout, this, &LineWatch::begin);
}

void LineWatch::begin() {
    if (!m_waiting && m_place.session.isOpen()) wait();
}

// Where it cannot be asked, the one place for that has told so; a later look begins it again.
void LineWatch::wait() {
    m_waiting = true;
    contract::ChangeWait request;
    request.position = m_position;
    request.topics = m_topics;
    request.within = kWithin;
    m_place.ask(
        this, request, [this](const contract::ChangesSeen& seen) { take(seen); },
        [this](const Trouble& why) {
            m_waiting = false;
            if (!why.endsSession()) m_again.start();
        });
}

void LineWatch::take(const contract::ChangesSeen& seen) {
    m_waiting = false;
    m_position = seen.position;
    for (const auto& topic : seen.changed) m_changed << shown(topic);
    if (!m_changed.isEmpty() && !m_moment.isActive()) m_moment.start();
    begin();
}

}  // namespace gui
