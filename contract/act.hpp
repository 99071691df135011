// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "contract/json.hpp"

namespace contract {

/// What an act does to the books. Changes: all of it in one transaction, with the journal's record of who asked.
/// Conducts: many transactions of its own (a line at work); who asked is recorded before it begins. Opens: makes or
/// ends a session, or says who answers, before there is one. Waits: looks into no book once it is known who asks, and
/// may take its time without holding one. Watches: waits too, for whoever only looks on: that is no use of a session,
/// which ends by resting all the same.
enum class Effect { Reads, Changes, Conducts, Opens, Waits, Watches };

/// How many people an act needs: with Two, a second session of another person who has the same permission, or the one
/// that the declaration names for the second.
/// OneOrTwo: the room decides by what is asked, and takes the second session where one is given.
enum class People { One, Two, OneOrTwo };

/// One act of the house, declared once: its name, the permission it needs, what it does, how many people it takes.
struct Declaration {
    std::string_view name;
    std::string_view permission;  ///< empty: whoever has a session, and for acts that open one, anyone
    Effect effect;
    People people = People::One;
    std::string_view secondPermission = {};  ///< of the second person; empty where it is the same
};

/// A request type: names its declaration, its fields and its answer.
template <class T>
concept Request = Declared<T> && requires {
    { T::kAct } -> std::convertible_to<Declaration>;
    typename T::Answer;
};

/// Who asks: session tokens, made by `session.open`. `second` is the other person's where an act needs two.
/// `workstation` is where they ask from, as the door knows it by its certificate, and `certificate` is the SHA-256 of
/// that certificate in hexadecimal digits: both empty where they ask in this process, where nobody needs one.
/// `requestId`, where it is given, names this one request: an act that changes something is done once for it, however
/// often it is asked.
struct Credentials {
    std::string session;
    std::string second = {};
    std::string workstation = {};
    std::string requestId = {};
    std::string certificate = {};
};

/// Octets of a file that is brought, from `offset` on. The file is named by its SHA-256, 64 hexadecimal digits.
struct ContentPart {
    std::string sha256;
    std::int64_t size = 0;  ///< of the whole file
    std::int64_t offset = 0;
    base::BytesView octets = {};
};

/// A number that a house tells of itself to whoever keeps it running, as Prometheus names such; none of it is of a
/// person.
struct Figure {
    std::string name;
    std::string help;
    std::vector<std::pair<std::string, std::string>> labels = {};
    double value = 0;
};

/// Takes the octets of a file in their order; says no where it wants no more.
using TakeOctets = std::function<bool(base::BytesView octets)>;

/// Where acts are asked for. One implementation lives in this process, another across the wire; only values pass.
class Office {
   public:
    virtual ~Office() = default;
    /// Performs the named act. `request` and the answer are the JSON forms of the declared types.
    virtual base::Result<Json> perform(std::string_view act, const Credentials& credentials, const Json& request) = 0;
    /// Brings a part of a file that an act will take by its SHA-256, and says how many of its octets are here now; all
    /// of them once the whole was compared with its name. A part of no octets only asks. Another's file is not seen.
    virtual base::Result<std::int64_t> bring(const Credentials& credentials, const ContentPart& part);
    /// Gives the octets of a file that an answer to this session named by its SHA-256.
    virtual base::Outcome fetch(const Credentials& credentials, const std::string& sha256, const TakeOctets& take);
    /// Answers whoever watches here, as if their time were over: for who is about to close. Behind a door it does
    /// nothing.
    virtual void wakeWatchers() {}
    /// What its line does, as counted not longer than a minute ago. Behind a door there is nothing.
    virtual std::vector<Figure> figures() { return {}; }

    /// The same, in types.
    template <Request R>
    base::Result<typename R::Answer> ask(const Credentials& credentials, const R& request) {
        typename R::Answer answer{};
        const auto asked = ask(R::kAct.name, credentials, {&request, kForm<R>}, {&answer, kForm<typename R::Answer>});
        if (!asked) return asked.refusal();
        return answer;
    }

   private:
    struct Asked {
        const void* value;
        const Form& form;
    };
    struct Answered {
        void* value;
        const Form& form;
    };
    base::Outcome ask(std::string_view act, const Credentials& credentials, Asked request, Answered answer);
};

/// An answer that says only that it was done.
struct Done {
    static constexpr std::array<Field, 0> kFields{};
};

}  // namespace contract
