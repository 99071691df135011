// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/personalization/global_platform_dialect.hpp"

#include "chip/apdu/instruction.hpp"
#include "chip/apdu/status.hpp"

namespace chip {
namespace {

using namespace base::literals;
using base::Bytes;
using base::BytesView;

constexpr std::uint8_t kClass = 0x80, kByName = 0x04, kForPersonalisation = 0x20, kOfApplication = 0x40, kOfCard = 0x80;
constexpr std::size_t kAnyAnswer = 256;
// Lengths in the answer to INITIALIZE UPDATE (tables E-8 and 7-3 of amendment D).
constexpr std::size_t kDiversification = 10, kSequence = 2, kShortChallenge = 6, kCounter = 3;
constexpr std::uint8_t kS16 = 0x01;

base::Fault refused(base::FailureCode code, std::string status) {
    return {std::move(code), {{"status", std::move(status)}}, {}};
}

/// What INITIALIZE UPDATE was answered with.
struct Answer {
    Bytes diversification, sequence, challenge, cryptogram;
};

base::Result<Answer> readAnswer(ScpProtocol protocol, BytesView data) {
    const base::Fault differs{"personalization.channel-differs"_code, {}, {}};
    const std::size_t information = isScp03(protocol) ? 3 : 2;
    if (data.size() < kDiversification + information) return differs;
    if (data[kDiversification + 1] != (isScp03(protocol) ? 0x03 : 0x02)) return differs;
    const auto mac = macSizeOf(protocol);
    const auto rest = data.subspan(kDiversification + information);
    const auto octets = [&](std::size_t at, std::size_t size) {
        return Bytes(rest.begin() + static_cast<std::ptrdiff_t>(at),
                     rest.begin() + static_cast<std::ptrdiff_t>(at + size));
    };
    Answer answer{{data.begin(), data.begin() + kDiversification}, {}, {}, {}};
    if (!isScp03(protocol)) {
        if (rest.size() != kSequence + kShortChallenge + mac) return differs;
        answer.sequence = octets(0, kSequence);
        answer.challenge = octets(kSequence, kShortChallenge);
        answer.cryptogram = octets(kSequence + kShortChallenge, mac);
        return answer;
    }
    const bool s16 = (data[kDiversification + 2] & kS16) != 0;
    if (s16 != (protocol == ScpProtocol::Scp03S16)) return differs;
    if (rest.size() != 2 * mac && rest.size() != 2 * mac + kCounter) return differs;
    answer.challenge = octets(0, mac);
    answer.cryptogram = octets(mac, mac);
    return answer;
}

ScpKeySet keysFor(const TransportKeyRule& rule, const base::SecretBytes& master, BytesView diversification) {
    const auto key = [&](KeyRole role) {
        return diversify(rule, TransportKeys::partOf(rule, master, role), diversification, role);
    };
    return {rule.cipher, key(KeyRole::Encryption), key(KeyRole::Authentication), key(KeyRole::Secrets)};
}

class ProtectedChannel final : public WritingChannel {
   public:
    ProtectedChannel(Card& card, std::unique_ptr<SecureChannel> channel)
        : WritingChannel(card), m_channel(std::move(channel)) {}

    base::Result<Response> send(const ChipStep& step) override {
        Command plain = step.command;
        for (const auto& part : step.secrets)
            m_channel->encryptSecret(std::span{plain.data}.subspan(part.offset, part.size));
        auto secured = m_channel->protect(plain);
        const base::SecretBytes wiped{std::move(plain.data)};
        auto response = card().transmit(secured);
        const base::SecretBytes alsoWiped{std::move(secured.data)};
        return m_channel->unprotect(response);
    }

   private:
    std::unique_ptr<SecureChannel> m_channel;
};

base::SecretBytes padded(const GlobalPlatformRules& rules, const base::SecretBytes& secret) {
    return base::SecretBytes{pad(rules.transportKey.cipher, secret.reveal())};
}

}  // namespace

base::Result<std::unique_ptr<WritingChannel>> GlobalPlatformDialect::open(Card& card, const TransportKeys& keys) const {
    const auto& rule = m_rules.transportKey;
    const auto* const master = keys.find(rule.name);
    if (master == nullptr) return base::Fault{"personalization.transport-key-missing"_code, {{"key", rule.name}}, {}};
    const auto selected = card.transmit({0x00, ins::kSelect, kByName, 0x00, m_rules.domain, kAnyAnswer});
    if (!selected.ok()) return refused("personalization.no-application"_code, status::text(selected.status));
    const auto drawn = m_random.octets(macSizeOf(m_rules.protocol));
    const Bytes host{drawn.reveal().begin(), drawn.reveal().end()};
    const auto begun = card.transmit({kClass, ins::kInitializeUpdate, m_rules.keyVersion, 0x00, host, kAnyAnswer});
    if (!begun.ok()) return refused("personalization.transport-key-refused"_code, status::text(begun.status));
    const auto answer = readAnswer(m_rules.protocol, begun.data);
    if (!answer) return answer.refusal();
    auto channel = openChannel(m_rules.protocol, keysFor(rule, *master, answer->diversification),
                               {host, answer->challenge, answer->sequence});
    if (!base::equalInConstantTime(channel->cardCryptogram(), answer->cryptogram))
        return refused("personalization.transport-key-refused"_code, "cryptogram");
    const auto authenticated = card.transmit(
        channel->protect({kClass, ins::kExternalAuthenticate, m_rules.level, 0x00, channel->hostCryptogram()}));
    if (!authenticated.ok())
        return refused("personalization.transport-key-refused"_code, status::text(authenticated.status));
    channel->raiseTo(m_rules.level);
    return std::unique_ptr<WritingChannel>{std::make_unique<ProtectedChannel>(card, std::move(channel))};
}

/// The files with their sizes, each file, then the secrets.
std::vector<DataGroup> GlobalPlatformDialect::groupsOf(const ChipContent& content) const {
    std::vector<DataGroup> groups;
    Bytes directory;
    for (const auto& rule : m_profile.files)
        if (const auto found = content.files.find(rule.file); found != content.files.end())
            base::append(directory, base::concat({base::bigEndian(lds::entryOf(rule.file).identifier, 2),
                                                  base::bigEndian(found->second.size(), 2)}));
    groups.push_back({StepKind::CreateFile, "LDS1", m_rules.createGroup, base::SecretBytes{std::move(directory)}});
    for (const auto& rule : m_profile.files)
        if (const auto found = content.files.find(rule.file); found != content.files.end())
            groups.push_back({StepKind::WriteFile, std::string{lds::nameOf(rule.file)},
                              lds::entryOf(rule.file).identifier, base::SecretBytes::copyOf(found->second), false,
                              true});
    for (const auto& rule : m_rules.groups) {
        auto secret = composeSecret(content, rule.secret, rule.form);
        if (secret.empty()) continue;
        groups.push_back({StepKind::PutSecret, std::string{nameOf(rule.secret)}, rule.identifier,
                          rule.encrypted ? padded(m_rules, secret) : std::move(secret), rule.encrypted});
    }
    return groups;
}

std::vector<base::Fault> GlobalPlatformDialect::faultsOf(const ChipContent& content) const {
    std::vector<base::Fault> faults;
    for (const auto& group : groupsOf(content)) {
        const bool mayRun = !group.encrypted && (group.parted || m_rules.blocks == Blocks::Running);
        if (!mayRun && groupHeader(group.value.size()) + group.value.size() > room())
            faults.push_back({"personalization.secret-too-long"_code, {{"what", group.where}}, group.where});
    }
    return faults;
}

std::vector<ChipStep> GlobalPlatformDialect::compose(const ChipContent& content) const {
    std::vector<ChipStep> plan;
    if (m_rules.application) {
        const auto& name = *m_rules.application;
        plan.push_back(
            {StepKind::Install,
             "LDS1",
             {kClass, ins::kInstall, kForPersonalisation, 0x00,
              base::concat({Bytes{0x00, 0x00, static_cast<std::uint8_t>(name.size())}, name, Bytes(3, 0)})}});
    }
    for (auto& step : storeData(groupsOf(content), m_rules.blocks, room())) plan.push_back(std::move(step));
    for (const auto& status : m_rules.lock) {
        const auto application = m_rules.application.value_or(m_rules.domain);
        plan.push_back({StepKind::Lock,
                        status.ofCard ? "MF" : "LDS1",
                        {kClass, ins::kSetStatus, status.ofCard ? kOfCard : kOfApplication, status.state,
                         status.ofCard ? Bytes{} : application}});
    }
    return plan;
}

}  // namespace chip
