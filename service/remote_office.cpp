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
        auto headers = headersOf(credentials);
        headers.emplace(wire::kRequestId, credentials.requestId.empty() ? base::randomId() : credentials.requestId);
        const WipedBody body{request.dump()};
        const std::string path = std::string{wire::kActs} + std::string{act};
        const auto reply = answered([&](auto& client) { return client.Post(path, headers, body.text, wire::kJson); });
        return wire::readReply(reply.status, reply.body);
    }

    base::Result<std::int64_t> bring(const contract::Credentials& credentials,
                                     const contract::ContentPart& part) override {
        auto headers = headersOf(credentials);
        const auto path = pathOf(part.sha256);
        const auto length = static_cast<std::int64_t>(part.octets.size());
        if (length == 0 && part.size > 0) {
            const auto reply = answered([&](auto& client) { return client.Head(path, headers); });
            if (reply.status == 200 && reply.has_header(wire::kArrived))
                return static_cast<std::int64_t>(reply.get_header_value<std::uint64_t>(wire::kArrived));
            // A refusal's body does not come with a HEAD: the part itself is refused with it.
        }
        if (length > 0) headers.emplace("Content-Range", wire::textOf({part.offset, part.size}, length));
        const auto reply = answered([&](auto& client) {
            return client.Put(path, headers, reinterpret_cast<const char*>(part.octets.data()), part.octets.size(),
                              wire::kOctets);
        });
        const auto answer = wire::readReply(reply.status, reply.body);
        if (!answer) return answer.refusal();
        const auto body = contract::fromJson<wire::ArrivedBody>(*answer);
        if (!body) return body.refusal();
        return body->arrived;
    }

    base::Outcome fetch(const contract::Credentials& credentials, const std::string& sha256,
                        const contract::TakeOctets& take) override {
        base::Sha256Stream sum;
        bool wanted = true, begun = false;
        int status = 0;
        std::string refused;
        const auto receive = [&](const char* octets, std::size_t count) {
            if (status != 200) {
                refused.append(octets, count);
                return true;
            }
            begun = true;
            const base::BytesView part{reinterpret_cast<const std::uint8_t*>(octets), count};
            sum.add(part);
            return wanted = take(part);
        };
        const auto begin = [&](const httplib::Response& response) {
            status = response.status;
            refused.clear();
            return true;
        };
        // What was taken cannot be taken back: a connection that breaks in the middle is not tried again.
        httplib::Response reply;
        try {
            reply = answered(
                [&](auto& client) { return client.Get(pathOf(sha256), headersOf(credentials), begin, receive); },
                [&] { return !begun; });
        } catch (const base::Failure&) {
            if (!wanted) return {};
            throw;
        }
        if (reply.status != 200) {
            const auto told = wire::readReply(reply.status, refused);
            return told ? base::Outcome{base::Fault{"office.content-unknown"_code}} : base::Outcome{told.refusal()};
        }
        if (base::toHex(sum.finish()) != sha256)
            throw base::Failure{"service.not-understood"_code, base::NextStep::CallSupervisor, sha256};
        return {};
    }

   private:
    /// Zeroed with its end: it may hold passwords and keys.
    struct WipedBody {
        std::string text;
        explicit WipedBody(std::string&& whole) : text(std::move(whole)) {}
        ~WipedBody() { OPENSSL_cleanse(text.data(), text.size()); }
        WipedBody(const WipedBody&) = delete;
        WipedBody& operator=(const WipedBody&) = delete;
    };

    static httplib::Headers headersOf(const contract::Credentials& credentials) {
        httplib::Headers headers{{wire::kSession, std::string{wire::kBearer} + credentials.session}};
        if (!credentials.second.empty()) headers.emplace(wire::kSecondSession, credentials.second);
        return headers;
    }
    static std::string pathOf(const std::string& sha256) { return std::string{wire::kContent} + sha256; }

    /// Asks until it is answered: again where a connection broke, if it `mayRepeat`, and where the door had no room.
    httplib::Response answered(
        const std::function<httplib::Result(httplib::SSLClient&)>& ask,
        const std::function<bool()>& mayRepeat = [] { return true; }) {
        auto error = httplib::Error::Success;
        int turnedAway = 0;
        for (int attempt = 0; attempt < kAttempts; ++attempt) {
            auto client = taken();
            const auto reply = ask(*client);
            error = reply.error();
            if (!reply && !mayRepeat()) break;
            if (!reply) continue;
            giveBack(std::move(client));
            if (turnedAway < kMostTurnedAway && waitedToAskAgain(*reply)) {
                ++turnedAway;
                --attempt;
                continue;
            }
            return *reply;
        }
        throw base::Failure{"service.unreachable"_code, base::NextStep::Retry, m_settings.url,
                            httplib::to_string(error)};
    }
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
