// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "base/failure.hpp"
#include "contract/acts_of_line.hpp"
#include "contract/acts_of_orders.hpp"
#include "contract/acts_of_sites.hpp"
#include "service/door.hpp"
#include "service/workstation_home.hpp"
#include "tests/gui/desk_house.hpp"
#include "tests/gui/desk_under_test.hpp"

namespace gui {
namespace {

using support::DeskUnderTest;

/// A workstation that is enrolled at a service, and a window there.
class Door : public testing::Test {
   protected:
    void SetUp() override {
        m_house = support::copyOfDeskHouse();
        auto& office = m_house->officeInside();
        const contract::Credentials both{m_house->token("administrator"), m_house->token("security_officer")};
        base::expected(office.ask(both, contract::ServiceCertify{{"127.0.0.1"}}), "service");
        certify(365);
        const auto service = m_house->home() / "service";
        m_door = std::make_unique<service::Door>(office, service::DoorSettings{.certificate = service / "service.pem",
                                                                               .key = service / "service.pem",
                                                                               .workstations = service / "roots.pem"});
    }
    /// Gives the workstation a certificate for so many days.
    void certify(std::int64_t days) {
        const contract::Credentials both{m_house->token("administrator"), m_house->token("security_officer")};
        const service::WorkstationHome workstation{m_folder.path()};
        const auto request = base::expected(workstation.request("linea-1"), "request");
        const auto certified = base::expected(
            m_house->officeInside().ask(
                both, contract::WorkstationEnroll{base::bytesOf(request.pem), request.fingerprint, days}),
            "enrolment");
        base::expected(workstation.install(base::textOf(certified.file.content)), "certificate");
    }
    [[nodiscard]] Settings settings() const {
        auto settings = DeskUnderTest::settingsFor(m_folder.path());
        settings.server = "https://127.0.0.1:" + std::to_string(m_door->port());
        settings.machines.lent = true;
        return settings;
    }
    support::ScratchFolder m_folder;
    std::unique_ptr<support::TrainingHouse> m_house;
    std::unique_ptr<service::Door> m_door;
};

TEST_F(Door, TheLineWorksWithTheMachinesOfTheWorkstation) {
    DeskUnderTest desk{settings()};
    desk.begin("operator");
    desk.openShift();
    desk.press(Qt::Key_F5);
    EXPECT_TRUE(desk.sees("esperan que un inspector libere"));
    const auto left = m_house->ask("operator", contract::OrderList{"received", {}, {}, {}});
    EXPECT_TRUE(left->orders.empty());
    EXPECT_TRUE(std::filesystem::exists(m_folder.path() / "devices")) << "the pages lie at the workstation";
}

TEST_F(Door, ALineThatWaitsForABlankIsStopped) {
    DeskUnderTest desk{settings()};
    desk.begin("operator");
    desk.openShift();
    desk.press(Qt::Key_4, Qt::ControlModifier);
    desk.press(Qt::Key_F5);
    EXPECT_TRUE(desk.sees("Lea el código de una pieza sin usar"));
    desk.press(Qt::Key_F6);
    EXPECT_TRUE(desk.sees("La línea se detuvo"));
}

TEST_F(Door, WarnsThatTheWorkstationsCertificateEndsSoon) {
    {
        DeskUnderTest desk{settings()};
        desk.begin("operator");
        desk.sees("Abra el turno");
        EXPECT_FALSE(desk.shown().contains("El certificado de este puesto vence"));
    }
    certify(12);
    DeskUnderTest desk{settings()};
    EXPECT_FALSE(desk.shown().contains("El certificado de este puesto vence")) << "nobody is there to read it";
    desk.begin("operator");
    EXPECT_TRUE(desk.sees("El certificado de este puesto vence"));
    EXPECT_TRUE(desk.shown().contains("troquel workstation renew"));
}

}  // namespace
}  // namespace gui
