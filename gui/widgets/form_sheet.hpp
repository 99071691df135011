// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QVariant>

#include "base/secret_bytes.hpp"
#include "gui/session/perform.hpp"

class QGridLayout;

namespace gui {

class ActionButton;
class BusyOverlay;
class FaultBanner;
class ScanList;

/// One thing that a form asks for.
struct FormField {
    enum class Kind { Text, Secret, Number, Choice, Check, Lines, Serials, File };
    QString name;
    QString label;
    Kind kind = Kind::Text;
    QString value = {};  ///< what stands there at first
    bool needed = true;
    QList<std::pair<QString, QString>> choices = {};  ///< value, words
    QString hint = {};
};

/// What a person filled in, by the names of the fields.
class FormValues {
   public:
    void put(const QString& name, const QVariant& value) { m_values.insert(name, value); }
    void putSecret(const QString& name, base::SecretBytes secret);
    [[nodiscard]] std::string text(const QString& name) const;
    /// Nothing where nothing was filled in.
    [[nodiscard]] std::optional<std::string> given(const QString& name) const;
    [[nodiscard]] std::int64_t number(const QString& name) const { return m_values.value(name).toLongLong(); }
    /// Nothing where it was left empty, or is no number.
    [[nodiscard]] std::optional<std::int64_t> givenNumber(const QString& name) const;
    [[nodiscard]] bool checked(const QString& name) const { return m_values.value(name).toBool(); }
    /// Of a list of serials, or of lines.
    [[nodiscard]] std::vector<std::string> lines(const QString& name) const;
    [[nodiscard]] base::SecretBytes secret(const QString& name) const;

   private:
    QHash<QString, QVariant> m_values;
    QHash<QString, std::shared_ptr<const base::SecretBytes>> m_secrets;
};

struct FormWords {
    QString title;
    QString what;    ///< what happens, and with what; may be empty
    QString action;  ///< on the button
};

/// Asks for a few things and has an act done with them; stays, with what was filled in but for secrets, where the
/// office refuses. Enter goes on to the next field, and does it at the last.
class FormSheet : public Sheet {
    Q_OBJECT
   public:
    struct Ends : ActEnds {
        std::function<void()> done;
    };
    using Submit = std::function<void(const FormValues& values, const Ends& ends)>;
    FormSheet(const Workplace& place, QWidget* over, const FormWords& words, const QList<FormField>& fields,
              Submit submit);
    void takeScan(const QString& read) override;

   private:
    struct Asked {
        FormField field;
        QWidget* widget;
    };
    void add(const FormField& field, QGridLayout& grid);
    void addButtons(const QString& action);
    [[nodiscard]] QWidget* widgetOf(const FormField& field);
    [[nodiscard]] QWidget* lineOf(const FormField& field);
    [[nodiscard]] static QVariant valueOf(const Asked& asked);
    [[nodiscard]] static bool isLacking(const Asked& asked, const QVariant& value);
    void goOnFrom(const QWidget* widget);
    void submit();
    void wipe();
    void dismiss() override;
    [[nodiscard]] Ends ends();

    const Workplace& m_place;
    Submit m_submit;
    std::vector<Asked> m_fields;
    ScanList* m_scans = nullptr;
    FaultBanner* m_banner;
    ActionButton* m_action = nullptr;
    BusyOverlay* m_busy;
};

/// Has a request that `make` makes of what was filled in asked by as many people as it wants; then `tell` tells its
/// answer.
template <class Make, class Tell>
FormSheet::Submit asking(const Workplace& place, QWidget* over, ConsentWords words, Make make, Tell tell) {
    using R = std::invoke_result_t<Make, const FormValues&>;
    return [&place, over, words, make, tell](const FormValues& values, const FormSheet::Ends& ends) {
        perform<R>(
            place, over, words, make(values),
            [ends, tell](const typename R::Answer& answer) {
                ends.done();
                tell(answer);
            },
            ends);
    };
}

}  // namespace gui
