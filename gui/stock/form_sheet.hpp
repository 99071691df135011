// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QVariant>

#include "gui/stock/perform.hpp"

class QGridLayout;

namespace gui {

class BusyOverlay;
class FaultBanner;
class ScanList;

/// One thing that a form asks for.
struct FormField {
    enum class Kind { Text, Number, Choice, Check, Lines, Serials, File };
    QString name;
    QString label;
    Kind kind = Kind::Text;
    QString value = {};
    bool needed = true;
    QList<std::pair<QString, QString>> choices = {};  ///< value, words
};

/// What a person filled in, by the names of the fields.
class FormAnswers {
   public:
    explicit FormAnswers(QHash<QString, QVariant> values) : m_values(std::move(values)) {}
    [[nodiscard]] std::string text(const QString& name) const;
    [[nodiscard]] std::optional<std::string> textIfAny(const QString& name) const;
    [[nodiscard]] std::int64_t number(const QString& name) const { return m_values.value(name).toLongLong(); }
    [[nodiscard]] bool checked(const QString& name) const { return m_values.value(name).toBool(); }
    /// Of a list of serials, or of lines.
    [[nodiscard]] std::vector<std::string> lines(const QString& name) const;

   private:
    QHash<QString, QVariant> m_values;
};

struct FormWords {
    QString title;
    QString note;    ///< what it is for; may be empty
    QString action;  ///< on the button
};

/// Asks for a few things and has an act done with them; stays, with what was filled in, where the office refuses.
class FormSheet : public Sheet {
    Q_OBJECT
   public:
    struct Ends : ActEnds {
        std::function<void()> done;
    };
    using Submit = std::function<void(const FormAnswers& answers, const Ends& ends)>;
    FormSheet(const Workplace& place, QWidget* over, const FormWords& words, const QList<FormField>& fields,
              Submit submit);
    void takeScan(const QString& read) override;

   private:
    struct Asked {
        FormField field;
        QWidget* widget;
    };
    void add(const FormField& field, QGridLayout& grid);
    [[nodiscard]] QWidget* widgetOf(const FormField& field);
    [[nodiscard]] QWidget* lineOf(const FormField& field);
    [[nodiscard]] static QVariant valueOf(const Asked& asked);
    void submit();
    [[nodiscard]] Ends ends();

    const Workplace& m_place;
    Submit m_submit;
    std::vector<Asked> m_fields;
    ScanList* m_scans = nullptr;
    FaultBanner* m_banner;
    BusyOverlay* m_busy;
};

/// Has a request that `make` makes of the answers asked by as many people as it wants; then `tell` tells its answer.
template <class Make, class Tell>
FormSheet::Submit asking(const Workplace& place, QWidget* over, ConsentWords words, Make make, Tell tell) {
    using R = std::invoke_result_t<Make, const FormAnswers&>;
    return [&place, over, words, make, tell](const FormAnswers& answers, const FormSheet::Ends& ends) {
        perform<R>(
            place, over, words, make(answers),
            [ends, tell](const typename R::Answer& answer) {
                ends.done();
                tell(answer);
            },
            ends);
    };
}

}  // namespace gui
