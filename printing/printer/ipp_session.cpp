// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/printer/ipp_session.hpp"

#include <array>

#include "printing/printer/ipp_attributes.hpp"

namespace printing {
namespace {

struct Close {
    void operator()(http_t* http) const { httpClose(http); }
    void operator()(ipp_t* message) const { ippDelete(message); }
};
using Http = std::unique_ptr<http_t, Close>;
using Message = std::unique_ptr<ipp_t, Close>;

struct Address {
    std::string scheme;
    std::string host;
    int port = 0;
    std::string resource;
};

std::optional<Address> addressOf(const std::string& uri) {
    std::array<char, 16> scheme{};
    std::array<char, 64> user{};
    std::array<char, 256> host{};
    std::array<char, 512> resource{};
    int port = 0;
    const auto status =
        httpSeparateURI(HTTP_URI_CODING_ALL, uri.c_str(), scheme.data(), int{scheme.size()}, user.data(),
                        int{user.size()}, host.data(), int{host.size()}, &port, resource.data(), int{resource.size()});
    Address address{scheme.data(), host.data(), port, resource.data()};
    if (status < HTTP_URI_STATUS_OK || (address.scheme != "ipp" && address.scheme != "ipps") || address.host.empty())
        return std::nullopt;
    return address;
}

const char* user() {
    const char* name = cupsUser();
    return name != nullptr ? name : "troquel";
}

Message requestOf(ipp_op_t operation, const std::string& uri) {
    Message request{ippNewRequest(operation)};
    if (!request) throw std::bad_alloc{};
    ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr, uri.c_str());
    return request;
}

void closeOperation(ipp_t* request) {
    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr, user());
}

void askFor(ipp_t* request, const std::vector<const char*>& names) {
    ippAddStrings(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", static_cast<int>(names.size()),
                  nullptr, names.data());
}

Message printerQuestion(const std::string& uri, const std::vector<const char*>& names) {
    Message request = requestOf(IPP_OP_GET_PRINTER_ATTRIBUTES, uri);
    closeOperation(request.get());
    askFor(request.get(), names);
    return request;
}

/// A request about one job; requesting-user-name stands after its target (RFC 8011 4.1.5).
Message jobRequest(ipp_op_t operation, const std::string& uri, int number) {
    Message request = requestOf(operation, uri);
    ippAddInteger(request.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", number);
    closeOperation(request.get());
    return request;
}

std::optional<int> numberOf(ipp_t* answer, const char* name) {
    ipp_attribute_t* attribute = ippFindAttribute(answer, name, IPP_TAG_INTEGER);
    return attribute != nullptr ? std::optional{ippGetInteger(attribute, 0)} : std::nullopt;
}

bool isWithoutValue(ipp_t* answer, const char* name) {
    ipp_attribute_t* attribute = ippFindAttribute(answer, name, IPP_TAG_ZERO);
    return attribute != nullptr && ippGetValueTag(attribute) == IPP_TAG_NOVALUE;
}

bool succeeded(ipp_t* answer) { return answer != nullptr && ippGetStatusCode(answer) <= IPP_STATUS_OK_CONFLICTING; }

int giveUp(http_t*, void*) { return 0; }

}  // namespace

struct IppSession::State {
    Http http;
    std::string uri;
    std::string resource;

    // A question may be asked twice without harm; only printJob sends a document, once.
    Message ask(Message request) {
        const auto status = cupsSendRequest(http.get(), request.get(), resource.c_str(), ippLength(request.get()));
        if (status != HTTP_STATUS_CONTINUE) return nullptr;
        return Message{cupsGetResponse(http.get(), resource.c_str())};
    }
};

IppSession::IppSession(std::unique_ptr<State> state) : m_state(std::move(state)) {}
IppSession::IppSession(IppSession&&) noexcept = default;
IppSession& IppSession::operator=(IppSession&&) noexcept = default;
IppSession::~IppSession() = default;

bool IppSession::isAddress(const std::string& uri) { return addressOf(uri).has_value(); }

std::optional<IppSession> IppSession::connect(const std::string& uri, std::chrono::milliseconds patience) {
    const auto address = addressOf(uri);
    if (!address) return std::nullopt;
    const auto encryption = address->scheme == "ipps" ? HTTP_ENCRYPTION_ALWAYS : HTTP_ENCRYPTION_IF_REQUESTED;
    Http http{httpConnect2(address->host.c_str(), address->port, nullptr, AF_UNSPEC, encryption, 1,
                           static_cast<int>(patience.count()), nullptr)};
    if (!http) return std::nullopt;
    httpSetTimeout(http.get(), static_cast<double>(patience.count()) / 1000.0, giveUp, nullptr);
    return IppSession{std::unique_ptr<State>{new State{std::move(http), uri, address->resource}}};
}

std::optional<PrinterCapabilities> IppSession::capabilities() {
    const Message answer = m_state->ask(printerQuestion(m_state->uri, ipp::kCapabilities));
    if (!succeeded(answer.get())) return std::nullopt;
    return ipp::capabilitiesIn(answer.get());
}

std::vector<std::string> IppSession::printerReasons() {
    const Message answer = m_state->ask(printerQuestion(m_state->uri, {"printer-state-reasons"}));
    if (!succeeded(answer.get())) return {};
    return ipp::textsOf(answer.get(), "printer-state-reasons");
}

IppAcceptance IppSession::printJob(const std::string& name, base::BytesView pdf, const JobOptions& options) {
    using Kind = IppAcceptance::Kind;
    const Message request = requestOf(IPP_OP_PRINT_JOB, m_state->uri);
    closeOperation(request.get());
    ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", nullptr, name.c_str());
    ippAddBoolean(request.get(), IPP_TAG_OPERATION, "ipp-attribute-fidelity", 1);
    ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", nullptr, "application/pdf");
    ipp::addTo(request.get(), options);
    http_t* http = m_state->http.get();
    auto status =
        cupsSendRequest(http, request.get(), m_state->resource.c_str(), ippLength(request.get()) + pdf.size());
    if (status != HTTP_STATUS_CONTINUE) return {Kind::NotSent, 0, httpStatus(status)};
    // A printer may answer before it has the whole document, with a refusal: then the answer counts, not the breach.
    status = cupsWriteRequestData(http, reinterpret_cast<const char*>(pdf.data()), pdf.size());
    const Message answer{cupsGetResponse(http, m_state->resource.c_str())};
    if (!answer) return {Kind::Unknown, 0, httpStatus(status)};
    const ipp_status_t code = ippGetStatusCode(answer.get());
    const std::string words = ippErrorString(code);
    if (code == IPP_STATUS_ERROR_BUSY || code == IPP_STATUS_ERROR_TEMPORARY) return {Kind::Busy, 0, words};
    if (!succeeded(answer.get())) return {Kind::Refused, 0, words};
    const int job = ipp::integerOf(answer.get(), "job-id", IPP_TAG_INTEGER, 0);
    return {job > 0 ? Kind::Accepted : Kind::Unknown, job, words};
}

IppJobAnswer IppSession::job(int number) {
    using Kind = IppJobAnswer::Kind;
    Message request = jobRequest(IPP_OP_GET_JOB_ATTRIBUTES, m_state->uri, number);
    askFor(request.get(), {"job-state", "job-state-reasons", "job-name", "time-at-processing"});
    const Message answer = m_state->ask(std::move(request));
    if (!answer) return {Kind::Silent};
    const auto status = ippGetStatusCode(answer.get());
    if (status == IPP_STATUS_ERROR_NOT_FOUND || status == IPP_STATUS_ERROR_GONE) return {Kind::Unknown};
    const int state = ipp::integerOf(answer.get(), "job-state", IPP_TAG_ENUM, 0);
    if (!succeeded(answer.get()) || state < IPP_JSTATE_PENDING || state > IPP_JSTATE_COMPLETED) return {Kind::Silent};
    auto names = ipp::textsOf(answer.get(), "job-name");
    return {Kind::Known,
            {static_cast<IppJobState>(state), ipp::textsOf(answer.get(), "job-state-reasons"),
             names.empty() ? "" : std::move(names.front()), isWithoutValue(answer.get(), "time-at-processing"),
             numberOf(answer.get(), "time-at-processing")}};
}

bool IppSession::cancelJob(int number) {
    const Message answer = m_state->ask(jobRequest(IPP_OP_CANCEL_JOB, m_state->uri, number));
    return succeeded(answer.get());
}

}  // namespace printing
