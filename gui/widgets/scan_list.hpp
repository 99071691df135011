// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;

namespace gui {

/// How many serials "A0000015" or "A0000015-A0000020" names; 1 where it cannot be told.
std::int64_t serialsIn(const QString& range);

/// Serials and ranges that were read or typed, each once, with their count.
class ScanList : public QWidget {
    Q_OBJECT
   public:
    explicit ScanList(const QString& label, QWidget* parent = nullptr);

    /// False where it is in the list already.
    bool add(const QString& serials);
    void clear();
    [[nodiscard]] std::vector<std::string> serials() const;
    /// Of single pieces.
    [[nodiscard]] std::int64_t count() const;
    /// Where one types.
    [[nodiscard]] QLineEdit* field() const { return m_typed; }

   signals:
    void changed();

   private:
    void tellCount();
    QLineEdit* m_typed;
    QListWidget* m_list;
    QLabel* m_count;
};

}  // namespace gui
