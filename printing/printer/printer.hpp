// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "printing/printer/printer_reason.hpp"

namespace printing {

/// One page or card side to be put on one blank.
struct PrintJob {
    std::string name;  // letters, digits, '.', '_' and '-'; names the job at the printer and the file in a folder
    base::Bytes pdf;   // drawn in the size of the blank: the medium is asked for by it
};

/// How a job ended. What becomes of the blank follows from it.
struct PrintOutcome {
    enum class End {
        Completed,  // the printer says that it is done
        Refused,    // never accepted, or withdrawn before it was begun: nothing was printed, the blank is as it was
        Aborted,    // begun, and ended by the printer before it was done: the blank may be marked and is spoiled
        InDoubt,    // perhaps begun, and the end is unknown: a person looks at the blank
    };
    End end = End::InDoubt;
    std::optional<base::Fault> cause = {};  // none when completed; troubleOf says what it is about

    [[nodiscard]] bool completed() const { return end == End::Completed; }
};

/// How a job stands while it goes on.
struct PrintStanding {
    enum class Phase {
        Waiting,      // the printer is busy with another's job and has not taken ours
        Pending,      // taken, not begun
        Processing,   // begun
        Stopped,      // begun, and the printer stands still
        Withdrawing,  // asked to be ended
        Silent,       // taken, and the printer does not answer for now
    };
    Phase phase = Phase::Processing;
    std::vector<PrinterReason> reasons = {};  // the printer's and the job's, without those that are only progress
};

/// What to tell the operator of it, with what to do: codes "printer.…". Nothing while it simply prints.
std::vector<base::Fault> faultsOf(const PrintStanding& standing, const std::string& printer);

/// What becomes of a job that goes on.
enum class PrintWish { GoOn, Cancel };

/// Told while a job goes on, again and again, and answers whether it is to go on. Once it was cancelled it is still
/// told how the job stands, and its answer counts no more.
using PrintProgress = std::function<PrintWish(const PrintStanding&)>;

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
