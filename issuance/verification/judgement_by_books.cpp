// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/verification/judgement_by_books.hpp"

#include "issuance/verification/verification.hpp"

namespace issuance {
namespace {

using namespace base::literals;

bool isVerdict(const contract::FileVerified& said, Verdict verdict) { return said.verdict == nameOf(verdict); }

void worsen(contract::FileVerified& said, Verdict verdict, const base::Fault& reason) {
    said.verdict = nameOf(verdict);
    said.reasons.push_back(contract::FaultLine::of(reason));
}

/// The signed file itself, and the seal's hash, are what the books have.
bool agrees(const contract::FileVerified& said, base::BytesView file, const IssuedAct& act, const IssuedActs& books) {
    if (act.essentialHash && said.seal && base::toHex(*act.essentialHash) != said.seal->contentHash) return false;
    return isVerdict(said, Verdict::AuthenticSeal) || books.wrote(said.number, file);
}

}  // namespace

void judgeByBooks(contract::FileVerified& said, base::BytesView file, const IssuedActs* books) {
    if (!isVerdict(said, Verdict::Authentic) && !isVerdict(said, Verdict::AuthenticSeal) &&
        !isVerdict(said, Verdict::Doubtful))
        return;
    if (books == nullptr || said.number.empty()) {
        said.reasons.push_back(contract::FaultLine::of({"verification.annulment-open"_code, {}, {}}));
        return;
    }
    const auto act = books->find(said.number);
    if (!act) return worsen(said, Verdict::NotOurs, {"verification.not-in-books"_code, {{"number", said.number}}, {}});
    said.annulment = act->annulled ? "annulled" : "in-force";
    if (!agrees(said, file, *act, *books))
        return worsen(said, Verdict::Altered, {"verification.content-differs"_code, {{"number", said.number}}, {}});
    if (act->annulled)
        worsen(said, Verdict::Annulled,
               {"verification.annulled"_code,
                {{"number", said.number}, {"since", act->since.substr(0, 10)}, {"reason", act->reason}},
                {}});
}

}  // namespace issuance
