// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.hpp"

namespace printing {

/// What Get-Printer-Attributes says of a printer (RFC 8011 5.4).
struct IppPrinterState {
    bool accepting = false;
    bool stopped = false;
    std::string reasons;
    std::vector<std::string> formats;
};

/// What Get-Job-Attributes says of a job (RFC 8011 5.3.7).
enum class IppJobState { Pending = 3, Held = 4, Processing = 5, Stopped = 6, Canceled = 7, Aborted = 8, Completed = 9 };
struct IppJob {
    IppJobState state = IppJobState::Pending;
    std::string reasons;
    std::string name;
};

/// How Print-Job was answered.
struct IppAcceptance {
    enum class Kind { Accepted, Busy, Refused, NotSent, Unknown };
    Kind kind = Kind::Unknown;
    int job = 0;         // when accepted
    std::string status;  // the printer's status in words
};

/// One connection to a printer and the three requests that printing needs; the only user of libcups.
class IppSession {
   public:
    /// None where nobody answers in time.
    static std::optional<IppSession> connect(const std::string& uri, std::chrono::milliseconds patience);
    /// Whether an address names a scheme we speak and a host.
    static bool isAddress(const std::string& uri);
    IppSession(IppSession&&) noexcept;
    IppSession& operator=(IppSession&&) noexcept;
    ~IppSession();

    /// None where the connection broke or the printer refused to say.
    [[nodiscard]] std::optional<IppPrinterState> printerState();
    /// Sends the document once. Unknown means that the printer may have taken it and did not answer.
    [[nodiscard]] IppAcceptance printJob(const std::string& name, base::BytesView pdf);
    /// None where the connection broke or the printer does not know the job.
    [[nodiscard]] std::optional<IppJob> job(int number);

   private:
    struct State;
    explicit IppSession(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace printing
