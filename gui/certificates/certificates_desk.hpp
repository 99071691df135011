// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "contract/acts_of_certificates.hpp"
#include "gui/shell/desk.hpp"

class QStackedWidget;

namespace gui {

class AwaitingPage;
class CertificatePage;
class CertificatesPage;
class DraftPage;
class NotificationsPage;
class RequestPage;
class SearchPage;
class VerificationPage;
struct ChosenFile;

/// The desk of those who work on certificates, attestations and resolutions: from the request to the hand-over.
class CertificatesDesk : public Desk {
    Q_OBJECT
   public:
    CertificatesDesk(const Workplace& place, QWidget* parent);

    void refresh() override;
    /// A number or a verification code opens what it is of.
    void takeScan(const QString& read) override;

   protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    /// A file that is dropped is verified, or is the copy of what is being brought.
    void dropEvent(QDropEvent* event) override;

   private:
    void follow();
    void followSearch();
    /// Once the types of certificates are known, which are asked for once.
    void withTypes(std::function<void()> then);
    void bringBack();
    void open(const QString& id);
    void openRequest();
    void openDraft(const contract::CertificateShown& shown);
    void openSearch();
    [[nodiscard]] std::vector<std::string> registers() const;

    std::vector<contract::CertificateTypeLine> m_types;
    QStackedWidget* m_pages;
    AwaitingPage* m_awaiting;
    CertificatePage* m_certificate;
    RequestPage* m_request;
    DraftPage* m_draft;
    SearchPage* m_search;
    CertificatesPage* m_all;
    NotificationsPage* m_notifications;
    VerificationPage* m_verification;
    bool m_searchForDraft = false;
};

}  // namespace gui
