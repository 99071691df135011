// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <filesystem>
#include <future>
#include <nlohmann/json.hpp>

#include "base/files.hpp"
#include "contract/acts_of_people.hpp"
#include "service/remote_office.hpp"
#include "service/workstation_home.hpp"
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
    /// What it says next.
    std::string nextLine() { return line(); }
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
        m_house.keepSessionsForProgram();
        base::writeSecretFileDurably(path("password"), base::bytesOf("clave de prueba larga\n"));
    }
    [[nodiscard]] std::string path(const std::string& name) const { return (m_folder.path() / name).string(); }
    /// The program in the institution's home, which must do what it is told.
    std::string done(const std::string& words) {
        const auto ran = troquel("--home " + m_house.home().string() + " " + words);
        EXPECT_EQ(ran.exitCode, 0) << words << '\n' << ran.output;
        return ran.output;
    }
    void certifyService() { done("service certify --host 127.0.0.1 --as administrator --second security_officer"); }
    /// A workstation's first certificate, from its key on.
    void enrolDesk(const std::string& more = "") {
        const auto asked = atDesk("--json workstation request --name linea-1 --out " + path("linea-1.csr"));
        EXPECT_EQ(asked.exitCode, 0) << asked.output;
        done("workstation enroll " + path("linea-1.csr") + " --fingerprint " + fingerprintIn(asked.output) + " --out " +
             path("linea-1.pem") + " --as administrator --second security_officer" + more);
        const auto installed = atDesk("workstation install " + path("linea-1.pem"));
        EXPECT_EQ(installed.exitCode, 0) << installed.output;
        EXPECT_THAT(installed.output, HasSubstr("Este puesto es linea-1"));
    }
    static std::string fingerprintIn(const std::string& output) {
        const std::string field = "\"fingerprint\": \"";
        const auto at = output.find(field);
        return at == std::string::npos ? output : output.substr(at + field.size(), 20);
    }
    std::string settings(const std::string& port, const std::string& more = {}) {
        const auto file = path("troqueld.xml");
        base::writeFileDurably(file, "<service><home>" + m_house.home().string() +
                                         "</home><address>127.0.0.1</address><port>" + port +
                                         "</port><connections>8</connections><largestRequest>1048576</largestRequest>" +
                                         more + "</service>");
        return file;
    }
    cli::Ran checked(const std::string& file) {
        return cli::run(std::string{TROQUELD_PROGRAM} + " --check --config " + file);
    }
    /// Somebody who logged in at the desk before.
    void keepSession(const std::string& person) {
        std::filesystem::create_directories(m_desk.path() / "sessions");
        base::writeSecretFileDurably(m_desk.path() / "sessions" / person, base::bytesOf(m_house.token(person)));
    }
    /// The program at the desk, which has the workstation's files and nothing of the house.
    cli::Ran atDesk(const RunningService& service, const std::string& words) {
        return atDesk("--server " + service.url() + " " + words);
    }
    cli::Ran atDesk(const std::string& words) { return troquel("--home " + m_desk.path().string() + " " + words); }
    /// Logs a person in there.
    void logIn(const RunningService& service, const std::string& user) {
        const auto opened =
            atDesk(service, "operator login " + user + " --workstation linea-1 --password-file " + path("password"));
        EXPECT_EQ(opened.exitCode, 0) << opened.output;
    }

    support::TrainingHouse m_house;
    support::ScratchFolder m_folder;
    support::ScratchFolder m_desk;
};

TEST_F(TroqueldTest, ServesADeskThatHasNothingOfTheHouse) {
    certifyService();
    RunningService service{settings("0")};
    const auto unknown = atDesk(service, "stock balance");
    EXPECT_EQ(unknown.exitCode, 1);
    EXPECT_THAT(unknown.output, HasSubstr("«troquel workstation request»"));
    enrolDesk();
    const auto before = atDesk(service, "stock balance");
    EXPECT_EQ(before.exitCode, 1);
    logIn(service, "custodian");
    const auto balance = atDesk(service, "--json stock balance");
    EXPECT_EQ(balance.exitCode, 0) << balance.output;
    EXPECT_THAT(balance.output, HasSubstr("\"unexplained\": 0"));
    std::filesystem::rename(m_desk.path() / "sessions", m_desk.path() / "no-sessions");
    const auto status = atDesk(service, "service status");
    EXPECT_EQ(status.exitCode, 0) << status.output;
    EXPECT_THAT(status.output, HasSubstr("(capacitación)"));
    EXPECT_THAT(status.output, HasSubstr("Puesto: linea-1, con certificado hasta 20"));
    EXPECT_THAT(status.output, testing::Not(HasSubstr("hora de este equipo")));
    std::filesystem::rename(m_desk.path() / "no-sessions", m_desk.path() / "sessions");
    // The same words where no service is: nothing of the house is here.
    EXPECT_NE(troquel("--home " + m_desk.path().string() + " stock balance").exitCode, 0);
    EXPECT_EQ(service.end(), 0);
    const auto after = atDesk(service, "stock balance");
    EXPECT_EQ(after.exitCode, 3);
    EXPECT_THAT(after.output, HasSubstr("No se pudo hablar con el servicio"));
}

TEST_F(TroqueldTest, ConductsLinesWhoseMachinesAreAtTheDesks) {
    certifyService();
    enrolDesk();
    m_house.reopenOffice();
    m_house.stockAndOrders();
    m_house.closeOffice();
    for (const auto* person : {"operator", "inspector"}) keepSession(person);
    RunningService service{settings("0")};
    // Two programs of one desk at once: each order is made once.
    const auto run = [&] { return atDesk(service, "--as operator --json line run --until-idle"); };
    auto other = std::async(std::launch::async, run);
    const auto ran = run();
    const auto ranToo = other.get();
    EXPECT_EQ(ran.exitCode, 0) << ran.output;
    EXPECT_EQ(ranToo.exitCode, 0) << ranToo.output;
    const auto released = atDesk(service, "--as inspector --json line release");
    EXPECT_EQ(released.exitCode, 0) << released.output;
    const auto documents = nlohmann::json::parse(released.output)["documents"];
    EXPECT_GE(documents.size(), 5U) << ran.output << ranToo.output;
    for (const auto& number : documents) {
        const auto verified = atDesk(service, "--as inspector document verify " + number.get<std::string>());
        EXPECT_EQ(verified.exitCode, 0) << verified.output;
    }
    EXPECT_EQ(service.end(), 0);
    // What was made lies where it was made.
    for (const auto* machine : {"pages", "chips"}) {
        EXPECT_FALSE(std::filesystem::is_empty(m_desk.path() / "devices" / machine)) << machine;
        EXPECT_TRUE(std::filesystem::is_empty(m_house.home() / "devices" / machine)) << machine;
    }
}

TEST_F(TroqueldTest, IsObservedUntilItEndsAndTakesActsWhileABalancerNoticesThat) {
    certifyService();
    enrolDesk();
    keepSession("auditor");
    RunningService service{settings("0",
                                    "<limits><acts>4</acts><actsOfWorkstation>2</actsOfWorkstation></limits>"
                                    "<observation><address>127.0.0.1</address><port>0</port></observation>"
                                    "<drain>3</drain>")};
    const auto told = service.nextLine();
    const auto at = told.find("http://");
    ASSERT_NE(at, std::string::npos) << told;
    const auto where = told.substr(at, told.find('\n') - at);
    const auto observed = [&](const std::string& path) { return cli::run("curl -s -m 5 " + where + path).output; };
    EXPECT_EQ(observed("/ready"), "ready\n");
    EXPECT_EQ(atDesk(service, "journal verify").exitCode, 0);
    const auto metrics = observed("/metrics");
    EXPECT_THAT(metrics, HasSubstr("troquel_acts_total{act=\"journal.verify\",end=\"done\"} 1"));
    EXPECT_THAT(metrics, HasSubstr("troquel_line_stations 0"));
    EXPECT_THAT(metrics, HasSubstr("troquel_line_released_today 0"));
    auto ended = std::async(std::launch::async, [&] { return service.end(); });
    while (observed("/ready") == "ready\n") std::this_thread::sleep_for(std::chrono::milliseconds{20});
    EXPECT_EQ(observed("/ready"), "ending\n");
    EXPECT_EQ(atDesk(service, "journal verify").exitCode, 0);
    EXPECT_EQ(ended.get(), 0);
}

TEST_F(TroqueldTest, AWorkstationIsEnrolledRenewedAndShutOut) {
    certifyService();
    enrolDesk(" --days 20");
    RunningService service{settings("0")};
    logIn(service, "admin");
    const auto warned = atDesk(service, "workstation list");
    EXPECT_EQ(warned.exitCode, 0) << warned.output;
    EXPECT_THAT(warned.output, HasSubstr("El certificado de este puesto vence el"));
    EXPECT_THAT(warned.output, HasSubstr("en uso, por vencer"));
    EXPECT_THAT(warned.output, HasSubstr("admin, security_officer"));

    const auto renewed = atDesk(service, "workstation renew");
    EXPECT_EQ(renewed.exitCode, 0) << renewed.output;
    const auto quiet = atDesk(service, "workstation list");
    EXPECT_EQ(quiet.exitCode, 0) << quiet.output;
    EXPECT_THAT(quiet.output, testing::Not(HasSubstr("vence")));
    EXPECT_THAT(quiet.output, testing::Not(HasSubstr("por vencer")));
    // What was carried by hand is of no use any more.
    EXPECT_THAT(atDesk("workstation install " + path("linea-1.pem")).output, HasSubstr("no es para la llave"));

    done("workstation revoke linea-1 --reason 'Equipo robado' --as security_officer");
    const auto refused = atDesk(service, "workstation list");
    EXPECT_EQ(refused.exitCode, 1);
    EXPECT_THAT(refused.output, HasSubstr("se revocó el certificado del puesto «linea-1»"));
    // At the institution itself nobody needs a certificate, but the sessions of that workstation have ended.
    EXPECT_EQ(troquel("--home " + m_house.home().string() + " workstation list --as auditor").exitCode, 1);
    done("operator login auditor --password-file " + path("password"));
    EXPECT_THAT(done("workstation list --as auditor"), HasSubstr("revocado"));
    EXPECT_EQ(service.end(), 0);
}

TEST_F(TroqueldTest, GoesOnAfterItWasKilled) {
    certifyService();
    enrolDesk();
    const auto file = settings("0");
    keepSession("auditor");
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
    certifyService();
    enrolDesk();
    const auto file = settings("0");
    const auto askAt = [&](const RunningService& service) {
        const WorkstationHome desk{m_desk.path()};
        const auto office = openRemoteOffice({service.url(), desk.pass(), desk.pass(), desk.roots()});
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
    const auto uncertified = checked(settings("0"));
    EXPECT_EQ(uncertified.exitCode, 1);
    EXPECT_THAT(uncertified.output, HasSubstr("service certify"));
    certifyService();
    const auto good = checked(settings("0"));
    EXPECT_EQ(good.exitCode, 0) << good.output;
    EXPECT_THAT(good.output, HasSubstr("La configuración está completa"));

    // One of OpenSSL's that ends in a month, in the place of the house's own.
    const support::TestCertificates others;
    const auto service = m_house.home() / "service" / "service.pem";
    base::writeSecretFileDurably(service, base::concat({base::readFile(others.path("server.key"), 1 << 16).value(),
                                                        base::readFile(others.path("server.pem"), 1 << 16).value()}));
    const auto ending = checked(settings("0"));
    EXPECT_EQ(ending.exitCode, 0) << ending.output;
    EXPECT_THAT(ending.output, HasSubstr("El certificado del servicio vence el"));
    EXPECT_THAT(good.output, testing::Not(HasSubstr("vence")));

    const auto badPort = checked(settings("70000"));
    EXPECT_EQ(badPort.exitCode, 1);
    EXPECT_THAT(badPort.output, HasSubstr("port"));

    const auto file = settings("0");
    auto text = base::textOf(base::readFile(file, 1 << 16).value());
    text.replace(text.find(m_house.home().string()), m_house.home().string().size(), "/no/such/home");
    text.insert(text.find("<connections>"), "<passphraseFile>/no/such/file</passphraseFile>");
    base::writeFileDurably(file, text);
    const auto missing = checked(file);
    EXPECT_EQ(missing.exitCode, 1);
    EXPECT_THAT(missing.output, HasSubstr("/no/such/home"));
    EXPECT_THAT(missing.output, HasSubstr("/no/such/file"));

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
