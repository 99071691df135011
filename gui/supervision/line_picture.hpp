// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "gui/supervision/line_faces.hpp"

class QGridLayout;
class QHBoxLayout;

namespace gui {

/// The line as a picture: its stages from left to right with what lies before each, and below them the workstations.
/// What did not change is not painted again.
class LinePicture : public QWidget {
    Q_OBJECT
   public:
    explicit LinePicture(QWidget* parent = nullptr);
    void show(const Faces& stages, const Faces& stations);
    using QWidget::show;
    /// The workstation that is chosen; empty where none is.
    [[nodiscard]] const QString& chosen() const { return m_chosen; }

   signals:
    void stageWanted(const QString& stage);
    void stationChosen();

   protected:
    void paintEvent(QPaintEvent* event) override;

   private:
    void choose(const QString& station);
    void place(const Faces& faces, QMap<QString, Tile*>& tiles, const std::function<Tile*(const QString&)>& make);

    QHBoxLayout* m_stageRow;
    QGridLayout* m_stationGrid;
    QMap<QString, Tile*> m_stages;
    QMap<QString, Tile*> m_stations;
    QList<Tile*> m_order;
    QString m_chosen;
};

}  // namespace gui
