// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/peer.hpp"

#include <algorithm>
#include <array>

#include "base/failure.hpp"
#include "base/openssl.hpp"

namespace service {
namespace {

using namespace base::literals;

constexpr std::size_t kLongestName = 32;

}  // namespace

bool isWorkstationId(std::string_view text) {
    return !text.empty() && text.size() <= kLongestName && std::all_of(text.begin(), text.end(), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') || letter == '-' || letter == '_' || letter == '.';
    });
}

std::optional<Peer> peerOf(const SSL* connection) {
    const base::openssl::Certificate certificate{connection == nullptr ? nullptr
                                                                       : SSL_get1_peer_certificate(connection)};
    if (certificate == nullptr || SSL_get_verify_result(connection) != X509_V_OK) return std::nullopt;
    const X509_NAME* subject = X509_get_subject_name(certificate.get());
    const int at = X509_NAME_get_index_by_NID(subject, NID_commonName, -1);
    if (at < 0 || X509_NAME_get_index_by_NID(subject, NID_commonName, at) >= 0) return std::nullopt;
    const ASN1_STRING* text = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at));
    // Among the letters that a workstation's name may have, every string type agrees with ASCII.
    std::string name{reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)),
                     static_cast<std::size_t>(ASN1_STRING_length(text))};
    if (!isWorkstationId(name)) return std::nullopt;
    std::array<std::uint8_t, 32> sha256{};
    unsigned size = sha256.size();
    base::openssl::check(X509_digest(certificate.get(), EVP_sha256(), sha256.data(), &size), "X509_digest");
    return Peer{std::move(name), base::toHex(sha256)};
}

void allowOnlyNewest(SSL_CTX* context) {
    if (context == nullptr || SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION) != 1)
        throw base::Failure{"service.bad-certificate"_code, base::NextStep::CallSupervisor, "TLS 1.3"};
}

}  // namespace service
