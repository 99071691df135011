// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "contract/acts_of_certificate_work.hpp"
#include "gui/session/workplace.hpp"

class QHBoxLayout;
class QLabel;
class QListWidget;

namespace gui {

class BusyOverlay;
class FaultBanner;
class PageView;
class StatusSign;

/// One request or certificate: its pages, what was brought, what was done, and what the person may do with it now.
class CertificatePage : public QWidget {
    Q_OBJECT
   public:
    CertificatePage(const Workplace& place, QWidget* parent = nullptr);
    void setTypes(const std::vector<contract::CertificateTypeLine>& types) { m_types = types; }
    /// By request, number or verification code.
    void open(const QString& id);
    void refresh();
    [[nodiscard]] FaultBanner& banner() const { return *m_banner; }

   signals:
    void draftingWanted(const contract::CertificateShown& shown);
    void notFound(const gui::Trouble& why);
    void left();

   private:
    void layOut();
    [[nodiscard]] QWidget* makeFacts();
    void show(const contract::CertificateShown& shown);
    void tellFacts();
    void fillBrought();
    void makeActions();
    void addAction(const QString& text, const QKeySequence& key, bool main, std::function<void()> act);
    void act(const std::string& step);
    void print();
    void prove();
    void showPages();
    void showScan(int row);
    void save();
    void done(const QString& words);
    void refuse(const Trouble& why);
    [[nodiscard]] contract::CertificateTypeLine type() const;

    const Workplace& m_place;
    std::vector<contract::CertificateTypeLine> m_types;
    contract::CertificateShown m_shown;
    base::Bytes m_file;  ///< the signed one
    QString m_id;
    FaultBanner* m_banner;
    QLabel* m_title;
    StatusSign* m_stage;
    QLabel* m_facts;
    QListWidget* m_brought;
    QListWidget* m_history;
    PageView* m_pages;
    QWidget* m_bar;
    QHBoxLayout* m_actions;
    BusyOverlay* m_busy;
};

}  // namespace gui
