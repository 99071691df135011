// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

namespace chip {

/// A chip's life, which only goes forward.
enum class ChipLife : std::uint8_t {
    Blank = 0,          ///< delivered, nothing written
    Personalising = 1,  ///< files and secrets go in
    Personalised = 2,   ///< PUT DATA DEAF: complete, nothing more is written
    Locked = 3,         ///< PUT DATA DEAD: only inspection is left
};
inline constexpr std::size_t kChipLives = 4;

/// What a command does to the chip's life.
enum class LifeEvent { Write, FinishPersonalisation, Lock };
inline constexpr std::size_t kLifeEvents = 3;

/// The state after the event; nothing where the event is not allowed.
std::optional<ChipLife> after(ChipLife life, LifeEvent event);

}  // namespace chip
