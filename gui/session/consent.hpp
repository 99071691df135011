// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/session/workplace.hpp"
#include "gui/widgets/sheet.hpp"

class QLabel;

namespace gui {

class LogInForm;

/// What people are asked to agree to, and as what. `second` is empty for acts of one person.
struct ConsentWords {
    QString title;
    QString what;
    QString first;
    QString second = {};
};

/// Those who stand behind an act, with sessions of their own.
struct Consent {
    SharedSession first = {};
    SharedSession second = {};
    [[nodiscard]] contract::Credentials credentials() const {
        return {first ? first->token() : std::string{}, second ? second->token() : std::string{}};
    }
};

/// Has the people whom an act wants, and who are not logged in, give their own credentials in the same window, then has
/// the act done as them. Refused, it says why, and asks them again.
class ConsentSheet : public Sheet {
    Q_OBJECT
   public:
    struct Ends {
        std::function<void()> done;
        OfficeLink::OnTrouble troubled;
    };
    using Act = std::function<void(const Consent& consent, const Ends& ends)>;

    /// `begun` are those who agreed already, as whoever is logged in.
    ConsentSheet(const Workplace& place, QWidget* over, ConsentWords words, Consent begun, Act act);

   private:
    void askNext();
    void take(SharedSession opened);
    void perform();
    [[nodiscard]] bool wantsFirst() const { return m_consent.first == nullptr; }
    [[nodiscard]] bool wantsSecond() const { return !m_words.second.isEmpty() && m_consent.second == nullptr; }

    const Workplace& m_place;
    ConsentWords m_words;
    const Consent m_begun;
    Consent m_consent;
    Act m_act;
    QLabel* m_who;
    LogInForm* m_form;
};

/// Asks an act as the people it wants: whoever is logged in is one of them where their roles carry its permission.
template <contract::Request R>
void askConsented(const Workplace& place, QWidget* over, ConsentWords words, const R& request,
                  OfficeLink::OnAnswer<R> answered) {
    Consent begun;
    if (place.session.may<R>()) begun.first = place.session.shared();
    new ConsentSheet{place, over, std::move(words), std::move(begun),
                     [&place, over, request, answered](const Consent& consent, const ConsentSheet::Ends& ends) {
                         place.link.ask(
                             over, consent.credentials(), request,
                             [answered, ends](const typename R::Answer& answer) {
                                 ends.done();
                                 answered(answer);
                             },
                             ends.troubled);
                     }};
}

}  // namespace gui
