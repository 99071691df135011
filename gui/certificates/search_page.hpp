// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "contract/acts_of_certificates.hpp"
#include "contract/acts_of_registers.hpp"
#include "gui/session/workplace.hpp"

class QCheckBox;
class QLabel;
class QLineEdit;
class QTableWidget;

namespace gui {

class ActionButton;
class BusyOverlay;
class FaultBanner;
class StatusSign;

/// Searches a person in registers, shows who was found side by side with who is sought, and has the person decide of
/// each whether it is the same one or a namesake.
class SearchPage : public QWidget {
    Q_OBJECT
   public:
    SearchPage(const Workplace& place, QWidget* parent = nullptr);
    /// For anybody, in registers that are chosen.
    void begin(const std::vector<std::string>& registers);
    /// For the holder of a request, whose search is kept.
    void beginFor(const contract::HolderNamed& holder, const std::vector<std::string>& registers, bool confidential);
    [[nodiscard]] FaultBanner& banner() const { return *m_banner; }

   signals:
    void concluded(const std::string& diligence);
    void left();

   private:
    void layOut();
    [[nodiscard]] QWidget* makeSought();
    [[nodiscard]] QWidget* makeDecision();
    void layOutActions(class QHBoxLayout& row);
    void offerRegisters(const std::vector<std::string>& registers, bool all);
    [[nodiscard]] contract::SoughtPerson sought() const;
    [[nodiscard]] std::vector<std::string> registers() const;
    void look();
    void openDiligence();
    void show(const contract::DiligenceShown& shown);
    void showCandidates(const std::vector<contract::CandidateLine>& candidates);
    void putCell(int row, int column, const QString& text, const QString& comparedTo);
    void decide(const std::string& verdict);
    void conclude();
    void tellStanding();
    void refuse(const Trouble& why);

    const Workplace& m_place;
    contract::DiligenceShown m_diligence;
    bool m_confidential = false;
    bool m_bound = false;  ///< to the holder of a request
    FaultBanner* m_banner;
    QLineEdit *m_surnames = nullptr, *m_givenNames = nullptr, *m_born = nullptr, *m_document = nullptr;
    QWidget* m_registers;
    StatusSign* m_standing;
    QTableWidget* m_table;
    QWidget* m_decision;
    QLineEdit* m_reason = nullptr;
    ActionButton *m_look, *m_open, *m_same, *m_namesake, *m_conclude;
    BusyOverlay* m_busy;
};

}  // namespace gui
