// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/pcsc/pcsc_card.hpp"

#include <condition_variable>
#include <future>
#include <mutex>
#include <optional>
#include <thread>

#include "base/failure.hpp"
#include "chip/pcsc/pcsc.hpp"

namespace chip {

using base::operator""_code;

/// The thread that talks to the reader. It owns the connection together with its thread, so that an exchange that never
/// ends harms nobody who has given it up.
class PcscCard::Worker : public std::enable_shared_from_this<Worker> {
   public:
    /// An exchange, or a reset where the command is empty.
    using Job = std::packaged_task<base::Bytes(pcsc::Connection&)>;

    explicit Worker(std::unique_ptr<pcsc::Connection> connection) : m_connection(std::move(connection)) {}

    void start() {
        m_thread = std::thread{[self = shared_from_this()] { self->run(); }};
    }

    std::future<base::Bytes> post(Job job) {
        auto result = job.get_future();
        const std::lock_guard lock{m_mutex};
        m_job = std::move(job);
        m_wake.notify_one();
        return result;
    }

    /// Waits for the thread's end: between two exchanges.
    void finish() {
        stop();
        if (m_thread.joinable()) m_thread.join();
    }

    /// Leaves the thread to the driver: in an exchange that is over its deadline.
    void giveUp() {
        stop();
        if (m_thread.joinable()) m_thread.detach();
    }
    [[nodiscard]] bool givenUp() const { return !m_thread.joinable(); }

   private:
    void stop() {
        const std::lock_guard lock{m_mutex};
        m_stopped = true;
        m_wake.notify_one();
    }

    void run() {
        while (auto job = next()) (*job)(*m_connection);
        m_connection.reset();
    }

    std::optional<Job> next() {
        std::unique_lock lock{m_mutex};
        m_wake.wait(lock, [this] { return m_stopped || m_job; });
        if (m_stopped) return {};
        return std::exchange(m_job, std::nullopt);
    }

    std::unique_ptr<pcsc::Connection> m_connection;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::optional<Job> m_job;
    bool m_stopped = false;
    std::thread m_thread;
};

PcscCard::PcscCard(std::shared_ptr<const pcsc::Context> context, const std::string& reader, PcscTerms terms)
    : m_reader(reader), m_terms(terms) {
    auto connection = std::make_unique<pcsc::Connection>(std::move(context), reader);
    m_answerToReset = connection->answerToReset();
    m_worker = std::make_shared<Worker>(std::move(connection));
    m_worker->start();
}

PcscCard::~PcscCard() { m_worker->finish(); }

Response PcscCard::transmit(const Command& command) {
    const auto answer = withinDeadline(command.encode());
    auto response = Response::decode(answer);
    if (!response)
        throw base::Failure{"card.silent"_code, base::NextStep::CallSupervisor, m_reader, "answer without status"};
    return std::move(response).value();
}

void PcscCard::reset() { m_answerToReset = withinDeadline({}); }

base::Bytes PcscCard::withinDeadline(base::Bytes command) {
    const auto throwSilent = [this] {
        throw base::Failure{"card.silent"_code, base::NextStep::CallSupervisor, m_reader};
    };
    if (m_worker->givenUp()) throwSilent();
    auto result = m_worker->post(Worker::Job{[octets = std::move(command)](pcsc::Connection& connection) {
        if (!octets.empty()) return connection.exchange(octets);
        connection.reset();
        return connection.answerToReset();
    }});
    if (result.wait_for(m_terms.deadline) == std::future_status::ready) return result.get();
    m_worker->giveUp();
    throwSilent();
    return {};
}

}  // namespace chip
