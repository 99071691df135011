// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "issuance/signature/pdf_signature.hpp"
#include "signing/revocation/revocation_source.hpp"

/// Signatures that hold for years: PAdES baseline B-LT and B-LTA (EN 319 142-1 6.3).
namespace issuance {

/// How far the signatures of a document are proven. B: signed. T: with a time-stamp. LT: with the proofs of all its
/// certificates inside. LTA: with a time-stamp over all of it, which is renewed before its authority's certificate
/// ends.
enum class SignatureLevel { B, T, LT, LTA };
/// "B-B", "B-T", "B-LT", "B-LTA", as configuration writes it.
std::string_view nameOf(SignatureLevel level);
std::optional<SignatureLevel> signatureLevelNamed(std::string_view name);

/// Whose word is taken, who says when, and who knows what was revoked.
struct LongTermRooms {
    std::span<const signing::Certificate> anchors;           ///< of signers
    std::span<const signing::Certificate> timestampAnchors;  ///< of time-stamping authorities
    const signing::RevocationSource& revocations;
    const signing::TimestampClient& timestamps;
    const base::Clock& clock;
};

/// Closes a signed PDF at a level, once all have signed: nothing for B; for T and LT a document time-stamp where one of
/// the signatures has none; the proofs for LT; and for LTA the proofs and a document time-stamp over all. Refuses
/// "signing.nothing-signed", and what addProofs and stampDocument refuse.
base::Result<base::Bytes> closeAt(base::BytesView pdf, SignatureLevel level, const LongTermRooms& rooms);

/// Puts into the PDF what proves that certificates of its signatures and time-stamps were not revoked, as far as it is
/// not there yet. Refuses "signing.nothing-signed", the faults of a signature that is not trusted now, and what
/// RevocationSource::proofOf refuses.
base::Result<base::Bytes> addProofs(base::BytesView pdf, const LongTermRooms& rooms);

/// The PDF whose last signature, with which it ends, has its time-stamp: made of the octets that were kept free beside
/// it. Unchanged where it has one, or where there is too little room; closeAt stamps the whole document then. Refuses
/// "signing.nothing-signed" and what TimestampClient::stamp refuses.
base::Result<base::Bytes> stampLastSignature(base::BytesView pdf, const signing::TimestampClient& timestamps);

/// When the certificate of the last document time-stamp ends: renew before. Nothing where there is none that holds.
std::optional<base::Timestamp> archiveEnd(base::BytesView pdf, const LongTermRooms& rooms);

/// Whether the authority answers, is believed, and for LT and LTA whether anybody proves its certificates: before a
/// house relies on it. Refuses what TimestampClient::stamp and RevocationSource::proofOf refuse.
base::Outcome tryLevel(SignatureLevel level, const LongTermRooms& rooms);

/// The PDF with a time-stamp over all of it (/DocTimeStamp). Refuses what TimestampClient::stamp and prepareSignature
/// refuse.
base::Result<base::Bytes> stampDocument(base::BytesView pdf, const signing::TimestampClient& timestamps);

/// Renews a document's proof before the certificate of its last time-stamp ends, or its algorithms weaken: proofs of
/// that certificate, then a new time-stamp over all. Works at any level from B on. Refuses what the two refuse.
base::Result<base::Bytes> renewArchive(base::BytesView pdf, const LongTermRooms& rooms);

}  // namespace issuance
