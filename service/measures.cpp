// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/measures.hpp"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <set>

#include "contract/acts.hpp"

namespace service {
namespace {

/// Seconds: from an act that looks at one row to a ceremony.
const prometheus::Histogram::BucketBoundaries kSteps{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1,
                                                     0.25,  0.5,    1,     2.5,  5,     10,   30};

std::string endOf(int status) {
    if (status == 200) return "done";
    if (status == 429 || status == 503) return "turned-away";
    return status < 500 ? "refused" : "broken";
}

const std::set<std::string, std::less<>>& knownActs() {
    static const auto known = [] {
        std::set<std::string, std::less<>> names;
        contract::forEachDeclaration([&](const contract::Declaration& act) { names.insert(std::string{act.name}); });
        return names;
    }();
    return known;
}

}  // namespace

struct Measures::State {
    prometheus::Registry registry;
    prometheus::Family<prometheus::Counter>& acts = prometheus::BuildCounter()
                                                        .Name("troquel_acts_total")
                                                        .Help("Acts that were answered, by name and end.")
                                                        .Register(registry);
    prometheus::Family<prometheus::Histogram>& seconds = prometheus::BuildHistogram()
                                                             .Name("troquel_act_seconds")
                                                             .Help("How long acts that were done took.")
                                                             .Register(registry);
    prometheus::Gauge& going =
        prometheus::BuildGauge().Name("troquel_acts_going_on").Help("Acts that go on now.").Register(registry).Add({});
};

Measures::Measures() : m_state(std::make_unique<State>()) {}
Measures::~Measures() = default;

void Measures::answered(std::string_view act, int status, std::chrono::steady_clock::duration took) {
    const std::string name{knownActs().contains(act) ? act : "unknown"};
    m_state->acts.Add({{"act", name}, {"end", endOf(status)}}).Increment();
    if (status == 200)
        m_state->seconds.Add({{"act", name}}, kSteps).Observe(std::chrono::duration<double>(took).count());
}

void Measures::goesOn(int more) { m_state->going.Increment(more); }

std::string Measures::text(const std::vector<contract::Figure>& figures) const {
    prometheus::Registry ofHouse;
    for (const auto& figure : figures)
        prometheus::BuildGauge()
            .Name(figure.name)
            .Help(figure.help)
            .Register(ofHouse)
            .Add({figure.labels.begin(), figure.labels.end()})
            .Set(figure.value);
    const prometheus::TextSerializer text;
    return text.Serialize(m_state->registry.Collect()) + text.Serialize(ofHouse.Collect());
}

}  // namespace service
