// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include "contract/acts_of_certifiers.hpp"
#include "contract/judgements.hpp"
#include "gui/session/workplace.hpp"
#include "gui/widgets/file_choice.hpp"

class QLabel;
class QListWidget;

namespace gui {

class FaultBanner;
class PageView;
class SourceEdit;
class StatusSign;

/// A template at work: its source, its faults at their lines, its pages with its samples while one types; compared with
/// another version, kept in a file, and put into use by two people.
class TemplatePage : public QWidget {
    Q_OBJECT
   public:
    TemplatePage(const Workplace& place, QWidget* parent = nullptr);
    /// Of the institution; the one in force where no version is named.
    void open(const QString& name, std::optional<std::int64_t> version);
    void open(const ChosenFile& file);
    [[nodiscard]] FaultBanner& banner() const { return *m_banner; }
    [[nodiscard]] bool isChanged() const { return m_changed; }

   signals:
    void approved(const contract::TemplateLine& line);
    void left();

   private:
    void layOut();
    [[nodiscard]] QWidget* makeSource();
    void layOutActions(class QHBoxLayout& row);
    void show(const QString& title, const base::Bytes& file);
    [[nodiscard]] contract::NamedFile file() const;
    void change();
    void check();
    void tell(const contract::TemplateWasChecked& checked);
    void draw();
    void compareWithInForce();
    void compareWithFile();
    void compare(const contract::NamedFile& before);
    void save();
    void approve();
    void leave();
    void refuse(const Trouble& why);

    const Workplace& m_place;
    QString m_name;                             ///< of the file
    std::vector<std::pair<int, int>> m_places;  ///< line and column of each fault in the list; 0 where it has none
    contract::TemplateWasChecked m_checked;
    QTimer m_pause;
    bool m_judging = false;
    bool m_again = false;  ///< it was changed while it was being judged
    bool m_changed = false;
    bool m_comparing = false;
    FaultBanner* m_banner;
    QLabel* m_title;
    SourceEdit* m_source;
    StatusSign* m_standing;
    QListWidget* m_faults;
    StatusSign* m_shown;
    PageView* m_pages;
};

}  // namespace gui
