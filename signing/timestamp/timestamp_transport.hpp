// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "base/http_errand.hpp"
#include "signing/timestamp/timestamp_client.hpp"

namespace signing {

/// Carries requests to an authority over HTTP or HTTPS (RFC 3161 3.4). Refuses what the errand refuses.
TimestampTransport httpTransport(std::string url, std::shared_ptr<base::http::Errand> errand);

}  // namespace signing
