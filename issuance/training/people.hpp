// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "base/clock.hpp"
#include "issuance/document/holder.hpp"

namespace issuance::training {

/// Whom to invent; a small child is under seven.
enum class PersonKind { Adult, Minor, SmallChild, Refugee, Neighbour };

/// A person who does not exist. Adults and children are Guatemalan with a valid CUI; refugees and neighbours (from the
/// states across the border) have none. Names come from lists of common ones and now and then are made to test
/// transliteration and truncation. The same seed, kind and day give the same person.
Holder inventPerson(std::uint32_t seed, PersonKind kind, base::Date today);

/// A valid CUI of a place that exists.
Cui inventCui(std::uint32_t seed);

}  // namespace issuance::training
