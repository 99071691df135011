// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "base/bytes.hpp"

namespace chip {

/// A command APDU (ISO/IEC 7816-4 5.1). `expected` is Le: absent for none, 256 (short) or 65536 (extended) for "all".
struct Command {
    std::uint8_t cla = 0x00;
    std::uint8_t ins = 0x00;
    std::uint8_t p1 = 0x00;
    std::uint8_t p2 = 0x00;
    base::Bytes data = {};
    std::optional<std::size_t> expected = {};

    /// The octets on the wire: short where both lengths allow it, extended otherwise.
    [[nodiscard]] base::Bytes encode() const;
    /// Reads any of the seven cases. Refuses "apdu.malformed".
    static base::Result<Command> decode(base::BytesView octets);
};

/// A response APDU: data and the status word SW1-SW2.
struct Response {
    base::Bytes data = {};
    std::uint16_t status = 0x9000;

    [[nodiscard]] bool ok() const { return status == 0x9000; }
    [[nodiscard]] base::Bytes encode() const;
    static base::Result<Response> decode(base::BytesView octets);
};

}  // namespace chip
