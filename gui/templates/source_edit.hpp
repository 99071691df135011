// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>
#include <set>

namespace gui {

/// The text of a template with its lines counted; those with faults have a sign before them and another ground.
class SourceEdit : public QPlainTextEdit {
    Q_OBJECT
   public:
    explicit SourceEdit(QWidget* parent = nullptr);
    /// Counted from 1.
    void markLines(const std::set<int>& lines);
    void goTo(int line, int column);

   protected:
    void resizeEvent(QResizeEvent* event) override;

   private:
    friend class LineNumbers;
    [[nodiscard]] int marginWidth() const;
    void paintMargin(QPaintEvent* event);
    void ground();

    QWidget* m_margin;
    std::set<int> m_faulty;
};

}  // namespace gui
