// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/security/duty_words.hpp"

#include <QCoreApplication>
#include <algorithm>
#include <map>

#include "gui/text.hpp"

namespace gui {
namespace {

/// Where these texts stand in the translations.
class Duties {
    Q_DECLARE_TR_FUNCTIONS(Duties)
   public:
    static QString role(const QString& role, const QString& operations) {
        return operations.isEmpty() ? tr("%1: no interviene en la producción de documentos.", "%1 is a role").arg(role)
                                    : tr("%1: puede %2.", "%1 is a role, %2 what it may do").arg(role, operations);
    }
    static QString apart(const QString& others, const std::string& reason) {
        if (reason == "people.custody-and-line")
            return tr("No se junta con %1: una sola persona guardaría las piezas y las personalizaría, y podría hacer "
                      "documentos que nadie cuenta.",
                      "%1 are roles; why they are kept apart")
                .arg(others);
        if (reason == "people.roles-cover-line")
            return tr("No se junta con %1: una sola persona podría tomar una orden, hacer el documento, inspeccionarlo "
                      "y "
                      "liberarlo, sin que nadie más lo vea.",
                      "%1 are roles; why they are kept apart")
                .arg(others);
        return tr("No se junta con %1.", "%1 are roles").arg(others);
    }
    static QString free() { return tr("Se puede juntar con cualquier otra función.", "about a role"); }
};

}  // namespace

QString operationsOf(const Workplace& place, const std::vector<contract::RoleLine>& roles,
                     const std::vector<std::string>& held) {
    QStringList words;
    for (const auto& role : roles) {
        if (std::ranges::find(held, role.role) == held.end()) continue;
        for (const auto& operation : role.operations) words << shown(place.wording.word("operation-" + operation));
    }
    words.removeDuplicates();
    return words.join(QStringLiteral(", "));
}

QString explain(const Workplace& place, const contract::RoleLine& role) {
    QStringList sentences{Duties::role(shown(place.wording.word(role.role)), operationsOf(place, {role}, {role.role}))};
    std::map<std::string, QStringList> apart;
    for (const auto& conflict : role.conflicts) apart[conflict.reason] << shown(place.wording.word(conflict.role));
    for (const auto& [reason, others] : apart) sentences << Duties::apart(others.join(QStringLiteral(", ")), reason);
    if (apart.empty()) sentences << Duties::free();
    return sentences.join(u'\n');
}

}  // namespace gui
