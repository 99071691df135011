// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>

namespace gui {

/// What a person hears without looking.
enum class Cue { Done, Refused, Attention };

/// Tones of our own, played by the system's player where it has one, else its bell.
class SoundCues : public QObject {
    Q_OBJECT
   public:
    SoundCues();
    void setMuted(bool muted) { m_muted = muted; }
    void play(Cue cue);
    /// The cue as a WAV file: rising for done, two low ones for refused, one high one for attention.
    static QByteArray waveOf(Cue cue);

   signals:
    void played(gui::Cue cue);

   private:
    QString m_player;
    bool m_muted = false;
};

}  // namespace gui
