// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/verification/pdf_finding.hpp"

#include <algorithm>

#include "issuance/verification/page_comparison.hpp"
#include "printing/finalise/moving_parts.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using Kind = printing::PdfSignature::Kind;
using Later = printing::PdfSignature::Later;

void add(std::vector<base::Fault>& all, const std::vector<base::Fault>& more) {
    for (const auto& fault : more)
        if (std::ranges::find(all, fault) == all.end()) all.push_back(fault);
}

/// A signature of which something is left in the file, whatever its fields say now.
bool hasTraces(base::BytesView file) {
    const std::string_view text{reinterpret_cast<const char*>(file.data()), file.size()};
    return text.find("/ByteRange") != std::string_view::npos;
}

/// One signed PDF, questioned until something speaks against it.
class Examination {
   public:
    Examination(base::BytesView file, const VerificationRooms& rooms, PdfFinding& finding)
        : m_file(file), m_rooms(rooms), m_finding(finding) {}

    Verdict judge(const std::vector<printing::PdfSignature>& places) {
        if (isAltered()) return Verdict::Altered;
        if (std::ranges::none_of(m_finding.signatures, [](const auto& each) { return each.kind == Kind::Signature; })) {
            m_finding.reasons.push_back({"verification.nobody-signed"_code, {}, {}});
            return Verdict::NotOurs;
        }
        if (showsOtherwise(places)) return Verdict::Altered;
        if (!allTrusted()) return Verdict::UnknownSigner;
        if (moves()) return Verdict::Doubtful;
        return Verdict::Authentic;
    }

   private:
    bool isAltered() {
        bool altered = false;
        for (const auto& each : m_finding.signatures) {
            // A kind of signature that we do not check is no sign of a change.
            const bool foreign = std::ranges::any_of(each.faults, [](const auto& fault) {
                return fault.code == "printing.signature-kind-unknown"_code ||
                       fault.code == "signing.algorithm-unknown"_code;
            });
            const bool ofTime = each.kind == Kind::DocumentTimestamp;
            const bool broken = !each.intact && !foreign && !ofTime;
            if (broken) add(m_finding.reasons, each.faults);
            if (!foreign && each.later == Later::Other) {
                m_finding.reasons.push_back({"verification.changed-later"_code, {{"field", each.field}}, {}});
                altered = true;
            }
            altered = altered || broken;
        }
        return altered;
    }

    bool allTrusted() {
        bool trusted = true;
        for (const auto& each : m_finding.signatures) {
            add(m_finding.reasons, each.faults);
            trusted = trusted && (each.trusted || each.kind == Kind::DocumentTimestamp);
            if (each.trusted && each.kind == Kind::Signature && !each.revocationKnown)
                add(m_finding.reasons, {{"verification.revocation-open"_code, {{"signer", each.signer}}, {}}});
        }
        return trusted;
    }

    /// Each signed revision against the file: only a signature that is trusted may have added something, in its place.
    bool showsOtherwise(const std::vector<printing::PdfSignature>& places) {
        bool otherwise = false;
        for (const auto& each : m_finding.signatures) {
            if (each.kind != Kind::Signature || !each.trusted || each.coversWholeFile()) continue;
            const auto changes = visibleChanges(m_file.first(each.end), m_file, addedAfter(each, places));
            add(m_finding.reasons, changes);
            otherwise = otherwise || !changes.empty();
        }
        return otherwise;
    }

    [[nodiscard]] std::vector<LaterPlace> addedAfter(const PdfSignatureReport& before,
                                                     const std::vector<printing::PdfSignature>& places) const {
        std::vector<LaterPlace> added;
        for (std::size_t i = 0; i < places.size(); ++i) {
            const auto& report = m_finding.signatures[i];
            if (report.kind == Kind::Signature && report.trusted && report.end > before.end && places[i].place)
                added.push_back({places[i].place->first, places[i].place->second});
        }
        return added;
    }

    bool moves() {
        const auto parts = printing::movingParts(m_file);
        if (!parts) {
            add(m_finding.reasons, parts.refusal().faults());
            return true;
        }
        for (const auto& part : *parts)
            m_finding.reasons.push_back({"verification.moving-part"_code, {{"part", part}}, {}});
        return !parts->empty();
    }

    base::BytesView m_file;
    const VerificationRooms& m_rooms;
    PdfFinding& m_finding;
};

}  // namespace

PdfFinding judgePdf(base::BytesView file, const VerificationRooms& rooms) {
    PdfFinding finding;
    const auto& trust = rooms.trust;
    const auto places = printing::readSignatures(file);
    auto reports = verifyPdfSignatures(
        file, {trust.signatureRoots, trust.timestampRoots, rooms.moment, trust.lists, trust.intermediates});
    if (!places || !reports) {
        const auto& refusal = places ? reports.refusal() : places.refusal();
        const bool locked = refusal.has("printing.pdf-encrypted"_code);
        if (!locked && !hasTraces(file)) return finding;
        finding.reasons = refusal.faults();
        finding.verdict = locked ? Verdict::Unreadable : Verdict::Altered;
        return finding;
    }
    finding.signatures = std::move(reports).value();
    if (!finding.signatures.empty()) {
        finding.number = finding.signatures.front().reason;
        finding.verdict = Examination{file, rooms, finding}.judge(*places);
    } else if (hasTraces(file)) {
        finding.reasons.push_back({"verification.signature-removed"_code, {}, {}});
        finding.verdict = Verdict::Altered;
    }
    return finding;
}

std::optional<PdfText> textOfPdf(base::BytesView file) {
    const auto pdf = printing::PdfFile::open(file);
    if (!pdf) return std::nullopt;
    PdfText text{{}, pdf->pageCount()};
    for (int page = 0; page < std::min(text.pages, kMostPages); ++page) {
        const auto words = pdf->text(page);
        if (!words) continue;
        for (const auto& word : *words) text.words += word.text + " ";
    }
    return text;
}

}  // namespace issuance
