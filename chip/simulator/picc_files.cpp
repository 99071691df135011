// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/simulator/picc_files.hpp"

#include <algorithm>

#include "base/tlv.hpp"
#include "chip/access/cv_certificate.hpp"
#include "chip/access/file_reading.hpp"
#include "chip/apdu/status.hpp"
#include "chip/lds/files.hpp"

namespace chip {
namespace {

constexpr std::uint8_t kByName = 0x04, kByFileId = 0x02, kByPath = 0x00, kShortIdFlag = 0x80, kShortIdMask = 0x1F;
constexpr std::uint8_t kFileDescription = 0x63;
constexpr base::tlv::Tag kOffset = 0x54, kDiscretionary = 0x53;

Response refuse(std::uint16_t status) { return {{}, status}; }

std::size_t readTwo(base::BytesView octets) { return static_cast<std::size_t>(octets[0]) << 8 | octets[1]; }

std::uint16_t idOfShort(Directory directory, std::uint8_t shortId) {
    if (directory == Directory::Application) return static_cast<std::uint16_t>(0x0100 | shortId);
    switch (shortId) {  // 9303-10 table 29
        case 0x01: return kEfAtrInfo;
        case 0x1E: return kEfDir;
        default: return static_cast<std::uint16_t>(0x0100 | shortId);
    }
}

/// The right that terminal authentication must have given: fingerprints and irises need one (9303-10 table 38).
std::uint8_t rightFor(std::uint16_t id) {
    switch (id) {
        case 0x0103: return kMayReadFingerprints;
        case 0x0104: return kMayReadIrises;
        default: return 0;
    }
}

/// Where a command reads or writes, and what it writes.
struct Span {
    std::size_t offset = 0;
    base::BytesView data;
};

/// Offset and data of an odd instruction: DO'54' [DO'53'] (ISO/IEC 7816-4 7.2.2).
std::optional<Span> oddSpan(const Command& command) {
    const auto elements = base::tlv::readAll(command.data);
    if (!elements) return {};
    const auto offset = base::tlv::find(*elements, kOffset), data = base::tlv::find(*elements, kDiscretionary);
    if (!offset || offset->value.empty() || offset->value.size() > 3) return {};
    Span span;
    for (const auto octet : offset->value) span.offset = span.offset << 8 | octet;
    if (data) span.data = data->value;
    return span;
}

std::optional<Span> spanOf(const Command& command) {
    if ((command.ins & 1) != 0) return oddSpan(command);
    if ((command.p1 & kShortIdFlag) != 0) return Span{command.p2, command.data};
    return Span{static_cast<std::size_t>(command.p1) << 8 | command.p2, command.data};
}

}  // namespace

void PiccFiles::powerUp() {
    m_directory = Directory::MasterFile;
    m_current.reset();
}

Response PiccFiles::select(const Command& command, const Standing& standing) {
    if (command.p1 == kByName) {
        if (!std::ranges::equal(command.data, lds::lds1Application())) return refuse(status::kFileNotFound);
        return selectDirectory(Directory::Application);
    }
    if (command.p1 != kByFileId && command.p1 != kByPath) return refuse(status::kWrongParameters);
    if (command.p1 == kByPath && command.data.empty()) return selectDirectory(Directory::MasterFile);
    if (command.data.size() != 2) return refuse(status::kWrongLength);
    if (readTwo(command.data) == kMasterFile) return selectDirectory(Directory::MasterFile);
    return selectFile(command.data, standing);
}

Response PiccFiles::selectDirectory(Directory directory) {
    m_directory = directory;
    m_current.reset();
    return {};
}

Response PiccFiles::selectFile(base::BytesView id, const Standing& standing) {
    const ChipMemory::FileKey key{m_directory, static_cast<std::uint16_t>(readTwo(id))};
    const bool closed = m_memory.life == ChipLife::Locked && m_directory == Directory::Application && !isFree(key);
    if (closed && !standing.opened) return refuse(status::kSecurityStatusNotSatisfied);
    if (m_memory.file(key) == nullptr) return refuse(status::kFileNotFound);
    m_current = key;
    return {};
}

Response PiccFiles::createFile(const Command& command) {
    const auto life = after(m_memory.life, LifeEvent::Write);
    if (!life) return refuse(status::kConditionsNotSatisfied);
    const auto description = base::tlv::readFirst(command.data);
    if (!description || description->tag != kFileDescription || description->value.size() != 4)
        return refuse(status::kWrongData);
    const ChipMemory::FileKey key{m_directory, static_cast<std::uint16_t>(readTwo(description->value.subspan(2)))};
    if (m_memory.file(key) != nullptr) return refuse(status::kFileExists);
    if (!m_memory.createFile(key, readTwo(description->value))) return refuse(status::kNotEnoughMemory);
    m_memory.life = *life;
    m_current = key;
    return {};
}

std::uint16_t PiccFiles::resolve(const Command& command) {
    const bool even = (command.ins & 1) == 0;
    if (even && (command.p1 & kShortIdFlag) != 0) {
        const auto shortId = static_cast<std::uint8_t>(command.p1 & kShortIdMask);
        const ChipMemory::FileKey key{m_directory, idOfShort(m_directory, shortId)};
        if (m_memory.file(key) == nullptr) return status::kFileNotFound;
        m_current = key;
    }
    return m_current ? status::kOk : status::kNoCurrentFile;
}

Response PiccFiles::updateBinary(const Command& command) {
    if (!after(m_memory.life, LifeEvent::Write)) return refuse(status::kConditionsNotSatisfied);
    return write(command);
}

std::optional<ChipMemory::FileKey> PiccFiles::fileOf(const Command& command) {
    return resolve(command) == status::kOk ? m_current : std::nullopt;
}

Response PiccFiles::write(const Command& command) {
    if (const auto found = resolve(command); found != status::kOk) return refuse(found);
    const auto span = spanOf(command);
    if (!span) return refuse(status::kWrongData);
    if (span->data.empty()) return refuse(status::kWrongLength);
    const auto& content = *m_memory.file(*m_current);
    if (span->offset >= content.size()) return refuse(status::kWrongOffset);
    if (span->data.size() > content.size() - span->offset) return refuse(status::kNotEnoughMemory);
    m_memory.write(*m_current, span->offset, span->data);
    return {};
}

Response PiccFiles::readBinary(const Command& command, const Standing& standing) {
    const bool closed = m_directory == Directory::Application && !standing.opened;
    if (closed && !(m_current && isFree(*m_current))) return refuse(status::kSecurityStatusNotSatisfied);
    if (const auto found = resolve(command); found != status::kOk) return refuse(found);
    if (isInternal(*m_current)) return refuse(status::kWrongFileStructure);
    if (!mayRead(*m_current, standing)) return refuse(status::kSecurityStatusNotSatisfied);
    const auto span = spanOf(command);
    if (!span) return refuse(status::kWrongData);
    if (!command.expected) return refuse(status::kWrongLength);
    const auto& content = *m_memory.file(*m_current);
    if (span->offset >= content.size()) return refuse(status::kWrongOffset);
    const bool odd = (command.ins & 1) != 0;
    // The answer of an odd instruction is DO'53': its tag and length count in Le as well.
    const std::size_t room = odd ? (*command.expected > 4 ? *command.expected - 4 : 0) : *command.expected;
    const std::size_t size = std::min(room, content.size() - span->offset);
    const auto part = base::BytesView{content}.subspan(span->offset, size);
    const bool whole = room <= content.size() - span->offset;
    const bool all = command.expected == 256 || command.expected == 65536;
    Response response{odd ? base::tlv::encode(kDiscretionary, part) : base::Bytes(part.begin(), part.end())};
    if (!whole && !all) response.status = status::kEndOfFile;
    return response;
}

bool PiccFiles::isFree(ChipMemory::FileKey key) const {
    constexpr std::uint8_t kAlways = 0x00, kInitialisation = 0x03;
    const auto* noted = m_memory.attributes(key);
    return noted != nullptr && noted->read == kAlways && noted->lifeCycle != kInitialisation && !isInternal(key);
}

bool PiccFiles::isInternal(ChipMemory::FileKey key) const {
    constexpr std::uint8_t kInternal = 0x08;
    const auto* noted = m_memory.attributes(key);
    return noted != nullptr && (noted->descriptor & 0x38) == kInternal;
}

bool PiccFiles::mayRead(ChipMemory::FileKey key, const Standing& standing) const {
    const auto [directory, id] = key;
    if (isFree(key)) return true;
    if (directory == Directory::MasterFile) return id != kEfCardSecurity || standing.opened;
    return m_memory.life == ChipLife::Locked && standing.opened && (standing.rights & rightFor(id)) == rightFor(id);
}

}  // namespace chip
