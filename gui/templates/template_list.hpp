// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "contract/acts_of_certifiers.hpp"
#include "gui/session/workplace.hpp"

class QTableWidget;

namespace gui {

class FaultBanner;
class StatusSign;

/// The versions of templates that two people approved, and those that are used as they were shipped.
class TemplateList : public QWidget {
    Q_OBJECT
   public:
    TemplateList(const Workplace& place, QWidget* parent = nullptr);
    void refresh();
    [[nodiscard]] FaultBanner& banner() const { return *m_banner; }

   signals:
    void opened(const QString& name, std::optional<std::int64_t> version);
    void fileWanted();

   private:
    struct Line {
        std::string name;
        std::optional<std::int64_t> version;
    };
    void layOut();
    void fill(const contract::TemplatesListed& listed);
    void addRow(const QStringList& cells, Line line);
    void openChosen();

    const Workplace& m_place;
    FaultBanner* m_banner;
    StatusSign* m_standing;
    QTableWidget* m_table;
    std::vector<Line> m_lines;
};

}  // namespace gui
