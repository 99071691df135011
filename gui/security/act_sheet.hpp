// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <functional>
#include <optional>

#include "gui/session/workplace.hpp"
#include "gui/widgets/sheet.hpp"

class QComboBox;
class QLineEdit;

namespace gui {

class BusyOverlay;
class FaultBanner;

/// One thing that an act wants to know.
struct ActField {
    enum class Kind { Text, Secret, Choice };
    QString name;
    QString label;
    Kind kind = Kind::Text;
    bool needed = true;
    QString text = {};                                ///< what stands there at first
    QList<std::pair<QString, QString>> choices = {};  ///< value, words
};

/// What was typed, by the fields' names.
class ActValues {
   public:
    void put(const QString& name, const QString& text) { m_texts[name] = text; }
    [[nodiscard]] std::string text(const QString& name) const { return m_texts.value(name).toStdString(); }
    /// Nothing where the field was left empty.
    [[nodiscard]] std::optional<std::string> given(const QString& name) const;
    /// Nothing where it is empty or no number.
    [[nodiscard]] std::optional<std::int64_t> number(const QString& name) const;

   private:
    QHash<QString, QString> m_texts;
};

/// How what was typed ended: the sheet closes, or stays with what is wrong said in it.
struct ActSheetEnds {
    std::function<void()> done;
    OfficeLink::OnTrouble troubled;
};

/// Asks for what an act wants to know, in a sheet that says what the act does.
class ActSheet : public Sheet {
    Q_OBJECT
   public:
    struct Words {
        QString title;
        QString what;
        QString action;
    };
    using Submit = std::function<void(const ActValues& values, const ActSheetEnds& ends)>;

    ActSheet(const Workplace& place, QWidget* over, const Words& words, QList<ActField> fields, Submit submit);

   protected:
    /// Enter in a choice does what it does in a field.
    void keyPressEvent(QKeyEvent* event) override;

   private:
    void addField(const ActField& field);
    void goOn();
    void submit();
    [[nodiscard]] ActValues values() const;

    const QList<ActField> m_fields;
    Submit m_submit;
    FaultBanner* m_banner;
    QList<QLineEdit*> m_edits;    ///< null where the field is a choice
    QList<QComboBox*> m_choices;  ///< null where it is not
    BusyOverlay* m_busy;
};

/// Asks one act by a form, as whoever is logged in.
template <contract::Request R>
void askByActSheet(const Workplace& place, QWidget* over, const ActSheet::Words& words, QList<ActField> fields,
                   std::function<R(const ActValues&)> request, OfficeLink::OnAnswer<R> answered) {
    new ActSheet{place, over, words, std::move(fields),
                 [&place, over, request = std::move(request), answered = std::move(answered)](
                     const ActValues& values, const ActSheetEnds& ends) {
                     place.ask(
                         over, request(values),
                         [ends, answered](const typename R::Answer& answer) {
                             ends.done();
                             answered(answer);
                         },
                         ends.troubled);
                 }};
}

}  // namespace gui
