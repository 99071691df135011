// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "contract/wording.hpp"
#include "gui/link/trouble.hpp"
#include "gui/widgets/status_sign.hpp"

class QLabel;
class QPushButton;

namespace gui {

/// Says what happened, what it means, and what to do now. What only a supervisor reads folds out.
class FaultBanner : public QFrame {
    Q_OBJECT
   public:
    explicit FaultBanner(const contract::Wording& wording, QWidget* parent = nullptr);

    /// `meaning` is what it means for the work in hand: "La libreta sigue en su turno."
    void tell(const Trouble& trouble, const QString& meaning = {});
    void tell(Standing standing, const QString& what, const QString& meaning = {}, const QString& next = {});
    void clear();
    [[nodiscard]] QString text() const;

   private:
    void fill(Standing standing, const QString& what, const QString& meaning, const QString& next);
    void foldOut(bool out);
    [[nodiscard]] QString nextOf(const Trouble& trouble) const;
    [[nodiscard]] QString detailsOf(const Trouble& trouble) const;

    const contract::Wording& m_wording;
    StatusSign* m_what;
    QLabel* m_meaning;
    QLabel* m_next;
    QPushButton* m_fold;
    QLabel* m_details;
};

}  // namespace gui
