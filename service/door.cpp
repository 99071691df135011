// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/door.hpp"

#include <httplib.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cctype>
#include <map>
#include <nlohmann/json.hpp>
#include <thread>

#include "base/failure.hpp"
#include "base/log.hpp"
#include "contract/acts.hpp"
#include "contract/content_check.hpp"
#include "service/api_document.hpp"
#include "service/content_arrival.hpp"
#include "service/event_stream.hpp"
#include "service/peer.hpp"
#include "service/wire.hpp"

namespace service {

using namespace base::literals;
using namespace std::chrono_literals;
using contract::Json;

namespace {

constexpr std::size_t kLongestToken = 1024;
/// What a client announces costs it nothing, and the door no more than this before it comes.
constexpr std::size_t kMostBeforehand = std::size_t{1} << 20;
/// When whoever was turned away may come again, and whoever asked what may go well the next time.
constexpr std::chrono::seconds kAskAgainIn{1};

/// Octets that are zeroed with their end: bodies hold passwords, holders' data and what a chip is told. Room for them
/// is made beforehand, so that growing leaves no copy behind; a body beyond it is a file.
class WipedText {
   public:
    explicit WipedText(std::size_t announced) { text.reserve(std::min(announced, kMostBeforehand)); }
    explicit WipedText(std::string&& whole) : text(std::move(whole)) {}
    ~WipedText() { OPENSSL_cleanse(text.data(), text.size()); }
    WipedText(const WipedText&) = delete;
    WipedText& operator=(const WipedText&) = delete;
    std::string text;
};

std::string tokenIn(const httplib::Request& request, const char* header) {
    auto token = request.get_header_value(header);
    return token.size() > kLongestToken ? std::string{} : token;
}

std::string bearerToken(const httplib::Request& request) {
    const auto token = tokenIn(request, wire::kSession);
    return token.starts_with(wire::kBearer) ? token.substr(wire::kBearer.size()) : std::string{};
}

/// A request whose texts are zeroed with its end, however it ends.
class WipedRequest {
   public:
    explicit WipedRequest(Json json) : value(std::move(json)) {}
    ~WipedRequest() { contract::wipeTexts(value); }
    WipedRequest(const WipedRequest&) = delete;
    WipedRequest& operator=(const WipedRequest&) = delete;
    Json value;
};

/// Reads on to the end of a body that nobody needs, so that the next request on the connection is found; a long one
/// ends the connection.
struct DrainedBody {
    std::size_t read = 0;
    bool operator()(const char* /*octets*/, std::size_t count) { return (read += count) <= kMostBeforehand; }
};

/// What an act does by its declaration; one that nobody declared is looked up and refused.
contract::Effect effectOf(const std::string& act) {
    static const auto effects = [] {
        std::map<std::string, contract::Effect> all;
        contract::forEachDeclaration(
            [&](const contract::Declaration& each) { all.emplace(std::string{each.name}, each.effect); });
        return all;
    }();
    const auto found = effects.find(act);
    return found == effects.end() ? contract::Effect::Reads : found->second;
}

/// The request's id where it is one, so that nobody writes into the log what they like.
std::string idForLog(const httplib::Request& request) {
    const auto id = tokenIn(request, wire::kRequestId);
    const bool plain =
        id.size() <= 64 && std::ranges::all_of(id, [](unsigned char c) { return std::isalnum(c) != 0 || c == '-'; });
    return plain ? id : "-";
}

/// What becomes of a connection with its reply: where the rest of a body is still on its way, the next request would
/// not be found.
enum class Connection { GoesOn, Ends };

Connection readPast(const httplib::ContentReader& read) {
    return read(DrainedBody{}) ? Connection::GoesOn : Connection::Ends;
}

void give(httplib::Response& response, wire::Reply reply, Connection connection = Connection::GoesOn) {
    response.status = reply.status;
    const auto body = std::make_shared<WipedText>(std::move(reply.body));
    response.set_content_provider(body->text.size(), wire::kJson,
                                  [body, connection](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
                                      // httplib ends a connection whose provider says no.
                                      return sink.write(body->text.data() + offset, length) &&
                                             connection == Connection::GoesOn;
                                  });
}

void turnAway(httplib::Response& response, Admission::Verdict verdict, Connection connection = Connection::GoesOn) {
    response.set_header("Retry-After", std::to_string(kAskAgainIn.count()));
    give(response, wire::replyOfFull(verdict == Admission::Verdict::WorkstationFull, kAskAgainIn), connection);
}

/// A reader that takes nothing, or is gone, is found out after few events: little is kept for it.
void keepLittleFor(const SSL* connection, std::chrono::milliseconds patience) {
    constexpr int kKept = 8192;
    const int socket = SSL_get_fd(connection);
    const auto most = static_cast<unsigned>(patience.count());
    ::setsockopt(socket, SOL_SOCKET, SO_SNDBUF, &kKept, sizeof kKept);
    ::setsockopt(socket, IPPROTO_TCP, TCP_USER_TIMEOUT, &most, sizeof most);
}

void refuse(httplib::Response& response, int status, base::FailureCode code,
            Connection connection = Connection::GoesOn) {
    give(response, wire::replyOf(status, base::Fault{std::move(code)}), connection);
}

/// The reply, or what tells that it broke.
wire::Reply replyFrom(const std::string& what, const std::function<wire::Reply()>& reply) {
    try {
        return reply();
    } catch (const base::Failure& failure) {
        base::log::error(std::string{"service: "} + failure.what());
        return wire::replyOf(failure);
    } catch (const std::exception& error) {
        base::log::error(std::string{"service: "} + error.what());
        return wire::replyOf(base::Failure{"service.broken"_code, base::NextStep::CallSupervisor, what});
    }
}

/// A body that no path takes is not kept: it is read past, and refused.
void refuseOtherBodies(httplib::Server& server) {
    const auto refusing = [](const httplib::Request& /*request*/, httplib::Response& response,
                             const httplib::ContentReader& read) {
        const auto connection = readPast(read);
        refuse(response, 404, "service.not-a-request"_code, connection);
    };
    constexpr const char* kAnyPath = "[\\s\\S]*";
    server.Post(kAnyPath, refusing);
    server.Put(kAnyPath, refusing);
    server.Patch(kAnyPath, refusing);
    server.Delete(kAnyPath, refusing);
}

contract::Credentials credentialsOf(const httplib::Request& request, const Peer& peer) {
    return {bearerToken(request), tokenIn(request, wire::kSecondSession), peer.workstation,
            tokenIn(request, wire::kRequestId), peer.certificate};
}

/// Each that watches holds a thread: of four, three are left for acts.
DoorSettings withRoomForActs(DoorSettings settings) {
    settings.limits.watchers = std::min(settings.limits.watchers, settings.mostConnections / 4);
    return settings;
}

}  // namespace

struct Door::State {
    State(contract::Office& served, const DoorSettings& given)
        : office(served),
          settings(withRoomForActs(given)),
          server(settings.certificate.c_str(), settings.key.c_str(), settings.workstations.c_str()) {}

    void prepare();
    void countRequests();
    void perform(const httplib::Request& request, const httplib::ContentReader& read, httplib::Response& response);
    void admit(const httplib::Request& request, const Peer& peer, const httplib::ContentReader& read,
               httplib::Response& response);
    void tellEvents(const httplib::Request& request, httplib::Response& response);
    void take(const httplib::Request& request, const httplib::ContentReader& read, httplib::Response& response);
    void giveContent(const httplib::Request& request, httplib::Response& response);
    /// The octets that have arrived of a file, or the refusal.
    void tellArrived(const httplib::Request& request, const contract::Credentials& credentials,
                     httplib::Response& response);
    wire::Reply performed(const std::string& act, const contract::Credentials& credentials, std::string_view body);

    contract::Office& office;
    DoorSettings settings;
    httplib::SSLServer server;
    Admission admission{settings.limits};
    Measures measures;
    std::atomic<bool> closing{false};
    std::atomic<int> answering{0};  ///< requests that came in and whose replies are not written yet
    int port = 0;
    std::thread listening;
};

void Door::State::prepare() {
    if (!server.is_valid())
        throw base::Failure{"service.bad-certificate"_code, base::NextStep::CallSupervisor, settings.certificate};
    allowOnlyNewest(server.ssl_context());
    server.new_task_queue = [most = settings.mostConnections] { return new httplib::ThreadPool(most); };
    // An act's body is bounded where it is read.
    server.set_payload_max_length(std::max<std::size_t>(settings.largestRequest, contract::kLargestContent));
    server.set_read_timeout(settings.patience);
    server.set_write_timeout(settings.patience);
    server.set_keep_alive_timeout(settings.idle.count());
    server.set_keep_alive_max_count(std::numeric_limits<std::size_t>::max());
    server.set_tcp_nodelay(true);
    server.Post(std::string{wire::kActs} + "([a-z0-9.-]{1,64})",
                [this](const auto& request, auto& response, const auto& read) { perform(request, read, response); });
    server.Get(std::string{wire::kApi}, [document = apiDocument().dump()](const auto&, httplib::Response& response) {
        response.set_content(document, wire::kJson);
    });
    server.Get(std::string{wire::kEvents},
               [this](const auto& request, httplib::Response& response) { tellEvents(request, response); });
    const auto content = std::string{wire::kContent} + "([0-9a-f]{64})";
    server.Put(content,
               [this](const auto& request, auto& response, const auto& read) { take(request, read, response); });
    server.Get(content, [this](const auto& request, httplib::Response& response) { giveContent(request, response); });
    refuseOtherBodies(server);
    countRequests();
    // What httplib refuses by itself (unknown path, body too large, no HTTP) is told as everything else is.
    server.set_error_handler(httplib::Server::Handler{[](const httplib::Request&, httplib::Response& response) {
        if (response.has_header("Content-Type")) return;
        refuse(response, response.status,
               response.status == 413 ? "service.too-large"_code : "service.not-a-request"_code);
    }});
}

// httplib leaves a reply that it has yet to write without its body once it was stopped.
void Door::State::countRequests() {
    thread_local bool counted = false;
    server.set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
        counted = true;
        ++answering;
        // HTTP/2 begins with a method of its own, whose body httplib would keep.
        const bool foreign = request.method == "PRI";
        if (foreign) refuse(response, 400, "service.not-a-request"_code, Connection::Ends);
        if (closing) turnAway(response, Admission::Verdict::HouseFull, Connection::Ends);
        return foreign || closing ? httplib::Server::HandlerResponse::Handled
                                  : httplib::Server::HandlerResponse::Unhandled;
    });
    server.set_logger([this](const httplib::Request& /*request*/, const httplib::Response& /*response*/) {
        if (std::exchange(counted, false)) --answering;
    });
}

void Door::State::perform(const httplib::Request& request, const httplib::ContentReader& read,
                          httplib::Response& response) {
    const auto peer = peerOf(request.ssl);
    if (!peer) return refuse(response, 403, "service.no-workstation"_code);
    const auto began = std::chrono::steady_clock::now();
    const std::string act = request.matches[1];
    measures.goesOn(1);
    admit(request, *peer, read, response);
    measures.goesOn(-1);
    const auto took = std::chrono::steady_clock::now() - began;
    measures.answered(act, response.status, took);
    // A station asks once for each APDU, and a watcher again and again: that is no news.
    const auto effect = effectOf(act);
    const bool waited = effect == contract::Effect::Waits || effect == contract::Effect::Watches;
    const auto note = waited ? base::log::debug : base::log::info;
    note(fmt::format("act={} at={} status={} ms={} id={}", act, peer->workstation, response.status, took / 1ms,
                     idForLog(request)));
}

void Door::State::admit(const httplib::Request& request, const Peer& peer, const httplib::ContentReader& read,
                        httplib::Response& response) {
    const auto effect = effectOf(request.matches[1].str());
    const Admission::Place place{admission, peer.workstation, effect};
    if (place.verdict() != Admission::Verdict::Admitted) {
        const auto connection = readPast(read);
        return turnAway(response, place.verdict(), connection);
    }
    WipedText body{request.get_header_value<std::uint64_t>("Content-Length")};
    const bool whole = read([&](const char* octets, std::size_t count) {
        if (body.text.size() + count > settings.largestRequest) return false;
        body.text.append(octets, count);
        return true;
    });
    if (!whole) return refuse(response, 413, "service.too-large"_code, Connection::Ends);
    auto reply = performed(request.matches[1], credentialsOf(request, peer), body.text);
    // Of an act of many transactions nobody knows how far it came: a person looks.
    if (reply.status == 503 && effect != contract::Effect::Conducts)
        response.set_header("Retry-After", std::to_string(kAskAgainIn.count()));
    give(response, std::move(reply));
}

void Door::State::tellEvents(const httplib::Request& request, httplib::Response& response) {
    const auto peer = peerOf(request.ssl);
    if (!peer) return refuse(response, 403, "service.no-workstation"_code);
    const auto place = std::make_shared<Admission::Place>(admission, peer->workstation, contract::Effect::Watches);
    if (place->verdict() != Admission::Verdict::Admitted) return turnAway(response, place->verdict());
    contract::ChangeWait asked;
    asked.topics = topicsIn(request.get_param_value("topics"));
    if (request.has_header(wire::kLastEvent)) asked.position = tokenIn(request, wire::kLastEvent);
    const auto stream = std::make_shared<EventStream>(
        office, contract::Credentials{bearerToken(request), {}, peer->workstation, {}, peer->certificate},
        std::move(asked), settings.heartbeat);
    auto reply = replyFrom("events", [&] {
        const auto begun = stream->begin();
        return wire::replyOf(begun ? base::Result<Json>{Json::object()} : base::Result<Json>{begun.refusal()});
    });
    base::log::info(fmt::format("events at={} status={}", peer->workstation, reply.status));
    if (reply.status != 200) return give(response, std::move(reply));
    keepLittleFor(request.ssl, settings.patience);
    response.set_header("Cache-Control", "no-store");
    response.set_chunked_content_provider(wire::kEventStream,
                                          [this, stream, place](std::size_t offset, httplib::DataSink& sink) {
                                              const auto text = offset == 0 ? stream->first() : stream->next();
                                              const bool taken = sink.write(text.data(), text.size());
                                              if (closing || stream->ended()) sink.done();
                                              return taken;
                                          });
}

void Door::State::take(const httplib::Request& request, const httplib::ContentReader& read,
                       httplib::Response& response) {
    const auto peer = peerOf(request.ssl);
    if (!peer) return refuse(response, 403, "service.no-workstation"_code);
    const Admission::Place place{admission, peer->workstation, contract::Effect::Changes};
    if (place.verdict() != Admission::Verdict::Admitted) {
        const auto connection = readPast(read);
        return turnAway(response, place.verdict(), connection);
    }
    const auto length = static_cast<std::int64_t>(request.get_header_value<std::uint64_t>("Content-Length"));
    const auto range =
        wire::rangeIn(request.get_header_value("Content-Range"), request.has_header("Content-Length") ? length : -1);
    if (!range) {
        const auto connection = readPast(read);
        return refuse(response, 400, "service.bad-range"_code, connection);
    }
    ContentArrival arrival{office, credentialsOf(request, *peer), request.matches[1], *range, settings.patience};
    bool whole = false;
    auto reply = replyFrom("content", [&] {
        whole = read([&](const char* octets, std::size_t count) { return arrival.take({octets, count}); });
        return arrival.end();
    });
    base::log::info(
        fmt::format("content at={} status={} arrived={}", peer->workstation, reply.status, arrival.arrived()));
    give(response, std::move(reply), whole ? Connection::GoesOn : Connection::Ends);
}

void Door::State::giveContent(const httplib::Request& request, httplib::Response& response) {
    const auto peer = peerOf(request.ssl);
    if (!peer) return refuse(response, 403, "service.no-workstation"_code);
    const auto place = std::make_shared<Admission::Place>(admission, peer->workstation, contract::Effect::Reads);
    if (place->verdict() != Admission::Verdict::Admitted) return turnAway(response, place->verdict());
    const std::string name = request.matches[1];
    const auto credentials = credentialsOf(request, *peer);
    if (request.method == "HEAD") return tellArrived(request, credentials, response);
    auto reply = replyFrom("content", [&] {
        const auto known = office.fetch(credentials, name, [](base::BytesView) { return false; });
        return wire::replyOf(known ? base::Result<Json>{Json::object()} : base::Result<Json>{known.refusal()});
    });
    if (reply.status != 200) return give(response, std::move(reply));
    response.set_header("Cache-Control", "no-store");
    response.set_chunked_content_provider(wire::kOctets, [this, place, name, credentials](std::size_t /*offset*/,
                                                                                          httplib::DataSink& sink) {
        bool taken = true;
        const auto whole = replyFrom("content", [&] {
            const auto fetched = office.fetch(credentials, name, [&](base::BytesView octets) {
                return taken = sink.write(reinterpret_cast<const char*>(octets.data()), octets.size());
            });
            return wire::replyOf(fetched ? base::Result<Json>{Json::object()} : base::Result<Json>{fetched.refusal()});
        });
        // Without its end, what broke is not taken for the whole.
        if (!taken || whole.status != 200) return false;
        sink.done();
        return true;
    });
}

void Door::State::tellArrived(const httplib::Request& request, const contract::Credentials& credentials,
                              httplib::Response& response) {
    std::int64_t arrived = 0;
    auto reply = replyFrom("content", [&] {
        const auto told = office.bring(credentials, {request.matches[1], contract::kLargestContent, 0, {}});
        if (told) arrived = *told;
        return wire::replyOf(told ? base::Result<Json>{Json::object()} : base::Result<Json>{told.refusal()});
    });
    if (reply.status == 200) response.set_header(wire::kArrived, std::to_string(arrived));
    give(response, std::move(reply));
}

wire::Reply Door::State::performed(const std::string& act, const contract::Credentials& credentials,
                                   std::string_view body) {
    return replyFrom(act, [&] {
        auto parsed = contract::parseJson(body);
        if (!parsed) return wire::replyOf(400, parsed.refusal().first());
        const WipedRequest request{std::move(parsed).value()};
        auto answer = office.perform(act, credentials, request.value);
        auto reply = wire::replyOf(answer);
        if (answer) contract::wipeTexts(*answer);
        return reply;
    });
}

Door::Door(contract::Office& office, const DoorSettings& settings)
    : m_state(std::make_unique<State>(office, settings)) {
    State& state = *m_state;
    state.prepare();
    state.port = settings.port == 0 ? state.server.bind_to_any_port(settings.address)
                                    : (state.server.bind_to_port(settings.address, settings.port) ? settings.port : -1);
    if (state.port <= 0)
        throw base::Failure{"service.cannot-listen"_code, base::NextStep::CallSupervisor,
                            settings.address + ":" + std::to_string(settings.port)};
    state.listening = std::thread{[&state] { state.server.listen_after_bind(); }};
    while (!state.server.is_running()) std::this_thread::yield();
}

Door::~Door() { close(); }

int Door::port() const { return m_state->port; }

const Measures& Door::measures() const { return m_state->measures; }

void Door::takeNewRoots() {
    auto* trusted = SSL_CTX_get_cert_store(m_state->server.ssl_context());
    if (X509_STORE_load_file(trusted, m_state->settings.workstations.c_str()) != 1)
        base::log::error("service: the roots of workstations cannot be read again");
}

void Door::close() {
    if (!m_state->listening.joinable()) return;
    m_state->closing = true;
    // Again and again: whoever came in at the last moment may begin to watch only now.
    for (; m_state->answering > 0; std::this_thread::sleep_for(20ms)) m_state->office.wakeWatchers();
    m_state->server.stop();
    m_state->listening.join();
}

}  // namespace service
