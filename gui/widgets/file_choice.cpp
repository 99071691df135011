// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/file_choice.hpp"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

#include "base/files.hpp"
#include "gui/text.hpp"

namespace gui {
namespace {

QFileDialog* dialogOver(QWidget* over, const QString& title) {
    auto* dialog = new QFileDialog{over->window(), title, QDir::homePath()};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // The same look everywhere, and keys that work without a mouse.
    dialog->setOption(QFileDialog::DontUseNativeDialog);
    return dialog;
}

}  // namespace

void readFile(QObject* asker, OfficeLink& link, const QString& path, std::function<void(const ChosenFile&)> chosen,
              OfficeLink::OnTrouble troubled) {
    auto file = std::make_shared<ChosenFile>(ChosenFile{QFileInfo{path}.fileName(), {}});
    link.found(
        asker,
        [file, path = std::filesystem::path{told(path)}]() -> base::Outcome {
            auto content = base::readFile(path, kLargestChosen);
            if (!content) return content.refusal();
            file->content = std::move(*content);
            return {};
        },
        [file, chosen = std::move(chosen)] { chosen(*file); }, std::move(troubled));
}

void askFile(QWidget* over, OfficeLink& link, const QString& title, const QString& kinds,
             std::function<void(const ChosenFile&)> chosen, OfficeLink::OnTrouble troubled) {
    auto* dialog = dialogOver(over, title);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(kinds);
    QObject::connect(dialog, &QFileDialog::fileSelected, over,
                     [over, &link, chosen = std::move(chosen), troubled = std::move(troubled)](const QString& path) {
                         readFile(over, link, path, chosen, troubled);
                     });
    dialog->open();
}

void askWhereTo(QWidget* over, OfficeLink& link, const ChosenFile& file, std::function<void(const QString&)> written,
                OfficeLink::OnTrouble troubled) {
    auto* dialog = dialogOver(
        over, QCoreApplication::translate("FileChoice", "Guardar como", "title of the dialog that asks where to save"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(file.name);
    QObject::connect(
        dialog, &QFileDialog::fileSelected, over,
        [over, &link, file, written = std::move(written), troubled = std::move(troubled)](const QString& path) {
            link.found(
                over,
                [file, path = std::filesystem::path{told(path)}]() -> base::Outcome {
                    base::writeFileDurably(path, file.content);
                    return {};
                },
                [written, path] { written(path); }, troubled);
        });
    dialog->open();
}

}  // namespace gui
