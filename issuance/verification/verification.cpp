// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/verification/verification.hpp"

#include <algorithm>
#include <array>

#include "issuance/verification/pdf_finding.hpp"
#include "issuance/verification/seal_finding.hpp"
#include "issuance/verification/seal_search.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using Kind = Verification::Kind;

constexpr std::array<std::string_view, 8> kVerdicts{"authentic", "authentic-seal", "annulled", "doubtful",
                                                    "altered",   "unknown-signer", "not-ours", "unreadable"};
constexpr std::array<std::string_view, 4> kKinds{"pdf", "scan", "seal", "unknown"};
constexpr std::size_t kLargestFile = std::size_t{64} * 1024 * 1024;

bool startsWith(base::BytesView content, std::string_view head) {
    return content.size() >= head.size() && std::equal(head.begin(), head.end(), content.begin(), [](char a, auto b) {
               return static_cast<std::uint8_t>(a) == b;
           });
}

/// One document, from what it is to what is said of it.
class Round {
   public:
    Round(base::BytesView content, const VerificationRooms& rooms) : m_content(content), m_rooms(rooms) {}

    Verification verify() {
        if (m_content.size() > kLargestFile)
            unreadable({"file.too-large"_code, {{"limit", "64 MiB"}}, {}});
        else if (startsWith(m_content, "%PDF-"))
            verifyPdf();
        else if (startsWith(m_content, "\x89PNG") || startsWith(m_content, "\xFF\xD8\xFF"))
            verifyPicture();
        else if (const auto octets = sealOctets(m_content))
            verifyOctets(*octets);
        else
            unreadable({"verification.unknown-file"_code, {}, {}});
        return std::move(m_said);
    }

   private:
    void unreadable(base::Fault fault) {
        m_said.verdict = Verdict::Unreadable;
        m_said.reasons.push_back(std::move(fault));
    }

    void verifyPdf() {
        m_said.kind = Kind::Pdf;
        auto finding = judgePdf(m_content, m_rooms);
        m_said.signatures = std::move(finding.signatures);
        m_said.reasons = std::move(finding.reasons);
        m_said.number = finding.number;
        // What is known to be altered, or cannot be judged, is not looked at further.
        if (finding.verdict == Verdict::Altered || finding.verdict == Verdict::Unreadable) {
            m_said.verdict = *finding.verdict;
            return;
        }
        const auto text = textOfPdf(m_content);
        if (!text) return unreadable({"printing.pdf-not-readable"_code, {{"detail", "pages"}}, {}});
        if (!finding.verdict && bareText(text->words).empty()) m_said.kind = Kind::Scan;
        takeSeal(sealsOnPages(m_content));
        if (m_said.seal) compareWithPages(*m_said.seal, text->words, text->pages);
        // Words that nobody signed may stand where nobody sees them: that they agree proves nothing.
        if (m_said.seal && !finding.verdict)
            for (auto& each : m_said.seal->comparisons)
                if (each.onPage.value_or(false)) each.onPage.reset();
        m_said.verdict = finding.verdict ? withSeal(*finding.verdict) : bySealAlone();
    }

    void verifyPicture() {
        m_said.kind = Kind::Scan;
        const auto seals = sealsInPicture(m_content);
        if (!seals) return unreadable(seals.refusal().first());
        takeSeal(*seals);
        m_said.verdict = bySealAlone();
    }

    void verifyOctets(const base::Bytes& octets) {
        m_said.kind = Kind::Seal;
        takeSeal({octets});
        m_said.verdict = bySealAlone();
    }

    static std::string bareText(std::string text) {
        std::erase_if(text, [](unsigned char letter) { return letter <= ' '; });
        return text;
    }

    /// Of several the first authentic one.
    void takeSeal(const std::vector<base::Bytes>& seals) {
        for (const auto& octets : seals) {
            auto finding = judgeSeal(octets, m_rooms);
            const bool authentic = finding.authentic;
            if (!m_said.seal || authentic) m_said.seal = std::move(finding);
            if (authentic) break;
        }
        if (m_said.seal && m_said.seal->act) m_said.number = m_said.seal->act->number;
    }

    void addReasons(const std::vector<base::Fault>& faults) {
        m_said.reasons.insert(m_said.reasons.end(), faults.begin(), faults.end());
    }

    static bool isForged(const SealFinding& seal) {
        return std::ranges::any_of(seal.faults,
                                   [](const auto& fault) { return fault.code == "signing.signature-wrong"_code; });
    }

    /// A signed PDF, and what its seal has to say.
    Verdict withSeal(Verdict bySignature) {
        if (!m_said.seal) return bySignature;
        const auto& seal = *m_said.seal;
        const auto against = contradictions(seal);
        addReasons(against);
        if (!against.empty() || isForged(seal)) {
            addReasons(seal.faults);
            return Verdict::Altered;
        }
        if (!seal.authentic)
            m_said.reasons.push_back(seal.checked ? base::Fault{"verification.seal-not-authentic"_code, {}, {}}
                                                  : base::Fault{"verification.seal-unchecked"_code, {}, {}});
        if (seal.checked && !seal.authentic && bySignature == Verdict::Authentic) {
            addReasons(seal.faults);
            return Verdict::Doubtful;
        }
        return bySignature;
    }

    Verdict bySealAlone() {
        if (!m_said.seal) {
            m_said.reasons.push_back({"verification.no-seal"_code, {}, {}});
            return Verdict::NotOurs;
        }
        const auto& seal = *m_said.seal;
        addReasons(seal.faults);
        if (isForged(seal)) return Verdict::Altered;
        if (!seal.authentic) {
            if (!seal.checked) m_said.reasons.push_back({"verification.seal-unchecked"_code, {}, {}});
            return Verdict::UnknownSigner;
        }
        const auto against = contradictions(seal);
        addReasons(against);
        if (!against.empty()) return Verdict::Altered;
        m_said.reasons.push_back({"verification.compare-page"_code, {}, {}});
        return Verdict::AuthenticSeal;
    }

    base::BytesView m_content;
    const VerificationRooms& m_rooms;
    Verification m_said;
};

}  // namespace

std::string_view nameOf(Verdict verdict) { return kVerdicts.at(static_cast<std::size_t>(verdict)); }
std::string_view nameOf(Verification::Kind kind) { return kKinds.at(static_cast<std::size_t>(kind)); }

Verification verifyDocument(base::BytesView content, const VerificationRooms& rooms) {
    return Round{content, rooms}.verify();
}

}  // namespace issuance
