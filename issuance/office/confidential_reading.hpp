// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "issuance/certificate/request_book.hpp"
#include "issuance/office/answers.hpp"

namespace issuance {

/// Whether who asks may be shown those who are confidential.
[[nodiscard]] NeedToKnow needToKnowOf(House& house, const Call& call);

/// Records that who asks is shown a confidential subject, before it is shown: in the act's transaction, or durably in
/// one of its own.
void noteConfidentialReading(House& house, Call& call, std::string_view act, const std::string& kind,
                             const std::string& id);
/// The same of several at once, all of them or none.
void noteConfidentialReadings(House& house, Call& call, std::string_view act, const std::string& kind,
                              const std::vector<std::string>& ids);

/// What stands on papers in the place of a name of somebody confidential: papers are read by many.
inline constexpr const char* kReserved = "reservado por ley";

/// Whether who asks may do something with a request: that they did with a confidential one is recorded. Refuses
/// "confidential.not-permitted".
base::Outcome admitTo(House& house, Call& call, const RequestEntry& request, std::string_view act);
/// The same for a diligence.
base::Outcome admitTo(House& house, Call& call, const Diligence& diligence, std::string_view act);
/// The same for the request of a number; nothing to say where there is no such number.
base::Outcome admitToNumber(House& house, Call& call, const std::string& number, std::string_view act);

}  // namespace issuance
