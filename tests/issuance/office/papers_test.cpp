// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <sstream>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "base/files.hpp"
#include "contract/acts_of_counts.hpp"
#include "contract/acts_of_custody.hpp"
#include "contract/acts_of_destruction.hpp"
#include "contract/acts_of_keys.hpp"
#include "contract/acts_of_line.hpp"
#include "contract/acts_of_losses.hpp"
#include "contract/acts_of_papers.hpp"
#include "contract/acts_of_spoilage.hpp"
#include "contract/acts_of_stock.hpp"
#include "contract/acts_of_transfers.hpp"
#include "issuance/office/stock_papers.hpp"
#include "tests/issuance/office/training_house.hpp"
#include "tests/signing/house.hpp"
#include "tests/support/engine_test.hpp"

/// Spoilage, destruction and the signed papers of the house, as people at the office have them.
namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;
using signing::testing::run;
using testing::HasSubstr;

class PapersTest : public testing::TestWithParam<records::Engine> {
   protected:
    void SetUp() override {
        base::expected(m_house.ask("custodian", StockReceive{m_house.material("manifest.xml")}, "custodian2"),
                       "receipt");
    }
    /// Serials 1 to 3 of ordinary passports spoiled out of the vault and received in quarantine.
    void spoilThree() {
        for (const auto* serial : {"A0000001", "A0000002", "A0000003"})
            base::expected(m_house.ask("custodian", StockSpoil{serial, "laminate", {}}, "custodian2"), serial);
        base::expected(m_house.ask("custodian", StockQuarantineReceive{{"A0000001-A0000003"}}), "confirm");
    }
    /// Requested, authorised, with a commission, and scanned.
    std::string ready() {
        spoilThree();
        const auto number =
            base::expected(m_house.ask("custodian", DestructionRequest{"Trimestre", {"A0000001-A0000003"}, {}, {}, {}}),
                           "request")
                .destruction;
        base::expected(m_house.ask("supervisor", DestructionAuthorise{number, "RES-12-2026", "2026-11-20"}),
                       "authorise");
        base::expected(
            m_house.ask("supervisor", DestructionCommission{number,
                                                            "OFICIO-457",
                                                            "2026-11-21",
                                                            {{"custodian", "", "Jefatura de Bodega", ""},
                                                             {"", "Marta Ixchel Cumatz", "Producción", "dpi"}}}),
            "commission");
        base::expected(m_house.ask("custodian", DestructionScan{number, {"A0000001-A0000003"}}), "scan");
        return number;
    }
    static DestructionExecute execution(const std::string& number) {
        return {number,
                "trituración mecánica",
                "la ciudad de Guatemala",
                "Guatemala",
                "el área de destrucción",
                "P-00871",
                "Servicios Generales",
                {{"auditor", "", "", ""}, {"", "Beatriz Gómez de León", "Auditoría Interna", "dpi"}}};
    }
    auto execute(const std::string& number) { return m_house.ask("custodian", execution(number), "custodian2"); }

    std::string saved(const std::string& number) {
        const auto paper = base::expected(m_house.ask("auditor", PaperShow{number}), number);
        EXPECT_TRUE(paper.intact);
        EXPECT_TRUE(paper.trusted);
        EXPECT_EQ(base::toHex(base::sha256(paper.content)), paper.line.sha256);
        const auto file = support::binaryDir() / "papers" / (paper.line.kind + ".pdf");
        std::filesystem::create_directories(file.parent_path());
        base::writeFileDurably(file, paper.content);
        return file.string();
    }
    /// What other people's programs make of it: valid PDF, signature over all of it; gives its words.
    static std::string checkedText(const std::string& file) {
        const auto checked = run("qpdf", {"--check", file});
        EXPECT_EQ(checked.exitCode, 0) << checked.output;
        const auto signature = run("pdfsig", {"-nocert", file}).output;
        EXPECT_THAT(signature, HasSubstr("Signature is Valid"));
        EXPECT_THAT(signature, HasSubstr("ETSI.CAdES.detached"));
        EXPECT_THAT(signature, HasSubstr("Total document signed"));
        auto text = run("pdftotext", {"-layout", file, "-"}).output;
        for (auto at = text.find("  "); at != std::string::npos; at = text.find("  ", at)) text.erase(at, 1);
        return text;
    }
    std::string journal() {
        return base::textOf(base::expected(m_house.ask("auditor", JournalExport{}), "journal").files.front().content);
    }

    /// Serials of an item in the vault, or of all items, one by one.
    std::vector<std::string> inVault(const std::string& item = {}) {
        const std::string here = item.empty() ? ",vault," : "," + item + ",vault,";
        std::vector<std::string> cards;
        std::istringstream lines{base::expected(m_house.ask("supervisor", StockExport{}), "export").text};
        for (std::string line; std::getline(lines, line);)
            if (line.find(here) != std::string::npos) cards.push_back(line.substr(0, line.find(',')));
        return cards;
    }
    /// Where a count stands that both finish with these scans, as often as it takes for a variance.
    std::string countUntilVariance(const std::string& number, const std::vector<std::string>& seen) {
        std::string state;
        for (int round = 0; round < 2; ++round) {
            for (const char* counter : {"custodian", "auditor"}) {
                EXPECT_TRUE(m_house.ask(counter, CountStart{number}));
                if (!seen.empty()) {
                    EXPECT_TRUE(m_house.ask(counter, CountScan{number, "lector", seen}));
                }
            }
            for (const char* counter : {"custodian", "auditor"})
                state = base::expected(m_house.ask(counter, CountFinish{number}), "finish").state;
        }
        return state;
    }

    support::MigratedDatabase m_database{GetParam(), {}};
    support::TrainingHouse m_house{m_database.ownerAddress()};
};
TROQUEL_ON_BOTH_ENGINES(PapersTest);

TEST_P(PapersTest, ADestructionEndsWithASignedActAndItsSerials) {
    const auto number = ready();
    const auto done = execute(number);
    ASSERT_TRUE(done) << done.refusal().first().code.name();
    EXPECT_EQ(done->quantity, 3);
    const auto shown = m_house.ask("auditor", DestructionShow{number});
    EXPECT_EQ(shown->line.stage, "executed");
    EXPECT_EQ(shown->act, done->act);
    EXPECT_TRUE(shown->notScanned.empty());
    const auto text = checkedText(saved(done->act));
    for (const auto* words : {"ACTA DE DESTRUCCIÓN", "RES-12-2026", "OFICIO-457", "Marta Ixchel Cumatz",
                              "Beatriz Gómez de León", "Persona auditor", "Persona custodian2", "trituración mecánica",
                              "P-00871", "Laminado defectuoso", "A0000001", "A0000002", "A0000003"})
        EXPECT_THAT(text, HasSubstr(words));
    EXPECT_THAT(text, HasSubstr(done->annex));
    EXPECT_EQ(done->annex, base::toHex(base::sha256(base::bytesOf("A0000001\nA0000002\nA0000003\n"))));
    const auto entries = journal();
    EXPECT_THAT(entries, HasSubstr(m_house.ask("auditor", PaperShow{done->act})->line.sha256));
    EXPECT_THAT(entries, testing::Not(HasSubstr("Beatriz")));
    EXPECT_EQ(m_house.ask("custodian", StockBalance{})->unexplained, 0);
    EXPECT_TRUE(m_house.ask("auditor", JournalVerify{})->intact);
    EXPECT_TRUE(execute(number).refusal().has("destruction.wrong-stage"_code));
}

TEST_P(PapersTest, AKillBeforeTheEndOfAnExecutionDestroysNothing) {
    const auto number = ready();
    m_house.closeOffice();
    const pid_t child = ::fork();
    if (child == 0) {
        const auto house = House::open(m_house.home());
        const auto connection = house->database->connect();
        Call call{*connection, {}, {}, nullptr};
        call.author = base::expected(
            house->sessions->authorize(*connection, m_house.token("custodian"), "destruction.execute"), "author");
        call.author.approver = house->operators->named(*connection, "custodian2")->id;
        records::Transaction tx{*connection};
        call.open = &tx;
        const inventory::Destructions destructions{*house->items, house->clock};
        const auto auditor = house->operators->named(*connection, "auditor")->id.text();
        const auto executed = destructions.execute(
            tx, call.author, number,
            {"m", "c", "d", "p", "s", "w", {{auditor, "", "", ""}, {"", "Beatriz", "Auditoría", "dpi"}}});
        const auto paper = issueDestructionAct(*house, call, *destructions.show(*connection, number));
        if (executed && paper) ::raise(SIGKILL);
        ::_exit(1);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    m_house.reopenOffice();
    EXPECT_EQ(m_house.ask("auditor", DestructionShow{number})->line.stage, "commissioned");
    EXPECT_TRUE(m_house.ask("auditor", PaperList{"destruction-act"})->papers.empty());
    EXPECT_EQ(m_house.ask("custodian", StockHistory{"A0000001"})->state, "spoiled");
    EXPECT_TRUE(m_house.ask("auditor", JournalVerify{})->intact);
    const auto done = execute(number);
    ASSERT_TRUE(done);
    EXPECT_EQ(done->act, "ACTA-2026-000002") << "the killed one's number was given back";
}

TEST_P(PapersTest, AReceiptEndsWithASignedAct) {
    const auto listed = m_house.ask("auditor", PaperList{""});
    ASSERT_EQ(listed->papers.size(), 1U);
    EXPECT_EQ(listed->papers.front().kind, "stock-receipt");
    const auto text = checkedText(saved(listed->papers.front().number));
    for (const auto* words : {"ACTA DE RECEPCIÓN", "Imprenta de Capacitación", "CAP-0001", "A0000001", "A0000040",
                              "Persona custodian", "Persona custodian2"})
        EXPECT_THAT(text, HasSubstr(words));
    EXPECT_TRUE(m_house.ask("auditor", PaperShow{"ACTA-2026-999999"}).refusal().has("paper.unknown"_code));
    EXPECT_TRUE(
        m_house.ask("operator", PaperShow{listed->papers.front().number}).refusal().has("people.not-permitted"_code));
}

TEST_P(PapersTest, Control08AClosedShiftIsReconciledOnASignedPaper) {
    m_house.closeOffice();
    const auto house = House::open(m_house.home());
    const auto connection = house->database->connect();
    Call call{*connection, {}, {}, nullptr};
    call.author =
        base::expected(house->sessions->authorize(*connection, m_house.token("custodian"), "stock.return"), "author");
    call.author.approver = house->operators->named(*connection, "custodian2")->id;
    records::Transaction tx{*connection};
    call.open = &tx;
    const records::WorkstationId station{"linea-1"};
    const auto shift =
        base::expected(house->stock->issueToShift(tx, call.author, "booklet-ordinary", 10, station), "issue").shift;
    const auto take = [&](const std::string& order) {
        return base::expected(house->stock->takeNext(tx, call.author, station, "booklet-ordinary", order), order);
    };
    const auto made = take("o1");
    base::expected(house->stock->bindToDocument(tx, call.author, made, made), "bind");
    base::expected(house->stock->markPersonalised(tx, call.author, made), "personalise");
    base::expected(house->stock->spoil(tx, call.author, take("o2"), inventory::SpoilCause::Chip), "spoil");
    base::expected(house->stock->spoil(tx, call.author, take("o3"), inventory::SpoilCause::Print), "spoil");
    base::expected(house->stock->closeShift(tx, call.author, station, {"A0000004-A0000010"}), "close");
    const auto number = base::expected(issueShiftReconciliation(*house, call, shift), "paper");
    tx.commit();
    m_house.reopenOffice();
    const auto text = checkedText(saved(number));
    EXPECT_THAT(text, HasSubstr("10 1 7 1 1 0"));
    for (const auto* words : {"Utilizado", "Sin usar", "Defectuoso", "Dañado", "Sin explicar", "A0000002",
                              "Falla del chip", "A0000003", "Falla de impresión", "concuerdan"})
        EXPECT_THAT(text, HasSubstr(words));
}

TEST_P(PapersTest, Control08ClosingAShiftGivesItsPaper) {
    const auto issued = m_house.ask("custodian", StockIssue{"card-visitor", 5, "linea-1"}, "custodian2");
    ASSERT_TRUE(issued);
    const auto closed = m_house.ask("custodian", StockClose{"linea-1", issued->ranges}, "custodian2");
    ASSERT_TRUE(closed);
    EXPECT_EQ(closed->unexplained, 0);
    const auto paper = m_house.ask("auditor", PaperShow{closed->act});
    EXPECT_EQ(paper->line.object, closed->shift);
    EXPECT_THAT(checkedText(saved(closed->act)), HasSubstr("5 0 5 0 0 0"));
}

TEST_P(PapersTest, AShiftThatIsClosedShortSaysOnItsPaperWhatLacksAndWhoConsented) {
    const auto issued = m_house.ask("custodian", StockIssue{"card-visitor", 5, "linea-1"}, "custodian2");
    ASSERT_TRUE(issued);
    const auto lacking = issued->ranges.front().substr(0, issued->ranges.front().find('-'));
    const auto last = issued->ranges.front().substr(issued->ranges.front().find('-') + 1);
    const auto second = lacking.substr(0, lacking.size() - 1) + static_cast<char>(lacking.back() + 1);
    const auto closed =
        m_house.ask("custodian", StockCloseShort{"linea-1", {second + "-" + last}, "Gaveta vacía"}, "supervisor");
    ASSERT_TRUE(closed);
    const auto text = checkedText(saved(closed->act));
    for (const auto& words : {lacking, closed->cases.at(0), std::string{"Gaveta vacía"},
                              std::string{"Persona supervisor"}, std::string{"5 0 4 0 0 1"}})
        EXPECT_THAT(text, HasSubstr(words));
}

TEST_P(PapersTest, AHomeFoundedBeforeThereWereSignedPapersIsGivenASignerWhenItIsOpened) {
    const auto number = ready();
    m_house.closeOffice();
    auto institution = Institution::load(m_house.home());
    institution.actSignerKey.reset();
    institution.houseAuthorityKey.reset();
    institution.save(m_house.home());
    for (const char* certificate : {"house-authority", "act-signer"})
        std::filesystem::remove(HomeFiles{m_house.home()}.certificate(certificate));
    m_house.reopenOffice();
    const auto done = execute(number);
    ASSERT_TRUE(done);
    checkedText(saved(done->act));
    const auto key = Institution::load(m_house.home()).actSignerKey;
    ASSERT_TRUE(key);
    m_house.closeOffice();
    m_house.reopenOffice();
    EXPECT_EQ(Institution::load(m_house.home()).actSignerKey, key) << "once is enough";
    EXPECT_TRUE(m_house.ask("auditor", PaperShow{done->act})->trusted);
}

TEST_P(PapersTest, ARenewedSignerSignsTheNextPaperAndTheOlderOnesStayGood) {
    const auto number = ready();
    base::expected(m_house.ask("security_officer", PkiNewSigner{"act-signer"}, "administrator"), "renewal");
    base::expected(m_house.ask("security_officer", PkiRetire{"ACT-0001", "relevado"}, "administrator"), "retirement");
    const auto done = execute(number);
    ASSERT_TRUE(done);
    checkedText(saved(done->act));
    const auto listed = base::expected(m_house.ask("auditor", PaperList{}), "papers");
    EXPECT_GT(listed.papers.size(), 1U) << "those that the signer before signed";
    for (const auto& paper : listed.papers)
        EXPECT_TRUE(m_house.ask("auditor", PaperShow{paper.number})->trusted) << paper.number;
}

/// Two people count the visitor's cards of the vault, both without the first one.
TEST_P(PapersTest, ACountWithAVarianceEndsWithItsPaper) {
    const auto vault = m_house.ask("supervisor", PlaceShow{"vault"});
    std::vector<std::string> cards;
    for (const auto& line : vault->lines)
        if (line.item == "card-visitor") cards = line.ranges;
    ASSERT_EQ(cards.size(), 1U);
    const auto lacking = cards.front().substr(0, cards.front().find('-'));
    auto seen = inVault("card-visitor");
    std::erase(seen, lacking);

    const auto number = m_house.ask("supervisor", CountPlan{"vault", "planned", {"card-visitor"}})->number;
    ASSERT_EQ(countUntilVariance(number, seen), "variance");
    const auto approved = m_house.ask("supervisor", CountApprove{number, "Búsqueda agotada"}, "security_officer");
    ASSERT_TRUE(approved);
    ASSERT_EQ(approved->cases.size(), 1U);
    const auto text = checkedText(saved(approved->act));
    for (const auto& words : {std::string{"ACTA DE CONTEO"}, number, lacking, std::string{"No se encontró"},
                              std::string{"Persona auditor"}, std::string{"Persona supervisor"},
                              std::string{"Búsqueda agotada"}, approved->cases.front(), std::string{"-1"}})
        EXPECT_THAT(text, HasSubstr(words));
    EXPECT_EQ(m_house.ask("custodian", StockHistory{lacking})->state, "missing");
}

TEST_P(PapersTest, ACountThatBalancesEndsWithItsPaperAndNothingElseDoes) {
    spoilThree();
    const auto number = m_house.ask("supervisor", CountPlan{"quarantine", "planned", {}})->number;
    for (const char* counter : {"custodian", "auditor"}) {
        ASSERT_TRUE(m_house.ask(counter, CountStart{number}));
        ASSERT_TRUE(m_house.ask(counter, CountScan{number, "lector", {"A0000001-A0000003"}}));
    }
    const auto one = m_house.ask("custodian", CountFinish{number});
    EXPECT_EQ(one->state, "counting");
    EXPECT_EQ(one->act, "");
    const auto other = m_house.ask("auditor", CountFinish{number});
    EXPECT_EQ(other->state, "closed");
    const auto text = checkedText(saved(other->act));
    EXPECT_THAT(text, HasSubstr("No se encontraron diferencias"));
    EXPECT_THAT(text, HasSubstr("Libreta de pasaporte ordinario 3 3 0"));
    EXPECT_EQ(m_house.ask("auditor", PaperShow{other->act})->line.object, number);
}

TEST_P(PapersTest, ATransferLeavesWithItsManifestAndAPlaceHasItsCard) {
    EXPECT_TRUE(m_house.ask("custodian", CustodyCard{"vault"}).refusal().has("custody.nobody"_code));
    const PlaceAdd unit{"mobile", "unidad-1", "Unidad móvil 1", "", "custodian2", {}, false, {}};
    const auto place = m_house.ask("supervisor", unit);
    ASSERT_TRUE(place) << place.refusal().first().code.name();
    const auto prepared = m_house.ask(
        "custodian", TransferPrepare{"vault", place->place, "usable", {}, "card-visitor", 12, "Jornada en Xela"});
    ASSERT_TRUE(prepared) << prepared.refusal().first().code.name();
    const auto& id = prepared->transfer;
    ASSERT_TRUE(m_house.ask("custodian2", TransferApprove{id}));
    ASSERT_TRUE(m_house.ask("custodian", TransferSeal{id, "P-00912"}));
    EXPECT_EQ(m_house.ask("custodian", TransferShow{id})->manifest, "") << "not before it leaves";
    const auto left =
        m_house.ask("custodian", TransferDispatch{id, "Mario Xiloj, P-123BCD", "2099-01-01"}, "custodian2");
    ASSERT_TRUE(left) << left.refusal().first().code.name();
    const auto text = checkedText(saved(left->manifest));
    for (const auto& words :
         {std::string{"MANIFIESTO DE TRASLADO"}, id, std::string{"P-00912"}, std::string{"Mario Xiloj"},
          std::string{"Unidad móvil 1"}, std::string{"Jornada en Xela"}, std::string{"Persona custodian2"}})
        EXPECT_THAT(text, HasSubstr(words));
    ASSERT_TRUE(m_house.ask("custodian2", TransferReceive{id, "P-00912", false, false, prepared->ranges}));

    const auto card = m_house.ask("supervisor", CustodyCard{place->place});
    ASSERT_TRUE(card);
    const auto told = checkedText(saved(card->act));
    for (const auto* words :
         {"TARJETA DE RESPONSABILIDAD", "Persona custodian2", "Unidad móvil 1", "Llegada de traslado", "+12", "doce"})
        EXPECT_THAT(told, HasSubstr(words));
    const auto again = m_house.ask("supervisor", CustodyCard{place->place});
    EXPECT_THAT(checkedText(saved(again->act)), HasSubstr("Sin movimientos en el período"));

    const auto one = prepared->ranges.front().substr(0, prepared->ranges.front().find('-'));
    ASSERT_TRUE(m_house.ask("custodian2", StockMissing{{one}, "No aparece"}));
    const auto less = m_house.ask("supervisor", CustodyCard{place->place});
    EXPECT_THAT(checkedText(saved(less->act)), HasSubstr("tener a su cargo once (11) piezas"))
        << "nobody holds what is missing";
}

TEST_P(PapersTest, ScatteredSerialsStandInAnAnnexAndTheirSumInTheTable) {
    const auto place =
        base::expected(m_house.ask("supervisor",
                                   PlaceAdd{"mobile", "unidad-1", "Unidad móvil 1", "", "custodian2", {}, false, {}}),
                       "place")
            .place;
    const auto cards = inVault();
    ASSERT_GE(cards.size(), 140U);
    std::vector<std::string> everySecond;
    for (std::size_t i = 0; i < 140; i += 2) everySecond.push_back(cards[i]);
    const auto id =
        base::expected(
            m_house.ask("custodian", TransferPrepare{"vault", place, "usable", everySecond, "", 0, "Jornada en Xela"}),
            "prepare")
            .transfer;
    ASSERT_TRUE(m_house.ask("custodian2", TransferApprove{id}));
    ASSERT_TRUE(m_house.ask("custodian", TransferSeal{id, "P-00912"}));
    const auto left = m_house.ask("custodian", TransferDispatch{id, "Mario Xiloj", "2099-01-01"}, "custodian2");
    ASSERT_TRUE(left);
    const auto manifest = checkedText(saved(left->manifest));
    for (const auto& words : {std::string{"según anexo según anexo 20"}, std::string{"ANEXO"}, everySecond.back()})
        EXPECT_THAT(manifest, HasSubstr(words));
    ASSERT_TRUE(m_house.ask("custodian2", TransferReceive{id, "P-00912", false, false, everySecond}));
    const auto card = checkedText(saved(m_house.ask("supervisor", CustodyCard{place})->act));
    for (const auto& words : {std::string{"según anexo según anexo 20"}, id, everySecond.back()})
        EXPECT_THAT(card, HasSubstr(words));

    const auto number = m_house.ask("supervisor", CountPlan{place, "planned", {}})->number;
    ASSERT_EQ(countUntilVariance(number, {}), "variance");
    const auto approved = m_house.ask("supervisor", CountApprove{number, "Nada"}, "security_officer");
    ASSERT_TRUE(approved);
    const auto act = checkedText(saved(approved->act));
    for (const auto& words : {std::string{"70 piezas: No se encontró"}, std::string{"-20"}, everySecond.back()})
        EXPECT_THAT(act, HasSubstr(words));
}

TEST_P(PapersTest, OnlyOthersAuthoriseAndUnknownPeopleAreNamed) {
    spoilThree();
    const auto number =
        m_house.ask("supervisor", DestructionRequest{"Todas", {}, "quarantine", "spoiled", {}})->destruction;
    EXPECT_TRUE(m_house.ask("supervisor", DestructionAuthorise{number, "RES-1", "2026-11-20"})
                    .refusal()
                    .has("destruction.same-person"_code));
    EXPECT_TRUE(m_house.ask("security_officer", DestructionAuthorise{number, "RES-1", "20-11-2026"})
                    .refusal()
                    .has("base.not-a-date"_code));
    ASSERT_TRUE(m_house.ask("security_officer", DestructionAuthorise{number, "RES-1", "2026-11-20"}));
    EXPECT_TRUE(m_house.ask("supervisor", DestructionCommission{number, "OF-1", "2026-11-20", {{"nadie", "", "", ""}}})
                    .refusal()
                    .has("people.unknown-person"_code));
    ASSERT_TRUE(m_house.ask("custodian", DestructionCancel{number, "Se pospone"}));
    EXPECT_EQ(m_house.ask("auditor", DestructionList{})->destructions.front().stage, "cancelled");
}

}  // namespace
}  // namespace issuance
