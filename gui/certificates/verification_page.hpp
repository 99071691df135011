// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "contract/acts_of_certificates.hpp"
#include "gui/session/workplace.hpp"
#include "gui/widgets/file_choice.hpp"
#include "gui/widgets/status_sign.hpp"

class QFrame;
class QLabel;
class QVBoxLayout;

namespace gui {

class BusyOverlay;
class FaultBanner;
class PageView;

/// Whether a PDF or a scan is what the house wrote: the verdict large, and each check with its reason.
class VerificationPage : public QWidget {
    Q_OBJECT
   public:
    VerificationPage(const Workplace& place, QWidget* parent = nullptr);
    void begin();
    void verify(const ChosenFile& file);
    [[nodiscard]] FaultBanner& banner() const { return *m_banner; }

   signals:
    void left();

   private:
    void layOut();
    void choose();
    void show(const contract::FileVerified& said);
    void addCheck(Standing standing, const QString& text);
    void tellSignature(const contract::VerifiedSignature& signature);
    void tellSeal(const contract::VerifiedSeal& seal);
    [[nodiscard]] QString sentences(const std::vector<contract::FaultLine>& faults) const;

    const Workplace& m_place;
    FaultBanner* m_banner;
    QFrame* m_card;
    QLabel* m_verdict;
    QLabel* m_meaning;
    StandingShape* m_shape;
    QWidget* m_checks;
    QVBoxLayout* m_lines;
    PageView* m_pages;
    BusyOverlay* m_busy;
};

}  // namespace gui
