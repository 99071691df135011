// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <fstream>
#include <future>
#include <thread>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "contract/acts_of_line.hpp"
#include "contract/acts_of_orders.hpp"
#include "contract/acts_of_sites.hpp"
#include "tests/cli/program.hpp"
#include "tests/issuance/office/training_house.hpp"
#include "tests/service/running_program.hpp"
#include "tests/service/served_house.hpp"
#include "tests/support/ipp_test_printer.hpp"

/// The service is killed while a real printer at a station prints: what the station knows is not lost.
namespace service {
namespace {

using namespace contract;
using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::IsEmpty;

class KeptAtTheStation : public testing::Test {
   protected:
    KeptAtTheStation() {
        m_house.stockAndOrders();
        m_certificates.enrolled(m_house, "linea-1");
        base::expected(m_house.ask("administrator", ServiceCertify{{"127.0.0.1"}}, "security_officer"), "service");
        m_house.keepSessionsForProgram();
        m_house.closeOffice();
        copy(m_certificates.path("linea-1.key"), "workstation.pem", std::ios::out);
        copy(m_certificates.path("linea-1.pem"), "workstation.pem", std::ios::app);
        copy(m_house.home() / "service" / "roots.pem", "service-root.pem", std::ios::out);
        std::filesystem::copy(m_house.home() / "sessions", m_desk.path() / "sessions",
                              std::filesystem::copy_options::recursive);
        start();
    }
    void copy(const std::filesystem::path& from, const std::string& to, std::ios::openmode mode) {
        std::ofstream{m_desk.path() / to, mode} << std::ifstream{from}.rdbuf();
    }
    void start() {
        const auto settings = m_certificates.path("troqueld.xml");
        base::writeFileDurably(
            settings, "<service><home>" + m_house.home().string() + "</home><address>127.0.0.1</address><port>" +
                          std::to_string(m_port) +
                          "</port><connections>16</connections><largestRequest>4194304</largestRequest>"
                          "</service>");
        m_service =
            std::make_unique<support::RunningProgram>(TROQUELD_PROGRAM, settings, m_certificates.path("service.log"));
        if (m_service->port() != m_port) throw std::runtime_error{m_service->url()};
    }
    /// The operator's program, which prints one document.
    cli::Ran print() {
        return cli::run(cli::programPath() + " --home " + m_desk.path().string() + " --server https://127.0.0.1:" +
                        std::to_string(m_port) + " --as operator line run --until-idle --does print --items " +
                        "booklet-ordinary --steps 3 --printer " + m_printer.uri() + " 2>&1");
    }
    void waitUntilThePrinterPrints() {
        const auto until = std::chrono::steady_clock::now() + 60s;
        while (!std::filesystem::exists(m_printer.folder() / "begun") && std::chrono::steady_clock::now() < until)
            std::this_thread::sleep_for(10ms);
        EXPECT_LT(std::chrono::steady_clock::now(), until) << "nothing was printed";
    }
    /// What the books say of the order that was printed, once nobody serves any more.
    OrderShown printed() {
        m_service->end();
        m_house.reopenOffice();
        EXPECT_THAT(m_house.ask("supervisor", LineStatus{})->inDoubt, IsEmpty());
        const auto orders = m_house.ask("operator", OrderList{"printed", "ready", std::nullopt, std::nullopt});
        EXPECT_EQ(orders->orders.size(), 1U);
        return base::expected(m_house.ask("operator", OrderShow{orders->orders.at(0).order}), "order");
    }
    [[nodiscard]] std::size_t kept() const {
        const auto folder = m_desk.path() / "outcomes";
        return std::filesystem::exists(folder)
                   ? static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator{folder}, {}))
                   : 0U;
    }

    support::TrainingHouse m_house;
    support::TestCertificates m_certificates;
    support::ScratchFolder m_desk;
    support::IppTestPrinter m_printer{"touch $OUT/begun; sleep 3"};
    const int m_port = support::freePort();
    std::unique_ptr<support::RunningProgram> m_service;
};

TEST_F(KeptAtTheStation, APrintThatOutlastsTheServiceIsReportedToTheNextOne) {
    auto running = std::async(std::launch::async, [this] { return print(); });
    waitUntilThePrinterPrints();
    m_service->kill();
    start();
    const auto ran = running.get();
    EXPECT_NE(ran.exitCode, 0) << "nobody could say what else the line did: " << ran.output;
    EXPECT_EQ(kept(), 0U) << ran.output;
    EXPECT_EQ(printed().stages.back().outcome, "finish") << ran.output;
}

TEST_F(KeptAtTheStation, WhileTheServiceIsAwayItStaysThereUntilTheProgramIsBegunAgain) {
    auto running = std::async(std::launch::async, [this] { return print(); });
    waitUntilThePrinterPrints();
    m_service->kill();
    const auto ran = running.get();
    EXPECT_NE(ran.exitCode, 0);
    EXPECT_THAT(ran.output, HasSubstr("Lo que la máquina hizo con la última libreta quedó guardado en este equipo."));
    EXPECT_EQ(kept(), 1U);
    start();
    // Nothing else is asked for: it reports, and finds nothing of this item to do.
    const auto again = cli::run(cli::programPath() + " --home " + m_desk.path().string() +
                                " --server https://127.0.0.1:" + std::to_string(m_port) +
                                " --as operator line run --until-idle --does print --items card-entry 2>&1");
    EXPECT_EQ(again.exitCode, 0) << again.output;
    EXPECT_EQ(kept(), 0U);
    EXPECT_EQ(printed().stages.back().outcome, "finish") << again.output;
}

}  // namespace
}  // namespace service
