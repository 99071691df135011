// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/bytes.hpp"

namespace printing {

/// One page or card side to be put on one blank.
struct PrintJob {
    std::string name;  // letters, digits, '.', '_' and '-'; names the job at the printer and the file in a folder
    base::Bytes pdf;
};

/// How a job ended. What becomes of the blank follows from it.
struct PrintOutcome {
    enum class End {
        Completed,  // the printer says that it is done
        Refused,    // never accepted: nothing was printed, the blank is as it was
        Aborted,    // accepted, and ended by the printer before it was done: the blank may be marked and is spoiled
        InDoubt,    // perhaps accepted, and the end is unknown: a person looks at the blank
    };
    End end = End::InDoubt;
    std::optional<base::Fault> cause = {};  // none when completed

    [[nodiscard]] bool completed() const { return end == End::Completed; }
};

/// Told while a job goes on: "pending", "processing", … and the printer's reasons ("media-empty-warning").
using PrintProgress = std::function<void(const std::string& state, const std::string& reasons)>;

/// Something that prints one job at a time and says truthfully how it ended. It never sends a job a second time after
/// the printer may have taken it.
class Printer {
   public:
    virtual ~Printer() = default;
    virtual PrintOutcome print(const PrintJob& job, const PrintProgress& progress) = 0;
    PrintOutcome print(const PrintJob& job) { return print(job, {}); }
};

/// "printing.job-name-unfit" unless the name keeps to its alphabet, has 1 to 100 characters and no dot in front.
base::Outcome checkJobName(const std::string& name);

}  // namespace printing
