// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QString>
#include <memory>
#include <set>
#include <string>

#include "contract/acts_of_people.hpp"
#include "gui/link/office_link.hpp"

namespace gui {

/// What a person types to be known.
struct LogIn {
    QString user;
    QString password;
    QString code;
};

/// One person's session at this workstation; it is closed when nobody needs it any more.
class OpenSession {
   public:
    OpenSession(OfficeLink& link, QString user, const contract::SessionOpened& opened);
    ~OpenSession();
    OpenSession(const OpenSession&) = delete;
    OpenSession& operator=(const OpenSession&) = delete;

    [[nodiscard]] const std::string& token() const { return m_token; }
    [[nodiscard]] const QString& user() const { return m_user; }
    [[nodiscard]] const QString& fullName() const { return m_fullName; }
    /// Whether the person's roles carried the permission at log-in; the empty one is everyone's.
    [[nodiscard]] bool may(std::string_view permission) const;
    /// Whether the institution is for training.
    [[nodiscard]] bool isTraining() const { return m_training; }

   private:
    QPointer<OfficeLink> m_link;
    QString m_user;
    QString m_fullName;
    std::string m_token;
    std::set<std::string, std::less<>> m_permissions;
    bool m_training;
};

using SharedSession = std::shared_ptr<const OpenSession>;

/// Logs a person in at the workstation.
void openSession(OfficeLink& link, QObject* asker, const LogIn& person, const std::string& workstation,
                 std::function<void(SharedSession)> opened, OfficeLink::OnTrouble troubled);

}  // namespace gui
