// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/program.hpp"

#include <QApplication>
#include <QTranslator>

#include "gui/first_start/first_start_page.hpp"
#include "gui/session/secret_sheet.hpp"
#include "gui/shell/main_window.hpp"
#include "gui/theme/look.hpp"
#include "issuance/office/local_office_factory.hpp"
#include "service/remote_office.hpp"
#include "service/workstation_home.hpp"

namespace gui {

using namespace base::literals;

namespace {

std::unique_ptr<contract::Office> remoteOffice(const Settings& settings) {
    const service::WorkstationHome here{settings.home};
    if (!here.present())
        throw base::Failure{"service.no-pass"_code, base::NextStep::CallSupervisor, settings.home.string()};
    return service::openRemoteOffice({settings.server, here.pass(), here.pass(), here.roots()});
}

std::optional<service::WorkstationPass> passOf(const Settings& settings) {
    return settings.server.empty() ? std::nullopt : service::WorkstationHome{settings.home}.present();
}

}  // namespace

struct Program::Parts {
    explicit Parts(const Settings& settings) : Parts(settings, passOf(settings)) {}

    Parts(const Settings& settings, const std::optional<service::WorkstationPass>& pass)
        : wording(issuance::templatesFolder(), settings.language),
          names(contract::Names::load(issuance::templatesFolder(), settings.language)),
          link([this, settings] {
              return settings.server.empty() ? issuance::openLocalOffice(settings.home, secretEntryIn(window))
                                             : remoteOffice(settings);
          }),
          session(link, pass ? pass->workstation : settings.workstation),
          place{link,
                session,
                wording,
                names,
                sounds,
                settings.machines,
                pass ? std::optional{pass->validUntil} : std::nullopt},
          window(place, settings.lockAfter) {
        sounds.setMuted(settings.muted);
    }

    contract::Wording wording;
    contract::Names names;
    SoundCues sounds;
    OfficeLink link;
    Session session;
    Workplace place;
    MainWindow window;
};

Program::Program(QApplication& application, const Settings& settings) {
    wear(application, settings.theme);
    m_parts = std::make_unique<Parts>(settings);
    if (!settings.server.empty() || issuance::isFounded(settings.home)) return;
    auto* first = new FirstStartPage{m_parts->place, settings.home};
    QObject::connect(first, &FirstStartPage::made, &m_parts->window, &MainWindow::welcome);
    m_parts->window.showFirst(first);
}

Program::~Program() = default;

MainWindow& Program::window() { return m_parts->window; }
const Workplace& Program::place() const { return m_parts->place; }

void speak(QCoreApplication& application, contract::Language language) {
    auto* texts = new QTranslator{&application};
    const auto file = language == contract::Language::Spanish ? QStringLiteral(":/i18n/troquel-desk_es.qm")
                                                              : QStringLiteral(":/i18n/troquel-desk_en.qm");
    if (!texts->load(file)) throw base::Failure{"gui.broken"_code, base::NextStep::Stop, file.toStdString()};
    QCoreApplication::installTranslator(texts);
}

}  // namespace gui
