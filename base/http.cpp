// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/http.hpp"

#include <curl/curl.h>

#include <memory>

#include "base/failure.hpp"

namespace base::http {
namespace {

constexpr long kMostRedirections = 3;

struct CloseHandle {
    void operator()(CURL* handle) const noexcept { curl_easy_cleanup(handle); }
};
struct FreeList {
    void operator()(curl_slist* list) const noexcept { curl_slist_free_all(list); }
};
using Handle = std::unique_ptr<CURL, CloseHandle>;
using Headers = std::unique_ptr<curl_slist, FreeList>;

struct Answer {
    Bytes octets;
    std::size_t limit = 0;
    bool tooLarge = false;
};

extern "C" std::size_t keepAnswer(char* octets, std::size_t size, std::size_t count, void* target) {
    auto& answer = *static_cast<Answer*>(target);
    const std::size_t length = size * count;
    if (answer.octets.size() + length > answer.limit) {
        answer.tooLarge = true;
        return 0;  // stops the transfer
    }
    answer.octets.insert(answer.octets.end(), octets, octets + length);
    return length;
}

void ready() {
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (started != CURLE_OK) throw Failure{"http.library"_code, NextStep::Stop, "curl_global_init"};
}

void addHeader(Headers& headers, const std::string& name, const std::string& value) {
    if (value.empty()) return;
    auto* longer = curl_slist_append(headers.get(), (name + ": " + value).c_str());
    if (longer == nullptr) throw std::bad_alloc{};
    (void)headers.release();
    headers.reset(longer);
}

void setLimits(CURL* handle, const Limits& limits) {
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connecting.count()));
    curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(limits.whole.count()));
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_MAXREDIRS, kMostRedirections);
    curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    if (limits.authorities.empty()) return;
    curl_easy_setopt(handle, CURLOPT_CAINFO, limits.authorities.c_str());
    curl_easy_setopt(handle, CURLOPT_CAPATH, nullptr);
}

Fault faultOf(CURLcode code, const Answer& answer, const std::string& url) {
    if (answer.tooLarge) return {"http.answer-too-large"_code, {{"limit", std::to_string(answer.limit)}}, url};
    if (code == CURLE_OPERATION_TIMEDOUT) return {"http.timed-out"_code, {}, url};
    if (code == CURLE_URL_MALFORMAT || code == CURLE_UNSUPPORTED_PROTOCOL)
        return {"http.bad-address"_code, {{"url", url}}, {}};
    return {"http.unreachable"_code, {{"what", curl_easy_strerror(code)}}, url};
}

}  // namespace

Result<Bytes> exchange(const Request& request, const Limits& limits) {
    ready();
    const Handle handle{curl_easy_init()};
    if (!handle) throw std::bad_alloc{};
    Answer answer;
    answer.limit = limits.answer;
    Headers headers;
    addHeader(headers, "Content-Type", request.contentType);
    addHeader(headers, "Accept", request.accept);
    curl_easy_setopt(handle.get(), CURLOPT_URL, request.url.c_str());
    setLimits(handle.get(), limits);
    if (request.body.empty()) {
        curl_easy_setopt(handle.get(), CURLOPT_FOLLOWLOCATION, 1L);
    } else {
        curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDS, reinterpret_cast<const char*>(request.body.data()));
        curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDSIZE, static_cast<long>(request.body.size()));
    }
    curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(handle.get(), CURLOPT_WRITEFUNCTION, keepAnswer);
    curl_easy_setopt(handle.get(), CURLOPT_WRITEDATA, &answer);
    const auto code = curl_easy_perform(handle.get());
    if (code != CURLE_OK) return faultOf(code, answer, request.url);
    long status = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
    if (status != 200) return Fault{"http.refused"_code, {{"status", std::to_string(status)}}, request.url};
    return std::move(answer.octets);
}

}  // namespace base::http
