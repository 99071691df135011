// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/simulator/picc_global_platform.hpp"

#include <algorithm>

#include "chip/apdu/instruction.hpp"
#include "chip/apdu/status.hpp"
#include "chip/lds/files.hpp"
#include "chip/personalization/scp02.hpp"
#include "chip/simulator/secret_keeping.hpp"
#include "chip/simulator/secret_names.hpp"

namespace chip {
namespace {

namespace tlv = base::tlv;
using base::Bytes;
using base::BytesView;

constexpr std::uint8_t kSecured = 0x04, kForPersonalisation = 0x20, kLastBlock = 0x80, kEncrypted = 0x60,
                       kGroups = 0x08, kOfCard = 0x80, kLongLength = 0xFF;
constexpr std::size_t kDiversification = 10, kShortChallenge = 6, kIdentifier = 2;
constexpr std::uint16_t kEfCardAccess = 0x011C;

Response refuse(std::uint16_t status) { return {{}, status}; }

std::uint16_t readTwo(BytesView octets) { return static_cast<std::uint16_t>(octets[0] << 8 | octets[1]); }

ChipMemory::FileKey keyOf(std::uint16_t identifier) {
    return {identifier == kEfCardAccess ? Directory::MasterFile : Directory::Application, identifier};
}

/// A data grouping at the beginning of the octets; nothing where it is not whole.
struct Group {
    std::uint16_t identifier = 0;
    BytesView value;
    std::size_t size = 0;  ///< with its header
};
std::optional<Group> firstGroup(BytesView octets) {
    if (octets.size() < kIdentifier + 1) return {};
    std::size_t header = kIdentifier + 1, size = octets[kIdentifier];
    if (size == kLongLength) {
        header += 2;
        if (octets.size() < header) return {};
        size = readTwo(octets.subspan(kIdentifier + 1));
    }
    if (octets.size() < header + size) return {};
    return Group{readTwo(octets), octets.subspan(header, size), header + size};
}

}  // namespace

void PiccGlobalPlatform::abort() {
    m_channel.reset();
    m_authenticated = m_installed = m_complete = false;
    m_pending = {};
    m_nextBlock = 0;
}

std::optional<Response> PiccGlobalPlatform::select(const Command& command) {
    abort();
    if (command.p1 != 0x04 || command.data != rules().domain) return {};
    if (std::ranges::equal(command.data, lds::lds1Application())) return {};
    return Response{tlv::encode(0x6F, tlv::encode(0x84, rules().domain))};
}

Response PiccGlobalPlatform::process(const Command& command) {
    if (command.ins == ins::kInitializeUpdate && command.cla == 0x80) return initializeUpdate(command);
    if (!m_channel || (command.cla & kSecured) == 0) {
        abort();
        return refuse(status::kSecurityStatusNotSatisfied);
    }
    auto plain = m_channel->unprotect(command);
    if (!plain) {
        abort();
        return refuse(status::kSecurityStatusNotSatisfied);
    }
    if (command.ins == ins::kExternalAuthenticate) return externalAuthenticate(*plain);
    if (!m_authenticated) return refuse(status::kConditionsNotSatisfied);
    const auto response = carryOut(*plain);
    const base::SecretBytes wiped{std::move(plain->data)};
    return m_channel->protect(response);
}

Bytes PiccGlobalPlatform::diversificationData() const {
    auto data = m_memory.uid();
    data.insert(data.begin(), kDiversification - data.size(), 0);
    return data;
}

ScpKeySet PiccGlobalPlatform::ownKeys() const {
    const auto& rule = rules().transportKey;
    const auto& master = *m_product->keys->find(rule.name);
    const auto data = diversificationData();
    const auto own = [&](KeyRole role) {
        return diversify(rule, TransportKeys::partOf(rule, master, role), data, role);
    };
    return {rule.cipher, own(KeyRole::Encryption), own(KeyRole::Authentication), own(KeyRole::Secrets)};
}

Response PiccGlobalPlatform::initializeUpdate(const Command& command) {
    abort();
    if (m_memory.life == ChipLife::Locked) return refuse(status::kConditionsNotSatisfied);
    if (command.p1 != rules().keyVersion) return refuse(status::kReferencedDataNotFound);
    const auto mac = macSizeOf(rules().protocol);
    const bool scp03 = isScp03(rules().protocol), s16 = rules().protocol == ScpProtocol::Scp03S16;
    if (command.data.size() != mac) return refuse(status::kWrongLength);
    const auto* const kept = m_memory.secret(secret_name::kChannelCounter);
    const Bytes counter = kept == nullptr ? Bytes(3, 0) : Bytes(kept->reveal().begin(), kept->reveal().end());
    const auto keys = ownKeys();
    ScpChallenges challenges{command.data, {}, scp03 ? Bytes{} : Bytes{counter[1], counter[2]}};
    const auto drawn = m_random.octets(scp03 ? mac : kShortChallenge);
    challenges.card.assign(drawn.reveal().begin(), drawn.reveal().end());
    if (rules().protocol == ScpProtocol::Scp02Option55)
        challenges.card = wellKnownChallenge(keys, challenges.sequence, rules().domain);
    m_channel = openChannel(rules().protocol, keys, challenges);
    const Bytes information = scp03 ? Bytes{rules().keyVersion, 0x03, static_cast<std::uint8_t>(s16 ? 0x71 : 0x70)}
                                    : Bytes{rules().keyVersion, 0x02};
    return {base::concat({diversificationData(), information, challenges.sequence, challenges.card,
                          m_channel->cardCryptogram(), scp03 ? counter : Bytes{}})};
}

Response PiccGlobalPlatform::externalAuthenticate(const Command& command) {
    if (m_authenticated || !base::equalInConstantTime(command.data, m_channel->hostCryptogram()) ||
        command.p1 != rules().level) {
        abort();
        return refuse(status::kAuthenticationFailed);
    }
    const auto* const kept = m_memory.secret(secret_name::kChannelCounter);
    std::uint32_t counter = 1;
    if (kept != nullptr)
        counter += static_cast<std::uint32_t>(kept->reveal()[0] << 16 | kept->reveal()[1] << 8 | kept->reveal()[2]);
    (void)m_memory.keepSecret(secret_name::kChannelCounter, base::SecretBytes{base::bigEndian(counter & 0xFFFFFF, 3)});
    m_channel->raiseTo(rules().level);
    m_authenticated = true;
    return {};
}

Response PiccGlobalPlatform::carryOut(const Command& command) {
    switch (command.ins) {
        case ins::kInstall: return install(command);
        case ins::kStoreData: return storeData(command);
        case ins::kSetStatus: return setStatus(command);
        default: return refuse(status::kInstructionNotSupported);
    }
}

Response PiccGlobalPlatform::install(const Command& command) {
    if (command.p1 != kForPersonalisation || !rules().application) return refuse(status::kWrongParameters);
    const auto& name = *rules().application;
    const auto expected = base::concat({Bytes{0x00, 0x00, static_cast<std::uint8_t>(name.size())}, name, Bytes(3, 0)});
    if (command.data != expected) return refuse(status::kWrongData);
    m_installed = true;
    return {};
}

Response PiccGlobalPlatform::storeData(const Command& command) {
    const bool installed = m_installed || !rules().application;
    if (!installed || m_complete || !after(m_memory.life, LifeEvent::Write))
        return refuse(status::kConditionsNotSatisfied);
    if ((command.p1 & kGroups) == 0 || command.p2 != m_nextBlock) return refuse(status::kWrongParameters);
    ++m_nextBlock;
    std::uint16_t result = status::kOk;
    if ((command.p1 & kEncrypted) == kEncrypted) {
        result = m_pending.empty() ? takeEncrypted(command.data) : status::kWrongData;
    } else {
        m_pending = base::SecretBytes{base::concat({m_pending.reveal(), command.data})};
        result = takeGroups();
    }
    const bool last = (command.p1 & kLastBlock) != 0;
    const bool torn = (last || rules().blocks == Blocks::Whole) && !m_pending.empty();
    if (result == status::kOk && torn) result = status::kWrongData;
    m_complete = last && result == status::kOk;
    return refuse(result);
}

/// Every group that is whole; what is left waits for the next block.
std::uint16_t PiccGlobalPlatform::takeGroups() {
    BytesView rest = m_pending.reveal();
    while (const auto group = firstGroup(rest)) {
        if (const auto taken = take(group->identifier, group->value, false); taken != status::kOk) return taken;
        rest = rest.subspan(group->size);
    }
    m_pending = base::SecretBytes::copyOf(rest);
    return status::kOk;
}

std::uint16_t PiccGlobalPlatform::takeEncrypted(BytesView block) {
    const auto group = firstGroup(block);
    if (!group || group->size != block.size() || group->value.size() % blockSizeOf(rules().transportKey.cipher) != 0)
        return status::kWrongData;
    const auto padded = m_channel->decryptSecret(group->value);
    auto plain = unpad(padded.reveal());
    if (!plain) return status::kWrongData;
    const base::SecretBytes secret{std::move(plain).value()};
    return take(group->identifier, secret.reveal(), true);
}

std::uint16_t PiccGlobalPlatform::take(std::uint16_t identifier, BytesView value, bool encrypted) {
    if (identifier == rules().createGroup) return createFiles(value);
    const auto secret = std::ranges::find(rules().groups, identifier, &GlobalPlatformRules::Group::identifier);
    if (secret != rules().groups.end())
        return secret->encrypted == encrypted ? keepSecretInForm(m_memory, secret->secret, secret->form, value)
                                              : status::kConditionsNotSatisfied;
    return fill(keyOf(identifier), value);
}

std::uint16_t PiccGlobalPlatform::createFiles(BytesView list) {
    constexpr std::size_t kEntry = 4;
    if (list.empty() || list.size() % kEntry != 0) return status::kWrongData;
    for (; !list.empty(); list = list.subspan(kEntry)) {
        const auto key = keyOf(readTwo(list));
        if (m_memory.file(key) != nullptr) return status::kFileExists;
        if (!m_memory.createFile(key, readTwo(list.subspan(2)))) return status::kNotEnoughMemory;
        m_memory.life = *after(m_memory.life, LifeEvent::Write);
    }
    return status::kOk;
}

/// The whole content; in whole blocks a part behind its offset.
std::uint16_t PiccGlobalPlatform::fill(ChipMemory::FileKey key, BytesView value) {
    const auto* const content = m_memory.file(key);
    if (content == nullptr) return status::kReferencedDataNotFound;
    std::size_t offset = 0;
    if (rules().blocks == Blocks::Whole) {
        if (value.size() < 2) return status::kWrongData;
        offset = readTwo(value);
        value = value.subspan(2);
    } else if (value.size() != content->size()) {
        return status::kWrongData;
    }
    if (offset + value.size() > content->size()) return status::kWrongData;
    m_memory.write(key, offset, value);
    return status::kOk;
}

/// Of the application: final once its data is complete.
Response PiccGlobalPlatform::setStatus(const Command& command) {
    if (!m_complete) return refuse(status::kConditionsNotSatisfied);
    if (command.p1 == kOfCard) return {};
    const auto life = after(m_memory.life, LifeEvent::Lock);
    if (!life || command.data != rules().application.value_or(rules().domain)) return refuse(status::kWrongData);
    m_memory.life = *life;
    return {};
}

}  // namespace chip
