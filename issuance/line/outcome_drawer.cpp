// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/line/outcome_drawer.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "base/files.hpp"
#include "base/log.hpp"
#include "contract/json.hpp"

namespace issuance {
namespace {

using contract::Json;

constexpr std::size_t kLargest = 64 * 1024;
constexpr std::string_view kSuffix = ".outcome";
const base::Bytes kBelongs = base::bytesOf("line/outcome");

std::string textOf(const ActOutcome& outcome) {
    return Json{{"order", outcome.order.text()},
                {"step", outcome.step},
                {"attempt", outcome.attempt},
                {"station", outcome.station.text()},
                {"began", base::formatTimestamp(outcome.beganAt)},
                {"person", outcome.author.person.text()},
                {"workstation", outcome.author.workstation.text()},
                {"event", nameOf(outcome.event)},
                {"cause", outcome.cause},
                {"blank", outcome.blank}}
        .dump();
}

/// Throws Json's exceptions, and "file.damaged", where it is none.
ActOutcome outcomeIn(const base::SecretBytes& text) {
    const auto octets = text.reveal();
    const auto json = Json::parse(octets.begin(), octets.end());
    const auto word = [&](const char* name) { return json.at(name).get<std::string>(); };
    ActOutcome outcome;
    outcome.order = ProductionOrderId{word("order")};
    outcome.step = word("step");
    outcome.attempt = json.at("attempt").get<std::int64_t>();
    outcome.station = LineStation{word("station")};
    outcome.beganAt = base::expected(base::parseTimestamp(word("began")), "outcome");
    outcome.author.person = records::OperatorId{word("person")};
    outcome.author.workstation = records::WorkstationId{word("workstation")};
    const auto& events = allLineEvents();
    const auto event = std::ranges::find(events, word("event"), [](LineEvent each) { return nameOf(each); });
    if (event == events.end()) throw std::out_of_range{"event"};
    outcome.event = *event;
    outcome.cause = word("cause");
    outcome.blank = word("blank");
    return outcome;
}

}  // namespace

OutcomeDrawer::Kept OutcomeDrawer::keep(const ActOutcome& outcome) const {
    std::filesystem::create_directories(m_folder);
    const Kept kept{outcome, m_folder / (outcome.order.text() + "-" + base::randomId() + std::string{kSuffix})};
    base::writeSecretFileDurably(kept.file, seal(outcome));
    return kept;
}

std::vector<OutcomeDrawer::Kept> OutcomeDrawer::keptBy(const records::WorkstationId& workstation) const {
    std::vector<Kept> all;
    std::error_code none;
    for (const auto& each : std::filesystem::directory_iterator{m_folder, none}) {
        if (each.path().extension() != kSuffix) continue;
        try {
            const auto sealed = base::readFile(each.path(), kLargest);
            if (!sealed) continue;  // another program reported it meanwhile
            auto outcome = base::expected(unseal(*sealed), each.path().string());
            if (outcome.author.workstation == workstation) all.push_back({std::move(outcome), each.path()});
        } catch (const std::exception& failure) {
            base::log::warning("kept outcome not readable: " + each.path().string() + ": " + failure.what());
        }
    }
    return all;
}

base::Bytes OutcomeDrawer::seal(const ActOutcome& outcome) const {
    return m_keys.wrap(m_wrappingKey, base::SecretBytes::copyOf(textOf(outcome)), kBelongs);
}

base::Result<ActOutcome> OutcomeDrawer::unseal(base::BytesView sealed) const {
    const auto text = m_keys.unwrap(m_wrappingKey, sealed, kBelongs);
    if (!text) return text.refusal();
    return outcomeIn(*text);
}

void OutcomeDrawer::drop(const Kept& kept) {
    std::error_code gone;
    std::filesystem::remove(kept.file, gone);
}

}  // namespace issuance
