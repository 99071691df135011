// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/personalization/chip_profile.hpp"

#include <algorithm>
#include <array>

#include "base/xml.hpp"

namespace chip {
namespace {

using namespace base::literals;

constexpr std::array<std::string_view, 13> kStepNames{
    "probe", "select-application", "create-file", "select-file", "write-file", "put-secret", "put-key", "personalised",
    "lock",  "authenticate",       "erase",       "activate",    "install"};

StepKind stepNamed(std::string_view name) {
    return static_cast<StepKind>(std::ranges::find(kStepNames, name) - kStepNames.begin());
}

std::size_t number(const std::string& digits) { return std::stoul(digits); }

std::chrono::milliseconds milliseconds(const base::xml::Element& element, std::string_view name) {
    return std::chrono::milliseconds{number(element.attributeOr(name, "0"))};
}

PortraitForm portraitIn(const base::xml::Element& element) {
    const bool jpeg = element.attributeOr("format", "") == "jpeg";
    return {jpeg ? lds::ImageFormat::Jpeg : lds::ImageFormat::Jpeg2000,
            static_cast<std::uint16_t>(number(element.attributeOr("width", "0"))),
            static_cast<std::uint16_t>(number(element.attributeOr("height", "0"))),
            number(element.attributeOr("octets", "0"))};
}

/// The schema has spoken: every value stands where it is looked for and has its form.
ChipProfile profileIn(const base::xml::Element& root) {
    ChipProfile profile;
    profile.name = root.attributeOr("name", "");
    profile.dialect = root.childText("dialect");
    profile.lock =
        root.childText("lock") == "locked-only" ? LockVariant::LockedOnly : LockVariant::PersonalisedThenLocked;
    profile.accessSecrets = root.childText("accessSecrets") == "mrz" ? WrittenSecrets::Mrz : WrittenSecrets::MrzAndPace;
    profile.chunk = number(root.childText("chunk"));
    const auto timeouts = root.child("timeouts");
    profile.exchangeTimeout = milliseconds(*timeouts, "exchange");
    profile.lockTimeout = milliseconds(*timeouts, "lock");
    for (const auto& step : timeouts->children("step"))
        profile.stepTimeouts[stepNamed(step.attributeOr("kind", ""))] = milliseconds(step, "within");
    if (root.childText("biometrics") == "iso-39794") profile.biometrics = lds::BiometricStandard::Iso39794;
    if (const auto portrait = root.child("portrait")) profile.portrait = portraitIn(*portrait);
    for (const auto& file : root.child("files")->children("file"))
        profile.files.push_back({*lds::fileNamed(file.attributeOr("name", "")),
                                 file.attributeOr("presence", "") == "required",
                                 number(file.attributeOr("limit", "0"))});
    for (const auto& step : root.child("safeSteps")->children("step")) profile.safeSteps.insert(stepNamed(step.text()));
    if (const auto rules = root.child("fileSystem")) profile.fileSystem = readFileSystemRules(*rules);
    if (const auto rules = root.child("globalPlatform")) profile.globalPlatform = readGlobalPlatformRules(*rules);
    return profile;
}

base::Fault faultIn(const ChipProfile& profile, base::FailureCode code, std::string_view what) {
    return {std::move(code), {{"what", std::string{what}}}, profile.name};
}

template <class Rules>
void checkForms(const ChipProfile& profile, const Rules& rules, std::vector<base::Fault>& faults) {
    for (const auto& rule : rules)
        if (!hasForm(rule.secret, rule.form))
            faults.push_back(faultIn(profile, "personalization.secret-without-form"_code, nameOf(rule.secret)));
}

/// SCP02 has 3DES and, with these options, no response MAC; SCP03 has AES; a chunk holds a protected block.
bool channelFits(const GlobalPlatformRules& rules, std::size_t chunk) {
    const bool des = rules.transportKey.cipher == CipherSuite::TripleDes;
    const bool response = (rules.level & security_level::kResponseMac) != 0;
    constexpr std::size_t kLeastRoom = 64;
    if (plainRoom(rules.protocol, rules.level, chunk) < kLeastRoom) return false;
    return isScp03(rules.protocol) ? !des : des && !response;
}

/// What the schema cannot say.
std::vector<base::Fault> faultsOf(const ChipProfile& profile) {
    std::vector<base::Fault> faults;
    const bool files = profile.dialect == "iso-7816-9", platform = profile.dialect == "globalplatform";
    if (files != profile.fileSystem.has_value())
        faults.push_back(faultIn(profile, "personalization.profile-rules-missing"_code, "fileSystem"));
    if (platform != profile.globalPlatform.has_value())
        faults.push_back(faultIn(profile, "personalization.profile-rules-missing"_code, "globalPlatform"));
    if (profile.fileSystem) {
        checkForms(profile, profile.fileSystem->keyFiles, faults);
        if (profile.fileSystem->lock.back() != LockStep::TerminateTransportKey)
            faults.push_back(faultIn(profile, "personalization.lock-not-last"_code, "terminate-transport-key"));
    }
    if (profile.globalPlatform) {
        checkForms(profile, profile.globalPlatform->groups, faults);
        if (!channelFits(*profile.globalPlatform, profile.chunk))
            faults.push_back(faultIn(profile, "personalization.channel-unfit"_code, "channel"));
        if (profile.globalPlatform->lock.back().ofCard)
            faults.push_back(faultIn(profile, "personalization.lock-not-last"_code, "application"));
    }
    return faults;
}

}  // namespace

std::string_view nameOf(StepKind kind) { return kStepNames.at(static_cast<std::size_t>(kind)); }

base::Result<ChipProfile> ChipProfile::load(const std::filesystem::path& profile, const std::filesystem::path& schema) {
    const auto document = base::xml::Document::parseFile(profile);
    if (!document) return document.refusal();
    return read(*document, base::xml::Schema::compile(schema));
}

base::Result<ChipProfile> ChipProfile::read(const base::xml::Document& document, const base::xml::Schema& schema) {
    auto faults = schema.faultsOf(document);
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    auto profile = profileIn(document.root());
    faults = chip::faultsOf(profile);
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    return profile;
}

bool isLocking(StepKind kind) {
    return kind == StepKind::Personalised || kind == StepKind::Activate || kind == StepKind::Lock;
}

std::chrono::milliseconds ChipProfile::timeoutOf(StepKind kind) const {
    if (const auto own = stepTimeouts.find(kind); own != stepTimeouts.end()) return own->second;
    return isLocking(kind) ? lockTimeout : exchangeTimeout;
}

const ChipProfile::FileRule* ChipProfile::ruleFor(lds::File file) const {
    const auto found = std::ranges::find(files, file, &FileRule::file);
    return found == files.end() ? nullptr : &*found;
}

const TransportKeyRule* ChipProfile::transportKey() const {
    if (fileSystem) return &fileSystem->transportKey;
    return globalPlatform ? &globalPlatform->transportKey : nullptr;
}

}  // namespace chip
