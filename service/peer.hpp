// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <openssl/ssl.h>

#include <optional>
#include <string>
#include <string_view>

namespace service {

/// Who is at the other end of a connection, by the certificate that TLS has verified.
struct Peer {
    std::string workstation;  ///< its common name
    std::string certificate;  ///< its SHA-256, hexadecimal
};

/// Whether the text can be a workstation's id: letters, digits, hyphens, underscores and dots, at most 32.
bool isWorkstationId(std::string_view text);

/// Nothing where there is no certificate, or it bears no name, two, or one that is not a workstation's.
std::optional<Peer> peerOf(const SSL* connection);

/// Takes TLS 1.3 and nothing older.
void allowOnlyNewest(SSL_CTX* context);

}  // namespace service
