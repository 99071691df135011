// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/timestamp/timestamp_transport.hpp"

namespace signing {

TimestampTransport httpTransport(std::string url, base::http::Limits limits) {
    return [url = std::move(url), limits = std::move(limits)](base::BytesView request) {
        return base::http::exchange(
            {url, {request.begin(), request.end()}, "application/timestamp-query", "application/timestamp-reply"},
            limits);
    };
}

}  // namespace signing
