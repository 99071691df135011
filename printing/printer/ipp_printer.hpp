// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

#include "printing/printer/printer.hpp"

namespace printing {

/// How long a printer may take.
struct IppPatience {
    std::chrono::milliseconds connection{5000};   // to answer the connection, and each request
    std::chrono::milliseconds busy{30000};        // while it is busy with another job, before ours is accepted
    std::chrono::milliseconds job{300000};        // from acceptance to the end, as long as it waits for nobody
    std::chrono::milliseconds person{1800000};    // while it waits for somebody to see to it
    std::chrono::milliseconds silence{30000};     // while it does not answer, after it has taken the job
    std::chrono::milliseconds withdrawal{30000};  // from the request to end the job to its end
    std::chrono::milliseconds betweenPolls{100};
};

/// A printer that is spoken to by IPP (RFC 8011), directly or through a queue of CUPS: "ipp://host:631/ipp/print",
/// "ipp://host:631/printers/name", or "ipps:" for TLS. A job that is cancelled, or does not end in time, is withdrawn
/// (Cancel-Job), so that it is not printed later behind everybody's back; docs/formats/printers.md.
///
/// Refused: "printing.printer-unreachable", "printing.printer-busy", "printing.printer-stopped" or the "printer.…" that
/// stops it, what optionsFor and dimensionsOf refuse, "printing.job-refused"; withdrawn before it was begun:
/// "printing.job-cancelled", "printing.job-not-begun". Aborted: "printing.job-aborted", "printing.job-jammed". In
/// doubt: "printing.job-connection-lost", "printing.job-lost", "printing.job-begun-again",
/// "printing.job-cancelled-late", "printing.job-deadline-passed", "printing.job-not-withdrawn". Throws nothing for what
/// a printer does.
class IppPrinter final : public Printer {
   public:
    /// Throws "printing.printer-address" for what is no ipp address.
    explicit IppPrinter(std::string uri, IppPatience patience = {});
    using Printer::print;
    PrintOutcome print(const PrintJob& job, const PrintProgress& progress) override;

   private:
    std::string m_uri;
    IppPatience m_patience;
};

}  // namespace printing
