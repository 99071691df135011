// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include "contract/acts_of_certificate_work.hpp"
#include "gui/session/workplace.hpp"

class QLabel;
class QScrollArea;

namespace gui {

class ActionButton;
class FaultBanner;
class PageView;
class StatusSign;

/// Writes the draft of a request: the search for its holder, the values that its clerk types, and its pages as they
/// would be, while one types.
class DraftPage : public QWidget {
    Q_OBJECT
   public:
    DraftPage(const Workplace& place, QWidget* parent = nullptr);
    void begin(const contract::CertificateShown& shown, const contract::CertificateTypeLine& type);
    /// The concluded search that the draft cites.
    void cite(const std::string& diligence);
    [[nodiscard]] FaultBanner& banner() const { return *m_banner; }

   signals:
    void searchWanted(const contract::HolderNamed& holder, const std::vector<std::string>& registers,
                      bool confidential);
    void drafted(const QString& request);
    void left();

   private:
    struct Field {
        contract::FreeValueLine value;
        QWidget* input;
    };
    void layOut();
    void fillFields(const contract::TextMap& values);
    [[nodiscard]] QWidget* makeInput(const contract::FreeValueLine& value, const QString& text);
    void tellDiligence();
    [[nodiscard]] contract::TextMap values() const;
    [[nodiscard]] bool lacksValues() const;
    void change();
    void tryIt();
    void keep();

    const Workplace& m_place;
    contract::CertificateShown m_shown;
    contract::CertificateTypeLine m_type;
    std::string m_diligence;
    std::vector<Field> m_fields;
    int m_tried = 0;  ///< numbers the trials: the answer to an earlier one is dropped
    QTimer m_pause;
    FaultBanner* m_banner;
    QLabel* m_title;
    QLabel* m_about;
    StatusSign* m_search;
    QScrollArea* m_scroll;
    PageView* m_pages;
    StatusSign* m_hint;
    ActionButton* m_keep;
    ActionButton* m_seek;
};

}  // namespace gui
