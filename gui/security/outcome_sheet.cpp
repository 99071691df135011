// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/security/outcome_sheet.hpp"

#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QSaveFile>
#include <QStandardPaths>

#include "gui/text.hpp"
#include "gui/theme/look.hpp"
#include "gui/widgets/action_button.hpp"
#include "gui/widgets/fault_banner.hpp"

namespace gui {

OutcomeSheet::OutcomeSheet(const Workplace& place, QWidget* over, const QString& title, const QStringList& lines,
                           std::vector<contract::NamedFile> files)
    : Sheet(over, title),
      m_files(std::move(files)),
      m_banner(new FaultBanner{place.wording, this}),
      m_folder(new QLineEdit{
          QDir::toNativeSeparators(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)), this}) {
    content().addWidget(m_banner);
    for (const auto& line : lines) {
        auto* label = new QLabel{line, this};
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        label->setFocusPolicy(Qt::NoFocus);
        content().addWidget(label);
    }
    auto* leave = new ActionButton{tr("Volver", "button: closes the sheet"), Qt::Key_Escape};
    connect(leave, &QPushButton::clicked, this, [this] { close(); });
    if (m_files.empty())
        m_folder->hide();
    else
        addFolder();
    content().addWidget(leave);
    open(m_files.empty() ? static_cast<QWidget*>(leave) : m_folder);
}

void OutcomeSheet::addFolder() {
    auto* label = new QLabel{
        tr("Carpeta donde se guarda(n) %n archivo(s)", "label of the folder field", static_cast<int>(m_files.size())),
        this};
    label->setBuddy(m_folder);
    m_folder->setAccessibleName(label->text());
    m_folder->setObjectName("folder");
    m_folder->setMinimumHeight(kTarget - kGap);
    auto* keep = new ActionButton{tr("Guardar", "button: saves files"), Qt::Key_F2, ActionButton::Weight::Main};
    connect(keep, &QPushButton::clicked, this, &OutcomeSheet::save);
    connect(m_folder, &QLineEdit::returnPressed, this, &OutcomeSheet::save);
    for (QWidget* each : std::initializer_list<QWidget*>{label, m_folder, keep}) content().addWidget(each);
}

void OutcomeSheet::save() {
    const QDir folder{m_folder->text().trimmed()};
    for (const auto& file : m_files) {
        const auto path = folder.filePath(shown(file.name));
        QSaveFile target{path};
        const bool written =
            QDir{}.mkpath(QFileInfo{path}.path()) && target.open(QIODevice::WriteOnly) &&
            target.write(reinterpret_cast<const char*>(file.content.data()),
                         static_cast<qint64>(file.content.size())) == static_cast<qint64>(file.content.size()) &&
            target.commit();
        if (!written)
            return m_banner->tell(Standing::Refused, tr("No se pudo escribir %1.", "%1 is a file").arg(path),
                                  tr("Nada se perdió: puede guardarlo en otra carpeta.", "after a failed saving"));
    }
    m_banner->tell(Standing::Done, tr("Guardado en %1.", "%1 is a folder").arg(folder.absolutePath()));
}

}  // namespace gui
