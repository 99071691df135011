// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/remote_office.hpp"

#include <httplib.h>

#include <algorithm>
#include <csignal>
#include <mutex>
#include <nlohmann/json.hpp>
#include <random>
#include <regex>
#include <thread>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "service/peer.hpp"
#include "service/wire.hpp"

namespace service {
namespace {

using namespace base::literals;
using contract::Json;

constexpr std::chrono::seconds kConnecting{5};
/// A request bears an id, so that asking again does nothing twice: once where a connection broke before its answer.
constexpr int kAttempts = 2;
/// How often a door without room is asked again, and how long it is waited for at most each time.
constexpr int kMostTurnedAway = 10;
constexpr std::uint64_t kLongestWait = 10;
/// A line at work answers when it is done.
constexpr std::chrono::seconds kLongestAct{4 * 3600};

struct Address {
    std::string host;
    int port = 443;
};

Address addressIn(const std::string& url) {
    static const std::regex kUrl{R"(https://([A-Za-z0-9.-]{1,253}|\[[0-9a-fA-F:.]{2,45}\])(?::([0-9]{1,5}))?/?)"};
    std::smatch match;
    const bool fits = std::regex_match(url, match, kUrl);
    const int port = fits && match[2].matched ? std::stoi(match[2]) : 443;
    if (!fits || port < 1 || port > 65535) throw base::Failure{"service.bad-address"_code, base::NextStep::Retry, url};
    return {match[1], port};
}

/// Where a door had no room and said when to come again, waits until then, each client a little differently.
bool waitedToAskAgain(const httplib::Response& reply) {
    if ((reply.status != 429 && reply.status != 503) || !reply.has_header("Retry-After")) return false;
    const auto seconds =
        std::clamp<std::uint64_t>(reply.get_header_value<std::uint64_t>("Retry-After"), 1, kLongestWait);
    thread_local std::minstd_rand random{std::random_device{}()};
    std::this_thread::sleep_for(seconds *
                                std::chrono::milliseconds{std::uniform_int_distribution<>{700, 1300}(random)});
    return true;
}

class RemoteOffice final : public contract::Office {
   public:
    explicit RemoteOffice(RemoteSettings settings)
        : m_settings(std::move(settings)), m_address(addressIn(m_settings.url)) {
        // A connection that the door closed while nobody asked is written to once more before that is noticed.
        std::signal(SIGPIPE, SIG_IGN);
    }

    base::Result<Json> perform(std::string_view act, const contract::Credentials& credentials,
                               const Json& request) override {
        httplib::Headers headers{{wire::kSession, std::string{wire::kBearer} + credentials.session}};
        if (!credentials.second.empty()) headers.emplace(wire::kSecondSession, credentials.second);
        headers.emplace(wire::kRequestId, credentials.requestId.empty() ? base::randomId() : credentials.requestId);
        std::string body = request.dump();
        const std::string path = std::string{wire::kActs} + std::string{act};
        auto error = httplib::Error::Success;
        int turnedAway = 0;
        for (int attempt = 0; attempt < kAttempts; ++attempt) {
            auto client = taken();
            const auto reply = client->Post(path, headers, body, wire::kJson);
            error = reply.error();
            if (!reply) continue;
            giveBack(std::move(client));
            if (turnedAway < kMostTurnedAway && waitedToAskAgain(*reply)) {
                ++turnedAway;
                --attempt;
                continue;
            }
            OPENSSL_cleanse(body.data(), body.size());
            return wire::readReply(reply->status, reply->body);
        }
        OPENSSL_cleanse(body.data(), body.size());
        throw base::Failure{"service.unreachable"_code, base::NextStep::Retry, m_settings.url,
                            httplib::to_string(error)};
    }

   private:
    std::unique_ptr<httplib::SSLClient> taken() {
        {
            const std::lock_guard lock{m_mutex};
            if (!m_idle.empty()) {
                auto client = std::move(m_idle.back());
                m_idle.pop_back();
                return client;
            }
        }
        auto client = std::make_unique<httplib::SSLClient>(m_address.host, m_address.port, m_settings.certificate,
                                                           m_settings.key);
        if (!client->is_valid())
            throw base::Failure{"service.bad-certificate"_code, base::NextStep::CallSupervisor, m_settings.certificate};
        allowOnlyNewest(client->ssl_context());
        client->set_ca_cert_path(m_settings.house.string());
        client->enable_server_certificate_verification(true);
        client->set_keep_alive(true);
        client->set_tcp_nodelay(true);
        client->set_connection_timeout(kConnecting);
        client->set_read_timeout(kLongestAct);
        return client;
    }
    void giveBack(std::unique_ptr<httplib::SSLClient> client) {
        const std::lock_guard lock{m_mutex};
        m_idle.push_back(std::move(client));
    }

    const RemoteSettings m_settings;
    const Address m_address;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<httplib::SSLClient>> m_idle;
};

}  // namespace

std::unique_ptr<contract::Office> openRemoteOffice(const RemoteSettings& settings) {
    return std::make_unique<RemoteOffice>(settings);
}

}  // namespace service
