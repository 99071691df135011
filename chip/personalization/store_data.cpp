// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/personalization/store_data.hpp"

#include <algorithm>

#include "chip/apdu/instruction.hpp"

namespace chip {
namespace {

using base::Bytes;
using base::BytesView;

constexpr std::uint8_t kClass = 0x80, kGroups = 0x08, kEncrypted = 0x60, kLast = 0x80, kLongLength = 0xFF;
constexpr std::size_t kIdentifier = 2, kOffset = 2, kLongestShort = 0xFE;

Bytes headerOf(std::uint16_t identifier, std::size_t size) {
    const auto length =
        size <= kLongestShort ? base::bigEndian(size, 1) : base::concat({Bytes{kLongLength}, base::bigEndian(size, 2)});
    return base::concat({base::bigEndian(identifier, kIdentifier), length});
}

/// Fills blocks one after the other.
class Packer {
   public:
    explicit Packer(std::size_t room) : m_room(room) {}

    void addRunning(const DataGroup& group) {
        append(group, headerOf(group.identifier, group.value.size()));
        append(group, group.value.reveal());
    }

    void addEncrypted(const DataGroup& group) {
        begin(group);
        auto& step = m_steps.back();
        const auto header = headerOf(group.identifier, group.value.size());
        step.command.p1 |= kEncrypted;
        step.command.data = base::concat({header, group.value.reveal()});
        step.secrets.push_back({header.size(), group.value.size()});
        m_closed = true;
    }

    /// A group that fits no block is cut where it may be; each part fills what the block leaves.
    void addWhole(const DataGroup& group) {
        if (!group.parted) return addPart(group, group.value.reveal());
        constexpr std::size_t kLeastPart = 16;
        for (std::size_t at = 0; at < group.value.size();) {
            if (left() < kIdentifier + 3 + kOffset + kLeastPart) begin(group);
            const auto rest = group.value.reveal().subspan(at);
            auto size = std::min(rest.size(), left() - groupHeader(0) - kOffset);
            while (groupHeader(kOffset + size) + kOffset + size > left()) --size;
            addPart(group, base::concat({base::bigEndian(at, kOffset), rest.first(size)}));
            at += size;
        }
    }

    std::vector<ChipStep> finish() {
        if (!m_steps.empty()) m_steps.back().command.p1 |= kLast;
        return std::move(m_steps);
    }

   private:
    [[nodiscard]] std::size_t left() const {
        return m_steps.empty() || m_closed ? 0 : m_room - m_steps.back().command.data.size();
    }

    void begin(const DataGroup& group) {
        const auto number = static_cast<std::uint8_t>(m_steps.size() & 0xFFU);
        m_steps.push_back({group.kind, group.where, {kClass, ins::kStoreData, kGroups, number, {}}});
        m_steps.back().command.data.reserve(m_room);
        m_closed = false;
    }

    void append(const DataGroup& group, BytesView octets) {
        while (!octets.empty()) {
            if (left() == 0) begin(group);
            const auto part = octets.first(std::min(left(), octets.size()));
            base::append(m_steps.back().command.data, part);
            octets = octets.subspan(part.size());
        }
    }

    void addPart(const DataGroup& group, BytesView value) {
        if (left() < groupHeader(value.size()) + value.size()) begin(group);
        base::append(m_steps.back().command.data, headerOf(group.identifier, value.size()));
        base::append(m_steps.back().command.data, value);
    }

    std::size_t m_room;
    std::vector<ChipStep> m_steps;
    bool m_closed = false;
};

}  // namespace

std::size_t groupHeader(std::size_t valueSize) { return kIdentifier + (valueSize <= kLongestShort ? 1 : 3); }

std::vector<ChipStep> storeData(const std::vector<DataGroup>& groups, Blocks blocks, std::size_t room) {
    Packer packer{room};
    for (const auto& group : groups) {
        if (group.encrypted)
            packer.addEncrypted(group);
        else if (blocks == Blocks::Running)
            packer.addRunning(group);
        else
            packer.addWhole(group);
    }
    return packer.finish();
}

}  // namespace chip
