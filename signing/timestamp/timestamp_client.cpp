// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/timestamp/timestamp_client.hpp"

#include "base/der.hpp"
#include "signing/asn1/cursor.hpp"
#include "signing/timestamp/timestamp_library.hpp"

namespace signing {
using namespace base::literals;
namespace der = base::der;
namespace {

using base::openssl::check;

constexpr auto kClocksApart = std::chrono::minutes{5};
constexpr std::size_t kNonce = 8;  // octets

TsImprint imprintOf(base::BytesView octets) {
    TsImprint imprint{check(TS_MSG_IMPRINT_new(), "time-stamp request")};
    const Algorithm algorithm{check(X509_ALGOR_new(), "time-stamp request")};
    X509_ALGOR_set0(algorithm.get(), OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nullptr);
    auto digest = base::sha256(octets);
    check(TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get()), "time-stamp request");
    check(TS_MSG_IMPRINT_set_msg(imprint.get(), digest.data(), static_cast<int>(digest.size())), "time-stamp request");
    return imprint;
}

Number freshNonce() {
    const auto octets = base::randomBytes(kNonce);
    const base::openssl::BigNumber number{
        check(BN_bin2bn(octets.data(), static_cast<int>(octets.size()), nullptr), "nonce")};
    return Number{check(BN_to_ASN1_INTEGER(number.get(), nullptr), "nonce")};
}

TsRequest requestFor(base::BytesView octets, const std::string& policy) {
    TsRequest request{check(TS_REQ_new(), "time-stamp request")};
    check(TS_REQ_set_version(request.get(), 1), "time-stamp request");
    check(TS_REQ_set_msg_imprint(request.get(), imprintOf(octets).get()), "time-stamp request");
    check(TS_REQ_set_nonce(request.get(), freshNonce().get()), "time-stamp request");
    check(TS_REQ_set_cert_req(request.get(), 1), "time-stamp request");
    if (policy.empty()) return request;
    const Object asked{check(OBJ_txt2obj(policy.c_str(), 1), "time-stamp policy")};
    check(TS_REQ_set_policy_id(request.get(), asked.get()), "time-stamp request");
    return request;
}

base::Bytes encoded(TS_REQ* request) {
    base::Bytes octets(static_cast<std::size_t>(std::max(0, i2d_TS_REQ(request, nullptr))));
    unsigned char* at = octets.data();
    if (octets.empty() || i2d_TS_REQ(request, &at) <= 0) base::openssl::throwFailure("time-stamp request");
    return octets;
}

/// The token's octets as they stand in the response; empty where it has none.
base::Bytes tokenIn(base::BytesView response) {
    Trouble trouble;
    Cursor whole{response, trouble, base::tlv::Lengths::Ber};
    auto parts = whole.enter(der::kSequence, "TimeStampResp");
    parts.take(der::kSequence, "PKIStatusInfo");
    const auto token = parts.takeIf(der::kSequence);
    return token ? base::Bytes(token->whole.begin(), token->whole.end()) : base::Bytes{};
}

std::string wordsOf(TS_STATUS_INFO* status) {
    std::string words = "status " + std::to_string(ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(status)));
    const auto* texts = TS_STATUS_INFO_get0_text(status);
    for (int i = 0; i < sk_ASN1_UTF8STRING_num(texts); ++i) {
        const auto* text = sk_ASN1_UTF8STRING_value(texts, i);
        words += ", " + std::string{reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)),
                                    static_cast<std::size_t>(ASN1_STRING_length(text))};
    }
    return words;
}

/// Whether the response answers this request: status, version, nonce, imprint with its algorithm, policy.
base::Outcome checkAnswer(TS_RESP* response, TS_REQ* request, const TimestampTrust& trust) {
    auto* status = TS_RESP_get_status_info(response);
    const long granted = ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(status));
    if (granted != TS_STATUS_GRANTED && granted != TS_STATUS_GRANTED_WITH_MODS)
        return base::Fault{"signing.timestamp-refused"_code, {{"what", wordsOf(status)}}, {}};
    const TsCheck checks{check(TS_REQ_to_TS_VERIFY_CTX(request, nullptr), "time-stamp")};
    TS_VERIFY_CTX_add_flags(checks.get(), TS_VFY_SIGNATURE | TS_VFY_SIGNER);
    TS_VERIFY_CTX_set_store(checks.get(), storeOf(trust).release());
    if (TS_RESP_verify_response(checks.get(), response) != 1) return timestampFault();
    return {};
}

}  // namespace

base::Result<TimestampToken> TimestampClient::stamp(base::BytesView octets) const {
    const auto request = requestFor(octets, m_settings.policy);
    const auto answer = m_transport(encoded(request.get()));
    if (!answer) return answer.refusal();
    if (answer->size() > kLargestTimestamp) return timestampFault("answer larger than 64 KiB");
    const unsigned char* at = answer->data();
    const TsResponse response{d2i_TS_RESP(nullptr, &at, static_cast<long>(answer->size()))};
    if (!response || at != answer->data() + answer->size()) return timestampFault("TimeStampResp");
    const TimestampTrust trust{m_settings.anchors, m_clock.now()};
    if (const auto outcome = checkAnswer(response.get(), request.get(), trust); !outcome) return outcome.refusal();
    auto token = verifyTimestamp(tokenIn(*answer), octets, trust);
    if (!token) return token.refusal();
    if (token->moment > trust.moment + kClocksApart || token->moment < trust.moment - kClocksApart)
        return timestampFault("time apart from this machine's clock: " + base::formatTimestamp(token->moment));
    return token;
}

}  // namespace signing
