// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <mutex>
#include <vector>

#include "base/http.hpp"

namespace base::http {

/// Questions to servers that belong to one act. An address that failed is not asked again, and all questions together
/// take no longer than they may: whoever waits for the act waits for the network once. Safe from several threads,
/// whose questions go one after another.
class Errand {
   public:
    static constexpr std::chrono::milliseconds kUsualShare{60000};
    /// `limits` holds for each question, `share` for all of them.
    explicit Errand(Limits limits = {}, std::chrono::milliseconds share = kUsualShare)
        : m_limits(std::move(limits)), m_share(share) {}

    /// As base::http::exchange; at an address that failed its first fault, without asking. A server that cannot be
    /// reached or does not answer in time fails with all its addresses. Refuses "http.time-spent" too.
    Result<Bytes> exchange(const Request& request);
    /// What failed in an earlier act that goes on with this one: refused as "http.not-asked-again".
    void avoid(const std::vector<std::string>& addresses);
    /// Servers and addresses that failed or were to be avoided.
    [[nodiscard]] std::vector<std::string> failed() const;

   private:
    [[nodiscard]] const Fault* faultAt(const std::string& url) const;

    Limits m_limits;
    std::chrono::milliseconds m_share;
    std::chrono::milliseconds m_spent{0};
    std::map<std::string, Fault> m_failed;  ///< by server ("http://host:port") or whole address
    mutable std::mutex m_mutex;
};

}  // namespace base::http
