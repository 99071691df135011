// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <functional>
#include <optional>

#include "base/secret_bytes.hpp"
#include "contract/wording.hpp"
#include "gui/link/trouble.hpp"
#include "gui/widgets/sheet.hpp"

class QLineEdit;

namespace gui {

class ActionButton;
class BusyOverlay;
class FaultBanner;

/// What a person is asked for on a sheet.
struct FormField {
    enum class Kind { Text, Secret, Choice };
    QString name;
    QString label;
    Kind kind = Kind::Text;
    QList<std::pair<QString, QString>> choices = {};  ///< value, words
    QString value = {};
    QString hint = {};
};

/// What was typed, by the fields' names.
class FormValues {
   public:
    [[nodiscard]] std::string text(const QString& name) const { return m_texts.value(name).trimmed().toStdString(); }
    /// Nothing where nothing was typed.
    [[nodiscard]] std::optional<std::string> given(const QString& name) const;
    void put(const QString& name, const QString& text) { m_texts.insert(name, text); }

    base::SecretBytes secret;

   private:
    QHash<QString, QString> m_texts;
};

struct FormWords {
    QString title;
    QString what;    ///< what happens, and with what
    QString action;  ///< the button that does it
};

/// Asks for a few things and does an act with them; refused, it says why and keeps what was typed, but for secrets.
class FormSheet : public Sheet {
    Q_OBJECT
   public:
    struct Ends {
        std::function<void()> done;
        std::function<void(const Trouble&)> troubled;
    };
    using Act = std::function<void(FormValues values, const Ends& ends)>;

    FormSheet(QWidget* over, const contract::Wording& wording, const FormWords& words, QList<FormField> fields,
              Act act);

   private:
    [[nodiscard]] QWidget* makeField(const FormField& field);
    void submit();
    void tell(const Trouble& trouble);
    void dismiss() override;
    void wipe();

    Act m_act;
    QList<FormField> m_fields;
    QList<QWidget*> m_inputs;
    FaultBanner* m_banner;
    ActionButton* m_do;
    BusyOverlay* m_busy;
};

}  // namespace gui
