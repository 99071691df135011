// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QPushButton>

#include "gui/theme/palette.hpp"

namespace gui {

/// A large button with its key written on it. The key works wherever in the window the focus is.
class ActionButton : public QPushButton {
    Q_OBJECT
   public:
    enum class Weight { Main, Usual };
    ActionButton(const QString& text, const QKeySequence& key, Weight weight = Weight::Usual,
                 QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
    /// What it does, without its key.
    [[nodiscard]] const QString& action() const { return m_action; }
    void setAction(const QString& text);
    /// In place of the key's own name: where Enter in the last field does the same.
    void showKeyAs(const QString& name);

   protected:
    void paintEvent(QPaintEvent* event) override;

   private:
    [[nodiscard]] QFont keyFont() const;
    [[nodiscard]] bool isChoice() const { return property("role") == "choice"; }
    [[nodiscard]] Tone inkTone() const;
    void paintBox(QPainter& painter, QRect& room) const;
    QString m_action;
    QString m_key;
};

}  // namespace gui
