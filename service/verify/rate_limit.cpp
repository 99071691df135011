// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/verify/rate_limit.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/digest.hpp"

namespace service {
namespace {

constexpr std::size_t kKeyOctets = 32, kNameOctets = 16;
constexpr double kSecondsOfMinute = 60;
constexpr auto kLifeOfKey = std::chrono::hours{1};

}  // namespace

std::string networkOf(const std::string& address) {
    std::array<std::uint8_t, sizeof(in6_addr)> octets{};
    if (inet_pton(AF_INET6, address.c_str(), octets.data()) != 1) return address;
    constexpr std::array<std::uint8_t, 12> kMapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (std::equal(kMapped.begin(), kMapped.end(), octets.begin()))
        return inet_ntop(AF_INET, octets.data() + kMapped.size(), text.data(), text.size());
    std::fill(octets.begin() + octets.size() / 2, octets.end(), std::uint8_t{0});
    return inet_ntop(AF_INET6, octets.data(), text.data(), text.size());
}

RateLimit::RateLimit(Rule rule) : m_rule(rule) {}

double RateLimit::tokensAt(const Bucket& bucket, Moment now) const {
    const double seconds = std::chrono::duration<double>(now - bucket.filled).count();
    return std::min<double>(m_rule.perMinute, bucket.tokens + seconds * m_rule.perMinute / kSecondsOfMinute);
}

void RateLimit::drawKey(Moment now) {
    m_key = base::randomBytes(kKeyOctets);
    m_keyDrawn = now;
    m_buckets.clear();
}

void RateLimit::forgetTheRested(Moment now) {
    if (now - m_swept < std::chrono::seconds{1}) return;
    m_swept = now;
    std::erase_if(m_buckets, [&](const auto& each) { return tokensAt(each.second, now) >= m_rule.perMinute; });
}

std::chrono::seconds RateLimit::take(const std::string& address, Moment now) {
    const std::lock_guard held{m_guard};
    if (m_key.empty() || now - m_keyDrawn >= kLifeOfKey) drawKey(now);
    auto name = base::hmacSha256(m_key, base::bytesOf(networkOf(address)));
    name.resize(kNameOctets);
    if (m_buckets.size() >= m_rule.mostAddresses && !m_buckets.contains(name)) {
        forgetTheRested(now);
        if (m_buckets.size() >= m_rule.mostAddresses) name.clear();  // the bucket of all further ones
    }
    auto& bucket =
        m_buckets.try_emplace(std::move(name), Bucket{static_cast<double>(m_rule.perMinute), now}).first->second;
    const double tokens = tokensAt(bucket, now);
    bucket = {tokens, now};
    if (tokens < 1)
        return std::chrono::seconds{std::llround(std::ceil((1 - tokens) * kSecondsOfMinute / m_rule.perMinute))};
    bucket.tokens -= 1;
    return {};
}

std::size_t RateLimit::kept() const {
    const std::lock_guard held{m_guard};
    return m_buckets.size();
}

}  // namespace service
