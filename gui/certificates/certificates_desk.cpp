// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/certificates/certificates_desk.hpp"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <set>

#include "gui/certificates/awaiting_page.hpp"
#include "gui/certificates/certificate_page.hpp"
#include "gui/certificates/draft_page.hpp"
#include "gui/certificates/list_pages.hpp"
#include "gui/certificates/paper_sheet.hpp"
#include "gui/certificates/request_page.hpp"
#include "gui/certificates/search_page.hpp"
#include "gui/certificates/verification_page.hpp"
#include "gui/text.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/fault_banner.hpp"
#include "gui/widgets/file_choice.hpp"

namespace gui {

CertificatesDesk::CertificatesDesk(const Workplace& place, QWidget* parent)
    : Desk(place, parent),
      m_pages(new QStackedWidget{this}),
      m_awaiting(new AwaitingPage{place, this}),
      m_certificate(new CertificatePage{place, this}),
      m_request(new RequestPage{place, this}),
      m_draft(new DraftPage{place, this}),
      m_search(new SearchPage{place, this}),
      m_all(new CertificatesPage{place, this}),
      m_notifications(new NotificationsPage{place, this}),
      m_verification(new VerificationPage{place, this}) {
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kSpace, kSpace, kSpace, kGap);
    for (QWidget* page : std::initializer_list<QWidget*>{m_awaiting, m_certificate, m_request, m_draft, m_search, m_all,
                                                         m_notifications, m_verification})
        m_pages->addWidget(page);
    column->addWidget(m_pages);
    setAcceptDrops(true);
    follow();
    followSearch();
    withTypes([] {});
}

void CertificatesDesk::follow() {
    connect(m_awaiting, &AwaitingPage::opened, this, &CertificatesDesk::open);
    connect(m_awaiting, &AwaitingPage::requestWanted, this, &CertificatesDesk::openRequest);
    connect(m_awaiting, &AwaitingPage::allWanted, this, [this] {
        m_pages->setCurrentWidget(m_all);
        m_all->refresh();
    });
    connect(m_awaiting, &AwaitingPage::notificationsWanted, this, [this] {
        m_pages->setCurrentWidget(m_notifications);
        m_notifications->refresh();
    });
    connect(m_awaiting, &AwaitingPage::verificationWanted, this, [this] {
        m_pages->setCurrentWidget(m_verification);
        m_verification->begin();
    });
    connect(m_all, &CertificatesPage::opened, this, &CertificatesDesk::open);
    connect(m_certificate, &CertificatePage::draftingWanted, this, &CertificatesDesk::openDraft);
    connect(m_certificate, &CertificatePage::notFound, this, [this](const Trouble& why) {
        bringBack();
        m_place.sounds.play(Cue::Refused);
        m_awaiting->banner().tell(why);
    });
    connect(m_request, &RequestPage::requested, this, [this](const contract::CertificateRequested& taken) {
        open(shown(taken.request));
        m_certificate->banner().tell(Standing::Done, tr("Solicitud %1 recibida; lista a más tardar el %2.",
                                                        "after a request was taken; %2 is a day")
                                                         .arg(shown(taken.request), shown(taken.deadline)));
        new PaperSheet{m_place, this, tr("Contraseña para el solicitante", "title of a sheet: the applicant's slip"),
                       taken.slip};
    });
    connect(m_draft, &DraftPage::drafted, this, [this](const QString& request) {
        open(request);
        m_certificate->banner().tell(
            Standing::Done, tr("El borrador quedó guardado. Otra persona lo confronta.", "after a draft was kept"));
    });
    connect(m_draft, &DraftPage::left, this, [this] { m_pages->setCurrentWidget(m_certificate); });
    connect(m_certificate, &CertificatePage::left, this, &CertificatesDesk::bringBack);
    connect(m_request, &RequestPage::left, this, &CertificatesDesk::bringBack);
    connect(m_all, &CertificatesPage::left, this, &CertificatesDesk::bringBack);
    connect(m_notifications, &NotificationsPage::left, this, &CertificatesDesk::bringBack);
    connect(m_verification, &VerificationPage::left, this, &CertificatesDesk::bringBack);
}

void CertificatesDesk::followSearch() {
    connect(m_awaiting, &AwaitingPage::searchWanted, this, &CertificatesDesk::openSearch);
    connect(m_draft, &DraftPage::searchWanted, this,
            [this](const contract::HolderNamed& holder, const std::vector<std::string>& registers, bool confidential) {
                m_searchForDraft = true;
                m_pages->setCurrentWidget(m_search);
                m_search->beginFor(holder, registers, confidential);
            });
    connect(m_search, &SearchPage::concluded, this, [this](const std::string& diligence) {
        if (!m_searchForDraft) {
            m_search->begin(registers());
            return m_search->banner().tell(
                Standing::Done, tr("Diligencia %1 concluida.", "after a search was ended").arg(shown(diligence)));
        }
        m_pages->setCurrentWidget(m_draft);
        m_draft->cite(diligence);
    });
    connect(m_search, &SearchPage::left, this, [this] {
        if (!m_searchForDraft) return bringBack();
        m_pages->setCurrentWidget(m_draft);
    });
}

void CertificatesDesk::withTypes(std::function<void()> then) {
    if (!m_types.empty()) return then();
    if (!m_place.session.isOpen()) return;
    m_place.ask(
        this, contract::CertificateTypes{},
        [this, then = std::move(then)](const contract::CertificateTypesListed& listed) {
            m_types = listed.types;
            m_certificate->setTypes(m_types);
            then();
        },
        [this](const Trouble& why) { m_awaiting->banner().tell(why); });
}

// What is being typed stays; only what waits is looked at anew.
void CertificatesDesk::refresh() {
    withTypes([] {});
    if (m_pages->currentWidget() == m_awaiting) m_awaiting->refresh();
}

void CertificatesDesk::bringBack() {
    m_pages->setCurrentWidget(m_awaiting);
    m_awaiting->banner().clear();
    m_awaiting->refresh();
}

void CertificatesDesk::open(const QString& id) {
    m_pages->setCurrentWidget(m_certificate);
    m_certificate->open(id);
}

void CertificatesDesk::openRequest() {
    withTypes([this] {
        m_pages->setCurrentWidget(m_request);
        m_request->begin(m_types);
    });
}

void CertificatesDesk::openDraft(const contract::CertificateShown& shown) {
    withTypes([this, shown] {
        const auto type = std::ranges::find(m_types, shown.line.type, &contract::CertificateTypeLine::type);
        if (type == m_types.end()) return;
        m_pages->setCurrentWidget(m_draft);
        m_draft->begin(shown, *type);
    });
}

std::vector<std::string> CertificatesDesk::registers() const {
    std::set<std::string> names;
    for (const auto& type : m_types) names.insert(type.registers.begin(), type.registers.end());
    return {names.begin(), names.end()};
}

void CertificatesDesk::openSearch() {
    m_searchForDraft = false;
    withTypes([this] {
        m_pages->setCurrentWidget(m_search);
        m_search->begin(registers());
    });
}

void CertificatesDesk::takeScan(const QString& read) {
    if (m_pages->currentWidget() == m_request) return m_request->takeScan(read);
    if (m_pages->currentWidget() == m_draft || m_pages->currentWidget() == m_search) return;
    open(read.trimmed());
}

void CertificatesDesk::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void CertificatesDesk::dropEvent(QDropEvent* event) {
    const auto urls = event->mimeData()->urls();
    if (urls.isEmpty() || !urls.front().isLocalFile()) return;
    event->acceptProposedAction();
    readFile(
        this, m_place.link, urls.front().toLocalFile(),
        [this](const ChosenFile& file) {
            if (m_pages->currentWidget() == m_request) return m_request->takeFile(file);
            m_pages->setCurrentWidget(m_verification);
            m_verification->verify(file);
        },
        [this](const Trouble& why) {
            m_pages->setCurrentWidget(m_verification);
            m_verification->begin();
            m_verification->banner().tell(why);
        });
}

}  // namespace gui
