// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <filesystem>

#include "base/files.hpp"
#include "contract/acts_of_people.hpp"
#include "service/remote_office.hpp"
#include "tests/cli/program.hpp"
#include "tests/issuance/office/training_house.hpp"
#include "tests/service/test_certificates.hpp"

namespace service {
namespace {

using cli::troquel;
using testing::HasSubstr;

/// The service as a program of its own, until it is told to end.
class RunningService {
   public:
    explicit RunningService(const std::string& settings) {
        std::array<int, 2> ends{};
        if (::pipe(ends.data()) != 0) throw std::runtime_error{"pipe"};
        m_process = ::fork();
        if (m_process < 0) throw std::runtime_error{"fork"};
        if (m_process == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            ::dup2(ends[1], STDOUT_FILENO);
            ::close(ends[0]);
            ::close(ends[1]);
            ::execl(TROQUELD_PROGRAM, TROQUELD_PROGRAM, "--config", settings.c_str(), nullptr);
            ::_exit(127);
        }
        ::close(ends[1]);
        m_output = ::fdopen(ends[0], "r");
        m_firstLine = line();
    }
    ~RunningService() {
        if (m_process > 0) {
            ::kill(m_process, SIGKILL);
            ::waitpid(m_process, nullptr, 0);
        }
        ::fclose(m_output);
    }
    RunningService(const RunningService&) = delete;
    RunningService& operator=(const RunningService&) = delete;

    [[nodiscard]] std::string url() const {
        const auto at = m_firstLine.find("https://");
        return at == std::string::npos ? m_firstLine : m_firstLine.substr(at, m_firstLine.find('\n') - at);
    }
    /// Ends it as systemd does; its exit code.
    int end() {
        ::kill(m_process, SIGTERM);
        int status = 0;
        ::waitpid(m_process, &status, 0);
        m_process = 0;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    }
    void kill() {
        ::kill(m_process, SIGKILL);
        ::waitpid(m_process, nullptr, 0);
        m_process = 0;
    }

   private:
    std::string line() {
        std::array<char, 512> text{};
        return ::fgets(text.data(), static_cast<int>(text.size()), m_output) == nullptr ? "" : text.data();
    }
    pid_t m_process = 0;
    FILE* m_output = nullptr;
    std::string m_firstLine;
};

class TroqueldTest : public testing::Test {
   protected:
    TroqueldTest() {
        m_house.closeOffice();
        m_certificates.issue("house", "workstation", "/CN=linea-1", "client");
        for (const auto& [from, to] :
             {std::pair{"workstation.pem", "workstation.pem"}, std::pair{"workstation.key", "workstation.key"},
              std::pair{"house.pem", "service-root.pem"}})
            std::filesystem::copy_file(m_certificates.path(from), m_desk.path() / to);
    }
    std::string settings(const std::string& port, const std::string& key = "server.key") {
        const auto file = m_desk.path() / "troqueld.xml";
        base::writeFileDurably(
            file, "<service><home>" + m_house.home().string() + "</home><address>127.0.0.1</address><port>" + port +
                      "</port><certificate>" + m_certificates.path("server.pem") + "</certificate><key>" +
                      m_certificates.path(key) + "</key><workstations>" + m_certificates.path("house.pem") +
                      "</workstations><connections>8</connections><largestRequest>1048576</largestRequest></service>");
        return file.string();
    }
    cli::Ran checked(const std::string& file) {
        return cli::run(std::string{TROQUELD_PROGRAM} + " --check --config " + file);
    }
    /// The program at the desk, which has the workstation's files and nothing of the house.
    cli::Ran atDesk(const RunningService& service, const std::string& words) {
        return troquel("--home " + m_desk.path().string() + " --server " + service.url() + " " + words);
    }

    support::TrainingHouse m_house;
    support::TestCertificates m_certificates;
    support::ScratchFolder m_desk;
};

TEST_F(TroqueldTest, ServesADeskThatHasNothingOfTheHouse) {
    RunningService service{settings("0")};
    const auto before = atDesk(service, "stock balance");
    EXPECT_EQ(before.exitCode, 1);
    const auto password = m_desk.path() / "password";
    base::writeSecretFileDurably(password, base::bytesOf("clave de prueba larga\n"));
    const auto opened = atDesk(service, "operator login custodian --password-file " + password.string());
    EXPECT_EQ(opened.exitCode, 0) << opened.output;
    const auto balance = atDesk(service, "--json stock balance");
    EXPECT_EQ(balance.exitCode, 0) << balance.output;
    EXPECT_THAT(balance.output, HasSubstr("\"unexplained\": 0"));
    // The same words where no service is: nothing of the house is here.
    EXPECT_NE(troquel("--home " + m_desk.path().string() + " stock balance").exitCode, 0);
    EXPECT_EQ(service.end(), 0);
    const auto after = atDesk(service, "stock balance");
    EXPECT_EQ(after.exitCode, 3);
    EXPECT_THAT(after.output, HasSubstr("No se pudo hablar con el servicio"));
}

TEST_F(TroqueldTest, GoesOnAfterItWasKilled) {
    m_house.reopenOffice();
    m_house.closeOffice();
    const auto file = settings("0");
    base::writeSecretFileDurably(m_desk.path() / "session", base::bytesOf(m_house.token("auditor")));
    std::filesystem::create_directories(m_desk.path() / "sessions");
    std::filesystem::rename(m_desk.path() / "session", m_desk.path() / "sessions" / "auditor");
    std::string entries;
    {
        RunningService service{file};
        const auto verified = atDesk(service, "--json journal verify");
        EXPECT_EQ(verified.exitCode, 0) << verified.output;
        entries = verified.output;
        service.kill();
    }
    RunningService again{file};
    EXPECT_EQ(atDesk(again, "--json journal verify").output, entries);
    EXPECT_EQ(again.end(), 0);
}

TEST_F(TroqueldTest, AnAnswerOutlivesTheServiceThatGaveIt) {
    const auto file = settings("0");
    const auto askAt = [&](const RunningService& service) {
        const auto office = openRemoteOffice({service.url(), m_desk.path() / "workstation.pem",
                                              m_desk.path() / "workstation.key", m_desk.path() / "service-root.pem"});
        return office->ask(
            {m_house.token("administrator"), {}, {}, "request-that-is-repeated"},
            contract::OperatorCreate{"nueva", "Persona Nueva", "clave de prueba larga", {"operator"}, "2035-12-31"});
    };
    base::Result<contract::OperatorCreated> first{base::Fault{base::FailureCode{"test.not-asked"}}};
    {
        RunningService service{file};
        first = askAt(service);
        service.kill();
    }
    ASSERT_TRUE(first);
    RunningService another{file};
    const auto again = askAt(another);
    ASSERT_TRUE(again) << again.refusal().first().code.name();
    EXPECT_EQ(again->id, first->id);
}

TEST_F(TroqueldTest, ChecksItsConfigurationAndNamesEveryFault) {
    const auto good = checked(settings("0"));
    EXPECT_EQ(good.exitCode, 0) << good.output;
    EXPECT_THAT(good.output, HasSubstr("La configuración está completa"));

    const auto badPort = checked(settings("70000"));
    EXPECT_EQ(badPort.exitCode, 1);
    EXPECT_THAT(badPort.output, HasSubstr("port"));

    std::filesystem::remove(m_certificates.path("server.pem"));
    const auto missing = checked(settings("0", "nothing.key"));
    EXPECT_EQ(missing.exitCode, 1);
    EXPECT_THAT(missing.output, HasSubstr("server.pem"));
    EXPECT_THAT(missing.output, HasSubstr("nothing.key"));

    EXPECT_EQ(checked("/no/such/file.xml").exitCode, 1);
}

TEST_F(TroqueldTest, TheSampleConfigurationHasTheFormThatIsRead) {
    const auto sample = support::sourceDir() / "templates" / "service" / "troqueld.xml";
    const auto valid =
        cli::run("xmllint --noout --schema " + (support::sourceDir() / "templates/schemas/service.xsd").string() + " " +
                 sample.string());
    EXPECT_EQ(valid.exitCode, 0) << valid.output;
}

}  // namespace
}  // namespace service
