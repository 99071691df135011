// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/access/access_course.hpp"

#include <gtest/gtest.h>

#include <set>

#include "base/failure.hpp"

namespace chip {
namespace {

using enum Exchange;

/// Every pair that the standard allows, once more and by itself; a reset is allowed everywhere.
const std::set<std::pair<Exchange, Exchange>> kAllowed = {
    {Reset, ReadCardAccess},
    {Reset, SelectApplication},
    {Reset, SetAuthenticationTemplate},
    {ReadCardAccess, ReadCardAccess},
    {ReadCardAccess, SelectApplication},
    {ReadCardAccess, SetAuthenticationTemplate},
    {SelectApplication, GetChallenge},
    {SelectApplication, ReadFile},
    {SelectApplication, InternalAuthenticate},
    {SelectApplication, SetChipKey},
    {SelectApplication, SetKeyAgreementTemplate},
    {SelectApplication, SetVerificationKey},
    {GetChallenge, ExternalAuthenticate},
    {ExternalAuthenticate, ReadFile},
    {ExternalAuthenticate, InternalAuthenticate},
    {ExternalAuthenticate, SetChipKey},
    {ExternalAuthenticate, SetKeyAgreementTemplate},
    {SetAuthenticationTemplate, SetAuthenticationTemplate},
    {SetAuthenticationTemplate, GetNonce},
    {GetNonce, MapNonce},
    {MapNonce, PerformKeyAgreement},
    {PerformKeyAgreement, MutualAuthentication},
    {MutualAuthentication, SelectApplication},
    {MutualAuthentication, ReadFile},
    {ReadFile, ReadFile},
    {ReadFile, InternalAuthenticate},
    {ReadFile, SelectApplication},
    {ReadFile, SetChipKey},
    {ReadFile, SetKeyAgreementTemplate},
    {ReadFile, SetVerificationKey},
    {InternalAuthenticate, ReadFile},
    {InternalAuthenticate, InternalAuthenticate},
    {InternalAuthenticate, SetChipKey},
    {InternalAuthenticate, SetKeyAgreementTemplate},
    {SetChipKey, AgreeWithChip},
    {SetChipKey, SetChipKey},
    {SetChipKey, SetKeyAgreementTemplate},
    {SetChipKey, ReadFile},
    {SetChipKey, InternalAuthenticate},
    {AgreeWithChip, AgreeWithChip},
    {AgreeWithChip, SetChipKey},
    {AgreeWithChip, SetKeyAgreementTemplate},
    {AgreeWithChip, ReadFile},
    {AgreeWithChip, InternalAuthenticate},
    {AgreeWithChip, SelectApplication},
    {AgreeWithChip, SetVerificationKey},
    {SetKeyAgreementTemplate, SetChipKey},
    {SetKeyAgreementTemplate, SetKeyAgreementTemplate},
    {SetKeyAgreementTemplate, ReadFile},
    {SetKeyAgreementTemplate, InternalAuthenticate},
    {SetKeyAgreementTemplate, SelectApplication},
    {SetKeyAgreementTemplate, SetVerificationKey},
    {SetVerificationKey, VerifyCertificate},
    {SetVerificationKey, SetVerificationKey},
    {SetVerificationKey, ReadFile},
    {SetVerificationKey, InternalAuthenticate},
    {VerifyCertificate, VerifyCertificate},
    {VerifyCertificate, SetVerificationKey},
    {VerifyCertificate, SetTerminalKey},
    {VerifyCertificate, ReadFile},
    {VerifyCertificate, InternalAuthenticate},
    {SetTerminalKey, GetTerminalChallenge},
    {SetTerminalKey, ReadFile},
    {SetTerminalKey, InternalAuthenticate},
    {GetTerminalChallenge, AuthenticateTerminal},
    {GetTerminalChallenge, ReadFile},
    {AuthenticateTerminal, AuthenticateTerminal},
    {AuthenticateTerminal, ReadFile},
    {AuthenticateTerminal, SelectApplication},
    {AuthenticateTerminal, InternalAuthenticate},
};

TEST(AccessCourse, AllowsExactlyTheStandardsOrder) {
    for (std::size_t from = 0; from < kExchanges; ++from)
        for (std::size_t to = 0; to < kExchanges; ++to) {
            const auto previous = static_cast<Exchange>(from), next = static_cast<Exchange>(to);
            const bool allowed = next == Reset || kAllowed.count({previous, next}) > 0;
            EXPECT_EQ(mayFollow(previous, next), allowed) << nameOf(next) << " after " << nameOf(previous);
        }
}

TEST(AccessCourse, ThrowsAndStaysWhereItWas) {
    AccessCourse course;
    course.enter(SetAuthenticationTemplate);
    EXPECT_THROW(course.enter(MapNonce), base::Failure);
    EXPECT_EQ(course.last(), SetAuthenticationTemplate);
    course.enter(GetNonce);
    EXPECT_EQ(course.last(), GetNonce);
}

}  // namespace
}  // namespace chip
