// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <string>

#include "base/bytes.hpp"

namespace service {

/// The part of an address that stands for whoever asks: an IPv4 address, or the first 64 bits of an IPv6 address, of
/// which a household has all others. Texts that are no address stay as they are.
std::string networkOf(const std::string& address);

/// How often one address may ask: a bucket of tokens for each. Addresses are kept nowhere: a bucket is found by an HMAC
/// under a key that lives in this object only and is drawn anew every hour, when all buckets are forgotten. Where
/// there are more addresses than it keeps, the further ones share one bucket.
class RateLimit {
   public:
    using Moment = std::chrono::steady_clock::time_point;
    struct Rule {
        int perMinute = 30;  ///< and as many at once after a minute of rest
        std::size_t mostAddresses = 65536;
    };
    explicit RateLimit(Rule rule);

    /// Takes one token. Nothing where there was one, else the whole seconds until there is.
    std::chrono::seconds take(const std::string& address, Moment now);
    /// Buckets that are kept.
    [[nodiscard]] std::size_t kept() const;

   private:
    struct Bucket {
        double tokens = 0;
        Moment filled;
    };
    void drawKey(Moment now);
    void forgetTheRested(Moment now);
    [[nodiscard]] double tokensAt(const Bucket& bucket, Moment now) const;

    Rule m_rule;
    mutable std::mutex m_guard;
    base::Bytes m_key;
    Moment m_keyDrawn;
    Moment m_swept;
    std::map<base::Bytes, Bucket> m_buckets;
};

}  // namespace service
