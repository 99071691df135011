// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/peer.hpp"

#include <openssl/x509.h>

#include <algorithm>
#include <memory>

#include "base/failure.hpp"

namespace service {
namespace {

using namespace base::literals;

constexpr std::size_t kLongestName = 64;  // ub-common-name, RFC 5280, appendix A.1

struct FreeCertificate {
    void operator()(X509* certificate) const { X509_free(certificate); }
};

bool isNameOfWorkstation(std::string_view name) {
    return !name.empty() && name.size() <= kLongestName && std::all_of(name.begin(), name.end(), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-' || letter == '.';
    });
}

}  // namespace

std::optional<std::string> workstationOf(const SSL* connection) {
    const std::unique_ptr<X509, FreeCertificate> certificate{
        connection == nullptr ? nullptr : SSL_get1_peer_certificate(connection)};
    if (certificate == nullptr || SSL_get_verify_result(connection) != X509_V_OK) return std::nullopt;
    const X509_NAME* subject = X509_get_subject_name(certificate.get());
    const int at = X509_NAME_get_index_by_NID(subject, NID_commonName, -1);
    if (at < 0 || X509_NAME_get_index_by_NID(subject, NID_commonName, at) >= 0) return std::nullopt;
    const ASN1_STRING* text = X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at));
    // Among the letters that a workstation's name may have, every string type agrees with ASCII.
    std::string name{reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)),
                     static_cast<std::size_t>(ASN1_STRING_length(text))};
    if (!isNameOfWorkstation(name)) return std::nullopt;
    return name;
}

void allowOnlyNewest(SSL_CTX* context) {
    if (context == nullptr || SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION) != 1)
        throw base::Failure{"service.bad-certificate"_code, base::NextStep::CallSupervisor, "TLS 1.3"};
}

}  // namespace service
