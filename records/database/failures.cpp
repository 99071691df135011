// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/database/failures.hpp"

#include "base/failure.hpp"

namespace records {

void throwTrouble(Trouble trouble, std::string_view where, const std::string& detail) {
    using namespace base::literals;
    const std::string place{where.substr(0, 200)};
    switch (trouble) {
        case Trouble::Unique: throw base::Failure{"records.unique"_code, base::NextStep::CallSupervisor, place, detail};
        case Trouble::Constraint:
            throw base::Failure{"records.constraint"_code, base::NextStep::CallSupervisor, place, detail};
        case Trouble::Busy: throw base::Failure{"records.busy"_code, base::NextStep::Retry, place, detail};
        case Trouble::Lost: throw base::Failure{"records.lost"_code, base::NextStep::Retry, place, detail};
        case Trouble::Full:
            throw base::Failure{"records.disk-full"_code, base::NextStep::CallSupervisor, place, detail};
        case Trouble::Failed: break;
    }
    throw base::Failure{"records.failed"_code, base::NextStep::Stop, place, detail};
}

}  // namespace records
