// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "contract/acts_of_inspections.hpp"
#include "gui/inspection/checks_sheet.hpp"
#include "gui/session/workplace.hpp"

class QLabel;

namespace gui {

class ActionButton;
class ComparisonTable;
class PictureView;

/// One document: what order, page and chip say side by side, its pictures, and what its inspection found.
class InspectionPage : public QWidget {
    Q_OBJECT
   public:
    InspectionPage(const Workplace& place, QWidget* parent = nullptr);

    void show(contract::InspectionShown inspection);
    void tellWaiting(int waiting);
    [[nodiscard]] const contract::InspectionShown& inspection() const { return m_inspection; }
    void openChecks();

   private:
    enum class View { Portraits, Page, Difference };
    void layOut();
    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QWidget* makePictures();
    void tellWish();
    void choose(View view);
    [[nodiscard]] QString captionOf(const contract::InspectedPicture& picture) const;

    const Workplace& m_place;
    contract::InspectionShown m_inspection;
    StatusSign* m_wish;
    QLabel* m_number;
    QLabel* m_facts;
    QLabel* m_waiting;
    ComparisonTable* m_table;
    QWidget* m_checks;
    StatusSign* m_worst;
    PictureView* m_pictures;
    ActionButton* m_portraits;
    ActionButton* m_page;
    ActionButton* m_difference;
};

}  // namespace gui
