// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "contract/acts_of_cases.hpp"
#include "contract/acts_of_keys.hpp"
#include "contract/acts_of_supply.hpp"
#include "gui/supervision/line_faces.hpp"

class QHBoxLayout;

namespace gui {

/// Something that may not wait, and what it is made of.
struct Alarm {
    Standing standing = Standing::Caution;
    QString words;
    QStringList details = {};
    bool operator==(const Alarm&) const = default;
};

/// What may not wait, over all pages of the desk: doubts, machines out, cases that are overdue, what runs low, keys
/// that end. The worst comes first, and a sound tells a new one.
class Alarms : public QFrame {
    Q_OBJECT
   public:
    Alarms(const Workplace& place, QWidget* parent = nullptr);
    /// Asks for what is not of the line.
    void refresh();
    void showLine(const LineFacts& facts);

   private:
    void tell();
    [[nodiscard]] QList<Alarm> ofLine() const;
    [[nodiscard]] QList<Alarm> ofBooks() const;
    void openAll();

    const Workplace& m_place;
    QHBoxLayout* m_signs;
    LineFacts m_facts;
    std::vector<contract::CaseLine> m_overdue;
    std::vector<contract::ForecastLine> m_low;
    std::vector<contract::KeyNoticeLine> m_keys;
    QList<Alarm> m_told;
    bool m_blind = false;  ///< something could not be asked
    bool m_first = true;
};

}  // namespace gui
