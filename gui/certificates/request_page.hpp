// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

#include "contract/acts_of_certificates.hpp"
#include "gui/session/workplace.hpp"
#include "gui/widgets/file_choice.hpp"

class QCheckBox;
class QComboBox;
class QFrame;
class QLabel;
class QLineEdit;
class QListWidget;
class QVBoxLayout;

namespace gui {

class BusyOverlay;
class FaultBanner;

/// Takes a request at the counter: what is asked for, by whom, about whom, what was brought, and the receipt.
class RequestPage : public QWidget {
    Q_OBJECT
   public:
    RequestPage(const Workplace& place, QWidget* parent = nullptr);
    void begin(const std::vector<contract::CertificateTypeLine>& types);
    /// The copy of the requirement that is chosen.
    void takeFile(const ChosenFile& file);
    /// The number of the receipt, as its code was read.
    void takeScan(const QString& read);
    [[nodiscard]] FaultBanner& banner() const { return *m_banner; }

   signals:
    void requested(const contract::CertificateRequested& request);
    void left();

   private:
    void layOut();
    [[nodiscard]] QVBoxLayout* addCard(class QHBoxLayout& row, QFrame*& card, const QString& title);
    void layOutApplicant(QVBoxLayout& column);
    void layOutHolder(QVBoxLayout& column);
    void layOutBrought(QVBoxLayout& column);
    void tellType();
    void fillRequirements();
    void tellRequirement(int row);
    void attach();
    void send();
    [[nodiscard]] const contract::CertificateTypeLine* type() const;
    [[nodiscard]] contract::CertificateRequest request() const;

    const Workplace& m_place;
    std::vector<contract::CertificateTypeLine> m_types;
    std::vector<contract::RequirementLine> m_wanted;  ///< in the order of the list
    QHash<QString, ChosenFile> m_scans;               ///< by the requirement's code
    FaultBanner* m_banner;
    QComboBox* m_type;
    QLabel* m_about;
    QComboBox *m_capacity, *m_gender, *m_holderGender;
    QLineEdit *m_name, *m_identification, *m_proof, *m_address, *m_email;
    QFrame* m_holder = nullptr;
    QLineEdit *m_surnames, *m_givenNames, *m_born, *m_nationality, *m_documentType, *m_document;
    QListWidget* m_brought;
    QLineEdit *m_receipt, *m_paid;
    QCheckBox* m_confidential;
    BusyOverlay* m_busy;
};

}  // namespace gui
