// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "signing/timestamp/timestamp_token.hpp"

namespace signing {

/// Carries a request (application/timestamp-query) to the authority and its answer (application/timestamp-reply) back;
/// refuses with its own reasons.
using TimestampTransport = std::function<base::Result<base::Bytes>(base::BytesView request)>;

/// Asks a time-stamping authority (RFC 3161). Safe to use from several threads where the transport is.
class TimestampClient {
   public:
    struct Settings {
        std::vector<Certificate> anchors;  ///< roots of authorities that are believed
        std::string policy = {};           ///< OID that is asked for; empty for the authority's own
    };
    TimestampClient(TimestampTransport transport, Settings settings, const base::Clock& clock)
        : m_transport(std::move(transport)), m_settings(std::move(settings)), m_clock(clock) {}

    /// A token over the octets, its status, nonce, imprint, policy, signature, path and purpose checked. Refuses what
    /// the transport and verifyTimestamp refuse, "signing.timestamp-refused" (argument "what": the authority's words),
    /// and "signing.timestamp-wrong" for answers to another question or from a clock over five minutes off ours.
    [[nodiscard]] base::Result<TimestampToken> stamp(base::BytesView octets) const;

   private:
    TimestampTransport m_transport;
    Settings m_settings;
    const base::Clock& m_clock;
};

}  // namespace signing
