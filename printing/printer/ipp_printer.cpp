// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/printer/ipp_printer.hpp"

#include <algorithm>
#include <thread>

#include "base/failure.hpp"
#include "printing/printer/ipp_session.hpp"

namespace printing {

using namespace base::literals;
using End = PrintOutcome::End;

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr int kReconnections = 3;  // in a row, while a job is followed

/// One job on its way; its steps in the order in which they happen.
class Delivery {
   public:
    Delivery(const std::string& uri, const IppPatience& patience, const PrintJob& job, const PrintProgress& progress)
        : m_uri(uri), m_patience(patience), m_job(job), m_progress(progress) {}

    PrintOutcome run() {
        if (auto refused = checkPrinter()) return *refused;
        if (auto ended = submit()) return *ended;
        return follow();
    }

   private:
    [[nodiscard]] PrintOutcome ended(End end, base::FailureCode code, const std::string& detail) const {
        return {end, base::Fault{std::move(code), {{"printer", m_uri}, {"detail", detail}}, m_job.name}};
    }

    void tell(const std::string& state, const std::string& reasons) const {
        if (m_progress) m_progress(state, reasons);
    }

    bool connect() {
        m_session = IppSession::connect(m_uri, m_patience.connection);
        return m_session.has_value();
    }

    std::optional<PrintOutcome> checkPrinter() {
        if (!connect()) return ended(End::Refused, "printing.printer-unreachable"_code, "no connection");
        const auto state = m_session->printerState();
        if (!state) return ended(End::Refused, "printing.printer-unreachable"_code, "no answer");
        if (!state->accepting || state->stopped)
            return ended(End::Refused, "printing.printer-stopped"_code, state->reasons);
        const auto& formats = state->formats;
        if (std::find(formats.begin(), formats.end(), "application/pdf") == formats.end())
            return ended(End::Refused, "printing.printer-takes-no-pdf"_code, "");
        return std::nullopt;
    }

    /// Nothing once the job is accepted.
    std::optional<PrintOutcome> submit() {
        using Kind = IppAcceptance::Kind;
        const auto deadline = SteadyClock::now() + m_patience.busy;
        for (;;) {
            const auto answer = m_session->printJob(m_job.name, m_job.pdf);
            m_number = answer.job;
            if (answer.kind == Kind::Accepted) return std::nullopt;
            if (answer.kind == Kind::Refused) return ended(End::Refused, "printing.job-refused"_code, answer.status);
            if (answer.kind == Kind::NotSent)
                return ended(End::Refused, "printing.printer-unreachable"_code, answer.status);
            if (answer.kind == Kind::Unknown)
                return ended(End::InDoubt, "printing.job-connection-lost"_code, answer.status);
            if (SteadyClock::now() >= deadline) return ended(End::Refused, "printing.printer-busy"_code, answer.status);
            tell("waiting", answer.status);
            std::this_thread::sleep_for(m_patience.betweenPolls);
            if (!connect()) return ended(End::Refused, "printing.printer-unreachable"_code, "no connection");
        }
    }

    PrintOutcome follow() {
        const auto deadline = SteadyClock::now() + m_patience.job;
        int failures = 0;
        for (;;) {
            const auto job = ask();
            if (!job) {
                if (++failures > kReconnections) return ended(End::InDoubt, "printing.job-connection-lost"_code, "");
                connect();
            } else {
                failures = 0;
                if (auto end = endOf(*job)) return *end;
            }
            if (SteadyClock::now() >= deadline)
                return ended(End::InDoubt, "printing.job-deadline-passed"_code, job ? job->reasons : "");
            std::this_thread::sleep_for(m_patience.betweenPolls);
        }
    }

    /// A printer that was switched off counts its jobs anew: the number may then be another's.
    std::optional<IppJob> ask() {
        auto job = m_session ? m_session->job(m_number) : std::nullopt;
        return job && job->name == m_job.name ? job : std::nullopt;
    }

    /// The outcome of a job in its last state; nothing while it goes on.
    [[nodiscard]] std::optional<PrintOutcome> endOf(const IppJob& job) const {
        switch (job.state) {
            case IppJobState::Completed:
                if (job.reasons.find("job-completed-with-errors") != std::string::npos)
                    return ended(End::Aborted, "printing.job-aborted"_code, job.reasons);
                return PrintOutcome{End::Completed};
            case IppJobState::Aborted:
            case IppJobState::Canceled: return ended(End::Aborted, "printing.job-aborted"_code, job.reasons);
            case IppJobState::Processing: tell("processing", job.reasons); break;
            case IppJobState::Stopped: tell("stopped", job.reasons); break;
            case IppJobState::Pending:
            case IppJobState::Held: tell("pending", job.reasons); break;
        }
        return std::nullopt;
    }

    const std::string& m_uri;
    const IppPatience& m_patience;
    const PrintJob& m_job;
    const PrintProgress& m_progress;
    std::optional<IppSession> m_session = {};
    int m_number = 0;
};

}  // namespace

IppPrinter::IppPrinter(std::string uri, IppPatience patience) : m_uri(std::move(uri)), m_patience(patience) {
    if (!IppSession::isAddress(m_uri))
        throw base::Failure{"printing.printer-address"_code, base::NextStep::CallSupervisor, m_uri};
}

PrintOutcome IppPrinter::print(const PrintJob& job, const PrintProgress& progress) {
    if (const auto name = checkJobName(job.name); !name) return {End::Refused, name.refusal().first()};
    return Delivery{m_uri, m_patience, job, progress}.run();
}

}  // namespace printing
