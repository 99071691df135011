// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/timestamp/timestamp_transport.hpp"

namespace signing {

TimestampTransport httpTransport(std::string url, std::shared_ptr<base::http::Errand> errand) {
    return [url = std::move(url), errand = std::move(errand)](base::BytesView request) {
        return errand->exchange(
            {url, {request.begin(), request.end()}, "application/timestamp-query", "application/timestamp-reply"});
    };
}

}  // namespace signing
