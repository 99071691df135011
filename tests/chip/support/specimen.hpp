// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/inspection/inspect_chip.hpp"
#include "chip/personalization/encoder.hpp"
#include "tests/signing/house.hpp"

/// A synthetic holder's chip, made as the house makes it, for tests that personalise and inspect.
namespace chip::testing {

inline constexpr std::string_view kDocumentNumber = "X12345678", kBirth = "900214", kExpiry = "311122",
                                  kCardAccessNumber = "481532";

/// Which access protocol and proof of originality the specimen has.
enum class Access { BacOnly, PaceAndBac };
enum class Originality { None, ActiveAuthentication };

/// EF.COM, DG1, DG2, DG7, DG11, DG12, DG14 and DG15 (with originality), EF.CardAccess (with PACE), EF.SOD by the
/// house's document signer.
ChipContent specimen(const signing::testing::House& house, Access access = Access::PaceAndBac,
                     Originality originality = Originality::ActiveAuthentication);

/// The same with a portrait of few octets, where every exchange is tried in turn.
ChipContent smallSpecimen(const signing::testing::House& house, Access access = Access::PaceAndBac);

/// EF.SOD over the data groups as they are now.
void seal(ChipContent& content, const signing::testing::House& house);

InspectionKeys mrzKeys();
InspectionKeys numberKeys();

/// A JPEG of 300 × 400 pixels as far as its header tells, with so many octets of noise.
base::Bytes portrait(std::size_t noise = 14000);

/// `templates/chips/icao-applet.xml`.
ChipProfile icaoAppletProfile();
/// Another of `templates/chips`.
ChipProfile chipProfile(const std::string& name);

/// Keys that open chips of every profile in `templates/chips`; for tests only.
std::shared_ptr<const TransportKeys> transportKeys();

}  // namespace chip::testing
