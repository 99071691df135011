// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_chips.hpp"
#include "contract/acts_of_inspections.hpp"
#include "gui/session/consent.hpp"
#include "gui/shell/desk.hpp"

class QStackedWidget;

namespace gui {

class ActionButton;
class BusyOverlay;
class EmptyState;
class FaultBanner;
class InspectionPage;
class WaitingPage;

/// The desk of those who inspect and release documents: the next one that waits is on the screen.
class InspectionDesk : public Desk {
    Q_OBJECT
   public:
    InspectionDesk(const Workplace& place, QWidget* parent);

    void refresh() override;
    /// Opens the document of the number, or of the blank, that was read.
    void takeScan(const QString& read) override;

   private:
    void layOut();
    [[nodiscard]] QLayout* makeActions();
    void turnToQueue();
    void openNext(const std::string& after = {});
    void open(const std::string& document);
    void show(const contract::InspectionShown& inspection);
    void tellActions();
    void accept();
    void confirmAndRelease(const contract::InspectionShown& inspection);
    void release(const contract::InspectionShown& inspection);
    void decideByTwo();
    void refuse();
    void readChip();
    void tellChip(const contract::ChipWasRead& read);
    void verify();
    void finish(const QString& words);
    void fail(const Trouble& trouble, const QString& meaning = {});
    [[nodiscard]] bool hasWork() const;

    FaultBanner* m_banner;
    QStackedWidget* m_pages;
    InspectionPage* m_page;
    WaitingPage* m_waiting;
    EmptyState* m_nothing;
    BusyOverlay* m_busy;
    ActionButton* m_accept;
    ActionButton* m_override;
    ActionButton* m_refuse;
    std::vector<ActionButton*> m_ofDocument;  ///< what may be done with any
    std::vector<contract::InspectionLine> m_lines;
    int m_asked = 0;  ///< numbers what was asked to be seen: an answer that comes after a later question is dropped
    std::string m_opened;  ///< order of the document on the screen, while it waits
};

}  // namespace gui
