// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/admission.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <vector>

namespace service {
namespace {

using contract::Effect;
using Verdict = Admission::Verdict;

/// Acts that go on until the test ends them.
class AdmissionTest : public testing::Test {
   protected:
    Verdict enter(const std::string& workstation, Effect effect) {
        m_inside.push_back(std::make_unique<Admission::Place>(m_admission, workstation, effect));
        return m_inside.back()->verdict();
    }
    Admission m_admission{{8, 4, 3, 2}};
    std::vector<std::unique_ptr<Admission::Place>> m_inside;
};

TEST_F(AdmissionTest, AWorkstationHasItsShareAndNoMore) {
    for (int act = 0; act < 4; ++act) EXPECT_EQ(enter("linea-1", Effect::Changes), Verdict::Admitted);
    EXPECT_EQ(enter("linea-1", Effect::Changes), Verdict::WorkstationFull);
    EXPECT_EQ(enter("linea-2", Effect::Changes), Verdict::Admitted);
    m_inside.erase(m_inside.begin());
    EXPECT_EQ(enter("linea-1", Effect::Changes), Verdict::Admitted);
}

TEST_F(AdmissionTest, TheLastQuarterIsNotForWhatIsOnlyLookedAt) {
    for (int act = 0; act < 6; ++act)
        EXPECT_EQ(enter("puesto-" + std::to_string(act), Effect::Reads), Verdict::Admitted);
    EXPECT_EQ(enter("puesto-7", Effect::Reads), Verdict::HouseFull);
    EXPECT_EQ(enter("puesto-7", Effect::Changes), Verdict::Admitted);
    EXPECT_EQ(enter("puesto-8", Effect::Opens), Verdict::Admitted);
    EXPECT_EQ(enter("puesto-9", Effect::Conducts), Verdict::HouseFull);
    EXPECT_EQ(m_admission.inside(), 8U);
    m_inside.clear();
    EXPECT_EQ(m_admission.inside(), 0U);
    EXPECT_EQ(enter("puesto-7", Effect::Reads), Verdict::Admitted);
}

TEST_F(AdmissionTest, WhoeverWaitsTakesNoRoomOfTheHouse) {
    for (int act = 0; act < 8; ++act)
        EXPECT_EQ(enter("puesto-" + std::to_string(act), Effect::Changes), Verdict::Admitted);
    for (int act = 0; act < 3; ++act) EXPECT_EQ(enter("puesto-0", Effect::Waits), Verdict::Admitted);
    EXPECT_EQ(enter("puesto-0", Effect::Waits), Verdict::WorkstationFull);
}

TEST_F(AdmissionTest, WhoeverWatchesTakesRoomApart) {
    for (int act = 0; act < 8; ++act) enter("puesto-" + std::to_string(act), Effect::Changes);
    EXPECT_EQ(enter("puesto-0", Effect::Watches), Verdict::Admitted);
    EXPECT_EQ(enter("puesto-0", Effect::Watches), Verdict::Admitted);
    EXPECT_EQ(enter("puesto-0", Effect::Watches), Verdict::WorkstationFull);
    EXPECT_EQ(enter("puesto-1", Effect::Watches), Verdict::Admitted);
    EXPECT_EQ(enter("puesto-2", Effect::Watches), Verdict::HouseFull);
    EXPECT_EQ(m_admission.inside(), 8U);
    m_inside.clear();
    EXPECT_EQ(enter("puesto-2", Effect::Watches), Verdict::Admitted);
}

TEST_F(AdmissionTest, WhoWasTurnedAwayLeavesNothingBehind) {
    for (int act = 0; act < 4; ++act) enter("linea-1", Effect::Changes);
    for (int act = 0; act < 100; ++act) EXPECT_EQ(enter("linea-1", Effect::Reads), Verdict::WorkstationFull);
    m_inside.clear();
    for (int act = 0; act < 4; ++act) EXPECT_EQ(enter("linea-1", Effect::Changes), Verdict::Admitted);
}

}  // namespace
}  // namespace service
