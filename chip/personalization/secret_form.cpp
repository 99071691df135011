// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/personalization/secret_form.hpp"

#include <algorithm>
#include <array>

#include "chip/access/bac.hpp"

namespace chip {
namespace {

namespace tlv = base::tlv;
using base::SecretBytes;

constexpr std::array<std::string_view, 5> kKinds{"mrz", "pace-mrz", "pace-can", "active-authentication",
                                                 "chip-authentication"};
constexpr std::array<std::string_view, 8> kForms{"fields",   "information", "seed",    "key-pair",
                                                 "password", "digits",      "objects", "numbered-group"};
constexpr std::size_t kSeed = 16;

struct FormRow {
    SecretKind kind;
    SecretForm form;
};
constexpr FormRow kTable[] = {
    {SecretKind::Mrz, SecretForm::Fields},
    {SecretKind::Mrz, SecretForm::Information},
    {SecretKind::Mrz, SecretForm::Seed},
    {SecretKind::Mrz, SecretForm::KeyPair},
    {SecretKind::PaceMrz, SecretForm::Information},
    {SecretKind::PaceMrz, SecretForm::Password},
    {SecretKind::PaceCan, SecretForm::Digits},
    {SecretKind::ActiveAuthentication, SecretForm::Objects},
    {SecretKind::ActiveAuthentication, SecretForm::NumberedGroup},
    {SecretKind::ChipAuthentication, SecretForm::Objects},
};

SecretBytes object(tlv::Tag tag, base::BytesView value) { return SecretBytes{tlv::encode(tag, value)}; }

SecretBytes joined(std::initializer_list<base::BytesView> parts) { return SecretBytes{base::concat(parts)}; }

SecretBytes fieldsOf(const MrzKey& mrz) {
    const auto number = object(0x04, mrz.documentNumber.reveal()), birth = object(0x04, mrz.dateOfBirth.reveal()),
               expiry = object(0x04, mrz.dateOfExpiry.reveal());
    return SecretBytes{tlv::encode(0x62, {number.reveal(), birth.reveal(), expiry.reveal()})};
}

SecretBytes zoneIn(const MrzKey& mrz, SecretForm form) {
    if (form == SecretForm::Fields) return fieldsOf(mrz);
    if (form == SecretForm::Information) return mrzInformation(mrz);
    auto seed = mrzSeed(mrz);
    if (form == SecretForm::Password) return seed;
    if (form == SecretForm::Seed) return SecretBytes::copyOf(seed.reveal().first(kSeed));
    const auto keys = bacKeysFrom(seed.reveal());
    return joined({keys.encryption.reveal(), keys.authentication.reveal()});
}

SecretBytes keyIn(const lds::ActiveAuthenticationKey& key, SecretForm form) {
    const auto scalar = object(0x86, key.privateScalar.reveal());
    if (form == SecretForm::NumberedGroup) {
        constexpr std::uint8_t kP256 = 12, kBrainpoolP256r1 = 13;
        const base::Bytes number{key.curve == lds::KeyCurve::P256 ? kP256 : kBrainpoolP256r1};
        return joined({tlv::encode(0x80, number), scalar.reveal()});
    }
    const auto curve = lds::domainParameters(key.curve);
    return joined({tlv::encode(0x81, curve.prime), tlv::encode(0x82, curve.a), tlv::encode(0x83, curve.b),
                   tlv::encode(0x84, curve.basePoint), tlv::encode(0x85, curve.order), scalar.reveal(),
                   tlv::encode(0x87, curve.cofactor)});
}

template <class Enum, std::size_t Size>
std::optional<Enum> named(const std::array<std::string_view, Size>& names, std::string_view name) {
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) return {};
    return static_cast<Enum>(found - names.begin());
}

}  // namespace

std::string_view nameOf(SecretKind kind) { return kKinds.at(static_cast<std::size_t>(kind)); }
std::optional<SecretKind> secretKindNamed(std::string_view name) { return named<SecretKind>(kKinds, name); }
std::optional<SecretForm> secretFormNamed(std::string_view name) { return named<SecretForm>(kForms, name); }

bool hasForm(SecretKind kind, SecretForm form) {
    return std::ranges::any_of(kTable, [&](const FormRow& row) { return row.kind == kind && row.form == form; });
}

SecretBytes composeSecret(const ChipContent& content, SecretKind kind, SecretForm form) {
    const bool pace = content.files.contains(lds::File::CardAccess);
    switch (kind) {
        case SecretKind::Mrz: return zoneIn(content.mrz, form);
        case SecretKind::PaceMrz: return pace ? zoneIn(content.mrz, form) : SecretBytes{};
        case SecretKind::PaceCan:
            return pace && content.cardAccessNumber ? content.cardAccessNumber->clone() : SecretBytes{};
        case SecretKind::ActiveAuthentication:
            return content.activeAuthentication ? keyIn(*content.activeAuthentication, form) : SecretBytes{};
        case SecretKind::ChipAuthentication: break;
    }
    return content.chipAuthentication.clone();
}

}  // namespace chip
