// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/access/access_course.hpp"

#include <fmt/format.h>

#include "base/failure.hpp"

namespace chip {
namespace {

using base::operator""_code;

struct Row {
    Exchange exchange;
    std::string_view name;
    std::initializer_list<Exchange> next;
};

using enum Exchange;

/// What may come next. A reset may come at any time: it ends the session. After an access protocol only secured
/// exchanges follow; a second one needs a reset (9303-11 4.2). SELECT of the application follows PACE, precedes BAC.
/// Within a session, chip authentication comes before terminal authentication (7.1), and whatever a chip refuses there
/// leaves the session as it was: files are read on, or another of the chip's keys is tried. Long
/// commands may follow themselves as parts of a chain.
const Row kTable[] = {
    {Reset, "reset", {ReadCardAccess, SelectApplication, SetAuthenticationTemplate}},
    {ReadCardAccess, "read EF.CardAccess", {ReadCardAccess, SelectApplication, SetAuthenticationTemplate}},
    {SelectApplication,
     "SELECT application",
     {GetChallenge, ReadFile, InternalAuthenticate, SetChipKey, SetKeyAgreementTemplate, SetVerificationKey}},
    {GetChallenge, "GET CHALLENGE", {ExternalAuthenticate}},
    {ExternalAuthenticate,
     "EXTERNAL AUTHENTICATE",
     {ReadFile, InternalAuthenticate, SetChipKey, SetKeyAgreementTemplate}},
    {SetAuthenticationTemplate, "MSE:Set AT", {SetAuthenticationTemplate, GetNonce}},
    {GetNonce, "GENERAL AUTHENTICATE (nonce)", {MapNonce}},
    {MapNonce, "GENERAL AUTHENTICATE (mapping)", {PerformKeyAgreement}},
    {PerformKeyAgreement, "GENERAL AUTHENTICATE (key agreement)", {MutualAuthentication}},
    {MutualAuthentication, "GENERAL AUTHENTICATE (mutual authentication)", {SelectApplication, ReadFile}},
    {ReadFile,
     "READ BINARY",
     {ReadFile, InternalAuthenticate, SelectApplication, SetChipKey, SetKeyAgreementTemplate, SetVerificationKey}},
    {InternalAuthenticate,
     "INTERNAL AUTHENTICATE",
     {ReadFile, InternalAuthenticate, SetChipKey, SetKeyAgreementTemplate}},
    {SetChipKey,
     "MSE:Set AT (chip authentication)",
     {AgreeWithChip, SetChipKey, SetKeyAgreementTemplate, ReadFile, InternalAuthenticate}},
    {AgreeWithChip,
     "GENERAL AUTHENTICATE (chip authentication)",
     {AgreeWithChip, SetChipKey, SetKeyAgreementTemplate, ReadFile, InternalAuthenticate, SelectApplication,
      SetVerificationKey}},
    {SetKeyAgreementTemplate,
     "MSE:Set KAT",
     {SetChipKey, SetKeyAgreementTemplate, ReadFile, InternalAuthenticate, SelectApplication, SetVerificationKey}},
    {SetVerificationKey, "MSE:Set DST", {VerifyCertificate, SetVerificationKey, ReadFile, InternalAuthenticate}},
    {VerifyCertificate,
     "PSO:Verify Certificate",
     {VerifyCertificate, SetVerificationKey, SetTerminalKey, ReadFile, InternalAuthenticate}},
    {SetTerminalKey, "MSE:Set AT (terminal authentication)", {GetTerminalChallenge, ReadFile, InternalAuthenticate}},
    {GetTerminalChallenge, "GET CHALLENGE (terminal authentication)", {AuthenticateTerminal, ReadFile}},
    {AuthenticateTerminal,
     "EXTERNAL AUTHENTICATE (terminal authentication)",
     {AuthenticateTerminal, ReadFile, SelectApplication, InternalAuthenticate}},
};
static_assert(std::size(kTable) == kExchanges);

const Row& rowOf(Exchange exchange) { return kTable[static_cast<std::size_t>(exchange)]; }

}  // namespace

std::string_view nameOf(Exchange exchange) { return rowOf(exchange).name; }

bool mayFollow(Exchange previous, Exchange next) {
    if (next == Reset) return true;
    for (const auto allowed : rowOf(previous).next)
        if (allowed == next) return true;
    return false;
}

void AccessCourse::enter(Exchange next) {
    if (!mayFollow(m_last, next))
        throw base::Failure{"access.out-of-order"_code, base::NextStep::Stop,
                            fmt::format("{} after {}", nameOf(next), nameOf(m_last))};
    m_last = next;
}

}  // namespace chip
