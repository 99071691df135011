// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/personalization/chip_profile.hpp"

#include <gtest/gtest.h>

#include "base/files.hpp"
#include "tests/chip/support/specimen.hpp"

namespace chip {
namespace {

using testing::icaoAppletProfile;

const std::filesystem::path kTemplates = support::sourceDir() / "templates";

/// The house's profile with one text replaced.
base::Result<ChipProfile> changed(std::string_view what, std::string_view by) {
    const support::ScratchFolder folder;
    auto text = base::textOf(*base::readFile(kTemplates / "chips" / "icao-applet.xml", std::size_t{1} << 16U));
    const auto at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    text.replace(at, what.size(), by);
    base::writeFileDurably(folder.path() / "profile.xml", text);
    return ChipProfile::load(folder.path() / "profile.xml", kTemplates / "schemas" / "chip-profile.xsd");
}

TEST(ChipProfile, SaysHowTheHousesChipIsWritten) {
    const auto profile = icaoAppletProfile();
    EXPECT_EQ(profile.name, "icao-applet");
    EXPECT_EQ(profile.dialect, "icao-applet");
    EXPECT_EQ(profile.lock, LockVariant::PersonalisedThenLocked);
    EXPECT_EQ(profile.accessSecrets, WrittenSecrets::MrzAndPace);
    EXPECT_EQ(profile.chunk, 255U);
    EXPECT_EQ(profile.exchangeTimeout, std::chrono::milliseconds{5000});
    EXPECT_EQ(profile.lockTimeout, std::chrono::milliseconds{10000});
    EXPECT_EQ(profile.biometrics, lds::BiometricStandard::Iso19794Of2005);
    ASSERT_TRUE(profile.portrait);
    EXPECT_EQ(profile.portrait->format, lds::ImageFormat::Jpeg);
    EXPECT_EQ(profile.portrait->width, 413);
    EXPECT_EQ(profile.portrait->height, 531);
    EXPECT_EQ(profile.portrait->octets, 20000U);
    ASSERT_NE(profile.ruleFor(lds::File::Dg2), nullptr);
    EXPECT_TRUE(profile.ruleFor(lds::File::Dg2)->required);
    EXPECT_EQ(profile.ruleFor(lds::File::Dg2)->limit, 32767U);
    EXPECT_EQ(profile.ruleFor(lds::File::Dg3), nullptr);
    EXPECT_TRUE(profile.safeSteps.contains(StepKind::SelectFile));
    EXPECT_FALSE(profile.safeSteps.contains(StepKind::CreateFile));
}

TEST(ChipProfile, ChoosesTheBiometricStandardAndLeavesThePortraitWhereItSaysNothing) {
    const auto newer = changed("<biometrics>iso-19794-2005<", "<biometrics>iso-39794<");
    ASSERT_TRUE(newer);
    EXPECT_EQ(newer->biometrics, lds::BiometricStandard::Iso39794);
    const auto asItCame = changed("<portrait format=\"jpeg\" width=\"413\" height=\"531\" octets=\"20000\"/>", "");
    ASSERT_TRUE(asItCame);
    EXPECT_FALSE(asItCame->portrait);
    EXPECT_EQ(changed("format=\"jpeg\"", "format=\"jpeg-2000\"")->portrait->format, lds::ImageFormat::Jpeg2000);
    EXPECT_FALSE(changed("format=\"jpeg\"", "format=\"png\""));
    EXPECT_FALSE(changed("octets=\"20000\"", "octets=\"400\""));
    EXPECT_FALSE(changed("iso-19794-2005", "iso-19794-2011"));
}

TEST(ChipProfile, GivesEachKindOfStepItsTime) {
    using std::chrono::milliseconds;
    const auto profile = changed("<timeouts exchange=\"5000\" lock=\"10000\"/>",
                                 "<timeouts exchange=\"700\" lock=\"9000\"><step kind=\"put-key\" within=\"20000\"/>"
                                 "<step kind=\"lock\" within=\"30000\"/></timeouts>");
    ASSERT_TRUE(profile);
    EXPECT_EQ(profile->timeoutOf(StepKind::WriteFile), milliseconds{700});
    EXPECT_EQ(profile->timeoutOf(StepKind::Probe), milliseconds{700});
    EXPECT_EQ(profile->timeoutOf(StepKind::PutKey), milliseconds{20000});
    EXPECT_EQ(profile->timeoutOf(StepKind::Personalised), milliseconds{9000});
    EXPECT_EQ(profile->timeoutOf(StepKind::Activate), milliseconds{9000});
    EXPECT_EQ(profile->timeoutOf(StepKind::Lock), milliseconds{30000});
    const auto with = [](const std::string& steps) {
        return changed("lock=\"10000\"/>", "lock=\"10000\">" + steps + "</timeouts>");
    };
    EXPECT_FALSE(with("<step kind=\"dance\" within=\"700\"/>"));
    EXPECT_FALSE(with("<step kind=\"lock\" within=\"1\"/>"));
    EXPECT_FALSE(with("<step kind=\"lock\" within=\"700\"/><step kind=\"lock\" within=\"800\"/>"));
}

TEST(ChipProfile, KnowsTheOtherLockAndSecrets) {
    EXPECT_EQ(changed("personalised-then-locked", "locked-only")->lock, LockVariant::LockedOnly);
    EXPECT_EQ(changed("mrz-and-pace", "mrz")->accessSecrets, WrittenSecrets::Mrz);
}

TEST(ChipProfile, RefusesWhatTheSchemaRefuses) {
    EXPECT_FALSE(changed("<dialect>icao-applet", "<dialect>klingon"));
    EXPECT_FALSE(changed("<chunk>255", "<chunk>40000"));
    EXPECT_FALSE(changed("EF.DG12", "EF.DG17"));
    EXPECT_FALSE(changed("EF.DG12", "EF.DG11"));
    EXPECT_FALSE(changed("<step>probe</step>", "<step>lock</step>"));
    EXPECT_FALSE(changed("limit=\"32767\"", "limit=\"65536\""));
}

}  // namespace
}  // namespace chip
