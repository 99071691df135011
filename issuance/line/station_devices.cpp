// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/line/station_devices.hpp"

#include <algorithm>
#include <array>

#include "base/failure.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using contract::StationOutcome;
using contract::StationWish;
using End = printing::PrintOutcome::End;

constexpr std::array<std::pair<End, std::string_view>, 4> kEnds{
    {{End::Completed, "completed"}, {End::Refused, "refused"}, {End::Aborted, "aborted"}, {End::InDoubt, "in_doubt"}}};
constexpr std::chrono::milliseconds kUsualDeadline{5000};

/// One station, and whether it was lost: then it is asked no more.
class Station {
   public:
    explicit Station(StationLink& link) : m_link(link) {}
    [[nodiscard]] bool isLost() const { return m_lost; }

    StationLink::Asked tryAsk(StationWish wish, const KeepWaiting& keepWaiting = {}) {
        if (m_lost) return {};
        auto asked = m_link.ask(std::move(wish), keepWaiting);
        m_lost = !asked.outcome;
        return asked;
    }
    StationOutcome ask(StationWish wish, const KeepWaiting& keepWaiting = {}) {
        auto asked = tryAsk(std::move(wish), keepWaiting);
        if (!asked.outcome) throw base::Failure{"reader.station-lost"_code, base::NextStep::CallSupervisor, {}};
        if (asked.outcome->failure) throw asked.outcome->failure->asFailure();
        return std::move(*asked.outcome);
    }

   private:
    StationLink& m_link;
    bool m_lost = false;
};

class StationPrinter final : public printing::Printer {
   public:
    explicit StationPrinter(Station& station) : m_station(station) {}
    void attend(base::Bytes sealedAct) { m_act = std::move(sealedAct); }
    printing::PrintOutcome print(const printing::PrintJob& job, const printing::PrintProgress& progress) override {
        StationWish wish;
        wish.what = "print";
        wish.job = job.name;
        wish.content = job.pdf;
        wish.act = m_act;
        const auto asked =
            m_station.tryAsk(std::move(wish), [&] { return !progress || progress({}) == printing::PrintWish::GoOn; });
        if (!asked.outcome)
            return {asked.fetched ? End::InDoubt : End::Refused, base::Fault{"reader.station-lost"_code}};
        const auto& outcome = *asked.outcome;
        if (outcome.failure)
            return {End::InDoubt, base::Fault{base::FailureCode{outcome.failure->code}, {}, outcome.failure->where}};
        printing::PrintOutcome ended{printEndNamed(outcome.end.value_or("")), {}};
        if (outcome.cause) ended.cause = outcome.cause->asFault();
        return ended;
    }

   private:
    Station& m_station;
    base::Bytes m_act;
};

class StationChip final : public chip::Card {
   public:
    StationChip(std::shared_ptr<Station> station, contract::StationCard card)
        : m_station(std::move(station)), m_card(std::move(card)) {}

    chip::Response transmit(const chip::Command& command) override {
        auto wish = wishFor("transmit");
        wish.content = command.encode();
        auto response = chip::Response::decode(m_station->ask(std::move(wish)).content);
        if (!response) throw base::Failure{"card.silent"_code, base::NextStep::CallSupervisor, m_card.reader};
        return std::move(response).value();
    }
    void reset() override { m_card.answerToReset = m_station->ask(wishFor("reset")).content; }
    [[nodiscard]] base::Bytes answerToReset() const override { return m_card.answerToReset; }
    void answerWithin(std::chrono::milliseconds deadline) override { m_deadline = deadline; }
    [[nodiscard]] std::string readerName() const override { return m_card.reader; }
    [[nodiscard]] std::size_t largestCommandData() const override {
        return static_cast<std::size_t>(m_card.largestCommandData);
    }
    [[nodiscard]] std::size_t largestResponseData() const override {
        return static_cast<std::size_t>(m_card.largestResponseData);
    }

   private:
    [[nodiscard]] StationWish wishFor(const char* what) const {
        StationWish wish;
        wish.what = what;
        wish.within = m_deadline.count();
        return wish;
    }

    std::shared_ptr<Station> m_station;
    contract::StationCard m_card;
    std::chrono::milliseconds m_deadline = kUsualDeadline;
};

class StationDevices final : public Devices {
   public:
    StationDevices(StationLink& link, ProductOf productOf, PagesOfStation pages)
        : m_station(std::make_shared<Station>(link)),
          m_productOf(std::move(productOf)),
          m_pages(pages),
          m_printer(*m_station) {}

    printing::Printer& printer() override { return m_printer; }
    bool bring(const std::string& blank, Laying laying, const KeepWaiting& keepWaiting) override {
        auto wish = wishFor("bring", blank);
        wish.again = laying == Laying::Again;
        return m_station->ask(std::move(wish), keepWaiting).done;
    }
    // Whether a person or a machine feeds it, only the station knows; to ask once more for a chip that does not fit
    // does no harm where the same one comes back.
    [[nodiscard]] bool fedByHand() const override { return true; }
    std::shared_ptr<chip::Card> cardOf(const std::string& blank) override {
        auto outcome = m_station->ask(wishFor("card", blank));
        if (!outcome.card || outcome.card->largestCommandData < 1 || outcome.card->largestResponseData < 1)
            throw base::Failure{"reader.no-card"_code, base::NextStep::Retry, blank};
        return std::make_shared<StationChip>(m_station, std::move(*outcome.card));
    }
    bool lookAt(const std::string& jobName, const KeepWaiting& keepWaiting) override {
        StationWish wish;
        wish.what = "look";
        wish.job = jobName;
        return m_station->ask(std::move(wish), keepWaiting).done;
    }
    [[nodiscard]] bool believed() const override { return m_pages == PagesOfStation::Believed; }
    std::optional<base::Bytes> finishedPage(const std::string& jobName) override {
        StationWish wish;
        wish.what = "page";
        wish.job = jobName;
        auto outcome = m_station->ask(std::move(wish));
        // Where it is not training, a file that stands for a page is no page.
        if (!outcome.done || (!believed() && isFileOfPage(outcome.content))) return std::nullopt;
        return std::move(outcome.content);
    }
    void wearOut(const std::string& blank) override { m_station->ask(wishFor("wear_out", blank)); }
    [[nodiscard]] bool keepOutcomes() const override { return true; }
    void attend(base::Bytes sealedAct) override { m_printer.attend(std::move(sealedAct)); }
    [[nodiscard]] bool present() const override { return !m_station->isLost(); }

   private:
    [[nodiscard]] StationWish wishFor(const char* what, const std::string& blank) const {
        StationWish wish;
        wish.what = what;
        wish.blank = blank;
        wish.product = m_productOf(blank);
        return wish;
    }

    std::shared_ptr<Station> m_station;
    ProductOf m_productOf;
    PagesOfStation m_pages;
    StationPrinter m_printer;
};

}  // namespace

std::unique_ptr<Devices> openStationDevices(StationLink& link, ProductOf productOf, PagesOfStation pages) {
    return std::make_unique<StationDevices>(link, std::move(productOf), pages);
}

std::string_view nameOf(End end) {
    return std::ranges::find(kEnds, end, &std::pair<End, std::string_view>::first)->second;
}

End printEndNamed(std::string_view name) {
    const auto* found = std::ranges::find(kEnds, name, &std::pair<End, std::string_view>::second);
    return found == kEnds.end() ? End::InDoubt : found->first;
}

}  // namespace issuance
