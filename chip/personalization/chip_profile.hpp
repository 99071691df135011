// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <set>

#include "chip/lds/biometric_group.hpp"
#include "chip/lds/files.hpp"
#include "chip/lds/image.hpp"
#include "chip/personalization/file_system_rules.hpp"
#include "chip/personalization/global_platform_rules.hpp"

namespace chip {

/// The commands that make a chip final: some applets know "personalised" (DE AF) before "locked" (DE AD), some only the
/// second.
enum class LockVariant { PersonalisedThenLocked, LockedOnly };

/// Which access secrets the chip product takes: those of the machine readable zone, or PACE passwords (zone and card
/// access number) as well where the document has EF.CardAccess.
enum class WrittenSecrets { Mrz, MrzAndPace };

/// What one exchange of a personalisation does.
enum class StepKind {
    Probe,
    SelectApplication,
    CreateFile,
    SelectFile,
    WriteFile,
    PutSecret,
    PutKey,
    Personalised,
    Lock,
    Authenticate,
    Erase,
    Activate,
    Install
};
/// Whether a chip may be final after it.
bool isLocking(StepKind kind);
/// "create-file", as profiles and reports write it.
std::string_view nameOf(StepKind kind);

/// What the portrait on the chip is brought to: within width and height in pixels, and within octets.
struct PortraitForm {
    lds::ImageFormat format = lds::ImageFormat::Jpeg;
    std::uint16_t width = 0;
    std::uint16_t height = 0;
    std::size_t octets = 0;
};

/// How one chip product is personalised (docs/formats/chip-profile.md): data that differs between products.
struct ChipProfile {
    struct FileRule {
        lds::File file;
        bool required = false;
        std::size_t limit = 0;  ///< octets
    };

    std::string name = {};
    std::string dialect = {};
    LockVariant lock = LockVariant::PersonalisedThenLocked;
    WrittenSecrets accessSecrets = WrittenSecrets::Mrz;
    std::size_t chunk = 255;  ///< most octets of data in one UPDATE BINARY
    std::chrono::milliseconds exchangeTimeout{5000};
    std::chrono::milliseconds lockTimeout{10000};
    std::map<StepKind, std::chrono::milliseconds> stepTimeouts = {};             ///< of kinds that take longer, or less
    lds::BiometricStandard biometrics = lds::BiometricStandard::Iso19794Of2005;  ///< of EF.DG2, EF.DG3, EF.DG4
    std::optional<PortraitForm> portrait = {};                                   ///< none: as the order brought it
    std::vector<FileRule> files = {};                                            ///< in the order of writing
    std::set<StepKind> safeSteps = {};                                           ///< change nothing on the chip
    std::optional<FileSystemRules> fileSystem = {};                              ///< of dialect "iso-7816-9"
    std::optional<GlobalPlatformRules> globalPlatform = {};                      ///< of dialect "globalplatform"

    /// Refuses what the schema refuses, with every fault; "personalization.profile-rules-missing" where the dialect's
    /// own element is not there; "personalization.secret-without-form"; "personalization.channel-unfit" where cipher,
    /// protocol and level of a secure channel exclude each other; "personalization.lock-not-last" where another step
    /// than the one that probing sees is the last.
    static base::Result<ChipProfile> load(const std::filesystem::path& profile, const std::filesystem::path& schema);
    static base::Result<ChipProfile> read(const base::xml::Document& document, const base::xml::Schema& schema);

    [[nodiscard]] const FileRule* ruleFor(lds::File file) const;
    /// How long one exchange of the kind may take: its own time, or that of locks or of exchanges.
    [[nodiscard]] std::chrono::milliseconds timeoutOf(StepKind kind) const;
    /// The key that opens the chips; null where nothing is shown before the first write.
    [[nodiscard]] const TransportKeyRule* transportKey() const;
};

}  // namespace chip
