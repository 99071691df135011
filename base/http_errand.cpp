// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/http_errand.hpp"

#include <algorithm>

namespace base::http {
namespace {

using std::chrono::milliseconds;

/// "http://host:port" of an address.
std::string serverOf(const std::string& url) {
    const auto scheme = url.find("://");
    if (scheme == std::string::npos) return url;
    return url.substr(0, url.find_first_of("/?#", scheme + 3));
}

bool failsAsServer(const Fault& fault) {
    return fault.code == "http.unreachable"_code || fault.code == "http.timed-out"_code;
}

}  // namespace

const Fault* Errand::faultAt(const std::string& url) const {
    for (const auto& failed : {serverOf(url), url})
        if (const auto found = m_failed.find(failed); found != m_failed.end()) return &found->second;
    return nullptr;
}

Result<Bytes> Errand::exchange(const Request& request) {
    const std::lock_guard lock{m_mutex};
    if (const auto* fault = faultAt(request.url)) return *fault;
    auto limits = m_limits;
    limits.whole = std::min(limits.whole, m_share - m_spent);
    if (limits.whole <= milliseconds{0})
        return Fault{"http.time-spent"_code,
                     {{"seconds", std::to_string(std::chrono::duration_cast<std::chrono::seconds>(m_share).count())}},
                     request.url};
    limits.connecting = std::min(limits.connecting, limits.whole);
    const auto began = std::chrono::steady_clock::now();
    auto answer = http::exchange(request, limits);
    m_spent += std::chrono::ceil<milliseconds>(std::chrono::steady_clock::now() - began);
    if (!answer) {
        const auto& fault = answer.refusal().first();
        m_failed.emplace(failsAsServer(fault) ? serverOf(request.url) : request.url, fault);
    }
    return answer;
}

void Errand::avoid(const std::vector<std::string>& addresses) {
    const std::lock_guard lock{m_mutex};
    for (const auto& address : addresses)
        m_failed.emplace(address, Fault{"http.not-asked-again"_code, {{"address", address}}, {}});
}

std::vector<std::string> Errand::failed() const {
    const std::lock_guard lock{m_mutex};
    std::vector<std::string> addresses;
    for (const auto& [address, fault] : m_failed) addresses.push_back(address);
    return addresses;
}

}  // namespace base::http
