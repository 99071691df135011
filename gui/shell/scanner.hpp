// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeyEvent>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QWindow>
#include <memory>
#include <vector>

namespace gui {

/// Tells what a barcode reader types from what a person types: its keys come faster than anybody's, and end with Enter.
/// What it read is told wherever the focus is, and typed nowhere. Keys of a person go on to where they were meant, a
/// moment later. Fields of passwords are left alone.
class Scanner : public QObject {
    Q_OBJECT
   public:
    /// The longest time between two keys of a reader, and the least that one reads.
    static constexpr std::chrono::milliseconds kBetweenKeys{50};
    static constexpr int kLeast = 4;

    Scanner();

   signals:
    void scanned(const QString& read);

   protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

   private:
    bool takeKey(QWindow& window, const QKeyEvent& key);
    /// No key came in time; but some may wait to be delivered, where the interface was held up.
    void lookOnceMore();
    /// Gives the keys that were kept to whom they were for.
    void giveBack();

    std::vector<std::unique_ptr<QKeyEvent>> m_kept;
    QPointer<QWindow> m_window;
    QTimer m_pause;
    bool m_lookedOnceMore = false;
    bool m_givesBack = false;
};

}  // namespace gui
