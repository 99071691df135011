// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/remote_office.hpp"

#include <httplib.h>
#include <netinet/tcp.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <deque>
#include <mutex>
#include <nlohmann/json.hpp>
#include <random>
#include <regex>
#include <sstream>
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
/// How often a door that says when to come again is asked, and how long it is waited for at most each time.
constexpr int kMostTurnedAway = 10;
constexpr std::uint64_t kLongestWait = 10;
/// An instance whose machine is gone says nothing, and a line at work may say nothing for hours: what tells them apart
/// is whether the machine still acknowledges. Seconds without an answer, between attempts, and how many of these.
constexpr int kSilentFor = 10;
constexpr int kBetweenProbes = 5;
constexpr int kMostProbes = 3;
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

std::vector<Address> addressesIn(const std::string& urls) {
    std::vector<Address> addresses;
    std::istringstream list{urls};
    for (std::string url; std::getline(list, url, ',');) addresses.push_back(addressIn(url));
    if (addresses.empty()) throw base::Failure{"service.bad-address"_code, base::NextStep::Retry, urls};
    return addresses;
}

/// The request's text, zeroed with its end.
struct WipedBody {
    explicit WipedBody(std::string json) : text(std::move(json)) {}
    ~WipedBody() { OPENSSL_cleanse(text.data(), text.size()); }
    WipedBody(const WipedBody&) = delete;
    WipedBody& operator=(const WipedBody&) = delete;
    std::string text;
};

/// Where a door said when to come again, waits until then, each client a little differently.
bool waitedToAskAgain(const httplib::Response& reply) {
    if ((reply.status != 429 && reply.status != 503) || !reply.has_header("Retry-After")) return false;
    const auto seconds =
        std::clamp<std::uint64_t>(reply.get_header_value<std::uint64_t>("Retry-After"), 1, kLongestWait);
    thread_local std::minstd_rand random{std::random_device{}()};
    std::this_thread::sleep_for(seconds *
                                std::chrono::milliseconds{std::uniform_int_distribution<>{700, 1300}(random)});
    return true;
}

void noticeLostMachine(socket_t socket) {
    const auto set = [socket](int level, int option, int value) {
        ::setsockopt(socket, level, option, &value, sizeof value);
    };
    set(SOL_SOCKET, SO_KEEPALIVE, 1);
    set(IPPROTO_TCP, TCP_KEEPIDLE, kSilentFor);
    set(IPPROTO_TCP, TCP_KEEPINTVL, kBetweenProbes);
    set(IPPROTO_TCP, TCP_KEEPCNT, kMostProbes);
    set(IPPROTO_TCP, TCP_USER_TIMEOUT, 1000 * (kSilentFor + kBetweenProbes * kMostProbes));
}

/// What crosses to a door for one act.
struct Message {
    std::string path;
    httplib::Headers headers;
    const std::string& body;
};

/// The connections to one door, kept while nobody uses them.
class RemoteDoor {
   public:
    RemoteDoor(const RemoteSettings& settings, Address address) : m_settings(settings), m_address(std::move(address)) {}

    /// The door's answer, also where it is that it has no room. A message bears an id, so that asking again does
    /// nothing twice: once, where a connection broke before its answer.
    httplib::Result ask(const Message& message) {
        auto client = kept();
        auto reply = send(client ? std::move(client) : made(), message);
        if (reply) return reply;
        forget();
        return reply.error() == httplib::Error::Connection ? std::move(reply) : send(made(), message);
    }

   private:
    httplib::Result send(std::unique_ptr<httplib::SSLClient> client, const Message& message) {
        auto reply = client->Post(message.path, message.headers, message.body, wire::kJson);
        if (!reply) return reply;
        const std::lock_guard lock{m_mutex};
        m_idle.push_back(std::move(client));
        return reply;
    }
    std::unique_ptr<httplib::SSLClient> kept() {
        const std::lock_guard lock{m_mutex};
        if (m_idle.empty()) return nullptr;
        auto client = std::move(m_idle.back());
        m_idle.pop_back();
        return client;
    }
    /// What was kept to a door that ended is of no use with the next one there.
    void forget() {
        const std::lock_guard lock{m_mutex};
        m_idle.clear();
    }
    [[nodiscard]] std::unique_ptr<httplib::SSLClient> made() const {
        auto client = std::make_unique<httplib::SSLClient>(m_address.host, m_address.port, m_settings.certificate,
                                                           m_settings.key);
        if (!client->is_valid())
            throw base::Failure{"service.bad-certificate"_code, base::NextStep::CallSupervisor, m_settings.certificate};
        allowOnlyNewest(client->ssl_context());
        client->set_ca_cert_path(m_settings.house.string());
        client->enable_server_certificate_verification(true);
        client->set_keep_alive(true);
        client->set_tcp_nodelay(true);
        client->set_socket_options(noticeLostMachine);
        client->set_connection_timeout(kConnecting);
        client->set_read_timeout(kLongestAct);
        return client;
    }

    const RemoteSettings& m_settings;
    const Address m_address;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<httplib::SSLClient>> m_idle;
};

class RemoteOffice final : public contract::Office {
   public:
    explicit RemoteOffice(RemoteSettings settings) : m_settings(std::move(settings)) {
        for (auto& address : addressesIn(m_settings.url)) m_doors.emplace_back(m_settings, std::move(address));
        // A connection that the door closed while nobody asked is written to once more before that is noticed.
        std::signal(SIGPIPE, SIG_IGN);
    }

    base::Result<Json> perform(std::string_view act, const contract::Credentials& credentials,
                               const Json& request) override {
        httplib::Headers headers{{wire::kSession, std::string{wire::kBearer} + credentials.session}};
        if (!credentials.second.empty()) headers.emplace(wire::kSecondSession, credentials.second);
        headers.emplace(wire::kRequestId, credentials.requestId.empty() ? base::randomId() : credentials.requestId);
        const WipedBody body{request.dump()};
        const Message message{std::string{wire::kActs} + std::string{act}, std::move(headers), body.text};
        auto reply = askAnyDoor(message);
        for (int turnedAway = 0; turnedAway < kMostTurnedAway && waitedToAskAgain(reply.value()); ++turnedAway)
            reply = askAnyDoor(message);
        return wire::readReply(reply->status, reply->body);
    }

   private:
    /// Asks the door that answered last, and where it does not answer the others in turn: the same message, so that
    /// what was done by one is not done again by another.
    httplib::Result askAnyDoor(const Message& message) {
        auto error = httplib::Error::Success;
        const std::size_t first = m_answering;
        for (std::size_t turn = 0; turn < m_doors.size(); ++turn) {
            const std::size_t at = (first + turn) % m_doors.size();
            auto reply = m_doors[at].ask(message);
            if (reply) {
                if (turn > 0) m_answering = at;
                return reply;
            }
            error = reply.error();
        }
        throw base::Failure{"service.unreachable"_code, base::NextStep::Retry, m_settings.url,
                            httplib::to_string(error)};
    }

    const RemoteSettings m_settings;
    std::deque<RemoteDoor> m_doors;
    std::atomic<std::size_t> m_answering{0};
};

}  // namespace

std::unique_ptr<contract::Office> openRemoteOffice(const RemoteSettings& settings) {
    return std::make_unique<RemoteOffice>(settings);
}

}  // namespace service
