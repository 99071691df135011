// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/simulator/chip_life.hpp"

namespace chip {
namespace {

using enum ChipLife;
using enum LifeEvent;

struct Row {
    ChipLife from;
    LifeEvent event;
    ChipLife to;
};

/// Applets that know only DEAD lock from Personalising as well.
constexpr Row kTable[] = {
    {Blank, Write, Personalising},
    {Personalising, Write, Personalising},
    {Personalising, FinishPersonalisation, Personalised},
    {Personalising, Lock, Locked},
    {Personalised, Lock, Locked},
};

}  // namespace

std::optional<ChipLife> after(ChipLife life, LifeEvent event) {
    for (const auto& row : kTable)
        if (row.from == life && row.event == event) return row.to;
    return {};
}

}  // namespace chip
