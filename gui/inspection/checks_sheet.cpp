// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/inspection/checks_sheet.hpp"

#include <QCoreApplication>
#include <QScrollArea>
#include <algorithm>

#include "gui/text.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"

namespace gui {
namespace {

constexpr int kListHeight = 320;
constexpr int kShape = 20;

/// Where these texts stand in the translations.
class Checks {
    Q_DECLARE_TR_FUNCTIONS(Checks)
   public:
    static QString good(const QString& check) { return tr("%1: bien", "%1 is a check that passed").arg(check); }
    static QString because(const QString& check, const QString& reasons) {
        return tr("%1: %2", "%1 is a check, %2 sentences that say why").arg(check, reasons);
    }
    static QString bad(const QString& check) { return tr("%1: mal", "%1 is a check that failed").arg(check); }
    static QString notDone(const QString& check) {
        return tr("%1: no se hizo", "%1 is a check that was not performed").arg(check);
    }
    static QString ofObject(const QString& check, const QString& object) {
        return tr("%1 %2", "%1 is a check, %2 the file that it is of").arg(check, object);
    }
};

QString sentencesOf(const Workplace& place, const std::string& reason) {
    QStringList sentences;
    if (!reason.empty())
        for (const auto& each : place.wording.reasons(reason)) sentences << shown(each);
    return sentences.join(u' ');
}

void worstFirst(std::vector<CheckShown>& checks) {
    const auto weight = [](const CheckShown& check) {
        switch (check.standing) {
            case Standing::Refused: return 0;
            case Standing::Caution: return 1;
            default: return 2;
        }
    };
    std::ranges::stable_sort(checks, {}, weight);
}

}  // namespace

std::vector<CheckShown> checksOf(const Workplace& place, const std::vector<contract::Verdict>& verdicts) {
    std::vector<CheckShown> checks;
    for (const auto& verdict : verdicts) {
        const auto name = shown(place.wording.word(verdict.check));
        const auto why = sentencesOf(place, verdict.reason);
        const bool doubtful = verdict.check.ends_with("-doubtful") || verdict.check.ends_with("-as-sent");
        const auto standing = !verdict.passed ? Standing::Refused : doubtful ? Standing::Caution : Standing::Done;
        checks.push_back({standing, !why.isEmpty()    ? Checks::because(name, why)
                                    : !verdict.passed ? Checks::bad(name)
                                                      : Checks::good(name)});
    }
    worstFirst(checks);
    return checks;
}

std::vector<CheckShown> checksOf(const Workplace& place, const contract::ChipWasRead& read) {
    std::vector<CheckShown> checks;
    for (const auto& check : read.checks) {
        auto name = shown(place.wording.word("chip-" + check.check));
        if (!check.object.empty()) name = Checks::ofObject(name, shown(check.object));
        QStringList why;
        for (const auto& reason : check.reasons) why << shown(place.wording.sentence(reason.asFault()));
        if (check.result == "passed")
            checks.push_back({Standing::Done, Checks::good(name)});
        else if (check.result == "failed")
            checks.push_back(
                {Standing::Refused, why.isEmpty() ? Checks::bad(name) : Checks::because(name, why.join(u' '))});
        else
            checks.push_back({Standing::Neutral, Checks::notDone(name)});
    }
    worstFirst(checks);
    return checks;
}

ChecksSheet::ChecksSheet(QWidget* over, const QString& title, const CheckShown& conclusion,
                         const std::vector<CheckShown>& checks)
    : Sheet(over, title) {
    auto* sign = new StatusSign{this};
    sign->tell(conclusion.standing, conclusion.text);
    auto* area = new QScrollArea{this};
    auto* list = new QWidget{area};
    auto* column = new QVBoxLayout{list};
    column->setContentsMargins(0, 0, kGap, 0);
    column->setSpacing(kGap);
    for (const auto& check : checks) {
        auto* line = new StatusSign{list, kShape};
        line->tell(check.standing, check.text);
        column->addWidget(line);
    }
    column->addStretch();
    area->setWidget(list);
    area->setWidgetResizable(true);
    area->setFixedHeight(kListHeight);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(title);
    auto* close = new ActionButton{tr("Volver", "button: back to the work"), Qt::Key_Escape};
    connect(close, &QPushButton::clicked, this, [this] { this->close(); });
    for (QWidget* each : std::initializer_list<QWidget*>{sign, area, close}) content().addWidget(each);
    open(area);
}

}  // namespace gui
