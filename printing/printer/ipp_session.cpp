// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/printer/ipp_session.hpp"

#include <cups/cups.h>

#include <array>

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

template <std::size_t Count>
void askFor(ipp_t* request, const std::array<const char*, Count>& names) {
    ippAddStrings(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", int{Count}, nullptr,
                  names.data());
}

std::vector<std::string> textsOf(ipp_t* answer, const char* name) {
    std::vector<std::string> texts;
    ipp_attribute_t* attribute = ippFindAttribute(answer, name, IPP_TAG_ZERO);
    for (int at = 0; attribute != nullptr && at < ippGetCount(attribute); ++at)
        if (const char* text = ippGetString(attribute, at, nullptr); text != nullptr) texts.emplace_back(text);
    return texts;
}

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const auto& text : texts) all += (all.empty() ? "" : " ") + text;
    return all;
}

int integerOf(ipp_t* answer, const char* name, ipp_tag_t tag, int otherwise) {
    ipp_attribute_t* attribute = ippFindAttribute(answer, name, tag);
    return attribute != nullptr ? ippGetInteger(attribute, 0) : otherwise;
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

std::optional<IppPrinterState> IppSession::printerState() {
    constexpr std::array<const char*, 4> kNames{"printer-state", "printer-state-reasons", "printer-is-accepting-jobs",
                                                "document-format-supported"};
    Message request = requestOf(IPP_OP_GET_PRINTER_ATTRIBUTES, m_state->uri);
    closeOperation(request.get());
    askFor(request.get(), kNames);
    const Message answer = m_state->ask(std::move(request));
    if (!succeeded(answer.get())) return std::nullopt;
    ipp_attribute_t* accepting = ippFindAttribute(answer.get(), "printer-is-accepting-jobs", IPP_TAG_BOOLEAN);
    return IppPrinterState{
        accepting == nullptr || ippGetBoolean(accepting, 0) != 0,
        integerOf(answer.get(), "printer-state", IPP_TAG_ENUM, IPP_PSTATE_IDLE) == IPP_PSTATE_STOPPED,
        joined(textsOf(answer.get(), "printer-state-reasons")), textsOf(answer.get(), "document-format-supported")};
}

IppAcceptance IppSession::printJob(const std::string& name, base::BytesView pdf) {
    using Kind = IppAcceptance::Kind;
    const Message request = requestOf(IPP_OP_PRINT_JOB, m_state->uri);
    closeOperation(request.get());
    ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", nullptr, name.c_str());
    ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", nullptr, "application/pdf");
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
    const int job = integerOf(answer.get(), "job-id", IPP_TAG_INTEGER, 0);
    return {job > 0 ? Kind::Accepted : Kind::Unknown, job, words};
}

std::optional<IppJob> IppSession::job(int number) {
    constexpr std::array<const char*, 3> kNames{"job-state", "job-state-reasons", "job-name"};
    Message request = requestOf(IPP_OP_GET_JOB_ATTRIBUTES, m_state->uri);
    ippAddInteger(request.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", number);
    closeOperation(request.get());
    askFor(request.get(), kNames);
    const Message answer = m_state->ask(std::move(request));
    if (!succeeded(answer.get())) return std::nullopt;
    const int state = integerOf(answer.get(), "job-state", IPP_TAG_ENUM, 0);
    if (state < IPP_JSTATE_PENDING || state > IPP_JSTATE_COMPLETED) return std::nullopt;
    return IppJob{static_cast<IppJobState>(state), joined(textsOf(answer.get(), "job-state-reasons")),
                  joined(textsOf(answer.get(), "job-name"))};
}

}  // namespace printing
