// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/timestamp/timestamp_token.hpp"

#include <openssl/err.h>
#include <openssl/x509_vfy.h>

#include <ctime>

#include "base/der.hpp"
#include "signing/timestamp/timestamp_library.hpp"

namespace signing {
using namespace base::literals;
namespace {

using base::openssl::check;
using MemoryFile = std::unique_ptr<BIO, FreeWith<BIO_free_all>>;

struct FreeStack {
    void operator()(STACK_OF(X509) * stack) const noexcept { sk_X509_free(stack); }
};
using Signers = std::unique_ptr<STACK_OF(X509), FreeStack>;

bool longEnough(int digest) { return digest == NID_sha256 || digest == NID_sha384 || digest == NID_sha512; }

bool signedWithLongDigest(PKCS7* token) {
    const auto* signers = PKCS7_get_signer_info(token);
    if (signers == nullptr || sk_PKCS7_SIGNER_INFO_num(signers) != 1) return false;
    X509_ALGOR* digest = nullptr;
    PKCS7_SIGNER_INFO_get0_algs(sk_PKCS7_SIGNER_INFO_value(signers, 0), nullptr, &digest, nullptr);
    return digest != nullptr && longEnough(OBJ_obj2nid(digest->algorithm));
}

bool imprintIsLong(TS_TST_INFO* info) {
    return longEnough(OBJ_obj2nid(TS_MSG_IMPRINT_get_algo(TS_TST_INFO_get_msg_imprint(info))->algorithm));
}

std::string policyOf(TS_TST_INFO* info) {
    char text[128] = {};
    OBJ_obj2txt(text, sizeof text, TS_TST_INFO_get_policy_id(info), 1);
    return text;
}

base::Result<base::Timestamp> momentOf(TS_TST_INFO* info) {
    std::tm parts{};
    if (ASN1_TIME_to_tm(TS_TST_INFO_get_time(info), &parts) != 1) return timestampFault("genTime");
    return base::Timestamp{std::chrono::seconds{::timegm(&parts)}};
}

std::optional<Certificate> read(X509* certificate) {
    unsigned char* octets = nullptr;
    const int size = i2d_X509(certificate, &octets);
    if (size <= 0) return std::nullopt;
    auto own = readCertificate({octets, static_cast<std::size_t>(size)});
    OPENSSL_free(octets);
    if (!own) return std::nullopt;
    return std::move(own).value();
}

std::optional<Certificate> signerOf(PKCS7* token) {
    const Signers signers{PKCS7_get0_signers(token, nullptr, 0)};
    if (!signers || sk_X509_num(signers.get()) != 1) return std::nullopt;
    return read(sk_X509_value(signers.get(), 0));
}

/// The way up, and whether something on it was revoked: OpenSSL has judged all the rest.
PathVerdict pathOf(PKCS7* token, const Certificate& signer, const TimestampTrust& trust) {
    std::vector<Certificate> intermediates{trust.intermediates.begin(), trust.intermediates.end()};
    const auto* inside = token->d.sign->cert;
    for (int i = 0; i < sk_X509_num(inside); ++i)
        if (auto certificate = read(sk_X509_value(inside, i))) intermediates.push_back(std::move(*certificate));
    return verifyPath(signer, {trust.anchors, trust.moment, trust.revocations, 0, intermediates, trust.responses});
}

/// Signature, path, purpose and imprint, as OpenSSL checks them.
bool holds(PKCS7* token, base::BytesView octets, const TimestampTrust& trust) {
    const TsCheck checks{check(TS_VERIFY_CTX_new(), "time-stamp")};
    TS_VERIFY_CTX_set_flags(checks.get(), TS_VFY_VERSION | TS_VFY_SIGNATURE | TS_VFY_SIGNER | TS_VFY_DATA);
    TS_VERIFY_CTX_set_store(checks.get(), storeOf(trust).release());
    MemoryFile data{check(BIO_new_mem_buf(octets.data(), static_cast<int>(octets.size())), "time-stamp")};
    TS_VERIFY_CTX_set_data(checks.get(), data.release());
    return TS_RESP_verify_token(checks.get(), token) == 1;
}

}  // namespace

Store storeOf(const TimestampTrust& trust) {
    Store store{check(X509_STORE_new(), "certificates")};
    for (const auto& anchor : trust.anchors) {
        const unsigned char* at = anchor.der.data();
        const base::openssl::Certificate certificate{d2i_X509(nullptr, &at, static_cast<long>(anchor.der.size()))};
        if (certificate) X509_STORE_add_cert(store.get(), certificate.get());
    }
    auto* parameters = X509_STORE_get0_param(store.get());
    X509_VERIFY_PARAM_set_time(parameters, std::chrono::system_clock::to_time_t(trust.moment));
    X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_PARTIAL_CHAIN);
    base::openssl::forgetErrors();
    return store;
}

base::Fault timestampFault(const std::string& what) {
    base::openssl::forgetErrors();
    return {"signing.timestamp-wrong"_code, {{"what", what}}, {}};
}

base::Fault timestampFault() {
    const auto error = ERR_peek_last_error();
    const char* reason = ERR_reason_error_string(error);
    const std::string what = reason == nullptr ? "?" : reason;
    const bool untrusted =
        ERR_GET_LIB(error) == ERR_LIB_TS &&
        (ERR_GET_REASON(error) == TS_R_CERTIFICATE_VERIFY_ERROR || ERR_GET_REASON(error) == TS_R_TSA_UNTRUSTED);
    if (!untrusted) return timestampFault(what);
    base::openssl::forgetErrors();
    return {"signing.timestamp-untrusted"_code, {{"what", what}}, {}};
}

base::Result<TimestampToken> verifyTimestamp(base::BytesView token, base::BytesView octets,
                                             const TimestampTrust& trust) {
    const base::Fault malformed{"signing.malformed"_code, {{"what", "time-stamp"}}, {}};
    if (token.size() > kLargestTimestamp) return malformed;
    const unsigned char* at = token.data();
    const Pkcs7 parsed{d2i_PKCS7(nullptr, &at, static_cast<long>(token.size()))};
    const bool whole = parsed && at == token.data() + token.size() && PKCS7_type_is_signed(parsed.get()) != 0;
    const TsInfo info{whole ? PKCS7_to_TS_TST_INFO(parsed.get()) : nullptr};
    if (!info) {
        base::openssl::forgetErrors();
        return malformed;
    }
    if (!imprintIsLong(info.get()) || !signedWithLongDigest(parsed.get())) return timestampFault("digest");
    if (!holds(parsed.get(), octets, trust)) return timestampFault();
    const auto moment = momentOf(info.get());
    if (!moment) return moment.refusal();
    TimestampToken read{{token.begin(), token.end()}, *moment, policyOf(info.get()), "?"};
    read.signer = signerOf(parsed.get());
    if (!read.signer) return read;
    read.authority = read.signer->subjectText();
    read.path = pathOf(parsed.get(), *read.signer, trust);
    for (const auto& reason : read.path.reasons)
        if (reason.code == "signing.certificate-revoked"_code) return reason;
    return read;
}

}  // namespace signing
