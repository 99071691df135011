// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tuple>

#include "contract/act.hpp"

namespace contract {

struct ConfidentialVersionLine {
    std::int64_t version = 0;
    std::string key;  ///< its name in the key store
    std::string madeAt;
    std::string madeBy;
    std::string destroyedAt;    ///< empty while it is in use
    std::int64_t subjects = 0;  ///< whose keys it wraps
    static constexpr std::array kFields{field<&ConfidentialVersionLine::version>("version"),
                                        field<&ConfidentialVersionLine::key>("key"),
                                        field<&ConfidentialVersionLine::madeAt>("made_at"),
                                        field<&ConfidentialVersionLine::madeBy>("made_by"),
                                        field<&ConfidentialVersionLine::destroyedAt>("destroyed_at"),
                                        field<&ConfidentialVersionLine::subjects>("subjects")};
};

struct ConfidencesTold {
    std::vector<ConfidentialVersionLine> versions;  ///< the newest first
    static constexpr std::array kFields{field<&ConfidencesTold::versions>("versions")};
};

/// The versions of the key that keeps confidential persons sealed; nothing of any person.
struct ConfidentialStatus {
    static constexpr Declaration kAct{"confidential.status", "pki.view", Effect::Reads};
    using Answer = ConfidencesTold;
    static constexpr std::array<Field, 0> kFields{};
};

struct ConfidencesRotated {
    std::int64_t version = 0;
    std::int64_t subjects = 0;            ///< whose keys were wrapped anew
    std::vector<std::int64_t> destroyed;  ///< versions that ended
    static constexpr std::array kFields{field<&ConfidencesRotated::version>("version"),
                                        field<&ConfidencesRotated::subjects>("subjects"),
                                        field<&ConfidencesRotated::destroyed>("destroyed")};
};

/// Makes a new version of that key, wraps all keys by it, and destroys the versions before. Broken off, it is finished
/// by asking again. Two people.
struct ConfidentialRotate {
    static constexpr Declaration kAct{"confidential.rotate", "pki.ceremony", Effect::Conducts, People::Two,
                                      "pki.witness"};
    using Answer = ConfidencesRotated;
    static constexpr std::array<Field, 0> kFields{};
};

using ConfidentialActs = std::tuple<ConfidentialStatus, ConfidentialRotate>;

}  // namespace contract
