// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/signature/pdf_judgement.hpp"

#include <algorithm>

namespace issuance {
namespace {

using namespace base::literals;
using Kind = printing::PdfSignature::Kind;

/// What a document time-stamp proves: that the file's first octets existed then.
struct Proven {
    std::size_t octets = 0;
    base::Timestamp moment;
};

/// One file's signatures, judged from the last time-stamp back to the first signature.
class Round {
   public:
    Round(base::BytesView pdf, const signing::CadesQuestion& question, const KeptProofs& proofs)
        : m_pdf(pdf), m_question(question), m_proofs(proofs) {}

    void judge(std::vector<JudgedSignature>& all) {
        std::vector<JudgedSignature*> stamps;
        for (auto& each : all)
            if (each.place.kind == Kind::DocumentTimestamp && each.place.faults.empty()) stamps.push_back(&each);
        std::ranges::sort(stamps, std::ranges::greater{}, [](const auto* each) { return each->place.end; });
        for (auto* stamp : stamps) judgeStamp(*stamp);
        for (auto& each : all)
            if (each.place.kind == Kind::Signature && each.place.faults.empty()) judgeSignature(each);
    }

   private:
    /// The earliest moment at which the file up to its first `octets` is known to have been there.
    [[nodiscard]] std::optional<base::Timestamp> provenFor(std::size_t octets) const {
        std::optional<base::Timestamp> earliest;
        for (const auto& proven : m_proven)
            if (proven.octets >= octets && (!earliest || proven.moment < *earliest)) earliest = proven.moment;
        return earliest;
    }

    void judgeStamp(JudgedSignature& stamp) {
        stamp.archivedMoment = provenFor(stamp.place.end);
        const auto moment = stamp.archivedMoment.value_or(m_question.moment);
        auto token = signing::verifyTimestamp(
            stamp.place.cms, stamp.place.signedOctets(m_pdf),
            {m_question.timestampAnchors, moment, m_proofs.lists, m_proofs.responses, m_proofs.certificates});
        if (!token) {
            stamp.tokenFaults = token.refusal().faults();
            return;
        }
        if (token->moment > moment) {
            stamp.tokenFaults.push_back(
                {"signing.timestamp-wrong"_code, {{"what", "genTime in the future"}}, stamp.place.field});
            return;
        }
        m_proven.push_back({stamp.place.end, token->moment});
        stamp.token = std::move(token).value();
    }

    void judgeSignature(JudgedSignature& each) const {
        each.archivedMoment = provenFor(each.place.end);
        auto question = m_question;
        question.moment = each.archivedMoment.value_or(m_question.moment);
        question.revocations = m_proofs.lists;
        question.intermediates = m_proofs.certificates;
        question.responses = m_proofs.responses;
        each.cades = signing::verifyCades(each.place.signedOctets(m_pdf), each.place.cms, question);
    }

    base::BytesView m_pdf;
    const signing::CadesQuestion& m_question;
    const KeptProofs& m_proofs;
    std::vector<Proven> m_proven;
};

}  // namespace

base::Result<KeptProofs> keptProofs(base::BytesView pdf, const signing::CadesQuestion& question) {
    const auto store = printing::readValidationMaterial(pdf);
    if (!store) return store.refusal();
    KeptProofs proofs;
    proofs.certificates.assign(question.intermediates.begin(), question.intermediates.end());
    proofs.lists.assign(question.revocations.begin(), question.revocations.end());
    proofs.responses.assign(question.responses.begin(), question.responses.end());
    for (const auto& der : store->certificates)
        if (auto certificate = signing::readCertificate(der))
            proofs.certificates.push_back(std::move(certificate).value());
    for (const auto& der : store->lists)
        if (auto list = signing::readRevocationList(der)) proofs.lists.push_back(std::move(list).value());
    proofs.responses.insert(proofs.responses.end(), store->responses.begin(), store->responses.end());
    return proofs;
}

base::Result<std::vector<JudgedSignature>> judgeSignatures(base::BytesView pdf,
                                                           const signing::CadesQuestion& question) {
    auto places = printing::readSignatures(pdf);
    if (!places) return places.refusal();
    std::vector<JudgedSignature> all;
    for (auto& place : *places) all.push_back({std::move(place), {}, {}, {}, {}});
    if (all.empty()) return all;
    const auto proofs = keptProofs(pdf, question);
    if (!proofs) return proofs.refusal();
    Round{pdf, question, *proofs}.judge(all);
    return all;
}

}  // namespace issuance
