// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/access/bac.hpp"

#include "chip/access/exchange.hpp"
#include "chip/access/file_reading.hpp"
#include "chip/apdu/instruction.hpp"
#include "chip/apdu/status.hpp"

namespace chip {
namespace {

using base::operator""_code;

constexpr CipherSuite kSuite = CipherSuite::TripleDes;
constexpr std::size_t kSeed = 16, kChallenge = 8, kKey = 16, kCryptogram = 32, kMac = 8, kAnswer = kCryptogram + kMac;
const base::Bytes kZeroVector(8, 0);

/// What the inspection system drew for one authentication.
struct Draw {
    base::SecretBytes challenge;
    base::SecretBytes key;
};

base::Result<base::Bytes> getChallenge(Card& card, AccessCourse& course) {
    course.enter(Exchange::GetChallenge);
    const auto response = card.transmit({0x00, ins::kGetChallenge, 0x00, 0x00, {}, kChallenge});
    if (!response.ok()) return unexpectedStatus(Exchange::GetChallenge, response.status);
    if (response.data.size() != kChallenge) return malformedAnswer(Exchange::GetChallenge);
    return response.data;
}

/// E_IFD || M_IFD out, E_IC || M_IC back; the answer as the chip sent it.
base::Result<base::Bytes> externalAuthenticate(Card& card, AccessCourse& course, const base::Bytes& authentication) {
    course.enter(Exchange::ExternalAuthenticate);
    const auto response = card.transmit({0x00, ins::kExternalAuthenticate, 0x00, 0x00, authentication, kAnswer});
    if (response.status == status::kAuthenticationFailed || response.status == status::kSecurityStatusNotSatisfied)
        return base::Fault{"access.wrong-password"_code};
    if (!response.ok()) return unexpectedStatus(Exchange::ExternalAuthenticate, response.status);
    if (response.data.size() != kAnswer) return malformedAnswer(Exchange::ExternalAuthenticate);
    return response.data;
}

/// S = RND.IFD || RND.IC || K.IFD, encrypted and authenticated.
base::Bytes authenticationFor(const BacKeys& keys, const Draw& draw, base::BytesView challengeOfChip) {
    const base::SecretBytes plain{base::concat({draw.challenge.reveal(), challengeOfChip, draw.key.reveal()})};
    const auto cryptogram = encryptCbc(kSuite, keys.encryption.reveal(), kZeroVector, plain.reveal());
    const auto mac = macOf(kSuite, keys.authentication.reveal(), pad(kSuite, cryptogram.reveal()));
    return base::concat({cryptogram.reveal(), mac});
}

/// K.IC of the chip's answer R = RND.IC || RND.IFD || K.IC, once it is known to be the chip's.
base::Result<base::SecretBytes> keyOfChip(const BacKeys& keys, const Draw& draw, base::BytesView challengeOfChip,
                                          base::BytesView answer) {
    const auto cryptogram = answer.first(kCryptogram);
    const auto mac = macOf(kSuite, keys.authentication.reveal(), pad(kSuite, cryptogram));
    const auto plain = decryptCbc(kSuite, keys.encryption.reveal(), kZeroVector, cryptogram);
    const bool authentic = base::equalInConstantTime(mac, answer.last(kMac));
    const bool fresh =
        base::equalInConstantTime(plain.reveal().first(kChallenge), challengeOfChip) &&
        base::equalInConstantTime(plain.reveal().subspan(kChallenge, kChallenge), draw.challenge.reveal());
    if (!authentic || !fresh) return base::Fault{"access.chip-not-authentic"_code};
    return base::SecretBytes::copyOf(plain.reveal().last(kKey));
}

}  // namespace

BacKeys bacKeysFrom(base::BytesView mrzSeed) {
    const auto seed = mrzSeed.first(kSeed);
    return {deriveKey(kSuite, seed, KeyUse::Encryption), deriveKey(kSuite, seed, KeyUse::Authentication)};
}

SessionKeys bacSessionKeys(base::BytesView keyOfTerminal, base::BytesView keyOfChip,
                           base::BytesView challengeOfTerminal, base::BytesView challengeOfChip) {
    base::SecretBytes seed{kKey};
    for (std::size_t at = 0; at < kKey; ++at)
        seed.revealForWriting()[at] = static_cast<std::uint8_t>(keyOfTerminal[at] ^ keyOfChip[at]);
    auto keys = sessionKeysFrom(kSuite, seed.reveal());
    keys.counter = base::concat({challengeOfChip.last(4), challengeOfTerminal.last(4)});
    return keys;
}

base::Result<Session> performBac(Card& card, const MrzKey& key, RandomSource& random) {
    AccessCourse course;
    course.enter(Exchange::SelectApplication);
    if (const auto selected = selectApplication(card); !selected) return selected.refusal();
    const auto challenge = getChallenge(card, course);
    if (!challenge) return challenge.refusal();
    const auto keys = bacKeysFrom(mrzSeed(key).reveal());
    const Draw draw{random.octets(kChallenge), random.octets(kKey)};
    const auto answer = externalAuthenticate(card, course, authenticationFor(keys, draw, *challenge));
    if (!answer) return answer.refusal();
    const auto theirs = keyOfChip(keys, draw, *challenge, *answer);
    if (!theirs) return theirs.refusal();
    return Session{
        SecureMessaging{bacSessionKeys(draw.key.reveal(), theirs->reveal(), draw.challenge.reveal(), *challenge)},
        course, documentNumberWithDigit(key)};
}

}  // namespace chip
