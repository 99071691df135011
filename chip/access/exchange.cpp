// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/access/exchange.hpp"

#include "chip/apdu/status.hpp"

namespace chip {

using base::operator""_code;

base::Fault unexpectedStatus(Exchange exchange, std::uint16_t status) {
    const std::string name{nameOf(exchange)};
    return {"access.unexpected-status"_code, {{"exchange", name}, {"status", status::text(status)}}, name};
}

base::Fault malformedAnswer(Exchange exchange) {
    return {"access.malformed-answer"_code, {}, std::string{nameOf(exchange)}};
}

}  // namespace chip
