// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "chip/personalization/chip_content.hpp"
#include "chip/personalization/chip_profile.hpp"
#include "chip/personalization/chip_state.hpp"
#include "chip/personalization/dialect.hpp"

namespace chip {

/// What became of a chip. Locked: everything was written and acknowledged. Refused: it was not done and it is known
/// that it was not (what was written may be there; the blank is spoiled unless the chip is still blank). InDoubt: the
/// card was lost or silent while its state changed; a person looks, and the machine never tries again.
struct PersonalizationOutcome {
    enum class Verdict { Locked, Refused, InDoubt };

    Verdict verdict = Verdict::Refused;
    std::vector<base::Fault> causes = {};
    bool chipUntouched = true;  ///< nothing was sent that writes

    [[nodiscard]] bool locked() const { return verdict == Verdict::Locked; }
};

/// How far a personalisation has come, in exchanges.
struct EncodingProgress {
    std::size_t done = 0;
    std::size_t total = 0;
    StepKind kind = StepKind::Probe;
    std::string where = {};
};
using ProgressCallback = std::function<void(const EncodingProgress&)>;

/// Why a chip of this profile cannot hold these files: "personalization.missing-file", "personalization.foreign-file",
/// "personalization.file-too-large"; argument "file".
std::vector<base::Fault> faultsOf(const std::map<lds::File, base::Bytes>& files, const ChipProfile& profile);

/// Personalises chips of one profile: looks whether the chip is blank, shows the transport key where there is one,
/// writes files, then secrets and keys, locks last, and resets the card at the end. A chip that was written in part is
/// erased first where the profile says so. One Encoder may serve many cards, several at once each in its thread.
class Encoder {
   public:
    /// The keys may lack what the profile does not ask for.
    explicit Encoder(ChipProfile profile,
                     std::shared_ptr<const TransportKeys> keys = std::make_shared<const TransportKeys>())
        : m_profile(std::move(profile)), m_keys(std::move(keys)) {}

    /// Refuses before the first exchange: "personalization.missing-file", "personalization.foreign-file",
    /// "personalization.file-too-large", "personalization.secret-not-accepted", "personalization.secret-too-long",
    /// "personalization.transport-key-missing". Refuses before the first write: "personalization.chip-not-blank",
    /// "personalization.lost-before-writing", and what probing and opening refuse, "personalization.transport-key-
    /// refused" among it. Later: "personalization.step-refused". In doubt: "personalization.torn", and answers that are
    /// not the chip's own ("scp.wrong-mac", "scp.malformed").
    PersonalizationOutcome personalize(Card& card, const ChipContent& content,
                                       const ProgressCallback& progress = {}) const;

    /// How far a chip of this profile is; changes nothing but its session.
    [[nodiscard]] base::Result<ChipState> probe(Card& card) const;
    [[nodiscard]] const ChipProfile& profile() const { return m_profile; }
    /// The exchanges that write the content through a card that takes `largestCommandData`; probing comes on top.
    [[nodiscard]] std::vector<ChipStep> plan(const ChipContent& content, std::size_t largestCommandData) const;

   private:
    [[nodiscard]] std::unique_ptr<Dialect> dialectWithin(std::size_t largestCommandData) const;

    ChipProfile m_profile;
    std::shared_ptr<const TransportKeys> m_keys;
};

}  // namespace chip
