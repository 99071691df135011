// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/shell/desk.hpp"

class QStackedWidget;

namespace gui {

class TemplateList;
class TemplatePage;

/// The desk of those who write and approve templates of certificates, attestations and resolutions.
class TemplatesDesk : public Desk {
    Q_OBJECT
   public:
    TemplatesDesk(const Workplace& place, QWidget* parent);

    void refresh() override;
    /// Nothing here has a barcode.
    void takeScan(const QString& /*read*/) override {}
    [[nodiscard]] QString staysFor() const override;

   protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

   private:
    void follow();
    void openFile();

    QStackedWidget* m_pages;
    TemplateList* m_list;
    TemplatePage* m_template;
};

}  // namespace gui
