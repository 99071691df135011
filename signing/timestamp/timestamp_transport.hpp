// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/http.hpp"
#include "signing/timestamp/timestamp_client.hpp"

namespace signing {

/// Carries requests to an authority over HTTP or HTTPS (RFC 3161 3.4). Refuses what base::http::exchange refuses.
TimestampTransport httpTransport(std::string url, base::http::Limits limits = {});

}  // namespace signing
