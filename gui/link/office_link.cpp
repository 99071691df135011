// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/link/office_link.hpp"

#include "base/log.hpp"
#include "contract/acts_of_people.hpp"

namespace gui {

using namespace base::literals;
using contract::Effect;

namespace {

constexpr std::chrono::seconds kPause{3};
constexpr int kThreads = 4;

bool takesItsTime(Effect effect) {
    return effect == Effect::Conducts || effect == Effect::Waits || effect == Effect::Watches;
}

}  // namespace

OfficeLink::OfficeLink(Opening opening) : m_opening(std::move(opening)) {
    m_brief.setMaxThreadCount(kThreads);
    m_again.setSingleShot(true);
    m_again.setInterval(kPause);
    connect(&m_again, &QTimer::timeout, this, &OfficeLink::tryAgain);
}

OfficeLink::~OfficeLink() {
    {
        const std::scoped_lock lock{m_opens};
        if (m_office) m_office->wakeWatchers();
    }
    m_long.clear();
    m_brief.waitForDone();
}

void OfficeLink::conduct(QObject* asker, const std::string& token, std::function<base::Outcome(contract::Office&)> work,
                         std::function<void()> done, OnTrouble troubled) {
    send({asker, token, Effect::Conducts, [this, work = std::move(work)] { return work(office()); }, std::move(done),
          std::move(troubled)});
}

void OfficeLink::found(QObject* asker, std::function<base::Outcome()> work, std::function<void()> done,
                       OnTrouble troubled) {
    send({asker, {}, Effect::Conducts, std::move(work), std::move(done), std::move(troubled)});
}

contract::Office& OfficeLink::office() {
    const std::scoped_lock lock{m_opens};
    if (!m_office) m_office = m_opening();
    return *m_office;
}

void OfficeLink::send(Errand errand) {
    ++m_pending;
    const auto effect = errand.effect;
    auto work = [this, shared = std::make_shared<Errand>(std::move(errand))]() mutable { run(std::move(shared)); };
    if (takesItsTime(effect))
        m_long.emplace_back(std::move(work));
    else
        m_brief.start(std::move(work));
}

void OfficeLink::run(std::shared_ptr<Errand> errand) {
    std::optional<Trouble> trouble;
    try {
        if (const auto done = errand->perform(); !done) trouble = Trouble{done.refusal()};
    } catch (const base::Failure& failure) {
        trouble = Trouble{failure};
    } catch (const std::exception& error) {
        trouble = Trouble{base::Failure{"gui.broken"_code, base::NextStep::Stop, "troquel-desk", error.what()}};
    }
    const auto thread = std::this_thread::get_id();
    QMetaObject::invokeMethod(
        this,
        [this, errand = std::move(errand), trouble, thread] {
            m_long.remove_if([&](const std::jthread& each) { return each.get_id() == thread; });
            arrive(*errand, trouble);
        },
        Qt::QueuedConnection);
}

void OfficeLink::arrive(const Errand& errand, const std::optional<Trouble>& trouble) {
    --m_pending;
    const bool away = trouble && trouble->isOfficeAway();
    if (away && !m_away) {
        m_away = true;
        emit officeAway(*trouble);
    }
    if (away) m_again.start();
    if (!away && m_away) {
        m_away = false;
        m_again.stop();
        emit officeBack();
    }
    if (trouble && !trouble->isRefusal()) base::log::error(trouble->failure()->what());
    if (errand.asker) {
        if (trouble)
            errand.troubled(*trouble);
        else
            errand.answered();
    }
    if (trouble && trouble->endsSession() && !errand.token.empty()) emit sessionEnded(errand.token, *trouble);
}

// Nobody has this session; but who says so has looked into the books.
void OfficeLink::tryAgain() {
    ask(
        this, {}, contract::SessionClose{}, [](const auto&) {}, [](const Trouble&) {});
}

}  // namespace gui
