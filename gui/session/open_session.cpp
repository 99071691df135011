// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/session/open_session.hpp"

#include "gui/text.hpp"

namespace gui {

OpenSession::OpenSession(OfficeLink& link, QString user, const contract::SessionOpened& opened)
    : m_link(&link),
      m_user(std::move(user)),
      m_fullName(shown(opened.fullName)),
      m_token(opened.token),
      m_permissions(opened.permissions.begin(), opened.permissions.end()),
      m_training(opened.training) {}

// One that ended by itself is closed in vain.
OpenSession::~OpenSession() {
    if (m_link)
        m_link->ask(
            m_link, {m_token}, contract::SessionClose{}, [](const auto&) {}, [](const Trouble&) {});
}

bool OpenSession::may(std::string_view permission) const {
    return permission.empty() || m_permissions.contains(permission);
}

void openSession(OfficeLink& link, QObject* asker, const LogIn& person, const std::string& workstation,
                 std::function<void(SharedSession)> opened, OfficeLink::OnTrouble troubled) {
    contract::SessionOpen request{told(person.user), told(person.password), workstation};
    if (!person.code.isEmpty()) request.code = told(person.code);
    const QPointer there{asker};
    // The link takes the answer also where nobody waits for it any more: the session is closed then.
    link.ask(
        &link, {}, request,
        [&link, there, user = person.user, opened = std::move(opened)](const contract::SessionOpened& answer) {
            auto session = std::make_shared<const OpenSession>(link, user, answer);
            if (there) opened(std::move(session));
        },
        [there, troubled = std::move(troubled)](const Trouble& trouble) {
            if (there) troubled(trouble);
        });
    base::wipe(request.password);
}

}  // namespace gui
