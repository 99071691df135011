// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>

#include "base/bytes.hpp"
#include "gui/link/office_link.hpp"

class QWidget;

namespace gui {

/// A file that a person chose.
struct ChosenFile {
    QString name;  ///< without its folders
    base::Bytes content;
};

/// How large a file may be that is read.
inline constexpr std::size_t kLargestChosen = std::size_t{32} << 20U;

/// Asks for a file and reads it on another thread. `kinds` as QFileDialog has them: "Documentos (*.pdf)".
void askFile(QWidget* over, OfficeLink& link, const QString& title, const QString& kinds,
             std::function<void(const ChosenFile&)> chosen, OfficeLink::OnTrouble troubled);
/// Reads a file whose path is known: one that was dropped.
void readFile(QObject* asker, OfficeLink& link, const QString& path, std::function<void(const ChosenFile&)> chosen,
              OfficeLink::OnTrouble troubled);
/// Asks where to write a file, and writes it on another thread.
void askWhereTo(QWidget* over, OfficeLink& link, const ChosenFile& file, std::function<void(const QString&)> written,
                OfficeLink::OnTrouble troubled);

}  // namespace gui
