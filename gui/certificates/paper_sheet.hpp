// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/session/workplace.hpp"
#include "gui/widgets/sheet.hpp"

namespace gui {

class FaultBanner;
class PageView;

/// A signed paper of the house over the window, to be saved or only looked at: a slip, a route.
class PaperSheet : public Sheet {
    Q_OBJECT
   public:
    PaperSheet(const Workplace& place, QWidget* over, const QString& title, const std::string& number);

   private:
    void save();
    const Workplace& m_place;
    std::string m_number;
    base::Bytes m_file;
    FaultBanner* m_banner;
    PageView* m_pages;
};

}  // namespace gui
