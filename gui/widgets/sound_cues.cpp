// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/sound_cues.hpp"

#include <QApplication>
#include <QDataStream>
#include <QIODevice>
#include <QProcess>
#include <QStandardPaths>
#include <cmath>
#include <numbers>
#include <vector>

namespace gui {
namespace {

constexpr int kRate = 22050;
constexpr double kLoudness = 0.4;

struct Note {
    double hertz;
    double seconds;
};

std::vector<Note> notesOf(Cue cue) {
    switch (cue) {
        case Cue::Done: return {{660, 0.09}, {990, 0.14}};
        case Cue::Refused: return {{196, 0.18}, {0, 0.06}, {165, 0.3}};
        case Cue::Attention: return {{880, 0.2}};
    }
    return {};
}

}  // namespace

SoundCues::SoundCues() : m_player(QStandardPaths::findExecutable("aplay")) {}

QByteArray SoundCues::waveOf(Cue cue) {
    QByteArray samples;
    QDataStream sound{&samples, QIODevice::WriteOnly};
    sound.setByteOrder(QDataStream::LittleEndian);
    for (const auto& note : notesOf(cue)) {
        const auto length = static_cast<int>(note.seconds * kRate);
        for (int at = 0; at < length; ++at) {
            const double fade = std::min({1.0, at / 200.0, (length - at) / 200.0});
            const double swing = std::sin(2 * std::numbers::pi * note.hertz * at / kRate);
            sound << static_cast<qint16>(32767 * kLoudness * fade * swing);
        }
    }
    QByteArray wave;
    QDataStream file{&wave, QIODevice::WriteOnly};
    file.setByteOrder(QDataStream::LittleEndian);
    const auto size = static_cast<quint32>(samples.size());
    file.writeRawData("RIFF", 4);
    file << quint32{36 + size};
    file.writeRawData("WAVEfmt ", 8);
    file << quint32{16} << quint16{1} << quint16{1} << quint32{kRate} << quint32{2 * kRate} << quint16{2}
         << quint16{16};
    file.writeRawData("data", 4);
    file << size;
    return wave + samples;
}

void SoundCues::play(Cue cue) {
    emit played(cue);
    if (m_muted) return;
    if (m_player.isEmpty()) return QApplication::beep();
    auto* player = new QProcess{this};
    connect(player, &QProcess::finished, player, &QObject::deleteLater);
    connect(player, &QProcess::errorOccurred, player, &QObject::deleteLater);
    player->start(m_player, {"-q", "-"});
    player->write(waveOf(cue));
    player->closeWriteChannel();
}

}  // namespace gui
