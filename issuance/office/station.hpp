// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "contract/acts_of_line.hpp"

/// The way by which a face lends its machines to an office that is elsewhere.
namespace issuance {

/// The machines at this workstation, in the service of lines that name it (`LineRun::station`), by a thread of its own.
class Station {
   public:
    virtual ~Station() = default;
    /// What lines call it: drawn anew for each.
    [[nodiscard]] virtual const std::string& name() const = 0;
    /// What its reader asks now of the person who feeds it.
    [[nodiscard]] virtual std::vector<contract::StationCall> calls() const = 0;
    /// Has a line run with these machines, a few steps at a time, so that a service that is to end need not wait for a
    /// whole day's work; as long as `goOn` says so. Goes on without the duties whose machines are out of service, and
    /// settles at the end. Throws "line.outcome-kept" where that could not be told.
    virtual base::Result<contract::LineRan> run(contract::LineRun request, const std::function<bool()>& goOn) = 0;
    /// Once its line has ended, however: serves no more, and tells the office of a page that it printed when the office
    /// went. False where the office does not answer; the next station of this home tells it then, before it serves.
    virtual bool settle() = 0;
};

/// Which machines, as DeviceChoice names them.
struct StationMachines {
    std::string printer = "folder";
    std::string reader = "simulated";
    std::string camera = "none";
    std::chrono::seconds patience{120};  ///< how long a person is waited for at the reader or scanner
    std::filesystem::path home;          ///< where pages of the folder, simulated chips and scans lie
};

/// Begins to serve. The office outlives the station. Refuses what is not there, as "line.printer-absent" and its like.
base::Result<std::unique_ptr<Station>> openStation(contract::Office& office, const contract::Credentials& credentials,
                                                   const StationMachines& machines);

/// What is asked of the person at the workstation: by its own machines where they are lent, else by those of the house
/// there; and the scans that the house asks.
std::vector<contract::StationCall> callsAt(const std::string& workstation, const Station* lent,
                                           const std::vector<contract::StationCall>& ofHouse);

/// A scanner that this workstation reaches, through SANE; `name` is the one to ask for it by.
struct StationScanner {
    std::string name;
    std::string device;
};
std::vector<StationScanner> scannersHere();

/// A finished page to be scanned here.
struct PageScan {
    std::string scanner;
    std::string blank;
    std::string side = "page";                                      ///< "front", "back" of a card
    int resolution = 300;                                           ///< dots an inch
    std::vector<std::pair<std::string, std::string>> options = {};  ///< of the scanner's own
};

/// Leaves the picture where a line with a camera looks for it, in `home`, and says where; whole or not at all. Refuses
/// "stock.unknown-serial" for what cannot be a serial, and what printing::scanPicture refuses.
base::Result<std::filesystem::path> scanPage(const std::filesystem::path& home, const PageScan& scan);

}  // namespace issuance
