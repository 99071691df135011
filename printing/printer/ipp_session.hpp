// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "printing/printer/job_options.hpp"

namespace printing {

/// What Get-Job-Attributes says of a job (RFC 8011 5.3.7).
enum class IppJobState { Pending = 3, Held = 4, Processing = 5, Stopped = 6, Canceled = 7, Aborted = 8, Completed = 9 };
struct IppJob {
    IppJobState state = IppJobState::Pending;
    std::vector<std::string> reasons;  // job-state-reasons, RFC 8011 5.3.8
    std::string name;
    /// The printer says that it never began the job: time-at-processing is 'no-value' (RFC 8011 5.3.14.2). A printer
    /// that does not state it says nothing.
    bool neverBegun = false;
    std::optional<int> begunAt = {};  // time-at-processing, in seconds of the printer's own; another one: begun anew

    [[nodiscard]] bool isOver() const { return state >= IppJobState::Canceled; }
};

/// How Get-Job-Attributes was answered.
struct IppJobAnswer {
    enum class Kind {
        Known,
        Unknown,  // the printer answers that it has no such job
        Silent,   // no connection, or no answer
    };
    Kind kind = Kind::Silent;
    IppJob job = {};  // where it is known
};

/// How Print-Job was answered.
struct IppAcceptance {
    enum class Kind { Accepted, Busy, Refused, NotSent, Unknown };
    Kind kind = Kind::Unknown;
    int job = 0;         // when accepted
    std::string status;  // the printer's status in words
};

/// One connection to a printer and the requests that printing needs; with ipp_attributes the only user of libcups.
class IppSession {
   public:
    /// None where nobody answers in time.
    static std::optional<IppSession> connect(const std::string& uri, std::chrono::milliseconds patience);
    /// Whether an address names a scheme we speak and a host.
    static bool isAddress(const std::string& uri);
    IppSession(IppSession&&) noexcept;
    IppSession& operator=(IppSession&&) noexcept;
    ~IppSession();

    /// Get-Printer-Attributes. None where the connection broke or the printer refused to say.
    [[nodiscard]] std::optional<PrinterCapabilities> capabilities();
    /// The same of printer-state-reasons only; none where there is no answer.
    [[nodiscard]] std::vector<std::string> printerReasons();
    /// Print-Job: sends the document once. Unknown means that the printer may have taken it and did not answer.
    [[nodiscard]] IppAcceptance printJob(const std::string& name, base::BytesView pdf, const JobOptions& options);
    [[nodiscard]] IppJobAnswer job(int number);
    /// Cancel-Job. Whether the printer took the request; how the job ends, only its state tells.
    bool cancelJob(int number);

   private:
    struct State;
    explicit IppSession(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace printing
