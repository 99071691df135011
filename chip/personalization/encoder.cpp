// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/personalization/encoder.hpp"

#include <algorithm>

#include "base/failure.hpp"
#include "chip/apdu/status.hpp"

namespace chip {
namespace {

using namespace base::literals;
using Verdict = PersonalizationOutcome::Verdict;

base::Fault fileFault(base::FailureCode code, lds::File file) {
    const std::string name{lds::nameOf(file)};
    return {std::move(code), {{"file", name}}, name};
}

std::vector<base::Fault> faultsOf(const ChipContent& content, const ChipProfile& profile) {
    auto faults = chip::faultsOf(content.files, profile);
    const bool pace =
        profile.accessSecrets == WrittenSecrets::MrzAndPace && content.files.contains(lds::File::CardAccess);
    if (content.cardAccessNumber && !pace)
        faults.push_back({"personalization.secret-not-accepted"_code, {}, profile.name});
    return faults;
}

/// Whether a refused lock leaves open what the chip is now: errors of execution and of memory (7816-4 table 6).
bool leavesDoubt(const ChipStep& step, std::uint16_t status) {
    const unsigned high = status >> 8U;
    return isLocking(step.kind) && (high == 0x64 || high == 0x65 || high == 0x6F);
}

base::Fault stepRefused(const ChipStep& step, std::uint16_t status) {
    return {"personalization.step-refused"_code,
            {{"step", std::string{nameOf(step.kind)}}, {"status", status::text(status)}},
            step.where};
}

/// The commands of secrets and keys hold them in the clear: they do not outlive their use.
void wipe(std::vector<ChipStep>& plan) {
    for (auto& each : plan) base::SecretBytes{std::move(each.command.data)};
}

/// What a chip is written with, and by which keys it opens.
struct Means {
    const Dialect& dialect;
    const ChipProfile& profile;
    const TransportKeys& keys;
};

/// One personalisation under way.
class Run {
   public:
    Run(Card& card, Means means, const ProgressCallback& progress)
        : m_card(card), m_means(means), m_progress(progress) {}

    PersonalizationOutcome perform(std::vector<ChipStep> plan) {
        try {
            if (writeAll(plan)) m_outcome.verdict = Verdict::Locked;
            begin(StepKind::Probe);
            m_card.reset();
        } catch (const base::Failure& failure) {
            onLoss(failure);
        }
        wipe(plan);
        return std::move(m_outcome);
    }

   private:
    bool writeAll(const std::vector<ChipStep>& plan) {
        m_outcome.chipUntouched = isSafe(StepKind::Probe);
        report(0, plan.size());
        if (!reachBlank() || !open()) return false;
        for (std::size_t i = 0; i < plan.size(); ++i) {
            if (!send(plan[i])) return false;
            report(i + 1, plan.size());
        }
        return true;
    }

    /// A chip that was written in part is made blank where the profile allows it, and looked at again.
    bool reachBlank() {
        begin(StepKind::Probe);
        const auto state = m_means.dialect.probe(m_card);
        if (!state) return refuse(state.refusal().first());
        if (*state == ChipState::Blank) return true;
        const auto erasure = m_means.dialect.composeErasure();
        const bool mayErase = *state == ChipState::Partial && !erasure.empty() && !m_erased;
        if (!mayErase)
            return refuse({"personalization.chip-not-blank"_code, {{"state", std::string{nameOf(*state)}}}, {}});
        if (!open()) return false;
        for (const auto& step : erasure)
            if (!send(step)) return false;
        m_erased = true;
        return reachBlank();
    }

    bool open() {
        begin(StepKind::Authenticate);
        if (m_means.profile.transportKey() != nullptr && !isSafe(m_kind)) m_outcome.chipUntouched = false;
        auto channel = m_means.dialect.open(m_card, m_means.keys);
        if (!channel) return refuse(channel.refusal().first());
        m_channel = std::move(channel).value();
        return true;
    }

    /// Each kind of step has its time.
    void begin(StepKind kind) {
        m_kind = kind;
        m_card.answerWithin(m_means.profile.timeoutOf(kind));
    }

    [[nodiscard]] bool isSafe(StepKind kind) const { return m_means.profile.safeSteps.contains(kind); }

    bool send(const ChipStep& step) {
        begin(step.kind);
        m_where = step.where;
        if (!isSafe(m_kind)) m_outcome.chipUntouched = false;
        const auto response = m_channel->send(step);
        if (!response) {
            refuse(response.refusal().first());
            m_outcome.verdict = Verdict::InDoubt;
            return false;
        }
        const bool gone = step.kind == StepKind::Erase && response->status == status::kFileNotFound;
        if (response->ok() || gone) return true;
        refuse(stepRefused(step, response->status));
        if (leavesDoubt(step, response->status)) m_outcome.verdict = Verdict::InDoubt;
        return false;
    }

    bool refuse(base::Fault cause) {
        m_outcome.verdict = Verdict::Refused;
        m_outcome.causes.push_back(std::move(cause));
        return false;
    }

    /// The card is gone or silent. While nothing had been written it is known to be blank still.
    void onLoss(const base::Failure& failure) {
        if (m_outcome.verdict == Verdict::Refused && !m_outcome.causes.empty()) return;  // lost in the last reset only
        m_outcome.verdict = m_outcome.chipUntouched ? Verdict::Refused : Verdict::InDoubt;
        m_outcome.causes.push_back(
            {m_outcome.chipUntouched ? "personalization.lost-before-writing"_code : "personalization.torn"_code,
             {{"step", std::string{nameOf(m_kind)}}, {"cause", failure.code().name()}},
             m_where});
    }

    void report(std::size_t done, std::size_t total) const {
        if (m_progress) m_progress({done, total, m_kind, m_where});
    }

    Card& m_card;
    Means m_means;
    const ProgressCallback& m_progress;
    std::unique_ptr<WritingChannel> m_channel;
    bool m_erased = false;
    StepKind m_kind = StepKind::Probe;
    std::string m_where;
    PersonalizationOutcome m_outcome;
};

}  // namespace

std::vector<base::Fault> faultsOf(const std::map<lds::File, base::Bytes>& files, const ChipProfile& profile) {
    std::vector<base::Fault> faults;
    for (const auto& rule : profile.files)
        if (rule.required && !files.contains(rule.file))
            faults.push_back(fileFault("personalization.missing-file"_code, rule.file));
    for (const auto& [file, octets] : files) {
        const auto* const rule = profile.ruleFor(file);
        if (rule == nullptr)
            faults.push_back(fileFault("personalization.foreign-file"_code, file));
        else if (octets.empty() || octets.size() > rule->limit)
            faults.push_back(fileFault("personalization.file-too-large"_code, file));
    }
    return faults;
}

std::unique_ptr<Dialect> Encoder::dialectWithin(std::size_t largestCommandData) const {
    return dialectOf(m_profile, std::min(m_profile.chunk, largestCommandData));
}

base::Result<ChipState> Encoder::probe(Card& card) const {
    card.answerWithin(m_profile.timeoutOf(StepKind::Probe));
    return dialectWithin(card.largestCommandData())->probe(card);
}

std::vector<ChipStep> Encoder::plan(const ChipContent& content, std::size_t largestCommandData) const {
    return dialectWithin(largestCommandData)->compose(content);
}

PersonalizationOutcome Encoder::personalize(Card& card, const ChipContent& content,
                                            const ProgressCallback& progress) const {
    const auto dialect = dialectWithin(card.largestCommandData());
    auto faults = faultsOf(content, m_profile);
    for (auto& fault : dialect->faultsOf(content)) faults.push_back(std::move(fault));
    if (const auto* const key = m_profile.transportKey(); key != nullptr && m_keys->find(key->name) == nullptr)
        faults.push_back({"personalization.transport-key-missing"_code, {{"key", key->name}}, m_profile.name});
    if (!faults.empty()) return {Verdict::Refused, std::move(faults), true};
    return Run{card, {*dialect, m_profile, *m_keys}, progress}.perform(dialect->compose(content));
}

}  // namespace chip
