// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/personalization/icao_applet_dialect.hpp"

#include <algorithm>

#include "chip/apdu/instruction.hpp"
#include "chip/personalization/binary_writing.hpp"

namespace chip {
namespace {

using base::Bytes;
using base::BytesView;
namespace tlv = base::tlv;

constexpr std::uint8_t kChained = 0x10;
// P1-P2 of PUT DATA.
constexpr std::uint16_t kMrzSecret = 0x0062, kPaceSecrets = 0x0065, kActiveAuthenticationKey = 0x0066,
                        kChipAuthenticationKey = 0x0063, kPersonalised = 0xDEAF, kLocked = 0xDEAD;
constexpr std::uint8_t kPasswordMrz = 0x01, kPasswordCan = 0x02;

ChipStep putData(StepKind kind, std::string_view where, std::uint16_t what, Bytes data) {
    return {kind,
            std::string{where},
            {0x00, ins::kPutData, static_cast<std::uint8_t>(what >> 8U), static_cast<std::uint8_t>(what & 0xFFU),
             std::move(data)}};
}

Command createFile(std::uint16_t identifier, std::size_t size) {
    return {0x00, ins::kCreateFile, 0x00, 0x00,
            base::concat({Bytes{0x63, 0x04}, base::bigEndian(size, 2), base::bigEndian(identifier, 2)})};
}

base::SecretBytes secretObject(tlv::Tag tag, const base::SecretBytes& secret) {
    return base::SecretBytes{tlv::encode(tag, secret.reveal())};
}

base::SecretBytes pacePassword(std::uint8_t reference, base::BytesView secret) {
    const base::SecretBytes value{base::concat({Bytes{reference}, secret})};
    return secretObject(0x66, value);
}

/// The zone's information with its check digits, and the card access number where there is one.
ChipStep putPacePasswords(const ChipContent& content) {
    const auto zone = pacePassword(kPasswordMrz, mrzInformation(content.mrz).reveal());
    const auto& digits = content.cardAccessNumber;
    const auto number = digits ? pacePassword(kPasswordCan, digits->reveal()) : base::SecretBytes{};
    return putData(StepKind::PutSecret, "PACE", kPaceSecrets, tlv::encode(0x65, {zone.reveal(), number.reveal()}));
}

/// One PUT DATA, or a chain where the secret is longer than the chunk; nothing where there is no secret.
void putSecret(std::vector<ChipStep>& plan, const ChipStep& like, std::uint16_t what, const base::SecretBytes& secret,
               std::size_t chunk) {
    for (BytesView rest = secret.reveal(); !rest.empty();) {
        const auto part = rest.first(std::min(chunk, rest.size()));
        rest = rest.subspan(part.size());
        plan.push_back(putData(like.kind, like.where, what, Bytes{part.begin(), part.end()}));
        if (!rest.empty()) plan.back().command.cla = kChained;
    }
}

}  // namespace

void IcaoAppletDialect::composeFile(std::vector<ChipStep>& plan, lds::File file, BytesView octets) const {
    const auto& entry = lds::entryOf(file);
    const std::string name{entry.name};
    plan.push_back({StepKind::CreateFile, name, createFile(entry.identifier, octets.size())});
    plan.push_back({StepKind::SelectFile, name, selectFile(entry.identifier)});
    appendWriting(plan, {StepKind::WriteFile, name, {}}, octets, m_chunk);
}

void IcaoAppletDialect::composeFiles(std::vector<ChipStep>& plan, const ChipContent& content) const {
    auto home = lds::Home::Lds1Application;
    for (const auto& rule : m_profile.files) {
        const auto found = content.files.find(rule.file);
        if (found == content.files.end()) continue;
        const auto wanted = lds::entryOf(rule.file).home;
        if (wanted != home) plan.push_back(selectHome(home = wanted));
        composeFile(plan, rule.file, found->second);
    }
    if (home != lds::Home::Lds1Application) plan.push_back(selectHome(lds::Home::Lds1Application));
}

void IcaoAppletDialect::composeSecrets(std::vector<ChipStep>& plan, const ChipContent& content) const {
    putSecret(plan, {StepKind::PutSecret, "MRZ", {}}, kMrzSecret,
              composeSecret(content, SecretKind::Mrz, SecretForm::Fields), m_chunk);
    if (m_profile.accessSecrets == WrittenSecrets::MrzAndPace && content.files.contains(lds::File::CardAccess))
        plan.push_back(putPacePasswords(content));
    putSecret(plan, {StepKind::PutKey, "EF.DG15", {}}, kActiveAuthenticationKey,
              composeSecret(content, SecretKind::ActiveAuthentication, SecretForm::Objects), m_chunk);
    putSecret(plan, {StepKind::PutKey, "EF.DG14", {}}, kChipAuthenticationKey,
              composeSecret(content, SecretKind::ChipAuthentication, SecretForm::Objects), m_chunk);
}

void IcaoAppletDialect::composeLock(std::vector<ChipStep>& plan) const {
    if (m_profile.lock == LockVariant::PersonalisedThenLocked)
        plan.push_back(putData(StepKind::Personalised, {}, kPersonalised, {}));
    plan.push_back(putData(StepKind::Lock, {}, kLocked, {}));
}

std::vector<ChipStep> IcaoAppletDialect::compose(const ChipContent& content) const {
    std::vector<ChipStep> plan;
    composeFiles(plan, content);
    composeSecrets(plan, content);
    composeLock(plan);
    return plan;
}

}  // namespace chip
