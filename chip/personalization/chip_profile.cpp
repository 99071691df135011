// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/personalization/chip_profile.hpp"

#include <algorithm>
#include <array>

#include "base/xml.hpp"

namespace chip {
namespace {

constexpr std::array<std::string_view, 9> kStepNames{"probe",       "select-application", "create-file",
                                                     "select-file", "write-file",         "put-secret",
                                                     "put-key",     "personalised",       "lock"};

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
ChipProfile read(const base::xml::Element& root) {
    ChipProfile profile;
    profile.name = root.attributeOr("name", "");
    profile.dialect = root.childText("dialect");
    profile.lock =
        root.childText("lock") == "locked-only" ? LockVariant::LockedOnly : LockVariant::PersonalisedThenLocked;
    profile.accessSecrets = root.childText("accessSecrets") == "mrz" ? AccessSecrets::Mrz : AccessSecrets::MrzAndPace;
    profile.chunk = number(root.childText("chunk"));
    const auto timeouts = root.child("timeouts");
    profile.exchangeTimeout = milliseconds(*timeouts, "exchange");
    profile.lockTimeout = milliseconds(*timeouts, "lock");
    if (root.childText("biometrics") == "iso-39794") profile.biometrics = lds::BiometricStandard::Iso39794;
    if (const auto portrait = root.child("portrait")) profile.portrait = portraitIn(*portrait);
    for (const auto& file : root.child("files")->children("file"))
        profile.files.push_back({*lds::fileNamed(file.attributeOr("name", "")),
                                 file.attributeOr("presence", "") == "required",
                                 number(file.attributeOr("limit", "0"))});
    for (const auto& step : root.child("safeSteps")->children("step")) profile.safeSteps.insert(stepNamed(step.text()));
    return profile;
}

}  // namespace

std::string_view nameOf(StepKind kind) { return kStepNames.at(static_cast<std::size_t>(kind)); }

base::Result<ChipProfile> ChipProfile::load(const std::filesystem::path& profile, const std::filesystem::path& schema) {
    const auto document = base::xml::Document::parseFile(profile);
    if (!document) return document.refusal();
    auto faults = base::xml::Schema::compile(schema).faultsOf(*document);
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    return read(document->root());
}

const ChipProfile::FileRule* ChipProfile::ruleFor(lds::File file) const {
    const auto found = std::ranges::find(files, file, &FileRule::file);
    return found == files.end() ? nullptr : &*found;
}

}  // namespace chip
