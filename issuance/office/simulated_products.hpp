// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/personalization/chip_profile.hpp"
#include "chip/simulator/chip_make.hpp"
#include "issuance/line/station_devices.hpp"
#include "issuance/office/house.hpp"

namespace issuance {

/// A simulated chip of the profile's product, delivered with the public test key 40, 41, 42 … of the cipher's length:
/// what makers of cards for trials deliver, and nothing of it is secret.
chip::ChipMake makeOf(const chip::ChipProfile& profile);

/// The chip profile of a blank: that of the kind of document that is made of its item; empty where none is.
std::string profileOfBlank(const House& house, const std::string& blank);

/// The product of a blank's chip: that of the kind of document that is made of its item; an ICAO applet where none is.
chip::ChipMake makeOfBlank(const House& house, const std::string& blank);

/// The machines of a station that a request names.
std::unique_ptr<Devices> machinesOf(const House& house, StationLink& link);

/// The devices that a request names, with what the home and the house say of them.
DeviceChoice chosenDevices(const House& house, const std::string& printer, const std::string& reader);

}  // namespace issuance
