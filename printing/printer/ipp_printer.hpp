// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

#include "printing/printer/printer.hpp"

namespace printing {

/// How long a printer may take.
struct IppPatience {
    std::chrono::milliseconds connection{5000};  // to answer the connection, and each request
    std::chrono::milliseconds busy{30000};       // while it is busy with another job, before ours is accepted
    std::chrono::milliseconds job{300000};       // from acceptance to the end
    std::chrono::milliseconds betweenPolls{100};
};

/// A printer that is spoken to directly by IPP (RFC 8011), without a queue between. "ipp://host:631/ipp/print", or
/// "ipps:" for TLS.
///
/// Refused: "printing.printer-unreachable", "printing.printer-busy", "printing.printer-stopped",
/// "printing.printer-takes-no-pdf", "printing.job-refused". Aborted: "printing.job-aborted". In doubt:
/// "printing.job-connection-lost", "printing.job-deadline-passed". Throws nothing for what a printer does.
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
