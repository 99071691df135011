// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"

namespace printing {

/// One of printer-state-reasons or job-state-reasons (RFC 8011 5.4.12 and 5.3.8, PWG 5100.9): "media-empty-warning" is
/// the keyword "media-empty" as a warning.
struct PrinterReason {
    enum class Severity { Report, Warning, Error };  ///< none stated counts as an error (RFC 8011 5.4.12)
    std::string keyword;
    Severity severity = Severity::Error;
    friend bool operator==(const PrinterReason&, const PrinterReason&) = default;
};

/// Without "none", and each once.
std::vector<PrinterReason> reasonsOf(const std::vector<std::string>& values);
/// The same of values that stand in one text, parted by spaces.
std::vector<PrinterReason> reasonsIn(const std::string& values);
/// Whether the printer prints nothing more until somebody goes to it: no media, a jam, an open cover, a supply at its
/// end, paused, taken off its queue's reach.
bool needsPerson(const PrinterReason& reason);
bool needPerson(const std::vector<PrinterReason>& reasons);
/// Whether it tells only how the job goes, and nobody anything to do: "job-printing", "cups-waiting-for-job-completed".
bool isProgress(const PrinterReason& reason);
/// What to tell the operator: a code "printer.…" with what to do. One that is not known is "printer.other" with
/// "reason" as it is. `printer` is its address.
base::Fault faultOf(const PrinterReason& reason, const std::string& printer);
/// Of several the one that says most of why nothing is printed; nothing where none needs a person.
const PrinterReason* gravest(const std::vector<PrinterReason>& reasons);

/// What a fault of printing is about, for whoever decides whether the next job goes to the same printer.
enum class PrintTrouble {
    Job,        ///< this job, or this job at this printer: others may go well
    Person,     ///< the printer, until somebody has seen to it: no other job will go better
    Transient,  ///< the printer or the way to it, and perhaps not any more the next time
};
/// Of the cause of a PrintOutcome. What is not known is about the job.
PrintTrouble troubleOf(const base::Fault& cause);

}  // namespace printing
