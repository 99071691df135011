// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

#include "base/bytes.hpp"

/// Asking a server over HTTP or HTTPS. Servers are anybody's: time and size are bounded, certificates are verified, and
/// no redirection leads to another kind of address.
namespace base::http {

/// One question. With a body it is a POST, without a GET.
struct Request {
    std::string url;  ///< http:// or https://
    Bytes body = {};
    std::string contentType = {};
    std::string accept = {};
};

/// What an answer may cost, and whose word proves a server.
struct Limits {
    std::chrono::milliseconds connecting{5000};
    std::chrono::milliseconds whole{15000};
    std::size_t answer = std::size_t{1024} * 1024;  ///< octets
    std::string authorities = {};                   ///< PEM file of roots for HTTPS; the system's where empty
};

/// The body of the answer, which must have status 200. Refuses "http.bad-address", "http.unreachable" (argument
/// "what"), "http.timed-out", "http.refused" (argument "status"), "http.answer-too-large". Safe from several threads.
Result<Bytes> exchange(const Request& request, const Limits& limits = {});

}  // namespace base::http
