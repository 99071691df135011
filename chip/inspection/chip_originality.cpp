// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/inspection/chip_originality.hpp"

#include <algorithm>

#include "base/der.hpp"
#include "base/failure.hpp"
#include "chip/access/active_authentication.hpp"
#include "chip/access/chip_authentication.hpp"
#include "chip/access/file_reading.hpp"
#include "chip/access/pace.hpp"
#include "chip/inspection/card_security.hpp"
#include "chip/lds/dg15.hpp"

namespace chip {
namespace {

using namespace base::literals;
using lds::File;
namespace tlv = base::tlv;

constexpr FileId kEfCvca = 0x011C;
constexpr std::size_t kEfCvcaSize = 36;
/// id-TA (9303-11 9.2.9).
constexpr std::string_view kTerminalAuthentication = "0.4.0.127.0.7.2.2.2";

std::optional<lds::SecurityInfos> infosOfDg14(const ChipInspection& found) {
    const auto content = found.files.find(File::Dg14);
    if (content == found.files.end()) return {};
    auto infos = lds::decodeDg14(content->second);
    if (!infos) return {};
    return std::move(infos->content);
}

/// The key of EF.CardSecurity that belongs to the group of the mapping.
std::optional<AgreementKey> mappingKeyIn(const lds::SecurityInfos& infos, unsigned parameterId) {
    for (const auto& chipKey : chipKeysIn(infos))
        if (chipKey.keyId == parameterId) return chipKey.key;
    return {};
}

bool covers(const lds::SecurityInfos& authenticated, base::BytesView cardAccess) {
    const auto open = lds::decodeCardAccess(cardAccess);
    return open && std::ranges::all_of(open->content.all, [&](const lds::SecurityInfo& offer) {
               return std::ranges::any_of(authenticated.all,
                                          [&](const auto& info) { return info.octets == offer.octets; });
           });
}

/// The next answer under the new keys shows whether the chip has them: a clone's is false, or none under them.
base::Outcome confirmNewKeys(SecuredCard& card) {
    try {
        const auto selected = card.transmit({0x00, 0xA4, 0x02, 0x0C, base::bigEndian(0x010E, 2), {}});
        if (selected.ok()) return {};
    } catch (const base::Failure& failure) {
        if (failure.code() != "sm.session-broken"_code) throw;
    }
    return base::Fault{"access.chip-not-authentic"_code};
}

/// EF.CVCA's identifier: the default, or what TerminalAuthenticationInfo says (9303-11 K.2).
FileId identifierOfCvca(const std::optional<lds::SecurityInfos>& infos) {
    if (!infos) return kEfCvca;
    for (const auto& info : infos->all) {
        if (info.protocol != kTerminalAuthentication) continue;
        const auto sequence = tlv::readFirst(info.octets);
        const auto parts = sequence ? tlv::readAll(sequence->value) : sequence.refusal();
        if (!parts || parts->size() < 3 || (*parts)[2].tag != base::der::kSequence) continue;
        const auto identifiers = tlv::readAll((*parts)[2].value);
        if (identifiers && !identifiers->empty() && identifiers->front().value.size() == 2)
            return static_cast<FileId>(identifiers->front().value[0] << 8 | identifiers->front().value[1]);
    }
    return kEfCvca;
}

std::vector<std::string> authoritiesOf(SecuredCard& card, ChipInspection& found) {
    auto file = readFileOfSize(card, identifierOfCvca(infosOfDg14(found)), kEfCvcaSize);
    if (!file) return card.session().authorities;
    const auto references = readAuthorityReferences(*file);
    found.verifyingAuthorities = *std::move(file);
    return references ? *references : card.session().authorities;
}

}  // namespace

void judgeActiveAuthentication(SecuredCard& card, ChipInspection& found) {
    const auto content = found.files.find(File::Dg15);
    if (content == found.files.end()) return found.leaveOut(Check::ActiveAuthentication, "EF.DG15");
    const auto key = lds::decodeDg15(content->second);
    if (!key) return found.judge(Check::ActiveAuthentication, key.refusal());
    std::optional<base::DigestAlgorithm> digest;
    if (const auto infos = infosOfDg14(found); infos && infos->activeAuthenticationAlgorithm)
        digest = lds::digestOfEcdsaPlain(*infos->activeAuthenticationAlgorithm);
    found.judge(Check::ActiveAuthentication, activeAuthenticate(card, key->content.subjectPublicKeyInfo, digest));
}

void judgeChipMapping(SecuredCard& card, const signing::PathQuestion& trust, ChipInspection& found) {
    const auto& proof = card.session().mappingProof;
    auto file = readFile(card, kEfCardSecurity);
    if (!file) {
        found.judge(Check::CardSecurity, file.refusal());
        return found.judge(Check::ChipAuthenticationMapping, file.refusal());
    }
    found.cardSecurity = *std::move(file);
    auto verdict = verifyCardSecurity(found.cardSecurity, trust);
    if (verdict.infos && !covers(*verdict.infos, found.files.at(File::CardAccess)))
        verdict.reasons.push_back({"inspection.card-access-differs"_code, {}, "EF.CardSecurity"});
    const bool holds = verdict.holds() && verdict.reasons.empty();
    found.judge(Check::CardSecurity, holds ? base::Outcome{} : base::Outcome{base::Refusal{verdict.reasons}});
    const auto key = verdict.infos ? mappingKeyIn(*verdict.infos, proof->parameterId) : std::nullopt;
    if (!key)
        found.judge(Check::ChipAuthenticationMapping,
                    base::Fault{"inspection.chip-key-missing"_code, {}, "EF.CardSecurity"});
    else
        found.judge(Check::ChipAuthenticationMapping, checkChipMapping(*proof, *key));
}

bool judgeChipAuthentication(SecuredCard& card, ChipInspection& found) {
    const auto infos = infosOfDg14(found);
    const auto offers = infos ? chipAuthenticationOffers(*infos) : std::vector<ChipAuthenticationOffer>{};
    if (offers.empty()) {
        found.leaveOut(Check::ChipAuthentication, "EF.DG14");
        return true;
    }
    base::Outcome last;
    for (const auto& offer : offers) {
        last = authenticateChip(card, offer);
        if (!last) continue;
        const auto confirmed = confirmNewKeys(card);
        found.judge(Check::ChipAuthentication, confirmed);
        return confirmed.ok();
    }
    found.judge(Check::ChipAuthentication, last);
    return true;
}

void judgeTerminalAuthentication(SecuredCard& card, const TerminalCredentials* credentials, ChipInspection& found) {
    const bool asked = found.files.contains(File::Dg14);
    if (credentials == nullptr || !asked) return found.leaveOut(Check::TerminalAuthentication, "EF.CVCA");
    const auto authorities = authoritiesOf(card, found);
    if (authorities.empty()) return found.leaveOut(Check::TerminalAuthentication, "EF.CVCA");
    found.judge(Check::TerminalAuthentication, authenticateTerminal(card, *credentials, authorities));
}

}  // namespace chip
