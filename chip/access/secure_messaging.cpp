// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/access/secure_messaging.hpp"

#include "base/tlv.hpp"
#include "chip/apdu/status.hpp"

namespace chip {
namespace {

using base::operator""_code;

constexpr base::tlv::Tag kCryptogram = 0x87, kCryptogramOdd = 0x85, kExpected = 0x97, kStatus = 0x99, kChecksum = 0x8E;
constexpr std::uint8_t kSecureClass = 0x0C, kPaddingIndicator = 0x01;
constexpr std::size_t kShortExpected = 256, kShortData = 255, kLargestExpected = 65536;

/// The data objects of a protected APDU, in the only order that 9.8.4 allows.
struct Objects {
    std::optional<base::tlv::Element> cryptogram, expected, status, checksum;
    base::Bytes authenticated;  ///< all but the checksum, as received
};

base::Fault malformed(const char* where) { return {"sm.malformed"_code, {}, where}; }

bool place(const base::tlv::Element& element, base::tlv::Tag cryptogramTag, Objects& objects) {
    const bool late = objects.checksum.has_value();
    if (element.tag == cryptogramTag && !objects.cryptogram && !objects.expected && !objects.status && !late)
        objects.cryptogram = element;
    else if (element.tag == kExpected && !objects.expected && !objects.status && !late)
        objects.expected = element;
    else if (element.tag == kStatus && !objects.expected && !objects.status && !late)
        objects.status = element;
    else if (element.tag == kChecksum && !late)
        objects.checksum = element;
    else
        return false;
    if (element.tag != kChecksum) base::append(objects.authenticated, element.whole);
    return true;
}

base::Result<Objects> readObjects(base::BytesView data, base::tlv::Tag cryptogramTag) {
    const auto elements = base::tlv::readAll(data);
    if (!elements) return malformed("data objects");
    Objects objects;
    for (const auto& element : *elements)
        if (!place(element, cryptogramTag, objects)) return malformed("order of data objects");
    return objects;
}

/// DO'97' holds Le in one octet, or in two where the command has extended lengths.
base::Bytes wrapExpected(const Command& command) {
    if (!command.expected) return {};
    const bool extended = *command.expected > kShortExpected || command.data.size() > kShortData;
    const std::size_t wire =
        *command.expected == (extended ? kLargestExpected : kShortExpected) ? 0 : *command.expected;
    return base::tlv::encode(kExpected, base::bigEndian(wire, extended ? 2 : 1));
}

base::Result<std::optional<std::size_t>> unwrapExpected(const std::optional<base::tlv::Element>& element) {
    if (!element) return std::optional<std::size_t>{};
    if (element->value.empty() || element->value.size() > 2) return malformed("DO'97'");
    std::size_t expected = 0;
    for (const auto octet : element->value) expected = expected << 8 | octet;
    if (expected == 0) expected = element->value.size() == 1 ? kShortExpected : kLargestExpected;
    return std::optional<std::size_t>{expected};
}

std::uint8_t secureClass(std::uint8_t cla) { return static_cast<std::uint8_t>(cla | kSecureClass); }

base::Bytes headerOf(const Command& command) { return {command.cla, command.ins, command.p1, command.p2}; }

}  // namespace

SessionKeys sessionKeysFrom(CipherSuite suite, base::BytesView sharedSecret) {
    return {suite, deriveKey(suite, sharedSecret, KeyUse::Encryption),
            deriveKey(suite, sharedSecret, KeyUse::Authentication), base::Bytes(blockSizeOf(suite), 0)};
}

SecureMessaging::SecureMessaging(SessionKeys keys) : m_keys(std::move(keys)) {}

Command SecureMessaging::protect(const Command& command) {
    countUp();
    m_oddInstruction = (command.ins & 1) != 0;
    Command result{secureClass(command.cla), command.ins, command.p1, command.p2};
    const base::Bytes header = pad(m_keys.suite, headerOf(result));
    base::append(result.data, wrapData(command.data));
    base::append(result.data, wrapExpected(command));
    base::append(result.data, base::tlv::encode(kChecksum, checksum(base::concat({header, result.data}))));
    const bool extended = command.expected.value_or(0) > kShortExpected || result.data.size() > kShortData;
    result.expected = extended ? kLargestExpected : kShortExpected;
    return result;
}

base::Result<Response> SecureMessaging::unprotect(const Response& response) {
    if (response.data.empty()) return base::Fault{"sm.unprotected"_code, {{"status", status::text(response.status)}}};
    countUp();
    const auto objects = readObjects(response.data, m_oddInstruction ? kCryptogramOdd : kCryptogram);
    if (!objects) return objects.refusal();
    if (!objects->checksum || !objects->status || objects->expected || objects->status->value.size() != 2)
        return malformed("DO'99' or DO'8E'");
    if (!base::equalInConstantTime(checksum(objects->authenticated), objects->checksum->value))
        return base::Fault{"sm.wrong-mac"_code};
    const base::BytesView words = objects->status->value;
    Response result{{}, static_cast<std::uint16_t>(words[0] << 8 | words[1])};
    if (objects->cryptogram) {
        auto data = unwrapData(objects->cryptogram->value);
        if (!data) return data.refusal();
        result.data = std::move(data).value();
    }
    return result;
}

base::Result<Command> SecureMessaging::unprotect(const Command& command) {
    countUp();
    m_oddInstruction = (command.ins & 1) != 0;
    const auto objects = readObjects(command.data, m_oddInstruction ? kCryptogramOdd : kCryptogram);
    if (!objects) return objects.refusal();
    if (!objects->checksum) return base::Fault{"sm.unprotected"_code, {{"status", "6987"}}};
    if (objects->status) return malformed("DO'99' in a command");
    const base::Bytes header = pad(m_keys.suite, headerOf(command));
    if (!base::equalInConstantTime(checksum(base::concat({header, objects->authenticated})), objects->checksum->value))
        return base::Fault{"sm.wrong-mac"_code};
    const auto expected = unwrapExpected(objects->expected);
    if (!expected) return expected.refusal();
    Command result{static_cast<std::uint8_t>(command.cla & ~kSecureClass), command.ins, command.p1, command.p2};
    result.expected = *expected;
    if (objects->cryptogram) {
        auto data = unwrapData(objects->cryptogram->value);
        if (!data) return data.refusal();
        result.data = std::move(data).value();
    }
    return result;
}

Response SecureMessaging::protect(const Response& response) {
    countUp();
    Response result{wrapData(response.data), response.status};
    base::append(result.data, base::tlv::encode(kStatus, base::bigEndian(response.status, 2)));
    base::append(result.data, base::tlv::encode(kChecksum, checksum(result.data)));
    return result;
}

std::size_t SecureMessaging::plainSizeWithin(std::size_t protectedSize) const {
    // Tag, up to three octets of length and the padding indicator; DO'99' (4) or DO'97' (4); DO'8E' (10).
    constexpr std::size_t kOverhead = 5 + 4 + 10;
    if (protectedSize <= kOverhead) return 0;
    const std::size_t block = blockSizeOf(m_keys.suite), blocks = (protectedSize - kOverhead) / block;
    return blocks == 0 ? 0 : blocks * block - 1;
}

void SecureMessaging::countUp() {
    for (auto octet = m_keys.counter.rbegin(); octet != m_keys.counter.rend(); ++octet)
        if (++*octet != 0) return;
}

base::Bytes SecureMessaging::initialVector() const {
    if (m_keys.suite == CipherSuite::TripleDes) return base::Bytes(blockSizeOf(m_keys.suite), 0);
    return encryptBlock(m_keys.suite, m_keys.encryption.reveal(), m_keys.counter);
}

base::Bytes SecureMessaging::wrapData(base::BytesView data) const {
    if (data.empty()) return {};
    const base::SecretBytes padded{pad(m_keys.suite, data)};
    const auto cryptogram = encryptCbc(m_keys.suite, m_keys.encryption.reveal(), initialVector(), padded.reveal());
    if (m_oddInstruction) return base::tlv::encode(kCryptogramOdd, cryptogram.reveal());
    return base::tlv::encode(kCryptogram, base::concat({base::Bytes{kPaddingIndicator}, cryptogram.reveal()}));
}

base::Result<base::Bytes> SecureMessaging::unwrapData(base::BytesView cryptogram) const {
    if (!m_oddInstruction) {
        if (cryptogram.empty() || cryptogram[0] != kPaddingIndicator) return malformed("padding indicator");
        cryptogram = cryptogram.subspan(1);
    }
    if (cryptogram.empty() || cryptogram.size() % blockSizeOf(m_keys.suite) != 0) return malformed("cryptogram");
    const auto padded = decryptCbc(m_keys.suite, m_keys.encryption.reveal(), initialVector(), cryptogram);
    auto data = unpad(padded.reveal());
    if (!data) return malformed("padding");
    return data;
}

base::Bytes SecureMessaging::checksum(base::BytesView message) const {
    const base::Bytes numbered = base::concat({m_keys.counter, message});
    return macOf(m_keys.suite, m_keys.authentication.reveal(), pad(m_keys.suite, numbered));
}

}  // namespace chip
