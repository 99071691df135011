// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/printer/ipp_printer.hpp"

#include <algorithm>
#include <thread>

#include "base/failure.hpp"
#include "printing/printer/ipp_session.hpp"

namespace printing {

using namespace base::literals;
using End = PrintOutcome::End;
using Phase = PrintStanding::Phase;

namespace {

using SteadyClock = std::chrono::steady_clock;

const base::FailureCode kBegunAgain = "printing.job-begun-again"_code;

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const auto& text : texts) all += (all.empty() ? "" : " ") + text;
    return all;
}

/// Why a job is ended from here: what is said where it was never begun, and where it was.
struct Withdrawal {
    base::FailureCode before;
    base::FailureCode after;
};

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

    [[nodiscard]] PrintWish tell(Phase phase, const std::vector<std::string>& reasons = {}) const {
        if (!m_progress) return PrintWish::GoOn;
        PrintStanding standing{phase, reasonsOf(reasons)};
        std::erase_if(standing.reasons, isProgress);
        return m_progress(standing);
    }

    bool connect() {
        m_session = IppSession::connect(m_uri, m_patience.connection);
        return m_session.has_value();
    }

    std::optional<PrintOutcome> checkPrinter() {
        const auto page = dimensionsOf(m_job.pdf);
        if (!page) return PrintOutcome{End::Refused, page.refusal().first()};
        if (!connect()) return ended(End::Refused, "printing.printer-unreachable"_code, "no connection");
        const auto printer = m_session->capabilities();
        if (!printer) return ended(End::Refused, "printing.printer-unreachable"_code, "no answer");
        if (!printer->accepting || printer->state == PrinterCapabilities::State::Stopped)
            return standsStill(printer->reasons);
        m_before = printer->reasons;
        auto options = optionsFor(*printer, *page);
        if (!options) {
            auto fault = options.refusal().first();
            fault.arguments.emplace_back("printer", m_uri);
            return PrintOutcome{End::Refused, std::move(fault)};
        }
        m_options = std::move(options).value();
        return std::nullopt;
    }

    [[nodiscard]] PrintOutcome standsStill(const std::vector<PrinterReason>& reasons) const {
        if (const auto* why = gravest(reasons)) return {End::Refused, faultOf(*why, m_uri)};
        std::string detail;
        for (const auto& reason : reasons) detail += (detail.empty() ? "" : " ") + reason.keyword;
        return ended(End::Refused, "printing.printer-stopped"_code, detail);
    }

    /// Nothing once the job is accepted.
    std::optional<PrintOutcome> submit() {
        using Kind = IppAcceptance::Kind;
        const auto deadline = SteadyClock::now() + m_patience.busy;
        for (;;) {
            const auto answer = m_session->printJob(m_job.name, m_job.pdf, m_options);
            m_number = answer.job;
            if (answer.kind == Kind::Accepted) return std::nullopt;
            if (answer.kind == Kind::Refused) return ended(End::Refused, "printing.job-refused"_code, answer.status);
            if (answer.kind == Kind::NotSent)
                return ended(End::Refused, "printing.printer-unreachable"_code, answer.status);
            if (answer.kind == Kind::Unknown)
                return ended(End::InDoubt, "printing.job-connection-lost"_code, answer.status);
            if (SteadyClock::now() >= deadline) return ended(End::Refused, "printing.printer-busy"_code, answer.status);
            if (tell(Phase::Waiting) == PrintWish::Cancel)
                return ended(End::Refused, "printing.job-cancelled"_code, answer.status);
            std::this_thread::sleep_for(m_patience.betweenPolls);
            if (!connect()) return ended(End::Refused, "printing.printer-unreachable"_code, "no connection");
        }
    }

    PrintOutcome follow() {
        SteadyClock::duration working{};
        SteadyClock::duration waiting{};
        for (auto before = SteadyClock::now();;) {
            const auto answer = ask();
            if (auto end = endOf(answer)) return *end;
            const bool known = answer.kind == IppJobAnswer::Kind::Known;
            const auto reasons = known ? reasonsAround(answer.job) : std::vector<std::string>{};
            const auto wish = tell(known ? phaseOf(answer.job.state) : Phase::Silent, reasons);
            if (m_begunAgain) return withdraw({kBegunAgain, kBegunAgain});
            if (wish == PrintWish::Cancel)
                return withdraw({"printing.job-cancelled"_code, "printing.job-cancelled-late"_code});
            const auto now = SteadyClock::now();
            (needPerson(reasonsOf(reasons)) ? waiting : working) += now - before;
            before = now;
            if (working >= m_patience.job || waiting >= m_patience.person)
                return withdraw({"printing.job-not-begun"_code, "printing.job-deadline-passed"_code}, joined(reasons));
            std::this_thread::sleep_for(m_patience.betweenPolls);
        }
    }

    /// Has the job ended and waits until it is. What a printer had begun may be on paper all the same, whatever it says
    /// then: one that waits for media prints a job that was cancelled meanwhile as soon as it has some.
    PrintOutcome withdraw(const Withdrawal& why, const std::string& detail = {}) {
        const auto deadline = SteadyClock::now() + m_patience.withdrawal;
        for (bool asked = false; SteadyClock::now() < deadline;) {
            asked = asked || (m_session && m_session->cancelJob(m_number));
            const auto answer = ask();
            if (answer.kind == IppJobAnswer::Kind::Known && answer.job.state == IppJobState::Canceled)
                return answer.job.neverBegun && !m_begunAgain ? ended(End::Refused, why.before, detail)
                                                              : ended(End::InDoubt, why.after, detail);
            if (auto end = endOf(answer)) return *end;
            std::ignore = tell(Phase::Withdrawing);
            std::this_thread::sleep_for(m_patience.betweenPolls);
        }
        return ended(End::InDoubt, "printing.job-not-withdrawn"_code, detail);
    }

    /// A printer that was switched off counts its jobs anew: the number may then be another's. One that does not answer
    /// is connected to anew for the next question.
    IppJobAnswer ask() {
        using Kind = IppJobAnswer::Kind;
        auto answer = m_session ? m_session->job(m_number) : IppJobAnswer{};
        if (answer.kind == Kind::Known && answer.job.name != m_job.name) answer.kind = Kind::Unknown;
        if (answer.kind == Kind::Silent)
            connect();
        else
            m_heard = SteadyClock::now();
        noteBeginning(answer.job);
        return answer;
    }

    /// A queue whose printer failed, or that was itself restarted, begins a job anew: it may then be on paper twice.
    void noteBeginning(const IppJob& job) {
        if (m_begun && (job.neverBegun || (job.begunAt && job.begunAt != m_begun))) m_begunAgain = true;
        if (job.begunAt) m_begun = job.begunAt;
    }

    /// The job's reasons and the printer's: why it waits, some printers say there and some here.
    std::vector<std::string> reasonsAround(const IppJob& job) {
        auto reasons = m_session->printerReasons();
        reasons.insert(reasons.end(), job.reasons.begin(), job.reasons.end());
        return reasons;
    }

    static Phase phaseOf(IppJobState state) {
        if (state == IppJobState::Processing) return Phase::Processing;
        return state == IppJobState::Stopped ? Phase::Stopped : Phase::Pending;
    }

    /// Nothing while the job goes on.
    [[nodiscard]] std::optional<PrintOutcome> endOf(const IppJobAnswer& answer) {
        switch (answer.kind) {
            case IppJobAnswer::Kind::Unknown: return ended(End::InDoubt, "printing.job-lost"_code, "");
            case IppJobAnswer::Kind::Silent:
                if (SteadyClock::now() - m_heard < m_patience.silence) return std::nullopt;
                return ended(End::InDoubt, "printing.job-connection-lost"_code, "");
            case IppJobAnswer::Kind::Known: break;
        }
        if (!answer.job.isOver()) return std::nullopt;
        if (m_begunAgain) return ended(End::InDoubt, kBegunAgain, joined(answer.job.reasons));
        const auto& reasons = answer.job.reasons;
        const bool failed = std::ranges::find(reasons, "job-completed-with-errors") != reasons.end();
        if (answer.job.state == IppJobState::Completed && !failed) return PrintOutcome{End::Completed};
        if (answer.job.neverBegun)
            return answer.job.state == IppJobState::Canceled
                       ? ended(End::Refused, "printing.job-cancelled"_code, joined(reasons))
                       : ended(End::Refused, "printing.job-refused"_code, joined(reasons));
        return aborted(reasonsAround(answer.job));
    }

    /// A jam that the printer spoke of before the job is not this job's: some never forget one.
    [[nodiscard]] PrintOutcome aborted(const std::vector<std::string>& reasons) const {
        const auto isJam = [](const PrinterReason& reason) { return reason.keyword == "media-jam"; };
        const bool jammed = std::ranges::any_of(reasonsOf(reasons), isJam) && std::ranges::none_of(m_before, isJam);
        return ended(End::Aborted, jammed ? "printing.job-jammed"_code : "printing.job-aborted"_code, joined(reasons));
    }

    const std::string& m_uri;
    const IppPatience& m_patience;
    const PrintJob& m_job;
    const PrintProgress& m_progress;
    std::optional<IppSession> m_session = {};
    JobOptions m_options = {};
    int m_number = 0;
    std::vector<PrinterReason> m_before = {};  // what the printer said before it had the job
    std::optional<int> m_begun = {};           // when the printer began the job, by its own clock
    bool m_begunAgain = false;
    SteadyClock::time_point m_heard = SteadyClock::now();  // when the printer last answered
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
