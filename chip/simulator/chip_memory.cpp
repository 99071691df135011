// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/simulator/chip_memory.hpp"

#include <algorithm>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "base/tlv.hpp"

namespace chip {
namespace {

using base::operator""_code;

constexpr base::tlv::Tag kImage = 0x7F70, kVersion = 0x80, kUid = 0x81, kCapacity = 0x82, kLife = 0x83, kFile = 0xA4,
                         kSecret = 0xA5, kChecksum = 0x86, kAttributes = 0xA7;
constexpr base::tlv::Tag kDirectory = 0x80, kName = 0x81, kContent = 0x82;
constexpr std::uint64_t kThisVersion = 1;
/// What the chip's own bookkeeping takes for each file and secret.
constexpr std::size_t kEntry = 16;

[[noreturn]] void throwMalformed(const char* what) {
    throw base::Failure{"simulator.memory-malformed"_code, base::NextStep::CallSupervisor, "simulated chip", what};
}

std::uint64_t numberOf(base::BytesView octets) {
    if (octets.empty() || octets.size() > 8) throwMalformed("number");
    std::uint64_t number = 0;
    for (const auto octet : octets) number = number << 8 | octet;
    return number;
}

std::vector<base::tlv::Element> elementsOf(base::BytesView octets) {
    auto elements = base::tlv::readAll(octets);
    if (!elements) throwMalformed("objects");
    return std::move(elements).value();
}

base::BytesView valueOf(const std::vector<base::tlv::Element>& elements, base::tlv::Tag tag) {
    const auto element = base::tlv::find(elements, tag);
    if (!element) throwMalformed("missing object");
    return element->value;
}

base::Bytes number(base::tlv::Tag tag, std::uint64_t value, std::size_t width) {
    return base::tlv::encode(tag, base::bigEndian(value, width));
}

/// The content of the image once its checksum holds.
std::vector<base::tlv::Element> openImage(base::BytesView octets) {
    const auto image = base::tlv::readFirst(octets);
    if (!image || image->tag != kImage || image->whole.size() != octets.size()) throwMalformed("image");
    auto elements = elementsOf(image->value);
    if (elements.empty() || elements.back().tag != kChecksum) throwMalformed("checksum");
    const auto covered = image->value.first(image->value.size() - elements.back().whole.size());
    if (!base::equalInConstantTime(base::sha256(covered), elements.back().value)) throwMalformed("checksum");
    if (numberOf(valueOf(elements, kVersion)) != kThisVersion) throwMalformed("version");
    return elements;
}

}  // namespace

ChipMemory::ChipMemory(base::Bytes uid, std::size_t capacity) : m_uid(std::move(uid)), m_capacity(capacity) {}

std::size_t ChipMemory::free() const {
    std::size_t used = 0;
    for (const auto& [key, content] : m_files) used += content.size() + kEntry;
    for (const auto& [name, value] : m_secrets) used += value.size() + kEntry;
    return used < m_capacity ? m_capacity - used : 0;
}

base::Bytes* ChipMemory::file(FileKey key) {
    const auto found = m_files.find(key);
    return found == m_files.end() ? nullptr : &found->second;
}

bool ChipMemory::createFile(FileKey key, std::size_t size) {
    if (free() < size + kEntry) return false;
    m_files.emplace(key, base::Bytes(size, 0));
    return true;
}

void ChipMemory::write(FileKey key, std::size_t offset, base::BytesView data) {
    auto& content = m_files.at(key);
    std::ranges::copy(data, content.begin() + static_cast<std::ptrdiff_t>(offset));
    if (wornOut == key.second && !data.empty()) content[offset + data.size() - 1] ^= 0x01;
}

void ChipMemory::deleteFile(FileKey key) {
    m_files.erase(key);
    m_attributes.erase(key);
}

std::vector<ChipMemory::FileKey> ChipMemory::filesIn(Directory directory) const {
    std::vector<FileKey> keys;
    for (const auto& [key, content] : m_files)
        if (key.first == directory) keys.push_back(key);
    return keys;
}

FileAttributes* ChipMemory::attributes(FileKey key) {
    const auto found = m_attributes.find(key);
    return found == m_attributes.end() ? nullptr : &found->second;
}

const base::SecretBytes* ChipMemory::secret(std::uint32_t name) const {
    const auto found = m_secrets.find(name);
    return found == m_secrets.end() ? nullptr : &found->second;
}

bool ChipMemory::keepSecret(std::uint32_t name, base::SecretBytes value) {
    if (free() < value.size() + kEntry) return false;
    m_secrets[name] = std::move(value);
    return true;
}

base::SecretBytes ChipMemory::octets() const {
    base::Bytes content =
        base::concat({number(kVersion, kThisVersion, 1), base::tlv::encode(kUid, m_uid),
                      number(kCapacity, m_capacity, 4), number(kLife, static_cast<std::uint8_t>(life), 1)});
    for (const auto& [key, file] : m_files)
        base::append(content,
                     base::tlv::encode(kFile, {number(kDirectory, static_cast<std::uint8_t>(key.first), 1),
                                               number(kName, key.second, 2), base::tlv::encode(kContent, file)}));
    for (const auto& [key, noted] : m_attributes)
        base::append(
            content,
            base::tlv::encode(
                kAttributes, {number(kDirectory, static_cast<std::uint8_t>(key.first), 1), number(kName, key.second, 2),
                              base::tlv::encode(kContent, base::Bytes{noted.descriptor, noted.lifeCycle, noted.read,
                                                                      noted.update})}));
    for (const auto& [name, value] : m_secrets)
        base::append(content,
                     base::tlv::encode(kSecret, {number(kName, name, 4), base::tlv::encode(kContent, value.reveal())}));
    base::append(content, base::tlv::encode(kChecksum, base::sha256(content)));
    const base::SecretBytes wiped{std::move(content)};
    return base::SecretBytes{base::tlv::encode(kImage, wiped.reveal())};
}

ChipMemory ChipMemory::fromOctets(base::BytesView octets) {
    const auto elements = openImage(octets);
    const auto uid = valueOf(elements, kUid);
    ChipMemory memory{base::Bytes(uid.begin(), uid.end()), numberOf(valueOf(elements, kCapacity))};
    const auto life = numberOf(valueOf(elements, kLife));
    if (life >= kChipLives) throwMalformed("life");
    memory.life = static_cast<ChipLife>(life);
    for (const auto& element : elements) {
        if (element.tag != kFile && element.tag != kSecret && element.tag != kAttributes) continue;
        const auto parts = elementsOf(element.value);
        const auto content = valueOf(parts, kContent);
        const auto name = numberOf(valueOf(parts, kName));
        if (element.tag == kSecret) {
            memory.m_secrets[static_cast<std::uint32_t>(name)] = base::SecretBytes::copyOf(content);
            continue;
        }
        const auto directory =
            numberOf(valueOf(parts, kDirectory)) == 0 ? Directory::MasterFile : Directory::Application;
        const FileKey key{directory, static_cast<std::uint16_t>(name)};
        if (element.tag == kFile) {
            memory.m_files[key].assign(content.begin(), content.end());
            continue;
        }
        if (content.size() != 4) throwMalformed("attributes");
        memory.note(key, {content[0], content[1], content[2], content[3]});
    }
    return memory;
}

}  // namespace chip
