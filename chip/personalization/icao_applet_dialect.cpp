// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/personalization/icao_applet_dialect.hpp"

#include <algorithm>

#include "chip/apdu/instruction.hpp"

namespace chip {
namespace {

using base::Bytes;
using base::BytesView;
namespace tlv = base::tlv;

// P1-P2 of PUT DATA.
constexpr std::uint16_t kMrzSecret = 0x0062, kPaceSecrets = 0x0065, kActiveAuthenticationKey = 0x0066,
                        kPersonalised = 0xDEAF, kLocked = 0xDEAD;
constexpr std::uint8_t kMasterFile = 0x00, kByFile = 0x02, kByName = 0x04, kNoAnswer = 0x0C;
constexpr std::size_t kLargestEvenOffset = 0x7FFF;
constexpr tlv::Tag kOffsetObject = 0x54, kDiscretionaryData = 0x53;
constexpr std::uint8_t kPasswordMrz = 0x01, kPasswordCan = 0x02;

ChipStep putData(StepKind kind, std::string_view where, std::uint16_t what, Bytes data) {
    return {kind,
            std::string{where},
            {0x00, ins::kPutData, static_cast<std::uint8_t>(what >> 8U), static_cast<std::uint8_t>(what & 0xFFU),
             std::move(data)}};
}

ChipStep selectHome(lds::Home home) {
    if (home == lds::Home::MasterFile)
        return {StepKind::SelectApplication, "MF", {0x00, ins::kSelect, kMasterFile, kNoAnswer, Bytes{0x3F, 0x00}}};
    const auto name = lds::lds1Application();
    return {
        StepKind::SelectApplication, "LDS1", {0x00, ins::kSelect, kByName, kNoAnswer, Bytes{name.begin(), name.end()}}};
}

Command createFile(std::uint16_t identifier, std::size_t size) {
    return {0x00, ins::kCreateFile, 0x00, 0x00,
            base::concat({Bytes{0x63, 0x04}, base::bigEndian(size, 2), base::bigEndian(identifier, 2)})};
}

Command selectFile(std::uint16_t identifier) {
    return {0x00, ins::kSelect, kByFile, kNoAnswer, base::bigEndian(identifier, 2)};
}

Command updateBinary(std::size_t offset, BytesView part) {
    if (offset > kLargestEvenOffset)
        return {0x00, ins::kUpdateBinaryOdd, 0x00, 0x00,
                base::concat(
                    {tlv::encode(kOffsetObject, base::bigEndian(offset, 2)), tlv::encode(kDiscretionaryData, part)})};
    return {0x00, ins::kUpdateBinary, static_cast<std::uint8_t>(offset >> 8U),
            static_cast<std::uint8_t>(offset & 0xFFU), Bytes{part.begin(), part.end()}};
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

/// The curve in full, the secret at 86 and the cofactor at 87.
ChipStep putKey(const lds::ActiveAuthenticationKey& key) {
    const auto curve = lds::domainParameters(key.curve);
    const auto scalar = secretObject(0x86, key.privateScalar);
    return putData(StepKind::PutKey, "EF.DG15", kActiveAuthenticationKey,
                   base::concat({tlv::encode(0x81, curve.prime), tlv::encode(0x82, curve.a), tlv::encode(0x83, curve.b),
                                 tlv::encode(0x84, curve.basePoint), tlv::encode(0x85, curve.order), scalar.reveal(),
                                 tlv::encode(0x87, curve.cofactor)}));
}

/// Most octets of a file from the offset on that one command of `chunk` octets of data writes: an even instruction up
/// to the last offset that it can name, an odd one with its two data objects (ISO/IEC 7816-4 11.3.2).
std::size_t roomAt(std::size_t offset, std::size_t chunk) {
    if (offset <= kLargestEvenOffset) return std::min(chunk, kLargestEvenOffset + 1 - offset);
    constexpr std::size_t kOffsetObjectSize = 4;
    const std::size_t left = chunk - kOffsetObjectSize;
    if (left <= 0x7F + 2) return left - 2;
    return left <= 0xFF + 3 ? left - 3 : left - 4;
}

}  // namespace

void IcaoAppletDialect::composeFile(std::vector<ChipStep>& plan, lds::File file, BytesView octets) const {
    const auto& entry = lds::entryOf(file);
    const std::string name{entry.name};
    plan.push_back({StepKind::CreateFile, name, createFile(entry.identifier, octets.size())});
    plan.push_back({StepKind::SelectFile, name, selectFile(entry.identifier)});
    for (std::size_t at = 0; at < octets.size();) {
        const auto part = octets.subspan(at, std::min(roomAt(at, m_chunk), octets.size() - at));
        plan.push_back({StepKind::WriteFile, name, updateBinary(at, part)});
        at += part.size();
    }
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
    const auto& mrz = content.mrz;
    const auto number = secretObject(0x04, mrz.documentNumber);
    const auto birth = secretObject(0x04, mrz.dateOfBirth);
    const auto expiry = secretObject(0x04, mrz.dateOfExpiry);
    plan.push_back(putData(StepKind::PutSecret, "MRZ", kMrzSecret,
                           tlv::encode(0x62, {number.reveal(), birth.reveal(), expiry.reveal()})));
    if (m_profile.accessSecrets == AccessSecrets::MrzAndPace && content.files.contains(lds::File::CardAccess))
        plan.push_back(putPacePasswords(content));
    if (content.activeAuthentication) plan.push_back(putKey(*content.activeAuthentication));
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
