// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <openssl/ts.h>

#include "base/openssl.hpp"
#include "signing/timestamp/timestamp_token.hpp"

/// Internal to signing/timestamp: shows OpenSSL types.
namespace signing {

using base::openssl::FreeWith;
using TsRequest = std::unique_ptr<TS_REQ, FreeWith<TS_REQ_free>>;
using TsResponse = std::unique_ptr<TS_RESP, FreeWith<TS_RESP_free>>;
using TsInfo = std::unique_ptr<TS_TST_INFO, FreeWith<TS_TST_INFO_free>>;
using TsCheck = std::unique_ptr<TS_VERIFY_CTX, FreeWith<TS_VERIFY_CTX_free>>;
using TsImprint = std::unique_ptr<TS_MSG_IMPRINT, FreeWith<TS_MSG_IMPRINT_free>>;
using Pkcs7 = std::unique_ptr<PKCS7, FreeWith<PKCS7_free>>;
using Store = std::unique_ptr<X509_STORE, FreeWith<X509_STORE_free>>;
using Number = std::unique_ptr<ASN1_INTEGER, FreeWith<ASN1_INTEGER_free>>;
using Algorithm = std::unique_ptr<X509_ALGOR, FreeWith<X509_ALGOR_free>>;
using Object = std::unique_ptr<ASN1_OBJECT, FreeWith<ASN1_OBJECT_free>>;

/// Octets of a token, and of a response around it, that are looked at at all.
inline constexpr std::size_t kLargestTimestamp = std::size_t{64} * 1024;

/// The anchors as OpenSSL wants them; an anchor need not be a root.
Store storeOf(const TimestampTrust& trust);
/// What OpenSSL said last, as "signing.timestamp-untrusted" or "signing.timestamp-wrong"; its queue is emptied.
base::Fault timestampFault();
base::Fault timestampFault(const std::string& what);

}  // namespace signing
