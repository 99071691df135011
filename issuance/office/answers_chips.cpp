// SPDX-License-Identifier: GPL-3.0-or-later
#include <thread>

#include "chip/inspection/inspect_chip.hpp"
#include "chip/inspection/trust_material.hpp"
#include "chip/simulator/vpcd_link.hpp"
#include "contract/acts_of_chips.hpp"
#include "issuance/document/mrz.hpp"
#include "issuance/line/devices.hpp"
#include "issuance/line/simulated_chips.hpp"
#include "issuance/office/answers.hpp"
#include "issuance/office/local_office_factory.hpp"
#include "issuance/office/simulated_products.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;

constexpr std::string_view kSimulated = "simulated:";
constexpr std::chrono::milliseconds kPause{100};
constexpr std::int64_t kLargestPort = 65535;

std::string simulatedSerial(const std::string& reader) {
    return reader.starts_with(kSimulated) ? reader.substr(kSimulated.size()) : "";
}

std::vector<FaultLine> linesOf(const std::vector<base::Fault>& faults) {
    std::vector<FaultLine> lines;
    for (const auto& fault : faults) lines.push_back(FaultLine::of(fault));
    return lines;
}

base::Outcome checkSerial(House& house, const std::string& serial) {
    if (house.items->itemOf(serial) == nullptr)
        return base::Fault{"stock.unknown-serial"_code, {{"serial", serial}}, {}};
    return {};
}

std::shared_ptr<chip::Card> cardFor(House& house, const std::string& reader) {
    const auto serial = simulatedSerial(reader);
    const auto devices = openDevices(chosenDevices(house, "folder", serial.empty() ? reader : "simulated"));
    return devices->cardOf(serial);
}

/// The zone without the breaks and blanks that people type or paste with it.
std::string unbroken(const std::string& zone) {
    std::string text;
    for (const char character : zone)
        if (character > ' ' && character != ',') text += character;
    return text;
}

base::Result<chip::InspectionKeys> keysIn(const ChipRead& request) {
    chip::InspectionKeys keys;
    if (request.can) keys.cardAccessNumber = base::SecretBytes::copyOf(*request.can);
    if (request.mrz) {
        const auto zone = parseMrz(std::string_view{unbroken(*request.mrz)});
        if (!zone) return zone.refusal();
        keys.mrz = chip::MrzKey::of(zone->documentNumber.text(), zone->dateOfBirth, zone->dateOfExpiry);
    } else if (request.documentNumber && request.dateOfBirth && request.dateOfExpiry) {
        keys.mrz = chip::MrzKey::of(*request.documentNumber, *request.dateOfBirth, *request.dateOfExpiry);
    }
    return keys;
}

std::string accessOf(const chip::ChipInspection& found) {
    switch (found.access) {
        case chip::AccessProtocol::Pace: return "PACE";
        case chip::AccessProtocol::Bac: return "BAC";
        case chip::AccessProtocol::None: break;
    }
    return "-";
}

std::string subjectOf(base::BytesView certificate) {
    const auto read = signing::readCertificate(certificate);
    return read ? read->subjectText() : std::string{};
}

std::vector<NamedFile> filesOf(const chip::ChipInspection& found) {
    std::vector<NamedFile> files;
    for (const auto& [file, content] : found.files) files.push_back({std::string{chip::lds::nameOf(file)}, content});
    if (!found.cardSecurity.empty()) files.push_back({"EF.CardSecurity", found.cardSecurity});
    if (!found.verifyingAuthorities.empty()) files.push_back({"EF.CVCA", found.verifyingAuthorities});
    return files;
}

ChipWasRead told(const chip::ChipInspection& found) {
    ChipWasRead read;
    read.passed = found.passed();
    read.access = accessOf(found);
    read.protocol = found.protocol;
    if (found.dg1) read.mrz.assign(found.dg1->lines.begin(), found.dg1->lines.end());
    read.signer = subjectOf(found.signerCertificate);
    read.authority = subjectOf(found.anchor);
    for (const auto& check : found.checks)
        read.checks.push_back({std::string{chip::nameOf(check.check)}, check.object,
                               std::string{chip::nameOf(check.result)}, linesOf(check.reasons)});
    read.defects = linesOf(found.defects);
    read.files = filesOf(found);
    return read;
}

base::Result<ChipWasRead> readChip(House& house, Call& call, const ChipRead& request) {
    if (const auto serial = simulatedSerial(request.reader); !serial.empty())
        if (const auto known = checkSerial(house, serial); !known) return known.refusal();
    auto keys = keysIn(request);
    if (!keys) return keys.refusal();
    std::optional<chip::TerminalCredentials> terminal;
    if (request.terminal) {
        auto given = chip::readTerminalFolder(*request.terminal);
        if (!given) return given.refusal();
        terminal = std::move(given).value();
        keys->terminal = &*terminal;
    }
    const auto card = cardFor(house, request.reader);
    const auto now = house.clock.now();
    if (!request.trust) return told(chip::inspectChip(*card, *keys, house.trust->now(call.connection)->at(now)));
    const auto trust = chip::readTrustFolder(*request.trust);
    if (!trust) return trust.refusal();
    auto read = told(chip::inspectChip(*card, *keys, trust->at(now)));
    read.unused = trust->unused;
    return read;
}

base::Result<std::vector<chip::ChipFault>> faultsIn(const ChipSimulate& request) {
    std::vector<chip::ChipFault> faults;
    for (const auto& text : request.faults) {
        const auto fault = chip::ChipFault::read(text);
        if (!fault) return fault.refusal();
        faults.push_back(*fault);
    }
    return faults;
}

base::Result<chip::ChipMake> makeAskedFor(const House& house, const ChipSimulate& request) {
    if (!request.profile) return request.blank ? makeOfBlank(house, *request.blank) : chip::ChipMake{};
    const auto templates = templatesFolder();
    for (const auto& entry : std::filesystem::directory_iterator{templates / "chips"}) {
        if (entry.path().stem() != *request.profile) continue;
        const auto profile = chip::ChipProfile::load(entry.path(), templates / "schemas" / "chip-profile.xsd");
        if (!profile) return profile.refusal();
        return makeOf(*profile);
    }
    return base::Fault{"simulator.profile-unknown"_code, {{"profile", *request.profile}}, {}};
}

base::Result<ChipWasSimulated> simulate(House& house, const ChipSimulate& request) {
    if (request.blank)
        if (const auto known = checkSerial(house, *request.blank); !known) return known.refusal();
    const auto faults = faultsIn(request);
    if (!faults) return faults.refusal();
    const auto make = makeAskedFor(house, request);
    if (!make) return make.refusal();
    const auto port = static_cast<std::uint16_t>(std::clamp<std::int64_t>(request.port, 1, kLargestPort));
    const auto card = SimulatedChips{house.files.chips()}.cardWith(request.blank, *faults, *make);
    const chip::VpcdLink link{*card, port};
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{request.seconds};
    while (link.connected() && std::chrono::steady_clock::now() < end) std::this_thread::sleep_for(kPause);
    return ChipWasSimulated{!link.connected()};
}

}  // namespace

void addChipAnswers(ActTable& acts, House& house) {
    acts.answer<ChipRead>([&house](Call& call, const auto& request) { return readChip(house, call, request); });
    acts.answer<ChipSimulate>([&house](Call&, const auto& request) { return simulate(house, request); });
}

}  // namespace issuance
