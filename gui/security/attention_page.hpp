// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/security/section.hpp"
#include "gui/widgets/status_sign.hpp"

class QScrollArea;

namespace gui {

/// What of keys, certificates and people ends soon or is overdue, the worst first: where the desk opens.
class AttentionPage : public Section {
    Q_OBJECT
   public:
    AttentionPage(const Workplace& place, QWidget* parent = nullptr);
    void refresh() override;

   private:
    struct Matter {
        Standing standing;
        QString text;
    };
    void askKeys();
    void askWorkstations();
    void askPeople();
    /// One of the questions was answered, with what it found.
    void arrive(std::vector<Matter> found);
    void show();

    QScrollArea* m_area;
    std::vector<Matter> m_matters;
    int m_awaited = 0;
};

}  // namespace gui
