// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/signature/long_term.hpp"

#include <algorithm>
#include <array>

#include "base/failure.hpp"
#include "issuance/signature/pdf_judgement.hpp"

namespace issuance {
namespace {

using namespace base::literals;

constexpr std::array<std::string_view, 4> kLevels{"B-B", "B-T", "B-LT", "B-LTA"};
/// Octets reserved for a document time-stamp at first; its authority's chain decides what it takes.
constexpr std::size_t kOfTimestamp = std::size_t{12} * 1024, kSlack = 1024;
constexpr int kMostTries = 3;

signing::Certificate certificateOf(const base::Bytes& der) {
    return base::expected(signing::readCertificate(der), "certificate of a path");
}

/// Collects what proves one signature.
class Collection {
   public:
    Collection(const LongTermRooms& rooms, const KeptProofs& kept) : m_rooms(rooms), m_kept(kept) {}

    /// The certificates of a path and, unless the file or the signature proves it already, of their not being revoked.
    base::Outcome addPath(const signing::Certificate& leaf, const signing::PathVerdict& path) {
        std::vector<signing::Certificate> chain{leaf};
        for (const auto& der : path.intermediates) chain.push_back(certificateOf(der));
        if (!path.anchor.empty()) chain.push_back(certificateOf(path.anchor));
        for (const auto& certificate : chain) add(material.certificates, certificate.der);
        if (path.revocationKnown) return keepLists(chain);
        for (std::size_t i = 0; i + 1 < chain.size(); ++i)
            if (auto added = addProof(chain[i], chain[i + 1]); !added) return added;
        return {};
    }

    printing::ValidationMaterial material;

   private:
    static void add(std::vector<base::Bytes>& all, const base::Bytes& octets) {
        if (!octets.empty() && std::ranges::find(all, octets) == all.end()) all.push_back(octets);
    }

    /// What is known from the file's store stands there already.
    base::Outcome keepLists(const std::vector<signing::Certificate>& chain) {
        for (std::size_t i = 0; i + 1 < chain.size(); ++i)
            for (const auto& list : m_kept.lists)
                if (list.issuer == chain[i].issuer) add(material.lists, list.der);
        for (const auto& response : m_kept.responses) add(material.responses, response);
        return {};
    }

    base::Outcome addProof(const signing::Certificate& certificate, const signing::Certificate& issuer) {
        const auto proof = m_rooms.revocations.proofOf(certificate, issuer, m_rooms.clock.now());
        if (!proof) return proof.refusal();
        add(material.lists, proof->list);
        add(material.lists, proof->listOfResponder);
        add(material.responses, proof->response);
        for (const auto& responder : proof->responders) add(material.certificates, responder);
        return {};
    }

    const LongTermRooms& m_rooms;
    const KeptProofs& m_kept;
};

base::Outcome collect(const JudgedSignature& judged, Collection& collection) {
    if (!judged.place.faults.empty()) return base::Refusal{judged.place.faults};
    if (judged.place.kind == printing::PdfSignature::Kind::DocumentTimestamp) {
        if (!judged.token) return base::Refusal{judged.tokenFaults};
        return judged.token->signer ? collection.addPath(*judged.token->signer, judged.token->path) : base::Outcome{};
    }
    const auto& verdict = judged.cades;
    if (!verdict.intact()) return base::Refusal{verdict.faults};
    if (!verdict.path.valid) return base::Refusal{verdict.path.reasons};
    if (!verdict.timestampFaults.empty()) return base::Refusal{verdict.timestampFaults};
    if (auto added = collection.addPath(*verdict.signer, verdict.path); !added) return added;
    if (!verdict.timestamp || !verdict.timestamp->signer) return {};
    return collection.addPath(*verdict.timestamp->signer, verdict.timestamp->path);
}

/// Whether something proves that it was there: its own time-stamp, or one over it.
bool isStamped(const JudgedSignature& judged) {
    return judged.place.kind == printing::PdfSignature::Kind::DocumentTimestamp || judged.archivedMoment ||
           judged.cades.timestamp;
}

}  // namespace

std::string_view nameOf(SignatureLevel level) { return kLevels.at(static_cast<std::size_t>(level)); }

std::optional<SignatureLevel> signatureLevelNamed(std::string_view name) {
    const auto* found = std::ranges::find(kLevels, name);
    if (found == kLevels.end()) return std::nullopt;
    return static_cast<SignatureLevel>(found - kLevels.begin());
}

base::Result<base::Bytes> addProofs(base::BytesView pdf, const LongTermRooms& rooms) {
    const signing::CadesQuestion question{rooms.anchors, rooms.timestampAnchors, rooms.clock.now()};
    const auto judged = judgeSignatures(pdf, question);
    if (!judged) return judged.refusal();
    if (judged->empty()) return base::Fault{"signing.nothing-signed"_code, {}, {}};
    const auto kept = keptProofs(pdf, question);
    if (!kept) return kept.refusal();
    std::vector<printing::SignatureProofs> proofs;
    for (const auto& each : *judged) {
        Collection collection{rooms, *kept};
        if (auto collected = collect(each, collection); !collected) return collected.refusal();
        proofs.push_back({each.place.contents, std::move(collection.material)});
    }
    return printing::addValidationMaterial(pdf, proofs);
}

base::Result<base::Bytes> stampDocument(base::BytesView pdf, const signing::TimestampClient& timestamps) {
    printing::SignatureField field;
    field.kind = printing::SignatureField::Kind::DocumentTimestamp;
    field.description = "Sello de tiempo del documento";
    field.reserved = kOfTimestamp;
    for (int attempt = 1;; ++attempt) {
        auto prepared = printing::prepareSignature(pdf, field);
        if (!prepared) return prepared.refusal();
        const auto token = timestamps.stamp(prepared->signedOctets());
        if (!token) return token.refusal();
        auto placed = printing::placeSignature(std::move(prepared).value(), token->der);
        if (placed || attempt == kMostTries || !placed.refusal().has("printing.signature-too-large"_code))
            return placed;
        field.reserved = token->der.size() + kSlack;
    }
}

base::Result<base::Bytes> renewArchive(base::BytesView pdf, const LongTermRooms& rooms) {
    const auto proven = addProofs(pdf, rooms);
    if (!proven) return proven.refusal();
    return stampDocument(*proven, rooms.timestamps);
}

base::Result<base::Bytes> closeAt(base::BytesView pdf, SignatureLevel level, const LongTermRooms& rooms) {
    base::Bytes closed{pdf.begin(), pdf.end()};
    if (level == SignatureLevel::B) return closed;
    if (level == SignatureLevel::LTA) return renewArchive(pdf, rooms);
    const auto judged = judgeSignatures(pdf, {rooms.anchors, rooms.timestampAnchors, rooms.clock.now()});
    if (!judged) return judged.refusal();
    if (judged->empty()) return base::Fault{"signing.nothing-signed"_code, {}, {}};
    if (!std::ranges::all_of(*judged, isStamped)) {
        auto stamped = stampDocument(closed, rooms.timestamps);
        if (!stamped) return stamped.refusal();
        closed = std::move(*stamped);
    }
    if (level == SignatureLevel::LT) return addProofs(closed, rooms);
    return closed;
}

base::Result<base::Bytes> stampLastSignature(base::BytesView pdf, const signing::TimestampClient& timestamps) {
    auto places = printing::readSignatures(pdf);
    if (!places) return places.refusal();
    base::Bytes file{pdf.begin(), pdf.end()};
    const auto last = std::ranges::find_if(*places, [&](const auto& place) { return place.end == pdf.size(); });
    if (last == places->end() || last->kind != printing::PdfSignature::Kind::Signature)
        return base::Fault{"signing.nothing-signed"_code, {}, {}};
    const auto stamped = signing::addSignatureTimestamp(last->cms, timestamps);
    if (!stamped && stamped.refusal().has("signing.timestamped-already"_code)) return file;
    if (!stamped) return stamped.refusal();
    auto placed = printing::placeSignature({file, last->gapBegin, last->gapEnd}, *stamped);
    if (!placed && placed.refusal().has("printing.signature-too-large"_code)) return file;
    return placed;
}

std::optional<base::Timestamp> archiveEnd(base::BytesView pdf, const LongTermRooms& rooms) {
    const auto judged = judgeSignatures(pdf, {rooms.anchors, rooms.timestampAnchors, rooms.clock.now()});
    if (!judged) return std::nullopt;
    std::optional<base::Timestamp> end;
    for (const auto& each : *judged)
        if (each.token && each.token->signer && !each.archivedMoment) end = each.token->signer->notAfter;
    return end;
}

base::Outcome tryLevel(SignatureLevel level, const LongTermRooms& rooms) {
    const auto token = rooms.timestamps.stamp(base::bytesOf("troquel"));
    if (!token) return token.refusal();
    if (level < SignatureLevel::LT || !token->signer) return {};
    return Collection{rooms, {}}.addPath(*token->signer, token->path);
}

}  // namespace issuance
