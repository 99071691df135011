// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/fault_banner.hpp"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "gui/text.hpp"
#include "gui/theme/look.hpp"

namespace gui {

FaultBanner::FaultBanner(const contract::Wording& wording, QWidget* parent)
    : QFrame(parent),
      m_wording(wording),
      m_what(new StatusSign{this, 32}),
      m_meaning(new QLabel{this}),
      m_next(new QLabel{this}),
      m_fold(new QPushButton{this}),
      m_details(new QLabel{this}) {
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kSpace, kGap, kSpace, kGap);
    column->setSpacing(kGap / 2);
    for (QWidget* each : std::initializer_list<QWidget*>{m_what, m_meaning, m_next, m_fold, m_details})
        column->addWidget(each);
    for (QLabel* each : {m_meaning, m_next, m_details}) each->setWordWrap(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setRole(*m_details, "small");
    setRole(*m_fold, "plain");
    m_fold->setCheckable(true);
    m_fold->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(m_fold, &QPushButton::toggled, this, &FaultBanner::foldOut);
    clear();
}

void FaultBanner::tell(const Trouble& trouble, const QString& meaning) {
    QStringList sentences;
    for (const auto& fault : trouble.faults()) sentences << shown(m_wording.sentence(fault));
    if (trouble.failure()) sentences << shown(m_wording.sentence(*trouble.failure()));
    const auto standing = trouble.isOfficeAway() ? Standing::Caution : Standing::Refused;
    fill(standing, sentences.join(u'\n'), meaning, nextOf(trouble));
    m_details->setText(detailsOf(trouble));
    m_fold->show();
}

void FaultBanner::tell(Standing standing, const QString& what, const QString& meaning, const QString& next) {
    fill(standing, what, meaning, next);
    m_fold->hide();
}

void FaultBanner::fill(Standing standing, const QString& what, const QString& meaning, const QString& next) {
    m_what->tell(standing, what);
    m_meaning->setText(meaning);
    m_meaning->setVisible(!meaning.isEmpty());
    m_next->setText(next);
    m_next->setVisible(!next.isEmpty());
    m_fold->setChecked(false);
    foldOut(false);
    setRole(*this, standing == Standing::Done ? "done" : standing == Standing::Refused ? "refused" : "caution");
    setAccessibleName(text());
    show();
}

void FaultBanner::clear() { hide(); }

QString FaultBanner::text() const {
    QStringList parts{m_what->text(), m_meaning->text(), m_next->text()};
    parts.removeAll(QString{});
    return isHidden() ? QString{} : parts.join(u'\n');
}

void FaultBanner::foldOut(bool out) {
    m_details->setVisible(out);
    m_fold->setText(out ? tr("Ocultar los detalles", "button that folds away the details of a fault")
                        : tr("Ver los detalles para el supervisor", "button that folds out the details of a fault"));
}

// What to do when a house says no stands in its sentence; a failure tells it apart from the sentence.
QString FaultBanner::nextOf(const Trouble& trouble) const {
    if (trouble.isRefusal()) return {};
    switch (trouble.failure()->next()) {
        case base::NextStep::Retry:
            return tr("Qué hacer ahora: espere un momento e intente de nuevo.", "what to do after a failure: retry");
        case base::NextStep::NewBlank:
            return tr("Qué hacer ahora: aparte esta pieza y siga con otra.", "what to do after a failure: new blank");
        case base::NextStep::CallSupervisor:
            return tr("Qué hacer ahora: llame al supervisor.", "what to do after a failure: call the supervisor");
        case base::NextStep::Stop:
            return tr("Qué hacer ahora: detenga el trabajo y llame al administrador.",
                      "what to do after a failure: stop");
    }
    return {};
}

QString FaultBanner::detailsOf(const Trouble& trouble) const {
    QStringList lines;
    const auto line = [&](const std::string& code, const std::string& where) {
        lines << (where.empty() ? tr("Código: %1", "detail of a fault; %1 is its code").arg(shown(code))
                                : tr("Código: %1, en %2", "detail of a fault; %1 is its code, %2 the place")
                                      .arg(shown(code), shown(where)));
    };
    for (const auto& fault : trouble.faults()) line(fault.code.name(), fault.where);
    if (trouble.failure()) {
        line(trouble.failure()->code().name(), trouble.failure()->where());
        lines << shown(trouble.failure()->detail());
    }
    return lines.join(u'\n').trimmed();
}

}  // namespace gui
