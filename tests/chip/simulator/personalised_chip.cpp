// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/chip/simulator/personalised_chip.hpp"

#include <gtest/gtest.h>
#include <openssl/core_names.h>
#include <openssl/rsa.h>

#include <algorithm>

#include "base/failure.hpp"
#include "base/openssl.hpp"
#include "base/tlv.hpp"
#include "chip/access/file_reading.hpp"
#include "chip/lds/files.hpp"
#include "chip/lds/security_infos.hpp"

namespace support {
namespace {

using chip::Command;
namespace tlv = base::tlv;
namespace ssl = base::openssl;

constexpr std::size_t kPart = 255;

Command putData(std::uint16_t name, base::Bytes data) {
    return {0x00, 0xDA, static_cast<std::uint8_t>(name >> 8), static_cast<std::uint8_t>(name & 0xFF), std::move(data),
            {}};
}

void addFile(std::vector<Command>& commands, std::uint16_t id, const base::Bytes& content) {
    commands.push_back(
        {0x00, 0xE0, 0x00, 0x00, tlv::encode(0x63, {base::bigEndian(content.size(), 2), base::bigEndian(id, 2)}), {}});
    commands.push_back({0x00, 0xA4, 0x02, 0x0C, base::bigEndian(id, 2), {}});
    for (std::size_t offset = 0; offset < content.size(); offset += kPart) {
        const auto part = base::BytesView{content}.subspan(offset, std::min(kPart, content.size() - offset));
        if (offset < 0x8000)
            commands.push_back({0x00,
                                0xD6,
                                static_cast<std::uint8_t>(offset >> 8),
                                static_cast<std::uint8_t>(offset & 0xFF),
                                base::Bytes(part.begin(), part.end()),
                                {}});
        else
            commands.push_back({0x00,
                                0xD7,
                                0x00,
                                0x00,
                                base::concat({tlv::encode(0x54, base::bigEndian(offset, 2)), tlv::encode(0x53, part)}),
                                {}});
    }
}

/// In chained parts where it does not fit.
void addPut(std::vector<Command>& commands, std::uint16_t name, const base::Bytes& data) {
    base::BytesView rest = data;
    while (rest.size() > kPart) {
        auto part = putData(name, base::Bytes(rest.begin(), rest.begin() + kPart));
        part.cla = 0x10;
        commands.push_back(std::move(part));
        rest = rest.subspan(kPart);
    }
    commands.push_back(putData(name, base::Bytes(rest.begin(), rest.end())));
}

void addSecrets(std::vector<Command>& commands) {
    const auto key = holderKey();
    commands.push_back(putData(0x0062, tlv::encode(0x62, {tlv::encode(0x04, key.documentNumber.reveal()),
                                                          tlv::encode(0x04, key.dateOfBirth.reveal()),
                                                          tlv::encode(0x04, key.dateOfExpiry.reveal())})));
    const auto secret = [](std::uint8_t reference, base::BytesView value) {
        return tlv::encode(0x66, base::concat({base::Bytes{reference}, value}));
    };
    commands.push_back(putData(
        0x0065, tlv::encode(0x65, {secret(1, chip::mrzInformation(key).reveal()), secret(2, base::bytesOf(kCan))})));
}

base::Bytes octetsOf(EVP_PKEY* key, const char* name) {
    BIGNUM* number = nullptr;
    ssl::check(EVP_PKEY_get_bn_param(key, name, &number), name);
    const ssl::BigNumber owned{number};
    base::Bytes octets(static_cast<std::size_t>(BN_num_bytes(number)));
    BN_bn2bin(number, octets.data());
    return octets;
}

}  // namespace

chip::MrzKey holderKey() { return chip::MrzKey::of("T22000129", "640812", "301031"); }

base::Bytes fileOfSize(std::size_t size) {
    base::Bytes value(size - 4);
    for (std::size_t at = 0; at < value.size(); ++at) value[at] = static_cast<std::uint8_t>(at * 7 + at / 256);
    auto file = tlv::encode(0x75, value);
    if (file.size() != size) throw std::invalid_argument{"fileOfSize"};
    return file;
}

base::Bytes cardAccess(const std::vector<chip::PaceInfo>& infos) {
    std::vector<chip::lds::PaceOffer> offers;
    for (const auto& info : infos) offers.push_back({chip::protocolOf(info), 2, info.parameterId});
    return chip::lds::encodeCardAccess(offers);
}

std::uint16_t statusOf(chip::Card& card, Command command) { return card.transmit(command).status; }

Command command(const std::string& digits) {
    return base::expected(Command::decode(base::expected(base::fromHex(digits), "command")), "command");
}

std::vector<Command> personalisation(const ChipContent& content) {
    std::vector<Command> commands;
    if (!content.pace.empty()) addFile(commands, chip::kEfCardAccess, cardAccess(content.pace));
    for (const auto& [id, file] : content.masterFiles) addFile(commands, id, file);
    const auto name = chip::lds::lds1Application();
    commands.push_back({0x00, 0xA4, 0x04, 0x0C, base::Bytes(name.begin(), name.end()), {}});
    for (const auto& [id, file] : content.files) addFile(commands, id, file);
    addSecrets(commands);
    const auto key = content.activeAuthentication.reveal();
    if (!key.empty()) commands.push_back(putData(0x0066, base::Bytes(key.begin(), key.end())));
    for (const auto& [id, data] : content.puts) addPut(commands, id, data);
    commands.push_back(putData(0xDEAF, {}));
    commands.push_back(putData(0xDEAD, {}));
    return commands;
}

void personalise(chip::Card& card, const ChipContent& content) {
    for (const auto& command : personalisation(content))
        ASSERT_EQ(card.transmit(command).status, 0x9000) << base::toHex(command.encode());
    card.reset();
}

base::SecretBytes ecKeyObjects(const chip::lds::ActiveAuthenticationKey& key) {
    const auto curve = chip::lds::domainParameters(key.curve);
    return base::SecretBytes{
        base::concat({tlv::encode(0x81, curve.prime), tlv::encode(0x82, curve.a), tlv::encode(0x83, curve.b),
                      tlv::encode(0x84, curve.basePoint), tlv::encode(0x85, curve.order),
                      tlv::encode(0x86, key.privateScalar.reveal()), tlv::encode(0x87, curve.cofactor)})};
}

RsaKey newRsaKey(unsigned bits) {
    const ssl::PKey key{ssl::check(EVP_RSA_gen(bits), "EVP_RSA_gen")};
    unsigned char* encoded = nullptr;
    const int size = i2d_PUBKEY(key.get(), &encoded);
    RsaKey result{octetsOf(key.get(), OSSL_PKEY_PARAM_RSA_N),
                  base::SecretBytes{octetsOf(key.get(), OSSL_PKEY_PARAM_RSA_D)}, base::Bytes(encoded, encoded + size)};
    OPENSSL_free(encoded);
    return result;
}

base::Bytes complementTo(base::BytesView modulus, base::BytesView signature) {
    const ssl::BigNumber n{BN_bin2bn(modulus.data(), static_cast<int>(modulus.size()), nullptr)};
    const ssl::BigNumber s{BN_bin2bn(signature.data(), static_cast<int>(signature.size()), nullptr)};
    ssl::check(BN_sub(s.get(), n.get(), s.get()), "BN_sub");
    base::Bytes octets(modulus.size());
    BN_bn2binpad(s.get(), octets.data(), static_cast<int>(octets.size()));
    return octets;
}

}  // namespace support
