// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "base/failure.hpp"
#include "chip/personalization/encoder.hpp"
#include "tests/fuzz/hostile_card.hpp"
#include "tests/support/paths.hpp"

namespace {

chip::ChipProfile profileNamed(const char* name) {
    const auto templates = support::sourceDir() / "templates";
    return base::expected(chip::ChipProfile::load(templates / "chips" / (std::string{name} + ".xml"),
                                                  templates / "schemas" / "chip-profile.xsd"),
                          name);
}

std::shared_ptr<const chip::TransportKeys> keys() {
    auto ring = std::make_shared<chip::TransportKeys>();
    for (const auto* name : {"iso-7816-9", "globalplatform-scp02", "globalplatform-scp03"})
        ring->add(name, base::SecretBytes{16});
    return ring;
}

}  // namespace

/// A whole personalisation of a chip that lies, in the dialect that the first octet names.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::array kProfiles{profileNamed("icao-applet"), profileNamed("iso-7816-9"),
                                      profileNamed("globalplatform-scp02"), profileNamed("globalplatform-scp03")};
    if (size == 0) return 0;
    const auto& profile = kProfiles.at(data[0] % kProfiles.size());
    fuzz::HostileCard card{{data + 1, size - 1}};
    chip::ChipContent content;
    for (const auto& rule : profile.files) content.files[rule.file] = base::Bytes(60, 0x61);
    content.mrz = chip::MrzKey::of("T22000129", "640812", "301031");
    const auto outcome = chip::Encoder{profile, keys()}.personalize(card, content);
    const bool said = outcome.locked() == outcome.causes.empty();
    if (!said) std::abort();
    return 0;
}
