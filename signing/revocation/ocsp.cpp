// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/revocation/ocsp.hpp"

#include <openssl/err.h>
#include <openssl/ocsp.h>
#include <openssl/x509_vfy.h>

#include <ctime>

#include "base/openssl.hpp"

namespace signing {
using namespace base::literals;
namespace {

using base::openssl::check;
using base::openssl::FreeWith;
using Response = std::unique_ptr<OCSP_RESPONSE, FreeWith<OCSP_RESPONSE_free>>;
using Basic = std::unique_ptr<OCSP_BASICRESP, FreeWith<OCSP_BASICRESP_free>>;
using Question = std::unique_ptr<OCSP_REQUEST, FreeWith<OCSP_REQUEST_free>>;
using CertificateId = std::unique_ptr<OCSP_CERTID, FreeWith<OCSP_CERTID_free>>;
using Store = std::unique_ptr<X509_STORE, FreeWith<X509_STORE_free>>;

struct FreeStack {
    void operator()(STACK_OF(X509) * stack) const noexcept { sk_X509_free(stack); }
};
using Stack = std::unique_ptr<STACK_OF(X509), FreeStack>;

constexpr std::size_t kLargestResponse = std::size_t{256} * 1024;

base::Fault wrong(const std::string& what) {
    base::openssl::forgetErrors();
    return {"signing.ocsp-wrong"_code, {{"what", what}}, {}};
}

base::Fault malformed() {
    base::openssl::forgetErrors();
    return {"signing.malformed"_code, {{"what", "OCSPResponse"}}, {}};
}

/// Null for what OpenSSL does not take for a certificate.
base::openssl::Certificate parsed(const Certificate& certificate) {
    const unsigned char* at = certificate.der.data();
    return base::openssl::Certificate{d2i_X509(nullptr, &at, static_cast<long>(certificate.der.size()))};
}

CertificateId idOf(const Certificate& certificate, const Certificate& issuer) {
    const auto subject = parsed(certificate), authority = parsed(issuer);
    if (!subject || !authority) return nullptr;
    return CertificateId{OCSP_cert_to_id(EVP_sha1(), subject.get(), authority.get())};
}

std::optional<base::Timestamp> momentOf(const ASN1_GENERALIZEDTIME* time) {
    std::tm parts{};
    if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1) return std::nullopt;
    return base::Timestamp{std::chrono::seconds{::timegm(&parts)}};
}

/// Signed by the issuer, or by whom it certified for this.
bool signedFor(OCSP_BASICRESP* basic, const Certificate& issuer, base::Timestamp produced) {
    const Store store{check(X509_STORE_new(), "certificates")};
    const auto authority = parsed(issuer);
    if (!authority) return false;
    check(X509_STORE_add_cert(store.get(), authority.get()), "certificates");
    auto* parameters = X509_STORE_get0_param(store.get());
    X509_VERIFY_PARAM_set_time(parameters, std::chrono::system_clock::to_time_t(produced));
    X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_PARTIAL_CHAIN);
    const Stack known{check(sk_X509_new_null(), "certificates")};
    sk_X509_push(known.get(), authority.get());
    return OCSP_basic_verify(basic, known.get(), store.get(), 0) == 1;
}

bool nonceReturned(base::BytesView request, OCSP_BASICRESP* basic) {
    if (request.empty()) return true;
    const unsigned char* at = request.data();
    const Question question{d2i_OCSP_REQUEST(nullptr, &at, static_cast<long>(request.size()))};
    // -1: only asked; responders may answer with what they prepared (RFC 6960 4.4.1).
    return question && OCSP_check_nonce(question.get(), basic) != 0;
}

std::optional<Certificate> ownForm(const X509* certificate) {
    unsigned char* octets = nullptr;
    const int size = i2d_X509(certificate, &octets);
    if (size <= 0) return std::nullopt;
    auto read = readCertificate({octets, static_cast<std::size_t>(size)});
    OPENSSL_free(octets);
    if (!read) return std::nullopt;
    return std::move(*read);
}

std::vector<Certificate> certificatesIn(const OCSP_BASICRESP* basic) {
    std::vector<Certificate> found;
    const auto* stack = OCSP_resp_get0_certs(basic);
    for (int i = 0; i < sk_X509_num(stack); ++i)
        if (auto certificate = ownForm(sk_X509_value(stack, i))) found.push_back(std::move(*certificate));
    return found;
}

/// Notes who signed in the issuer's place; refuses one whom our own reader does not take.
base::Outcome noteDelegate(OCSP_BASICRESP* basic, const Certificate& issuer, OcspStatus& status) {
    const auto authority = parsed(issuer);
    const Stack known{check(sk_X509_new_null(), "certificates")};
    sk_X509_push(known.get(), authority.get());
    X509* signer = nullptr;
    if (OCSP_resp_get0_signer(basic, &signer, known.get()) != 1) return wrong("signature");
    auto delegate = ownForm(signer);
    if (!delegate) return wrong("responder");
    if (delegate->der != issuer.der && !delegate->ocspNoCheck) status.toBeProven = std::move(*delegate);
    return {};
}

base::Result<OcspStatus> statusIn(OCSP_BASICRESP* basic, OCSP_CERTID* id, base::Timestamp produced) {
    if (id == nullptr) return wrong("certificate");
    int word = 0, reason = 0;
    ASN1_GENERALIZEDTIME *revoked = nullptr, *thisUpdate = nullptr, *nextUpdate = nullptr;
    if (OCSP_resp_find_status(basic, id, &word, &reason, &revoked, &thisUpdate, &nextUpdate) != 1)
        return wrong("certificate");
    OcspStatus status;
    if (word == V_OCSP_CERTSTATUS_GOOD) status.word = OcspStatus::Word::Good;
    if (word == V_OCSP_CERTSTATUS_REVOKED) status.word = OcspStatus::Word::Revoked;
    status.revoked = momentOf(revoked);
    const auto began = momentOf(thisUpdate);
    if (!began || (status.word == OcspStatus::Word::Revoked && !status.revoked)) return wrong("time");
    status.thisUpdate = *began;
    status.nextUpdate = momentOf(nextUpdate);
    status.produced = produced;
    status.responders = certificatesIn(basic);
    return status;
}

}  // namespace

base::Bytes makeOcspRequest(const Certificate& certificate, const Certificate& issuer) {
    const Question request{check(OCSP_REQUEST_new(), "OCSP request")};
    CertificateId id{check(idOf(certificate, issuer).release(), "OCSP request")};
    check(OCSP_request_add0_id(request.get(), id.get()), "OCSP request");
    (void)id.release();
    check(OCSP_request_add1_nonce(request.get(), nullptr, -1), "OCSP request");
    unsigned char* octets = nullptr;
    const int size = i2d_OCSP_REQUEST(request.get(), &octets);
    if (size <= 0) base::openssl::throwFailure("OCSP request");
    base::Bytes written{octets, octets + size};
    OPENSSL_free(octets);
    return written;
}

base::Result<OcspStatus> readOcspResponse(base::BytesView response, const Certificate& certificate,
                                          const Certificate& issuer, base::BytesView request) {
    if (response.size() > kLargestResponse) return malformed();
    const unsigned char* at = response.data();
    const Response whole{d2i_OCSP_RESPONSE(nullptr, &at, static_cast<long>(response.size()))};
    if (!whole || at != response.data() + response.size()) return malformed();
    const int answered = OCSP_response_status(whole.get());
    if (answered != OCSP_RESPONSE_STATUS_SUCCESSFUL)
        return base::Fault{"signing.ocsp-refused"_code, {{"what", OCSP_response_status_str(answered)}}, {}};
    const Basic basic{OCSP_response_get1_basic(whole.get())};
    if (!basic) return malformed();
    const auto produced = momentOf(OCSP_resp_get0_produced_at(basic.get()));
    if (!produced) return malformed();
    if (!nonceReturned(request, basic.get())) return wrong("nonce");
    if (!signedFor(basic.get(), issuer, *produced)) return wrong("signature");
    auto status = statusIn(basic.get(), idOf(certificate, issuer).get(), *produced);
    if (status)
        if (const auto noted = noteDelegate(basic.get(), issuer, *status); !noted) return noted.refusal();
    base::openssl::forgetErrors();
    return status;
}

}  // namespace signing
