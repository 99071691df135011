// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "base/files.hpp"
#include "records/database/database.hpp"
#include "tests/cli/founded_program.hpp"

/// What people ask of the program at a desk.
namespace cli {
namespace {

using nlohmann::json;
using testing::HasSubstr;

class Desks : public FoundedProgram {
   protected:
    Desks() { done("operator login ana" + m_password); }
};

TEST_F(Desks, PlacesAreMadeListedAndClosed) {
    EXPECT_THAT(done("site add norte --name 'Sede norte'"), HasSubstr("norte"));
    done("workstation add norte-1 --site norte --name 'Norte 1'");
    EXPECT_THAT(done("site list"), HasSubstr("Sede norte"));
    EXPECT_THAT(done("workstation list"), HasSubstr("Norte 1"));

    const auto occupied = ask("site close norte --reason fin");
    EXPECT_EQ(occupied.exitCode, 1);
    EXPECT_THAT(occupied.output, HasSubstr("norte-1"));
    const auto own = ask("workstation close linea-1 --reason fin --json");
    EXPECT_EQ(own.exitCode, 1);
    EXPECT_EQ(json::parse(own.output)["refused"][0]["code"], "people.own-workstation");

    done("workstation close norte-1 --reason fin");
    done("site close norte --reason fin");
    const auto stations = json::parse(done("workstation list --json"))["workstations"];
    ASSERT_EQ(stations.size(), 2U);
    EXPECT_EQ(stations[1]["workstation"], "norte-1");
    EXPECT_EQ(stations[1]["active"], false);
    EXPECT_EQ(json::parse(done("site list --json"))["sites"][1]["active"], false);
    EXPECT_EQ(ask("operator login ana --workstation norte-1" + m_password).exitCode, 1);
}

TEST_F(Desks, AShiftIsClosedWithRangesAndScannedSerials) {
    const auto manifest = m_folder.path() / "manifest.xml";
    base::writeFileDurably(manifest, R"(<manifest supplier="Imprenta Nacional" purchase="OC-2026-17">
  <range item="booklet-ordinary" first="A0000001" last="A0000020" box="1"/>
</manifest>)");
    enrol("eva", "custodian");
    enrol("luis", "custodian");
    const std::string two = " --as eva --second luis";
    done("stock receive " + manifest.string() + two);
    const std::string issue = "stock issue --item booklet-ordinary --quantity 6 --to linea-1" + two;
    EXPECT_EQ(done(issue), "A0000001-A0000006\n");

    const auto lacking = ask("stock close linea-1 --returned A0000001 A0000003-A0000006" + two);
    EXPECT_EQ(lacking.exitCode, 1);
    EXPECT_THAT(lacking.output, HasSubstr("A0000002"));
    const auto wrong = ask("stock close linea-1 --returned garabato --json" + two);
    EXPECT_EQ(wrong.exitCode, 1);
    EXPECT_EQ(json::parse(wrong.output)["refused"][0]["code"], "stock.bad-range");

    const auto alone = ask("stock close linea-1 --returned A0000001-A0000006 --as eva");
    EXPECT_EQ(alone.exitCode, 1);
    const auto scanned = m_folder.path() / "scanned.txt";
    ASSERT_EQ(run("printf 'A0000001\\r\\nA0000002-A0000006\\r\\n' > " + scanned.string()).exitCode, 0);
    const auto closed = done("stock close linea-1 --scanned " + scanned.string() + two);
    EXPECT_THAT(closed, HasSubstr("Sin explicación"));
    EXPECT_THAT(closed, HasSubstr("A0000001-A0000006"));

    done(issue);
    const auto again = run("printf 'A0000001-A0000006\\n' | " + programPath() + " " + m_words +
                           "stock close linea-1 --scanned - --json" + two);
    ASSERT_EQ(again.exitCode, 0) << again.output;
    const auto outcome = json::parse(again.output);
    EXPECT_EQ(outcome["issued"], 6);
    EXPECT_EQ(outcome["returned"], 6);
    EXPECT_EQ(outcome["unexplained"], 0);
}

TEST_F(Desks, UnknownDevicesAndStagesAreRefusedWithWhatThereIs) {
    enrol("oscar", "operator");
    const auto printer = ask("line run --until-idle --printer impresora --as oscar");
    EXPECT_EQ(printer.exitCode, 1);
    EXPECT_THAT(printer.output, HasSubstr("folder"));
    const auto reader = ask("line run --until-idle --reader lector --as oscar");
    EXPECT_EQ(reader.exitCode, 1);
    EXPECT_THAT(reader.output, HasSubstr("simulated"));
    EXPECT_EQ(ask("line run --until-idle --as oscar").exitCode, 0);

    const auto stage = ask("order list --stage volada --as oscar");
    EXPECT_EQ(stage.exitCode, 1);
    EXPECT_THAT(stage.output, HasSubstr("recibida, autorizada, preparada, impresa"));
    EXPECT_EQ(ask("order list --stage impresa --as oscar").exitCode, 0);
    EXPECT_EQ(ask("order list --standing tarde --as oscar").exitCode, 1);
}

class TamperedJournal : public Desks {
   protected:
    TamperedJournal() {
        EXPECT_THAT(done("journal verify"), HasSubstr("íntegro"));
        m_connection = records::Database::open("sqlite:" + (home() / "troquel.db").string())->connect();
        m_connection->executeScript(
            "DROP TRIGGER journal_entry_refuses_UPDATE; DROP TRIGGER journal_entry_refuses_DELETE");
    }
    std::string verify() {
        const auto ran = ask("journal verify");
        EXPECT_EQ(ran.exitCode, 1);
        EXPECT_THAT(ran.output, HasSubstr("ALTERADO"));
        return ran.output;
    }
    std::unique_ptr<records::Connection> m_connection;
};

TEST_F(TamperedJournal, AnAlteredRowIsNamed) {
    EXPECT_EQ(m_connection->execute("UPDATE journal_entry SET reason = 'otra' WHERE strand = 1 AND sequence = 2"), 1);
    EXPECT_THAT(verify(), HasSubstr("alterado: hebra 1, renglón 2\n"));
    EXPECT_THAT(ask("journal verify --lang en").output, HasSubstr("altered: strand 1, row 2\n"));
}

TEST_F(TamperedJournal, ADeletedRowIsNamed) {
    EXPECT_EQ(m_connection->execute("DELETE FROM journal_entry WHERE strand = 1 AND sequence = 3"), 1);
    EXPECT_THAT(verify(), HasSubstr("quitado: hebra 1, renglón 3\n"));
    const auto found = ask("journal verify --json");
    EXPECT_EQ(found.exitCode, 1);
    EXPECT_EQ(json::parse(found.output)["findings"], json::array({"removed: strand 1, row 3"}));
}

}  // namespace
}  // namespace cli
