// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_journal.hpp"
#include "gui/security/section.hpp"
#include "gui/widgets/list_query.hpp"

class QLineEdit;

namespace gui {

class BusyOverlay;
class ListView;

/// Who did what, to what, and when; whether the journal is whole, and a copy of it to be kept elsewhere.
class JournalPage : public Section {
    Q_OBJECT
   public:
    JournalPage(const Workplace& place, QWidget* parent = nullptr);
    void refresh() override;
    /// What was read is what is sought.
    void takeScan(const QString& read) override;

   private:
    void addFields();
    QLineEdit* addField(QHBoxLayout& row, const QString& name, const QString& label, const QString& hint);
    void addActions();
    void fetch(const ListQuery& query, const ListAnswer& answer);
    void open(const QString& key);
    void verify();
    void sign();
    void exportAll();

    std::vector<contract::JournalLine> m_lines;  ///< those that were fetched
    QLineEdit* m_person = nullptr;
    QLineEdit* m_act = nullptr;
    QLineEdit* m_object = nullptr;
    QLineEdit* m_from = nullptr;
    QLineEdit* m_until = nullptr;
    ListView* m_list;
    BusyOverlay* m_busy;
};

}  // namespace gui
