// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <optional>

#include "contract/acts_of_line.hpp"
#include "gui/session/workplace.hpp"

namespace gui {

/// The line at work at this workstation: begun, watched and stopped without anybody waiting for it.
class LineWork : public QObject {
    Q_OBJECT
   public:
    enum class State { Idle, Working, Stopping };

    explicit LineWork(const Workplace& place, QObject* parent = nullptr);
    ~LineWork() override;

    /// What the station does from now on, with the workstation's machines.
    void begin(std::vector<std::string> duties, bool scan);
    /// Ends once the step that the station is at is done.
    void stop();
    /// Hands on what was read, where the line waits for it.
    void scan(const QString& serial);
    /// Waits no longer for the printer that has this blank.
    void cancelPrint(const std::string& blank);
    /// Asks how the line stands now.
    void look();

    [[nodiscard]] State state() const { return m_state; }
    /// As it was told last.
    [[nodiscard]] const contract::LineStatusTold& status() const { return m_status; }
    /// What is asked of the person here, now.
    [[nodiscard]] std::vector<contract::StationCall> calls() const;
    /// The station of this workstation, where it is at work.
    [[nodiscard]] std::optional<contract::StationLine> station() const;

   signals:
    void stateChanged();
    /// The status came anew.
    void looked();
    void ended(const contract::LineRan& ran);
    void failed(const gui::Trouble& why);
    /// A scan, a stop or a look was not taken.
    void refused(const gui::Trouble& why);

   private:
    struct Run;
    void change(State state);
    void end();

    const Workplace& m_place;
    std::shared_ptr<Run> m_run;
    contract::LineStatusTold m_status;
    QTimer m_glance;
    State m_state = State::Idle;
    bool m_looking = false;
};

}  // namespace gui
