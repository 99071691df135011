// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <regex>
#include <utility>

#include <nlohmann/json.hpp>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "chip/pcsc/pcsc.hpp"
#include "chip/pcsc/pcsc_card.hpp"
#include "chip/personalization/encoder.hpp"
#include "chip/simulator/chip_product.hpp"
#include "chip/simulator/simulated_chip.hpp"
#include "chip/simulator/vpcd_link.hpp"
#include "contract/acts_of_line.hpp"
#include "contract/acts_of_orders.hpp"
#include "contract/acts_of_stock.hpp"
#include "service/door.hpp"
#include "tests/chip/support/copied_chip.hpp"
#include "tests/cli/program.hpp"
#include "tests/issuance/office/chip_templates.hpp"
#include "tests/issuance/office/training_house.hpp"
#include "tests/service/test_certificates.hpp"
#include "tests/support/pcsc_daemon.hpp"

/// The program at a real pcscd with its real virtual reader; only the chips are simulated, one for each blank.
namespace cli {
namespace {

using namespace contract;

/// The person at the reader, who does what the program says.
class Feeder {
   public:
    explicit Feeder(std::uint16_t port) : m_port(port) {}

    void read(const std::string& line) {
        static const std::regex kTakeOff{"^Retire del lector .* la libreta .*"};
        static const std::regex kLayOn{".* ?[Pp]onga (otra vez )?la libreta (\\S+) en el lector .*"};
        std::smatch found;
        if (std::regex_match(line, kTakeOff)) m_link.reset();
        if (!std::regex_match(line, found, kLayOn)) return;
        m_askedFor.push_back(found[2]);
        const bool wrong = m_askedFor.size() == m_wrongAt;
        layOn(wrong ? m_askedFor.front() : m_askedFor.back());
    }
    void layOn(const std::string& blank) {
        m_link.reset();
        m_link = std::make_unique<chip::VpcdLink>(chipOf(blank), m_port);
    }
    void takeOff() { m_link.reset(); }
    [[nodiscard]] chip::SimulatedChip& chipOf(const std::string& blank) {
        auto& chip = m_chips[blank];
        if (!chip) {
            chip = std::make_unique<chip::SimulatedChip>(m_make);
            if (m_chips.size() == m_tornAt) chip->inject({chip::ChipFault::Kind::RemovedAfter, kMidOfWriting});
        }
        return *chip;
    }
    [[nodiscard]] const std::vector<std::string>& askedFor() const { return m_askedFor; }

    /// The blank's chip gives way to a copy of it that another name tells; what it was.
    std::unique_ptr<chip::SimulatedChip> swapForACopy(const std::string& blank) {
        m_link.reset();
        const auto memory = chipOf(blank).memory();
        const auto octets = support::copiedChip(memory.reveal(), chipOf(blank).uid());
        return std::exchange(m_chips[blank], chip::SimulatedChip::fromMemory(octets, m_make));
    }
    void putBack(const std::string& blank, std::unique_ptr<chip::SimulatedChip> chip) {
        m_link.reset();
        m_chips[blank] = std::move(chip);
    }

    /// From now on the chips are of this make.
    void useMake(chip::ChipMake make) { m_make = std::move(make); }
    /// At the n-th blank asked for, lays on the first one's instead.
    void mistakeAt(std::size_t asked) { m_wrongAt = asked; }
    /// The n-th chip leaves the reader while it is written.
    void tearAt(std::size_t chip) { m_tornAt = chip; }

   private:
    static constexpr std::size_t kMidOfWriting = 40;
    std::uint16_t m_port;
    chip::ChipMake m_make;
    std::map<std::string, std::unique_ptr<chip::SimulatedChip>> m_chips;
    std::vector<std::string> m_askedFor;
    std::size_t m_wrongAt = 0;
    std::size_t m_tornAt = 0;
    std::unique_ptr<chip::VpcdLink> m_link;
};

class ReaderAtTheProgram : public testing::Test {
   protected:
    static constexpr std::size_t kOrders = 3;

    // One daemon for the whole program: the library of PC/SC remembers where it was.
    static void SetUpTestSuite() {
        if (s_daemon) return;
        s_daemon = std::make_unique<support::PcscDaemon>();
        const auto readers = chip::pcsc::Context{}.readers();
        if (readers.empty()) throw std::runtime_error{s_daemon->log()};
        s_reader = readers.front();
    }

    void SetUp() override {
        m_house.stockAndOrders();
        const auto all = base::expected(m_house.ask("operator", OrderList{}), "orders").orders;
        for (const auto& order : all)
            if (order.kind == "passport-ordinary" && m_orders.size() < kOrders)
                m_orders.push_back(order.order);
            else
                base::expected(m_house.ask("supervisor", OrderCancel{order.order, "no se necesita"}), order.order);
        m_house.keepSessionsForProgram();
        m_house.closeOffice();
    }

    [[nodiscard]] std::string words(const std::string& person) const {
        return (m_at.empty() ? "--home " + m_house.home().string() : m_at) + " --as " + person + " ";
    }
    /// Runs the line and feeds its reader as it asks; what it said.
    std::string runLine(const std::string& more = {}) {
        const std::string command = std::string{TROQUEL_PROGRAM} + " " + words("operator") + "line run --until-idle " +
                                    more + " --reader '" + s_reader + "' 2>&1";
        FILE* pipe = ::popen(command.c_str(), "r");
        if (pipe == nullptr) throw std::runtime_error{"popen"};
        std::string said;
        std::array<char, 1024> part{};
        while (std::fgets(part.data(), part.size(), pipe) != nullptr) {
            const std::string line{part.data()};
            said += line;
            m_feeder.read(line.substr(0, line.find('\n')));
        }
        EXPECT_EQ(::pclose(pipe), 0) << said;
        return said;
    }
    nlohmann::json shown(const std::string& order) {
        return nlohmann::json::parse(troquel(words("operator") + "--json order show " + order).output);
    }
    /// Step by step, so that the book of the first order comes to the reader once more for its inspection.
    std::string encodeTheFirst() {
        constexpr int kMostSteps = 20;
        for (int step = 0; shown(m_orders.front()).at("order").at("stage") != "encoded"; ++step) {
            if (step == kMostSteps) throw std::runtime_error{"the first order is not encoded"};
            runLine("--steps 1");
        }
        const auto document = shown(m_orders.front()).at("order").at("document").get<std::string>();
        return nlohmann::json::parse(troquel(words("operator") + "--json document show " + document).output)
            .at("blank_serial")
            .get<std::string>();
    }
    /// All orders are released, each made of one of the blanks asked for, whose own chip is locked.
    void expectAllReleased() {
        m_house.reopenOffice();
        EXPECT_EQ(m_house.ask("inspector", LineRelease{})->documents.size(), kOrders);
        for (const auto& order : m_orders) {
            const auto number = m_house.ask("operator", OrderShow{order})->order.document;
            const auto blank = m_house.ask("operator", DocumentShow{number})->blank;
            EXPECT_EQ(m_feeder.chipOf(blank).life(), chip::ChipLife::Locked) << blank;
            EXPECT_TRUE(m_house.ask("operator", DocumentVerify{number})->authentic) << number;
        }
        EXPECT_EQ(m_house.ask("custodian", StockBalance{})->unexplained, 0);
    }
    [[nodiscard]] std::int64_t attempts() {
        std::int64_t all = 0;
        for (const auto& order : m_orders) all += m_house.ask("operator", OrderShow{order})->order.attempts;
        return all;
    }

    static std::unique_ptr<support::PcscDaemon> s_daemon;
    static std::string s_reader;
    std::string m_at;  ///< where the program works; empty: in the house
    support::TrainingHouse m_house;
    std::vector<std::string> m_orders;
    Feeder m_feeder{s_daemon->port()};
};
std::unique_ptr<support::PcscDaemon> ReaderAtTheProgram::s_daemon;
std::string ReaderAtTheProgram::s_reader;

TEST_F(ReaderAtTheProgram, AsksForEachBookOnceAndMakesItsDocument) {
    const auto said = runLine();
    EXPECT_EQ(m_feeder.askedFor().size(), kOrders) << said;
    EXPECT_NE(said.find("Esperan liberación: 3"), std::string::npos) << said;
    expectAllReleased();
    EXPECT_EQ(attempts(), 3);
}

/// The same desk when the house is behind a door: the reader is here, and nothing of the house is.
class ReaderBehindADoor : public ReaderAtTheProgram {
   protected:
    void SetUp() override {
        ReaderAtTheProgram::SetUp();
        m_house.reopenOffice();
        m_certificates.enrolled(m_house, "linea-1");
        service::DoorSettings settings;
        settings.certificate = m_certificates.path("server.pem");
        settings.key = m_certificates.path("server.key");
        settings.workstations = m_certificates.path("trusted.pem");
        m_door = std::make_unique<service::Door>(m_house.office(), settings);
        const auto copy = [&](const std::string& from, const std::string& to, std::ios::openmode mode) {
            std::ofstream{m_desk.path() / to, mode} << std::ifstream{m_certificates.path(from)}.rdbuf();
        };
        copy("linea-1.key", "workstation.pem", std::ios::out);
        copy("linea-1.pem", "workstation.pem", std::ios::app);
        copy("trusted.pem", "service-root.pem", std::ios::out);
        std::filesystem::copy(m_house.home() / "sessions", m_desk.path() / "sessions",
                              std::filesystem::copy_options::recursive);
        m_at = "--home " + m_desk.path().string() + " --server https://127.0.0.1:" + std::to_string(m_door->port());
    }
    void closeDoor() {
        m_door.reset();
        m_at.clear();
    }

    support::TestCertificates m_certificates;
    support::ScratchFolder m_desk;
    std::unique_ptr<service::Door> m_door;
};

TEST_F(ReaderBehindADoor, ABookLaidOnByMistakeIsAskedForAgainAndNothingIsSpoiled) {
    m_feeder.mistakeAt(2);
    const auto said = runLine();
    EXPECT_EQ(m_feeder.askedFor().size(), kOrders + 1) << said;
    EXPECT_NE(said.find("otra vez"), std::string::npos) << said;
    EXPECT_NE(said.find("Esperan liberación: 3"), std::string::npos) << said;
    closeDoor();
    expectAllReleased();
    EXPECT_EQ(attempts(), 3);
}

TEST_F(ReaderBehindADoor, ABookTakenAwayWhileItIsWrittenIsInDoubtAndItsChipTellsThePerson) {
    m_feeder.tearAt(2);
    const auto said = runLine();
    EXPECT_NE(said.find("En duda: 1"), std::string::npos) << said;
    const auto torn = m_feeder.askedFor().at(1);
    m_feeder.takeOff();
    const auto doubtful = m_house.ask("supervisor", LineStatus{})->inDoubt;
    ASSERT_EQ(doubtful.size(), 1U);
    const auto doubt = "line doubt " + doubtful.front().order + " --reader '" + s_reader + "'";
    ASSERT_TRUE(chip::pcsc::Context{}.waitForRemoval(s_reader, std::chrono::seconds{10}));
    EXPECT_NE(troquel(words("supervisor") + doubt).output.find("No hay ninguna libreta en el lector"),
              std::string::npos);
    m_feeder.chipOf(torn).reinsert();
    m_feeder.layOn(torn);
    ASSERT_TRUE(chip::pcsc::Context{}.waitForCard(s_reader, std::chrono::seconds{10}));
    const auto told = troquel(words("supervisor") + doubt);
    EXPECT_NE(told.output.find("a medio grabar"), std::string::npos) << told.output;
    EXPECT_EQ(
        troquel(words("supervisor") + "line resolve " + doubtful.front().order + " spoiled --reason 'a medio grabar'")
            .exitCode,
        0);
    runLine();
    closeDoor();
    expectAllReleased();
    EXPECT_EQ(attempts(), 4);
}

TEST_F(ReaderAtTheProgram, ABookLaidOnByMistakeIsAskedForAgainAndNothingIsSpoiled) {
    m_feeder.mistakeAt(2);
    const auto said = runLine();
    EXPECT_EQ(m_feeder.askedFor().size(), kOrders + 1) << said;
    EXPECT_NE(said.find("otra vez"), std::string::npos) << said;
    expectAllReleased();
    EXPECT_EQ(attempts(), 3);
}

TEST_F(ReaderAtTheProgram, ABookWhoseChipWasChangedIsAskedForAgainAndHeldWithAWordToTheSupervisor) {
    const auto blank = encodeTheFirst();
    auto right = m_feeder.swapForACopy(blank);
    const auto said = runLine();
    EXPECT_NE(said.find("otra vez la libreta " + blank), std::string::npos) << said;
    EXPECT_EQ(shown(m_orders.front()).at("hold_reason"), "line.chip-swapped");
    const auto told = troquel(words("supervisor") + "order show " + m_orders.front());
    EXPECT_NE(told.output.find("El chip que se presentó no es el que se grabó para este documento"), std::string::npos)
        << told.output;
    m_feeder.putBack(blank, std::move(right));
    EXPECT_EQ(troquel(words("supervisor") + "order release " + m_orders.front() + " --reason 'apareció'").exitCode, 0);
    runLine();
    expectAllReleased();
    EXPECT_EQ(attempts(), 3);
}

TEST_F(ReaderAtTheProgram, AChipThatDrawsItsIdentifierComesBackAsItIs) {
    chip::ChipMake make;
    make.drawnIdentity = true;
    m_feeder.useMake(make);
    encodeTheFirst();
    const auto said = runLine();
    EXPECT_EQ(said.find("otra vez"), std::string::npos) << said;
    expectAllReleased();
    EXPECT_EQ(attempts(), 3);
}

TEST_F(ReaderAtTheProgram, ABookTakenAwayWhileItIsWrittenIsInDoubtAndItsChipTellsThePerson) {
    m_feeder.tearAt(2);
    const auto said = runLine();
    EXPECT_NE(said.find("En duda: 1"), std::string::npos) << said;
    const auto torn = m_feeder.askedFor().at(1);
    m_feeder.takeOff();

    m_house.reopenOffice();
    const auto doubtful = m_house.ask("supervisor", LineStatus{})->inDoubt;
    ASSERT_EQ(doubtful.size(), 1U);
    m_house.closeOffice();
    const auto& order = doubtful.front().order;
    const auto doubt = "line doubt " + order + " --reader '" + s_reader + "'";
    ASSERT_TRUE(chip::pcsc::Context{}.waitForRemoval(s_reader, std::chrono::seconds{10}));
    EXPECT_NE(troquel(words("supervisor") + doubt).output.find("No hay ninguna libreta en el lector"),
              std::string::npos);
    m_feeder.chipOf(torn).reinsert();
    m_feeder.layOn(torn);
    ASSERT_TRUE(chip::pcsc::Context{}.waitForCard(s_reader, std::chrono::seconds{10}));
    const auto told = troquel(words("supervisor") + doubt);
    EXPECT_NE(told.output.find("a medio grabar"), std::string::npos) << told.output;
    EXPECT_EQ(troquel(words("supervisor") + "line resolve " + order + " spoiled --reason 'a medio grabar'").exitCode,
              0);
    runLine();
    expectAllReleased();
    EXPECT_EQ(attempts(), 4);
}

TEST_F(ReaderAtTheProgram, AMadeDocumentIsReadWithItsZoneAndATrustFolder) {
    runLine();
    m_house.reopenOffice();
    const auto number = m_house.ask("operator", OrderShow{m_orders.front()})->order.document;
    const auto document = base::expected(m_house.ask("operator", DocumentShow{number}), number);
    const support::ScratchFolder folder;
    std::filesystem::create_directories(folder.path() / "trust");
    const auto certificates = base::expected(m_house.ask("operator", PkiExport{}), "certificates");
    for (const auto& file : certificates.files)
        base::writeFileDurably(folder.path() / "trust" / file.name, file.content);
    base::writeFileDurably(folder.path() / "trust" / "LEAME.txt", base::bytesOf("ningún certificado"));
    m_house.closeOffice();
    m_feeder.takeOff();
    ASSERT_TRUE(chip::pcsc::Context{}.waitForRemoval(s_reader, std::chrono::seconds{10}));
    m_feeder.layOn(document.blank);
    ASSERT_TRUE(chip::pcsc::Context{}.waitForCard(s_reader, std::chrono::seconds{10}));
    const auto read = "chip read --reader '" + s_reader + "' ";
    const auto zone = "--mrz '" + document.mrz.at(0) + "\n" + document.mrz.at(1) + "' ";
    const auto out = folder.path() / "out";

    const auto good = troquel(words("inspector") + read + zone + "--trust " + (folder.path() / "trust").string() +
                              " --out " + out.string());
    EXPECT_EQ(good.exitCode, 0) << good.output;
    EXPECT_NE(good.output.find("El chip es auténtico."), std::string::npos) << good.output;
    EXPECT_NE(good.output.find("LEAME.txt"), std::string::npos) << good.output;
    EXPECT_NE(good.output.find(document.mrz.at(1)), std::string::npos) << good.output;
    EXPECT_TRUE(std::filesystem::exists(out / "EF.SOD"));

    const auto json = troquel(words("inspector") + "--json " + read + zone);
    EXPECT_EQ(json.exitCode, 0) << json.output;
    const auto report = nlohmann::json::parse(json.output);
    EXPECT_TRUE(report["passed"]);
    EXPECT_EQ(report["access"], "PACE");

    const auto mistyped = troquel(words("inspector") + read + "--number X0000000 --birth 900107 --expiry 310101");
    EXPECT_EQ(mistyped.exitCode, 1) << mistyped.output;
    EXPECT_NE(mistyped.output.find("El chip NO pasó la inspección."), std::string::npos) << mistyped.output;
    EXPECT_EQ(troquel(words("inspector") + read + zone + "--trust " + out.string()).exitCode, 1);
}

TEST_F(ReaderAtTheProgram, ASimulatedChipOfTheProgramLiesOnTheReaderAndFailsAsItIsTold) {
    m_feeder.takeOff();
    ASSERT_TRUE(chip::pcsc::Context{}.waitForRemoval(s_reader, std::chrono::seconds{10}));
    const auto simulate = "chip simulate --port " + std::to_string(s_daemon->port()) + " --seconds 60 ";
    const std::string command =
        std::string{TROQUEL_PROGRAM} + " " + words("inspector") + simulate + "--fault removed-before@3 2>&1";
    FILE* pipe = ::popen(command.c_str(), "r");
    ASSERT_NE(pipe, nullptr);
    ASSERT_TRUE(chip::pcsc::Context{}.waitForCard(s_reader, std::chrono::seconds{10}));
    const auto read = troquel(words("inspector") + "chip read --reader '" + s_reader +
                              "' --number X0000000 --birth 900107 --expiry 310101");
    EXPECT_EQ(read.exitCode, 3) << "the card left: " << read.output;
    std::string said;
    std::array<char, 1024> part{};
    while (std::fgets(part.data(), part.size(), pipe) != nullptr) said += part.data();
    EXPECT_EQ(::pclose(pipe), 0) << said;
    EXPECT_NE(said.find("El chip salió del lector.\n"), std::string::npos) << said;
    EXPECT_EQ(troquel(words("inspector") + simulate + "--fault fuego@1").exitCode, 1);
    EXPECT_EQ(troquel(words("inspector") + simulate + "--profile klingon").exitCode, 1);
}

/// A chip of another product lies on the reader, and the encoder of its profile makes it final.
TEST_F(ReaderAtTheProgram, ASimulatedChipOfAnotherProductIsWrittenInItsDialect) {
    m_feeder.takeOff();
    const auto templates = support::sourceDir() / "templates";
    for (const std::string name : {"iso-7816-9", "globalplatform-scp02", "globalplatform-scp03"}) {
        ASSERT_TRUE(chip::pcsc::Context{}.waitForRemoval(s_reader, std::chrono::seconds{10}));
        const std::string command = std::string{TROQUEL_PROGRAM} + " " + words("inspector") + "chip simulate --port " +
                                    std::to_string(s_daemon->port()) + " --seconds 3 --profile " + name + " 2>&1";
        FILE* pipe = ::popen(command.c_str(), "r");
        ASSERT_NE(pipe, nullptr);
        auto context = std::make_shared<chip::pcsc::Context>();
        EXPECT_TRUE(context->waitForCard(s_reader, std::chrono::seconds{10}));
        {
            chip::PcscCard card{context, s_reader};
            auto keys = std::make_shared<chip::TransportKeys>();
            keys->add(name, base::SecretBytes{*base::fromHex("404142434445464748494a4b4c4d4e4f")});
            const auto profile = chip::ChipProfile::load(templates / "chips" / (name + ".xml"),
                                                         templates / "schemas" / "chip-profile.xsd");
            const chip::Encoder encoder{*profile, keys};
            chip::ChipContent content;
            for (const auto& rule : profile->files)
                if (rule.required) content.files[rule.file] = base::Bytes(60, 0x61);
            content.mrz = chip::MrzKey::of("X0000000", "900107", "310101");
            const auto outcome = encoder.personalize(card, content);
            EXPECT_TRUE(outcome.locked()) << name << outcome.causes.at(0).code.name();
            EXPECT_EQ(*encoder.probe(card), chip::ChipState::Locked);
        }
        std::array<char, 1024> part{};
        while (std::fgets(part.data(), part.size(), pipe) != nullptr) continue;
        EXPECT_EQ(::pclose(pipe), 0);
    }
}

/// A line whose passports have a chip of another product, and the transport key that opens it.
TEST_F(ReaderAtTheProgram, ALineOfAnotherProductMakesItsDocumentsWithTheHousesTransportKey) {
    const std::string name = "iso-7816-9";
    const support::ChipTemplates templates{name};
    const auto profile = chip::ChipProfile::load(support::sourceDir() / "templates" / "chips" / (name + ".xml"),
                                                 support::sourceDir() / "templates" / "schemas" / "chip-profile.xsd");
    auto keys = std::make_shared<chip::TransportKeys>();
    keys->add(name, base::SecretBytes{*base::fromHex("404142434445464748494a4b4c4d4e4f")});
    chip::ChipMake make;
    make.product = chip::ChipProduct::of(*profile, keys);
    m_feeder.useMake(make);
    EXPECT_NE(runLine().find("Rechazados: 3"), std::string::npos);
    EXPECT_TRUE(m_feeder.askedFor().empty()) << "nobody is sent for books whose chips cannot be written";
    const auto waiting = troquel(words("operator") + "order show " + m_orders.front());
    EXPECT_NE(waiting.output.find("Retenida: Esta oficina no tiene la clave de transporte"), std::string::npos)
        << waiting.output;
    const auto entered =
        run("printf '%s\\n%s\\n' 00112233445566778899AABBCCDDEEFF 4050607000102030c0d0e0f08090a0b0 | " + programPath() +
            " " + words("security_officer") + "--second administrator chip keys enter iso-7816-9 --check 189956 2>&1");
    ASSERT_EQ(entered.exitCode, 0) << entered.output;
    for (const auto& order : m_orders)
        EXPECT_EQ(troquel(words("supervisor") + "order release " + order + " --reason 'clave guardada'").exitCode, 0);
    m_feeder.mistakeAt(2);
    const auto said = runLine();
    EXPECT_EQ(m_feeder.askedFor().size(), kOrders + 1) << said;
    expectAllReleased();
    EXPECT_EQ(attempts(), 3);
    const auto number = m_house.ask("operator", OrderShow{m_orders.front()})->order.document;
    const auto document = base::expected(m_house.ask("operator", DocumentShow{number}), number);
    auto identity = base::toHex(m_feeder.chipOf(document.blank).uid());
    std::ranges::transform(identity, identity.begin(), [](unsigned char c) { return std::toupper(c); });
    EXPECT_EQ(document.chipIdentity, identity) << "of the very chip that was written";
    const auto shown = troquel(words("operator") + "document show " + number);
    EXPECT_NE(shown.output.find("chip " + identity), std::string::npos) << shown.output;
    const auto told = troquel(words("custodian") + "stock history " + document.blank);
    EXPECT_NE(told.output.find("chip " + identity), std::string::npos) << told.output;
}

TEST_F(ReaderAtTheProgram, WithoutAPersonTheOrdersRestAndNothingIsDoneToABlank) {
    const auto ran = troquel(words("operator") + "line run --until-idle --patience 1 --reader '" + s_reader + "'");
    EXPECT_EQ(ran.exitCode, 0) << ran.output;
    EXPECT_NE(ran.output.find("Ponga la libreta"), std::string::npos) << ran.output;
    EXPECT_NE(ran.output.find("Rechazados: 0. En duda: 0. Esperan liberación: 0"), std::string::npos) << ran.output;
    m_house.reopenOffice();
    for (const auto& order : m_orders) EXPECT_EQ(m_house.ask("operator", OrderShow{order})->order.stage, "printed");
}

}  // namespace
}  // namespace cli
