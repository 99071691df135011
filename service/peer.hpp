// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <openssl/ssl.h>

#include <optional>
#include <string>

namespace service {

/// The workstation at the other end of a connection: the common name of its certificate, which TLS has verified.
/// Nothing where there is no certificate, or it bears no name, two, or one that is not a workstation's.
std::optional<std::string> workstationOf(const SSL* connection);

/// Takes TLS 1.3 and nothing older.
void allowOnlyNewest(SSL_CTX* context);

}  // namespace service
