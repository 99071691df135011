// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/supervision/alarms.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <algorithm>

#include "gui/text.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/sheet.hpp"

namespace gui {
namespace {

/// More have no room; the others are counted, and all are in the sheet.
constexpr int kMostSeen = 4;
constexpr int kSheetHeight = 420;

/// All alarms, with what each is made of.
class AlarmsSheet : public Sheet {
   public:
    AlarmsSheet(QWidget* over, const QString& title, const QString& leaving, const QList<Alarm>& alarms)
        : Sheet(over, title) {
        auto* all = new QWidget{this};
        auto* column = new QVBoxLayout{all};
        column->setSpacing(kGap);
        for (const auto& alarm : alarms) {
            auto* sign = new StatusSign{all, 22};
            sign->tell(alarm.standing, alarm.words);
            column->addWidget(sign);
            if (alarm.details.isEmpty()) continue;
            auto* details = new QLabel{alarm.details.join(u'\n'), all};
            details->setWordWrap(true);
            setRole(*details, "muted");
            column->addWidget(details);
        }
        column->addStretch();
        auto* scroll = new QScrollArea{this};
        scroll->setWidget(all);
        scroll->setWidgetResizable(true);
        scroll->setMinimumHeight(kSheetHeight);
        scroll->setFocusPolicy(Qt::StrongFocus);
        content().addWidget(scroll);
        auto* leave = new ActionButton{leaving, Qt::Key_Escape};
        connect(leave, &QPushButton::clicked, this, [this] { close(); });
        content().addWidget(leave, 0, Qt::AlignLeft);
        open(scroll);
    }
};

}  // namespace

Alarms::Alarms(const Workplace& place, QWidget* parent) : QFrame(parent), m_place(place), m_signs(new QHBoxLayout) {
    setRole(*this, "card");
    setAccessibleName(tr("Alarmas", "accessible name of what may not wait"));
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(kSpace, 4, 4, 4);
    m_signs->setSpacing(kWide);
    row->addLayout(m_signs, 1);
    auto* all = new ActionButton{tr("Ver alarmas", "button: shows all alarms"), Qt::CTRL | Qt::Key_0};
    connect(all, &QPushButton::clicked, this, &Alarms::openAll);
    row->addWidget(all);
    tell();
}

void Alarms::refresh() {
    if (!m_place.session.isOpen()) return;
    m_blind = false;
    const auto blind = [this](const Trouble&) {
        m_blind = true;
        tell();
    };
    if (m_place.session.may<contract::CaseList>())
        m_place.ask(
            this, contract::CaseList{"overdue", {}, {}},
            [this](const contract::CasesListed& listed) {
                m_overdue = listed.cases;
                tell();
            },
            blind);
    if (m_place.session.may<contract::StockForecast>())
        m_place.ask(
            this, contract::StockForecast{},
            [this](const contract::StockForecasted& forecast) {
                m_low.clear();
                for (const auto& line : forecast.lines)
                    if (line.wholeHouse && line.reorderPoint > 0 && line.usable + line.announced <= line.reorderPoint)
                        m_low.push_back(line);
                tell();
            },
            blind);
    if (m_place.session.may<contract::PkiStatus>())
        m_place.ask(
            this, contract::PkiStatus{},
            [this](const contract::PkiStatusTold& status) {
                m_keys = status.notices;
                tell();
            },
            blind);
}

void Alarms::showLine(const LineFacts& facts) {
    m_facts = facts;
    tell();
}

QList<Alarm> Alarms::ofLine() const {
    QList<Alarm> alarms;
    const auto& doubts = m_facts.status.inDoubt;
    if (!doubts.empty()) {
        alarms << Alarm{Standing::Refused, tr("%n orden(es) en duda", "alarm", static_cast<int>(doubts.size()))};
        for (const auto& each : doubts) alarms.back().details << shown(each.order);
    }
    for (const auto& [station, face] : stationFaces(m_place, m_facts, base::SystemClock{}.now()))
        for (const auto& line : face.lines)
            if (line.standing == Standing::Refused || line.standing == Standing::Caution)
                alarms << Alarm{
                    line.standing,
                    tr("%1: %2", "alarm; %1 is a workstation, %2 what is wrong there").arg(station, line.words)};
    return alarms;
}

QList<Alarm> Alarms::ofBooks() const {
    QList<Alarm> alarms;
    if (!m_overdue.empty()) {
        alarms << Alarm{Standing::Refused, tr("%n caso(s) vencido(s)", "alarm", static_cast<int>(m_overdue.size()))};
        for (const auto& each : m_overdue) alarms.back().details << shown(each.number);
    }
    if (!m_low.empty()) {
        alarms << Alarm{Standing::Caution, tr("Se acaban %n artículo(s)", "alarm: what runs low in the house",
                                              static_cast<int>(m_low.size()))};
        for (const auto& each : m_low)
            alarms.back().details << tr("%1: quedan %2", "alarm; %1 is an item, %2 how many are left")
                                         .arg(shown(m_place.names.of(each.item)))
                                         .arg(each.usable);
    }
    if (!m_keys.empty()) {
        const bool alarm = std::ranges::any_of(m_keys, [](const auto& key) { return key.grade == "alarm"; });
        alarms << Alarm{alarm ? Standing::Refused : Standing::Caution,
                        tr("%n aviso(s) sobre las llaves", "alarm: keys that end", static_cast<int>(m_keys.size()))};
        for (const auto& key : m_keys) alarms.back().details << shown(m_place.wording.sentence(key.notice.asFault()));
    }
    if (m_blind) alarms << Alarm{Standing::Caution, tr("No se pudo comprobar todo", "an alarm's cause is not known")};
    return alarms;
}

void Alarms::tell() {
    auto alarms = ofLine() + ofBooks();
    std::ranges::stable_partition(alarms, [](const Alarm& alarm) { return alarm.standing == Standing::Refused; });
    if (alarms == m_told && !m_first) return;
    const bool worse = std::ranges::any_of(
        alarms, [this](const Alarm& alarm) { return alarm.standing == Standing::Refused && !m_told.contains(alarm); });
    if (worse && !m_first) m_place.sounds.play(Cue::Attention);
    m_told = alarms;
    m_first = false;
    if (alarms.size() > kMostSeen) {
        const auto more = static_cast<int>(alarms.size()) - kMostSeen + 1;
        alarms.resize(kMostSeen - 1);
        alarms << Alarm{Standing::Caution, tr("y %n más", "how many alarms are not shown", more)};
    }
    if (alarms.isEmpty()) alarms << Alarm{Standing::Done, tr("Nada pide su atención", "there is no alarm")};
    while (auto* item = m_signs->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const auto& alarm : alarms) {
        auto* sign = new StatusSign{this, 22};
        sign->tell(alarm.standing, alarm.words);
        m_signs->addWidget(sign, 1, Qt::AlignVCenter);
    }
    // What is alone does not lie in the middle.
    m_signs->addStretch(kMostSeen - static_cast<int>(alarms.size()));
}

void Alarms::openAll() {
    const auto alarms =
        m_told.isEmpty() ? QList{Alarm{Standing::Done, tr("Nada pide su atención", "there is no alarm")}} : m_told;
    new AlarmsSheet{this, tr("Alarmas", "title of the sheet of all alarms"), tr("Volver", "button: back to the work"),
                    alarms};
}

}  // namespace gui
