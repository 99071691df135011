// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/verify/page_server.hpp"

#include <httplib.h>

#include <atomic>
#include <nlohmann/json.hpp>
#include <thread>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "base/log.hpp"
#include "issuance/verification/verification_trust.hpp"
#include "service/verify/document_checks.hpp"
#include "service/verify/pages.hpp"
#include "service/verify/rate_limit.hpp"
#include "service/wire.hpp"

namespace service {

using namespace base::literals;
using contract::Json;
using contract::Language;

namespace {

constexpr const char* kHtml = "text/html; charset=utf-8";
constexpr const char* kApiCertificates = "/api/certificates/";
constexpr const char* kApiDocuments = "/api/documents";
constexpr const char* kSpanishDocument = "/documento";
constexpr const char* kEnglishDocument = "/en/document";
constexpr std::size_t kFormAround = std::size_t{16} << 10;  ///< octets of a form beside its file
constexpr auto kPatience = std::chrono::seconds{10};        ///< for who sends or takes nothing
constexpr auto kLongestUpload = std::chrono::seconds{180};
constexpr int kBusySeconds = 20;

const httplib::Headers kHeaders{
    {"Content-Security-Policy",
     "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
     "base-uri 'none'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},
    {"Referrer-Policy", "no-referrer"},
    {"Permissions-Policy",
     "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), publickey-credentials-get=(), usb=()"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Embedder-Policy", "require-corp"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"X-Robots-Tag", "noindex"}};

bool isApi(const std::string& path) { return path.starts_with("/api/"); }

Language languageOf(const std::string& path) {
    return path == "/en" || path.starts_with("/en/") ? Language::English : Language::Spanish;
}

/// What a request refuses: a status, and what is said.
struct Refused {
    int status;
    base::Fault fault;
    int retryAfter = 0;  ///< seconds; 0: nothing is said of it
};

/// The octets of a document as they come in; beyond the limit they are taken and forgotten, up to a second limit, so
/// that whoever sends them reads the answer.
class Upload {
   public:
    explicit Upload(std::size_t largest)
        : m_largest(largest), m_end(std::chrono::steady_clock::now() + kLongestUpload) {}
    bool take(const char* octets, std::size_t count, bool keep) {
        m_seen += count;
        if (keep && !tooLarge() && m_content.size() + count <= m_largest)
            m_content.insert(m_content.end(), octets, octets + count);
        else if (keep)
            m_tooLarge = true;
        if (m_seen > m_largest + kFormAround) m_tooLarge = true;
        return m_seen <= 4 * m_largest && std::chrono::steady_clock::now() < m_end;
    }
    [[nodiscard]] bool tooLarge() const { return m_tooLarge; }
    [[nodiscard]] const base::Bytes& content() const { return m_content; }

   private:
    std::size_t m_largest;
    std::chrono::steady_clock::time_point m_end;
    std::size_t m_seen = 0;
    bool m_tooLarge = false;
    base::Bytes m_content;
};

/// Counts those who are inside, and lets in only so many.
class Inside {
   public:
    Inside(std::atomic<std::size_t>& count, std::size_t most) : m_count(count), m_in(++count <= most) {}
    ~Inside() { --m_count; }
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;
    explicit operator bool() const { return m_in; }

   private:
    std::atomic<std::size_t>& m_count;
    bool m_in;
};

/// What the house's people wrote of an annulment is not the public's.
void keepReasonsInside(contract::FileVerified& said) {
    for (auto& line : said.reasons)
        if (line.code == "verification.annulled") line.arguments.erase("reason");
}

std::unique_ptr<httplib::Server> serverFor(const PageSettings& settings) {
    if (settings.certificate.empty()) return std::make_unique<httplib::Server>();
    auto server = std::make_unique<httplib::SSLServer>(settings.certificate.c_str(), settings.key.c_str());
    if (!server->is_valid())
        throw base::Failure{"service.bad-certificate"_code, base::NextStep::CallSupervisor, settings.certificate};
    SSL_CTX_set_min_proto_version(server->ssl_context(), TLS1_2_VERSION);
    return server;
}

}  // namespace

struct PageServer::State {
    State(const PageSettings& given, const std::filesystem::path& templates)
        : settings(given),
          pages(templates, settings.authority, settings.largestDocument),
          books(settings.database),
          checks(settings.trust, settings.checks),
          questions({settings.questionsPerMinute}),
          documents({settings.documentsPerMinute}),
          server(serverFor(settings)) {
        base::expected(issuance::VerificationTrust::of(trustIn(settings.trust)), settings.trust.string());
        prepare(templates / "verify");
    }

    void prepare(const std::filesystem::path& folder);
    void serveFiles(const std::filesystem::path& folder);
    void answerPages();
    void answerPrograms();
    using Answer = std::function<void(const httplib::Request&, httplib::Response&)>;
    httplib::Server::Handler guarded(Answer answer);
    httplib::Server::HandlerWithContentReader receiving();

    void refuse(const httplib::Request& request, httplib::Response& response, const Refused& refused) const;
    void broke(const httplib::Request& request, httplib::Response& response, const base::Failure& failure) const;
    [[nodiscard]] std::optional<Refused> tooOften(const httplib::Request& request, RateLimit& limit) const;
    [[nodiscard]] std::string visitor(const httplib::Request& request) const;
    void lookUp(const httplib::Request& request, httplib::Response& response, const char* field);
    void tell(const std::optional<issuance::PublishedCertificate>& found, httplib::Response& response) const;
    void receive(const httplib::Request& request, httplib::Response& response, const httplib::ContentReader& read);
    base::Result<contract::FileVerified> judged(const base::Bytes& document);

    PageSettings settings;
    Pages pages;
    issuance::PublishedBooks books;
    DocumentChecks checks;
    mutable RateLimit questions, documents;
    std::atomic<std::size_t> uploads{0};
    std::unique_ptr<httplib::Server> server;
    int port = 0;
    std::thread listening;
};

void PageServer::State::prepare(const std::filesystem::path& folder) {
    server->new_task_queue = [most = settings.connections] { return new httplib::ThreadPool(most); };
    server->set_read_timeout(kPatience);
    server->set_write_timeout(kPatience);
    // One request a connection: none waits for an idle one, and what was not read of a refused one is nobody's next.
    server->set_keep_alive_max_count(1);
    server->set_tcp_nodelay(true);
    server->set_payload_max_length(4 * settings.largestDocument);
    auto headers = kHeaders;
    if (!settings.certificate.empty()) headers.emplace("Strict-Transport-Security", "max-age=31536000");
    server->set_default_headers(headers);
    // Ranges are not given: cpp-httplib would repeat a page for each of the hundreds that fit into a header.
    server->set_pre_routing_handler([](const httplib::Request& request, httplib::Response&) {
        const_cast<httplib::Request&>(request).ranges.clear();
        return httplib::Server::HandlerResponse::Unhandled;
    });
    serveFiles(folder);
    answerPages();
    answerPrograms();
    server->set_error_handler(httplib::Server::Handler{[this](const auto& request, auto& response) {
        if (!response.body.empty()) return;
        if (response.status == 404 && request.path.starts_with(kApiCertificates)) return tell({}, response);
        refuse(request, response,
               {response.status, {response.status == 413 ? "page.too-large"_code : "page.not-here"_code}});
    }});
}

void PageServer::State::serveFiles(const std::filesystem::path& folder) {
    constexpr std::size_t kLargest = std::size_t{1} << 20;
    constexpr std::pair<const char*, const char*> kFiles[] = {{"page.css", "text/css; charset=utf-8"},
                                                              {"page.js", "text/javascript; charset=utf-8"},
                                                              {"icon.svg", "image/svg+xml"},
                                                              {"good.svg", "image/svg+xml"},
                                                              {"bad.svg", "image/svg+xml"},
                                                              {"warning.svg", "image/svg+xml"}};
    for (const auto& [name, type] : kFiles)
        server->Get(std::string{"/static/"} + name,
                    [content = base::textOf(base::expected(base::readFile(folder / name, kLargest), name)),
                     media = std::string{type}](const auto&, auto& response) {
                        response.set_header("Cache-Control", "public, max-age=3600");
                        response.set_content(content, media);
                    });
}

httplib::Server::Handler PageServer::State::guarded(Answer answer) {
    return [this, answer = std::move(answer)](const httplib::Request& request, httplib::Response& response) {
        response.set_header("Cache-Control", "no-store");
        try {
            answer(request, response);
        } catch (const base::Failure& failure) {
            broke(request, response, failure);
        } catch (const std::exception& error) {
            broke(request, response, base::Failure{"page.broken"_code, base::NextStep::Stop, "page", error.what()});
        }
    };
}

httplib::Server::HandlerWithContentReader PageServer::State::receiving() {
    return [this](const auto& request, auto& response, const auto& read) {
        guarded([&](const auto& asked, auto& answer) { receive(asked, answer, read); })(request, response);
    };
}

void PageServer::State::answerPages() {
    for (const char* path : {"/", "/en"})
        server->Get(path, guarded([this](const auto& request, auto& response) {
                        response.set_content(pages.start(languageOf(request.path)), kHtml);
                    }));
    server->Get("/certificado",
                guarded([this](const auto& request, auto& response) { lookUp(request, response, "codigo"); }));
    server->Get("/en/certificate",
                guarded([this](const auto& request, auto& response) { lookUp(request, response, "code"); }));
    server->Post(kSpanishDocument, receiving());
    server->Post(kEnglishDocument, receiving());
}

void PageServer::State::answerPrograms() {
    server->Get(std::string{kApiCertificates} + "([^/]{0,64})", guarded([this](const auto& request, auto& response) {
                    if (const auto refused = tooOften(request, questions)) return refuse(request, response, *refused);
                    tell(books.ofCode(request.matches[1]), response);
                }));
    server->Post(kApiDocuments, receiving());
}

void PageServer::State::refuse(const httplib::Request& request, httplib::Response& response,
                               const Refused& refused) const {
    response.status = refused.status;
    if (refused.retryAfter > 0) response.set_header("Retry-After", std::to_string(refused.retryAfter));
    if (isApi(request.path))
        response.set_content(wire::replyOf(refused.status, refused.fault).body, wire::kJson);
    else
        response.set_content(pages.failure(languageOf(request.path), refused.fault), kHtml);
}

void PageServer::State::broke(const httplib::Request& request, httplib::Response& response,
                              const base::Failure& failure) const {
    base::log::error(failure.what());
    const bool again = failure.next() == base::NextStep::Retry || failure.code() == "records.lost"_code;
    refuse(request, response,
           again ? Refused{503, {"page.not-now"_code}, kBusySeconds} : Refused{500, {"page.broken"_code}});
}

std::string PageServer::State::visitor(const httplib::Request& request) const {
    if (!settings.behindProxy) return request.remote_addr;
    // The proxy's own word is the last one; those before it are the visitor's.
    const auto count = request.get_header_value_count("X-Forwarded-For");
    if (count == 0) return request.remote_addr;
    const auto said = request.get_header_value("X-Forwarded-For", count - 1);
    const auto begin = said.find_last_of(", ");
    return begin == std::string::npos ? said : said.substr(begin + 1);
}

std::optional<Refused> PageServer::State::tooOften(const httplib::Request& request, RateLimit& limit) const {
    const auto seconds = limit.take(visitor(request), std::chrono::steady_clock::now()).count();
    if (seconds == 0) return std::nullopt;
    return Refused{429, {"page.too-often"_code, {{"seconds", std::to_string(seconds)}}}, static_cast<int>(seconds)};
}

void PageServer::State::lookUp(const httplib::Request& request, httplib::Response& response, const char* field) {
    if (const auto refused = tooOften(request, questions)) return refuse(request, response, *refused);
    const auto typed = request.get_param_value(field);
    const auto found = books.ofCode(typed);
    response.status = found ? 200 : 404;
    response.set_content(pages.certificate(languageOf(request.path), typed, found), kHtml);
}

void PageServer::State::tell(const std::optional<issuance::PublishedCertificate>& found,
                             httplib::Response& response) const {
    Json answer;
    answer["standing"] = !found ? "unknown" : found->annulled.empty() ? "in-force" : "annulled";
    if (found) {
        answer["code"] = found->code;
        answer["number"] = found->number;
        answer["type"] = found->type;
        answer["title"] = pages.titleOf(found->type);
        answer["authority"] = pages.authority();
        answer["issued"] = found->day;
        answer["folios"] = found->folios;
        if (!found->annulled.empty()) answer["annulled"] = found->annulled;
    }
    response.status = found ? 200 : 404;
    response.set_header("Cache-Control", "no-store");
    response.set_content(answer.dump(), wire::kJson);
}

base::Result<contract::FileVerified> PageServer::State::judged(const base::Bytes& document) {
    auto said = checks.check(document);
    if (!said) return said;
    issuance::judgeByBooks(*said, document, &books);
    keepReasonsInside(*said);
    return said;
}

void PageServer::State::receive(const httplib::Request& request, httplib::Response& response,
                                const httplib::ContentReader& read) {
    const bool program = isApi(request.path);
    const Inside inside{uploads, std::max<std::size_t>(1, settings.connections / 2)};
    auto refused = tooOften(request, documents);
    if (!inside) refused = Refused{503, {"page.busy"_code}, kBusySeconds};
    Upload upload{settings.largestDocument};
    bool ours = program;
    const auto take = [&](const char* octets, std::size_t count) {
        return upload.take(octets, count, ours && !refused);
    };
    const auto enter = [&](const httplib::MultipartFormData& part) {
        ours = part.name == "documento";
        return true;
    };
    bool whole = false;
    if (program)
        whole = read(take);
    else if (request.is_multipart_form_data())
        whole = read(enter, take);
    if (!refused && upload.tooLarge()) refused = Refused{413, {"page.too-large"_code}};
    if (!refused && (!whole || upload.content().empty())) refused = Refused{400, {"page.no-document"_code}};
    if (refused) return refuse(request, response, *refused);
    const auto said = judged(upload.content());
    if (!said) return refuse(request, response, {503, said.refusal().first(), kBusySeconds});
    response.status = 200;
    if (program)
        response.set_content(contract::storedJson(*said), wire::kJson);
    else
        response.set_content(pages.document(languageOf(request.path), *said), kHtml);
}

PageServer::PageServer(const PageSettings& settings, const std::filesystem::path& templates)
    : m_state(std::make_unique<State>(settings, templates)) {
    State& state = *m_state;
    state.port = settings.port == 0
                     ? state.server->bind_to_any_port(settings.address)
                     : (state.server->bind_to_port(settings.address, settings.port) ? settings.port : -1);
    if (state.port <= 0)
        throw base::Failure{"service.cannot-listen"_code, base::NextStep::CallSupervisor,
                            settings.address + ":" + std::to_string(settings.port)};
    state.listening = std::thread{[&state] { state.server->listen_after_bind(); }};
    while (!state.server->is_running()) std::this_thread::yield();
}

PageServer::~PageServer() { close(); }

int PageServer::port() const { return m_state->port; }

void PageServer::close() {
    m_state->server->stop();
    if (m_state->listening.joinable()) m_state->listening.join();
}

void checkPage(const PageSettings& settings, const std::filesystem::path& templates) {
    auto anyPort = settings;
    anyPort.address = "127.0.0.1";
    anyPort.port = 0;
    PageServer{anyPort, templates}.close();
}

}  // namespace service
