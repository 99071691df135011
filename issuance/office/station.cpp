// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/office/station.hpp"

#include <atomic>
#include <future>
#include <mutex>
#include <regex>
#include <thread>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "base/log.hpp"
#include "contract/acts_of_stations.hpp"
#include "issuance/line/device_check.hpp"
#include "issuance/line/kept_prints.hpp"
#include "issuance/line/station_devices.hpp"
#include "issuance/office/institution.hpp"
#include "issuance/office/line_parts.hpp"
#include "issuance/office/local_office_factory.hpp"
#include "issuance/office/simulated_products.hpp"
#include "issuance/office/station_calls.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace std::chrono_literals;
using contract::StationOutcome;
using contract::StationServe;
using contract::StationTold;
using contract::StationWish;

/// How often a station that is at something says so; far more often than a line waits for a silent one.
constexpr auto kSignOfLife = 2s;
/// Before the office is asked again that did not answer.
constexpr auto kPause = 500ms;

/// Does at this workstation's machines what a line wishes, one thing at a time.
class Hands {
   public:
    using TellPrint = std::function<void(const std::string& blank, const std::optional<printing::PrintStanding>&)>;
    Hands(const StationMachines& machines, const ReaderAsk& ask, TellPrint tellPrint)
        : m_tellPrint(std::move(tellPrint)), m_devices(openDevices(choiceOf(machines, ask))) {}

    StationOutcome perform(const StationWish& wish, const KeepWaiting& keepWaiting) {
        StationOutcome outcome;
        try {
            if (!wish.blank.empty()) m_products[wish.blank] = wish.product;
            dispatch(wish, keepWaiting, outcome);
        } catch (const base::Failure& failure) {
            base::log::warning(std::string{"station: "} + failure.what());
            outcome = {};
            outcome.failure = contract::FailureLine::of(failure);
        }
        outcome.turn = wish.turn;
        return outcome;
    }

   private:
    DeviceChoice choiceOf(const StationMachines& machines, const ReaderAsk& ask) {
        const HomeFiles files{machines.home};
        for (const auto& folder : {files.chips(), files.pages(), files.scans()}) {
            std::filesystem::create_directories(folder);
            std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
        }
        DeviceChoice choice{machines.printer, machines.reader, files.chips(), files.pages()};
        choice.patience = machines.patience;
        choice.ask = ask;
        choice.camera = machines.camera;
        choice.scans = files.scans();
        choice.makeOf = [this](const std::string& blank) { return makeOfProduct(m_products[blank]); };
        return choice;
    }
    static chip::ChipMake makeOfProduct(const std::string& product) {
        static const std::regex kName{"[a-z0-9-]{1,64}"};
        if (!std::regex_match(product, kName)) return {};
        const auto folder = templatesFolder();
        const auto profile =
            chip::ChipProfile::load(folder / "chips" / (product + ".xml"), folder / "schemas" / "chip-profile.xsd");
        if (!profile) throw base::Failure{"station.unknown-product"_code, base::NextStep::CallSupervisor, product};
        return makeOf(*profile);
    }

    void dispatch(const StationWish& wish, const KeepWaiting& keepWaiting, StationOutcome& outcome) {
        if (wish.what == "print") return print(wish, keepWaiting, outcome);
        if (wish.what == "bring") return bring(wish, keepWaiting, outcome);
        if (wish.what == "card") return showCard(wish, outcome);
        if (wish.what == "transmit" || wish.what == "reset") return speak(wish, outcome);
        if (wish.what == "look") {
            outcome.done = m_devices->lookAt(wish.job, keepWaiting);
            return;
        }
        if (wish.what == "page") {
            auto page = m_devices->finishedPage(wish.job);
            outcome.done = page.has_value();
            if (page) outcome.content = std::move(*page);
            return;
        }
        if (wish.what == "wear_out") return m_devices->wearOut(wish.blank);
        throw base::Failure{"station.unknown-wish"_code, base::NextStep::CallSupervisor, wish.what};
    }
    void print(const StationWish& wish, const KeepWaiting& keepWaiting, StationOutcome& outcome) {
        const auto ended = m_devices->printer().print({wish.job, wish.content}, [&](const auto& standing) {
            m_tellPrint(wish.job.substr(0, wish.job.rfind('-')), standing);
            return keepWaiting() ? printing::PrintWish::GoOn : printing::PrintWish::Cancel;
        });
        m_tellPrint({}, std::nullopt);
        outcome.end = std::string{nameOf(ended.end)};
        if (ended.cause) outcome.cause = contract::FaultLine::of(*ended.cause);
    }
    void bring(const StationWish& wish, const KeepWaiting& keepWaiting, StationOutcome& outcome) {
        m_card.reset();  // whoever holds a card holds its reader
        outcome.done = m_devices->bring(wish.blank, wish.again ? Laying::Again : Laying::First, keepWaiting);
    }
    void showCard(const StationWish& wish, StationOutcome& outcome) {
        m_card.reset();
        m_card = m_devices->cardOf(wish.blank);
        outcome.card =
            contract::StationCard{m_card->readerName(), static_cast<std::int64_t>(m_card->largestCommandData()),
                                  static_cast<std::int64_t>(m_card->largestResponseData()), m_card->answerToReset()};
    }
    void speak(const StationWish& wish, StationOutcome& outcome) {
        if (!m_card) throw base::Failure{"reader.no-card"_code, base::NextStep::Retry, {}};
        m_card->answerWithin(std::chrono::milliseconds{wish.within});
        if (wish.what == "reset") {
            m_card->reset();
            outcome.content = m_card->answerToReset();
            return;
        }
        outcome.content = m_card->transmit(base::expected(chip::Command::decode(wish.content), "station")).encode();
    }

    TellPrint m_tellPrint;
    std::map<std::string, std::string> m_products;
    std::unique_ptr<Devices> m_devices;
    std::shared_ptr<chip::Card> m_card;
};

class ServingStation final : public Station {
   public:
    ServingStation(contract::Office& office, contract::Credentials credentials, const StationMachines& machines)
        : m_office(office),
          m_credentials(std::move(credentials)),
          m_name(base::randomId()),
          m_printer(machines.printer),
          m_kept(HomeFiles{machines.home}.outcomes()),
          m_hands(
              machines, [this](const std::optional<ReaderCall>& call) { note(call); },
              [this](const auto& blank, const auto& standing) {
                  note(standing ? printerCall(m_printer, blank, *standing) : std::nullopt);
              }),
          m_thread{[this] { serve(); }} {}
    ~ServingStation() override { finish(); }
    ServingStation(const ServingStation&) = delete;
    ServingStation& operator=(const ServingStation&) = delete;

    [[nodiscard]] const std::string& name() const override { return m_name; }
    [[nodiscard]] std::vector<contract::StationCall> calls() const override {
        const std::lock_guard lock{m_mutex};
        if (!m_call) return {};
        return {*m_call};
    }
    base::Result<contract::LineRan> run(contract::LineRun request, const std::function<bool()>& goOn) override try {
        request.station = m_name;
        auto ran = runInParts(m_office, m_credentials, std::move(request), goOn);
        settle();
        return ran;
    } catch (const base::Failure& failure) {
        if (settle()) throw;
        throw base::Failure{"line.outcome-kept"_code, base::NextStep::Retry, failure.where(), failure.what()};
    }
    bool settle() override {
        finish();  // what it is printing it prints to its end
        return reportKept();
    }

   private:
    void finish() {
        m_ending = true;
        if (m_thread.joinable()) m_thread.join();
    }
    bool reportKept() { return m_kept.report(m_office, m_credentials); }
    void note(const std::optional<ReaderCall>& call) {
        std::optional<contract::StationCall> told;
        if (call) told = contract::StationCall{"", call->reader, std::string{nameOf(call->wish)}, call->blank, {}};
        note(std::move(told));
    }
    void note(std::optional<contract::StationCall> call) {
        const std::lock_guard lock{m_mutex};
        m_call = std::move(call);
    }
    /// Nothing where the office does not answer, or lets this station serve no more.
    std::optional<StationTold> ask(const std::optional<StationOutcome>& outcome, bool busy) {
        try {
            auto told = m_office.ask(m_credentials, StationServe{m_name, outcome, busy});
            if (told) return std::move(told).value();
            base::log::warning("station: " + told.refusal().first().code.name());
        } catch (const base::Failure& failure) {
            base::log::warning(std::string{"station: "} + failure.what());
        }
        return std::nullopt;
    }
    // An outcome is told until the office has heard it. A wish that is told again, because its first telling was lost,
    // is not done again.
    void serve() {
        std::optional<StationOutcome> outcome;
        for (bool settled = false; !m_ending;) {
            if (!settled) settled = reportKept();
            auto told = settled ? ask(outcome, false) : std::nullopt;
            if (!told) {
                std::this_thread::sleep_for(kPause);
                continue;
            }
            if (!told->wish) outcome.reset();
            if (!told->wish || (outcome && outcome->turn == told->wish->turn && outcome->turn == m_done)) continue;
            const bool goesOn = told->wish->turn == m_done + 1;
            if (goesOn) m_kept.drop();  // a line goes on once it has written how the page before ended
            settled = goesOn || reportKept();
            if (settled) outcome = performAndKeep(*told->wish);
        }
    }
    StationOutcome performAndKeep(const StationWish& wish) {
        auto outcome = perform(wish);
        if (wish.act.empty()) return outcome;
        const auto end = outcome.end.value_or(std::string{nameOf(printing::PrintOutcome::End::InDoubt)});
        const auto cause = outcome.failure ? outcome.failure->code : outcome.cause ? outcome.cause->code : "";
        try {
            m_kept.keep({wish.act, end, cause});
        } catch (const base::Failure& failure) {
            base::log::warning(std::string{"print not kept: "} + failure.what());
        }
        return outcome;
    }
    StationOutcome perform(const StationWish& wish) {
        std::atomic<bool> wanted{true};
        // A print is withdrawn where nobody waits for it any more, and not because the station is about to end.
        const bool prints = wish.what == "print";
        auto doing = std::async(std::launch::async,
                                [&] { return m_hands.perform(wish, [&] { return wanted && (prints || !m_ending); }); });
        while (doing.wait_for(kSignOfLife) != std::future_status::ready) {
            const auto told = ask(std::nullopt, true);
            if (told && (wish.act.empty() ? told->giveUp : told->withdraw)) wanted = false;
        }
        m_done = wish.turn;
        return doing.get();
    }

    contract::Office& m_office;
    const contract::Credentials m_credentials;
    const std::string m_name;
    const std::string m_printer;
    mutable std::mutex m_mutex;
    std::optional<contract::StationCall> m_call;
    std::int64_t m_done = 0;  ///< the last turn that was performed
    KeptPrints m_kept;
    Hands m_hands;
    std::atomic<bool> m_ending{false};
    std::thread m_thread;
};

}  // namespace

base::Result<std::unique_ptr<Station>> openStation(contract::Office& office, const contract::Credentials& credentials,
                                                   const StationMachines& machines) {
    if (auto there = checkDevices(machines.printer, machines.reader, {}, machines.camera); !there)
        return there.refusal();
    return std::unique_ptr<Station>{std::make_unique<ServingStation>(office, credentials, machines)};
}

}  // namespace issuance
