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
#include "contract/content_check.hpp"
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

/// What is asked over one connection, and whether it may be asked again where it broke before its end.
struct Message {
    std::function<httplib::Result(httplib::SSLClient&)> send;
    std::function<bool()> mayRepeat = [] { return true; };
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
        const bool again = reply.error() != httplib::Error::Connection && message.mayRepeat();
        return again ? send(made(), message) : std::move(reply);
    }

   private:
    httplib::Result send(std::unique_ptr<httplib::SSLClient> client, const Message& message) {
        auto reply = message.send(*client);
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
        auto headers = headersOf(credentials);
        headers.emplace(wire::kRequestId, credentials.requestId.empty() ? base::randomId() : credentials.requestId);
        const WipedBody body{request.dump()};
        const std::string path = std::string{wire::kActs} + std::string{act};
        const auto reply = answered({[&](auto& client) { return client.Post(path, headers, body.text, wire::kJson); }});
        return wire::readReply(reply.status, reply.body);
    }

    base::Result<std::int64_t> bring(const contract::Credentials& credentials,
                                     const contract::ContentPart& part) override {
        // What is no part of a file has no path at the door.
        if (auto possible = contract::checkPart(part); !possible) return possible.refusal();
        auto headers = headersOf(credentials);
        const auto path = pathOf(part.sha256);
        const auto length = static_cast<std::int64_t>(part.octets.size());
        if (length == 0 && part.size > 0) {
            const auto reply = answered({[&](auto& client) { return client.Head(path, headers); }});
            if (reply.status == 200 && reply.has_header(wire::kArrived))
                return static_cast<std::int64_t>(reply.get_header_value<std::uint64_t>(wire::kArrived));
            // A refusal's body does not come with a HEAD: the part itself is refused with it.
        }
        if (length > 0) headers.emplace("Content-Range", wire::textOf({part.offset, part.size}, length));
        const auto reply = answered({[&](auto& client) {
            return client.Put(path, headers, reinterpret_cast<const char*>(part.octets.data()), part.octets.size(),
                              wire::kOctets);
        }});
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
                {[&](auto& client) { return client.Get(pathOf(sha256), headersOf(credentials), begin, receive); },
                 [&] { return !begun; }});
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
    static httplib::Headers headersOf(const contract::Credentials& credentials) {
        httplib::Headers headers{{wire::kSession, std::string{wire::kBearer} + credentials.session}};
        if (!credentials.second.empty()) headers.emplace(wire::kSecondSession, credentials.second);
        return headers;
    }
    static std::string pathOf(const std::string& sha256) { return std::string{wire::kContent} + sha256; }

    /// Asks until it is answered: again where the door had no room.
    httplib::Response answered(const Message& message) {
        auto reply = askAnyDoor(message);
        for (int turnedAway = 0; turnedAway < kMostTurnedAway && waitedToAskAgain(reply.value()); ++turnedAway)
            reply = askAnyDoor(message);
        return std::move(reply.value());
    }
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
            if (!message.mayRepeat()) break;
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
