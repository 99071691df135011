// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/document/mrz_name.hpp"

#include <gtest/gtest.h>

namespace issuance {
namespace {

const std::vector<std::string> kNilavadhanananda = {"NILAVADHANANANDA"};
const std::vector<std::string> kBennelong = {"BENNELONG", "WOOLOOMOOLOO", "WARRANDYTE", "WARNAMBOOL"};

TEST(MrzName, WritesNamesThatFitAs9303Part4Shows) {
    EXPECT_EQ(writeMrzName({"ERIKSSON"}, {"ANNA", "MARIA"}, 39).text, "ERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<");
    EXPECT_EQ(writeMrzName({"ARKFREITH"}, {}, 39).text, "ARKFREITH<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<");
    const MrzName full = writeMrzName({"PAPANDROPOULOUS"}, {"JONATHON", "WARREN", "TREVOR"}, 39);
    EXPECT_EQ(full.text, "PAPANDROPOULOUS<<JONATHON<WARREN<TREVOR");
    EXPECT_FALSE(full.truncated);
}

TEST(MrzName, TruncatesGivenNamesAsTheStandardShows) {
    EXPECT_EQ(writeMrzName(kNilavadhanananda, {"CHAYAPA", "DEJTHAMRONG", "KRASUANG"}, 39).text,
              "NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K");
    EXPECT_EQ(writeMrzName(kNilavadhanananda, {"ARNPOL", "PETCH", "CHARONGUANG"}, 39).text,
              "NILAVADHANANANDA<<ARNPOL<PETCH<CHARONGU");
    EXPECT_EQ(writeMrzName(kNilavadhanananda, {"CHAYAPA", "DEJTHAMRONG", "KRASUANG"}, 31).text,
              "NILAVADHANANANDA<<CHAYAPA<DEJ<K");
    EXPECT_EQ(writeMrzName(kNilavadhanananda, {"CHAYAPA", "DEJTHAMRONG", "KRASUANG"}, 30).text,
              "NILAVADHANANANDA<<CHAYAPA<DE<K");
}

TEST(MrzName, TruncatesASurnameThatLeavesNoRoomAs9303Part6Shows) {
    const MrzName name = writeMrzName(kBennelong, {"DINGO", "POTOROO"}, 31);
    EXPECT_EQ(name.text, "BENNELONG<WOOLOOMOOLOO<W<W<<D<P");
    EXPECT_TRUE(name.truncated);
}

TEST(MrzName, FillsTheFieldToItsLastPositionWithoutTruncating) {
    const MrzName exact = writeMrzName({std::string(20, 'S')}, {std::string(17, 'G')}, 39);
    EXPECT_EQ(exact.text, std::string(20, 'S') + "<<" + std::string(17, 'G'));
    EXPECT_FALSE(exact.truncated);
    const MrzName longer = writeMrzName({std::string(20, 'S')}, {std::string(18, 'G')}, 39);
    EXPECT_EQ(longer.text, exact.text);
    EXPECT_TRUE(longer.truncated);
}

TEST(MrzName, TruncatesALoneSurnameThatIsTooLong) {
    EXPECT_EQ(writeMrzName({std::string(40, 'S')}, {}, 39).text, std::string(39, 'S'));
    EXPECT_TRUE(writeMrzName({std::string(40, 'S')}, {}, 39).truncated);
    EXPECT_FALSE(writeMrzName({std::string(39, 'S')}, {}, 39).truncated);
}

TEST(MrzName, EndsInALetterWheneverItTruncates) {
    for (std::size_t surnames = 1; surnames <= 6; ++surnames)
        for (std::size_t givenNames = 0; givenNames <= 20; ++givenNames)
            for (std::size_t letters = 1; letters <= 45; ++letters)
                for (const std::size_t width : {30U, 31U, 39U}) {
                    const std::vector<std::string> surname(surnames, std::string(letters, 'S'));
                    const std::vector<std::string> given(givenNames, std::string(letters % 3 + 1, 'G'));
                    const MrzName name = writeMrzName(surname, given, width);
                    ASSERT_EQ(name.text.size(), width);
                    ASSERT_EQ(name.text[0], 'S');
                    if (name.truncated) {
                        ASSERT_NE(name.text.back(), '<') << name.text;
                    }
                    if (givenNames > 0) {
                        ASSERT_NE(name.text.find("<<G"), std::string::npos) << name.text;
                    }
                    ASSERT_EQ(name.text.find("<<<S"), std::string::npos);
                }
}

}  // namespace
}  // namespace issuance
