// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/office/simulated_products.hpp"

#include "chip/simulator/chip_product.hpp"

namespace issuance {
namespace {

std::shared_ptr<const chip::TransportKeys> testKeys(const chip::ChipProfile& profile) {
    auto keys = std::make_shared<chip::TransportKeys>();
    const auto* const rule = profile.transportKey();
    if (rule == nullptr) return keys;
    base::Bytes key(chip::keySizeOf(rule->cipher));
    for (std::size_t at = 0; at < key.size(); ++at) key[at] = static_cast<std::uint8_t>(0x40 + at);
    keys->add(rule->name, base::SecretBytes{std::move(key)});
    return keys;
}

}  // namespace

chip::ChipMake makeOf(const chip::ChipProfile& profile) {
    chip::ChipMake make;
    make.product = chip::ChipProduct::of(profile, testKeys(profile));
    return make;
}

std::string profileOfBlank(const House& house, const std::string& blank) {
    if (const auto* item = house.items->itemOf(blank))
        for (const auto& kind : house.catalogue->kinds())
            if (kind.blankItem == item->id && kind.chipProfile) return *kind.chipProfile;
    return {};
}

chip::ChipMake makeOfBlank(const House& house, const std::string& blank) {
    const auto profile = profileOfBlank(house, blank);
    return profile.empty() ? chip::ChipMake{} : makeOf(house.chipProfiles.at(profile));
}

std::unique_ptr<Devices> machinesOf(const House& house, StationLink& link) {
    return openStationDevices(
        link, [&house](const std::string& blank) { return profileOfBlank(house, blank); },
        house.institution.training ? PagesOfStation::Believed : PagesOfStation::Doubted);
}

DeviceChoice chosenDevices(const House& house, const std::string& printer, const std::string& reader) {
    DeviceChoice choice{printer, reader, house.files.chips(), house.files.pages()};
    choice.scans = house.files.scans();
    choice.makeOf = [&house](const std::string& blank) { return makeOfBlank(house, blank); };
    return choice;
}

}  // namespace issuance
