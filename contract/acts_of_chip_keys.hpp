// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/act.hpp"

/// Transport keys: what opens the blank chips of a product for writing. Two people enter one, each a component of it,
/// and nobody is ever told more of it than its check values.
namespace contract {

struct ChipKeyEntered {
    std::string name;
    std::string cipher;                    ///< "aes-128"
    std::vector<std::string> checkValues;  ///< one for each key of a set, six hexadecimal digits
    std::string checkBlock;                ///< what is encrypted for it: "zeros", "ones"
    std::vector<std::string> firstChecks;  ///< of the first person's component
    std::vector<std::string> secondChecks;
    static constexpr std::array kFields{field<&ChipKeyEntered::name>("name"),
                                        field<&ChipKeyEntered::cipher>("cipher"),
                                        field<&ChipKeyEntered::checkValues>("check_values"),
                                        field<&ChipKeyEntered::checkBlock>("check_block"),
                                        field<&ChipKeyEntered::firstChecks>("first_component_check_values"),
                                        field<&ChipKeyEntered::secondChecks>("second_component_check_values")};
};

/// Enters the transport key that chip profiles know by the name. `component` is the first person's, `secondComponent`
/// the other's: hexadecimal digits, blanks among them are skipped; the key is the exclusive or of both. `checkValues`
/// are those of the maker's letter where there is one: nothing is kept that differs from them. Refuses
/// "transport-key.known", "transport-key.unknown-name", "transport-key.rules-differ", "transport-key.not-hexadecimal",
/// "transport-key.wrong-length" (where "first person", "second person"), "transport-key.components-weak",
/// "transport-key.check-differs".
struct ChipKeyEnter {
    static constexpr Declaration kAct{"chip.key-enter", "chip-key.manage", Effect::Changes, People::Two};
    using Answer = ChipKeyEntered;
    std::string name;
    base::SecretBytes component;
    base::SecretBytes secondComponent;
    std::vector<std::string> checkValues;
    static constexpr std::array kFields{
        field<&ChipKeyEnter::name>("name"), field<&ChipKeyEnter::component>("component"),
        field<&ChipKeyEnter::secondComponent>("second_component"), field<&ChipKeyEnter::checkValues>("check_values")};
};

/// Enters a key in the place of the one that the house has, which is destroyed. Refuses "transport-key.not-entered" and
/// as above.
struct ChipKeyReplace {
    static constexpr Declaration kAct{"chip.key-replace", "chip-key.manage", Effect::Changes, People::Two};
    using Answer = ChipKeyEntered;
    std::string name;
    base::SecretBytes component;
    base::SecretBytes secondComponent;
    std::vector<std::string> checkValues;
    std::string reason;
    static constexpr std::array kFields{
        field<&ChipKeyReplace::name>("name"), field<&ChipKeyReplace::component>("component"),
        field<&ChipKeyReplace::secondComponent>("second_component"),
        field<&ChipKeyReplace::checkValues>("check_values"), field<&ChipKeyReplace::reason>("reason")};
};

/// Destroys the key of the name; orders of its chips are held from then on. Refuses "transport-key.not-entered".
struct ChipKeyDestroy {
    static constexpr Declaration kAct{"chip.key-destroy", "chip-key.manage", Effect::Changes, People::Two};
    using Answer = Done;
    std::string name;
    std::string reason;
    static constexpr std::array kFields{field<&ChipKeyDestroy::name>("name"), field<&ChipKeyDestroy::reason>("reason")};
};

/// A key that the house has, had, or needs and lacks.
struct ChipKeyLine {
    std::string name;
    std::string state;  ///< "held", "lacking", "destroyed"
    std::string cipher;
    std::int64_t octets = 0;  ///< of a single key
    std::vector<std::string> profiles;
    std::vector<std::string> checkValues;  ///< empty where it is lacking
    std::string checkBlock;
    std::string enteredAt;
    std::string enteredBy;
    std::string second;
    std::string endedAt;  ///< of a destroyed one
    std::string endedBy;
    std::string endedWith;
    std::string reason;
    static constexpr std::array kFields{field<&ChipKeyLine::name>("name"),
                                        field<&ChipKeyLine::state>("state"),
                                        field<&ChipKeyLine::cipher>("cipher"),
                                        field<&ChipKeyLine::octets>("octets"),
                                        field<&ChipKeyLine::profiles>("chip_profiles"),
                                        field<&ChipKeyLine::checkValues>("check_values"),
                                        field<&ChipKeyLine::checkBlock>("check_block"),
                                        field<&ChipKeyLine::enteredAt>("entered_at"),
                                        field<&ChipKeyLine::enteredBy>("entered_by"),
                                        field<&ChipKeyLine::second>("second_person"),
                                        field<&ChipKeyLine::endedAt>("ended_at"),
                                        field<&ChipKeyLine::endedBy>("ended_by"),
                                        field<&ChipKeyLine::endedWith>("ended_with"),
                                        field<&ChipKeyLine::reason>("reason")};
};

struct ChipKeysListed {
    std::vector<ChipKeyLine> keys;
    static constexpr std::array kFields{field<&ChipKeysListed::keys>("keys")};
};

/// Names and check values of the keys that chip profiles name, by name; with `destroyed` those that are gone too.
struct ChipKeyList {
    static constexpr Declaration kAct{"chip.key-list", "chip-key.view", Effect::Reads};
    using Answer = ChipKeysListed;
    bool destroyed = false;
    static constexpr std::array kFields{field<&ChipKeyList::destroyed>("destroyed")};
};

using ChipKeyActs = std::tuple<ChipKeyEnter, ChipKeyReplace, ChipKeyDestroy, ChipKeyList>;

}  // namespace contract
