// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/content_arrival.hpp"

#include <nlohmann/json.hpp>

namespace service {

using namespace base::literals;

namespace {

constexpr std::size_t kPiece = std::size_t{1} << 20;
/// A short rest of what was refused is read, so that the client hears why; of a long one the connection ends.
constexpr std::size_t kReadPast = std::size_t{8} << 20;
/// Octets a second: whoever brings less keeps a place that others could use.
constexpr double kSlowest = 16 * 1024;

}  // namespace

ContentArrival::ContentArrival(contract::Office& office, contract::Credentials credentials, std::string sha256,
                               const wire::PartRange& range, std::chrono::seconds patience)
    : m_office(office),
      m_credentials(std::move(credentials)),
      m_sha256(std::move(sha256)),
      m_size(range.size),
      m_patience(patience),
      m_offset(range.offset) {}

bool ContentArrival::take(std::string_view octets) {
    m_came += octets.size();
    if (isTooSlow()) {
        m_outcome = base::Fault{"service.too-slow"_code};
        return false;
    }
    if (!m_outcome) return m_came <= kReadPast;
    m_piece.insert(m_piece.end(), octets.begin(), octets.end());
    if (m_piece.size() >= kPiece) passOn();
    return true;
}

wire::Reply ContentArrival::end() {
    if (m_outcome && (!m_piece.empty() || !m_passed)) passOn();
    if (!m_outcome) return wire::replyOf(base::Result<contract::Json>{m_outcome.refusal()});
    return wire::replyOf(base::Result<contract::Json>{contract::toJson(wire::ArrivedBody{m_arrived})});
}

void ContentArrival::passOn() {
    const auto arrived = m_office.bring(m_credentials, {m_sha256, m_size, m_offset, m_piece});
    m_passed = true;
    m_offset += static_cast<std::int64_t>(m_piece.size());
    m_piece.clear();
    if (arrived)
        m_arrived = *arrived;
    else
        m_outcome = arrived.refusal();
}

bool ContentArrival::isTooSlow() const {
    const auto took = std::chrono::steady_clock::now() - m_began;
    return took > m_patience && static_cast<double>(m_came) < std::chrono::duration<double>(took).count() * kSlowest;
}

}  // namespace service
