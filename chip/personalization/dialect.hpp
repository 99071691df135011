// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "chip/apdu/card.hpp"
#include "chip/personalization/chip_content.hpp"
#include "chip/personalization/chip_profile.hpp"
#include "chip/personalization/chip_state.hpp"

namespace chip {

/// Octets of a command's data that hold a secret, padded to whole blocks of the channel's cipher.
struct SecretPart {
    std::size_t offset = 0;
    std::size_t size = 0;
};

/// One command of a personalisation, and what it is for.
struct ChipStep {
    StepKind kind;
    std::string where;  ///< the file or secret concerned, for messages
    Command command;
    std::vector<SecretPart> secrets = {};  ///< to be encrypted under the key for secrets as they go out
};

/// The way commands take to a chip that was opened for writing: as they are, unless a dialect protects them.
class WritingChannel {
   public:
    explicit WritingChannel(Card& card) : m_card(card) {}
    virtual ~WritingChannel() = default;
    /// Refuses answers that are not the chip's own; whether the command was carried out is unknown then.
    virtual base::Result<Response> send(const ChipStep& step) { return m_card.transmit(step.command); }

   protected:
    [[nodiscard]] Card& card() const { return m_card; }

   private:
    Card& m_card;
};

/// How one family of chip products wants to be written: which commands, in which order.
class Dialect {
   public:
    virtual ~Dialect() = default;
    /// Looks how far the chip is, and changes nothing; leaves what `open` starts from.
    [[nodiscard]] virtual base::Result<ChipState> probe(Card& card) const { return probeChip(card); }
    /// What content this product cannot take beyond what its profile's files say; argument "what".
    [[nodiscard]] virtual std::vector<base::Fault> faultsOf(const ChipContent& /*any*/) const { return {}; }
    /// Shows the transport key where the product wants one. Refuses "personalization.transport-key-missing" and
    /// "personalization.transport-key-refused"; a key that the chip's own proof excludes is not even tried.
    [[nodiscard]] virtual base::Result<std::unique_ptr<WritingChannel>> open(Card& card,
                                                                             const TransportKeys& keys) const;
    /// What makes an opened chip that was written in part blank again; nothing where the profile does not allow it.
    [[nodiscard]] virtual std::vector<ChipStep> composeErasure() const { return {}; }
    /// Everything from the first write to the lock, as few commands as the chunk allows. Nothing is sent here.
    [[nodiscard]] virtual std::vector<ChipStep> compose(const ChipContent& content) const = 0;
};

/// The dialect that the profile names, which must outlive it. `chunk` is the most data of one command. Throws
/// "personalization.no-dialect".
std::unique_ptr<Dialect> dialectOf(const ChipProfile& profile, std::size_t chunk);

}  // namespace chip
