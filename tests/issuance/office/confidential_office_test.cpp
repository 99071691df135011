// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include <sstream>

#include "base/failure.hpp"
#include "base/xml.hpp"
#include "contract/acts_of_confidences.hpp"
#include "contract/acts_of_line.hpp"
#include "contract/acts_of_orders.hpp"
#include "contract/acts_of_registers.hpp"
#include "tests/issuance/office/all_that_is_kept.hpp"
#include "tests/issuance/office/training_house.hpp"
#include "tests/support/engine_test.hpp"

/// A refugee's document from its order to its release: what the books hold in clear, and who is shown it.
namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

struct Ordered {
    std::string reference, surname, givenNames, born;
};

/// A house on one engine whose line has made and released its documents.
struct MadeHouse {
    explicit MadeHouse(records::Engine engine) : database(engine, {}), house(database.ownerAddress()) {
        house.stockAndOrders();
        base::expected(house.ask("operator", LineRun{"folder", "simulated", std::nullopt, std::nullopt}), "line");
        base::expected(house.ask("inspector", LineRelease{}), "release");
    }
    support::MigratedDatabase database;
    support::TrainingHouse house;
};

class ConfidentialAtTheOffice : public testing::TestWithParam<records::Engine> {
   protected:
    static void TearDownTestSuite() { made().clear(); }
    void SetUp() override {
        m_refugee = orderedOf("special-travel-document");
        m_traveller = orderedOf("passport-official");
        m_document = documentOf(m_refugee);
        m_readingsBefore = allReadings().size();
    }
    static std::map<records::Engine, MadeHouse>& made() {
        static std::map<records::Engine, MadeHouse> houses;
        return houses;
    }
    static MadeHouse& madeOn(records::Engine engine) { return made().try_emplace(engine, engine).first->second; }
    Ordered orderedOf(const std::string& kind) {
        const auto file = base::expected(base::xml::Document::parse(m_house.material("orders.xml")), "orders");
        for (const auto& order : file.root().children("order")) {
            if (order.childText("kind") != kind) continue;
            const auto holder = *order.child("holder");
            return {order.attributeOr("id", ""), holder.childText("surname"), holder.childText("given-names"),
                    holder.childText("date-of-birth")};
        }
        throw std::runtime_error{"no order of " + kind};
    }
    std::string documentOf(const Ordered& ordered) {
        const auto listed = base::expected(m_house.ask("operator", OrderList{}), "orders");
        for (const auto& order : listed.orders)
            if (m_house.ask("operator", OrderShow{order.order})->reference == ordered.reference) return order.document;
        return {};
    }
    std::vector<std::string> allReadings() {
        std::vector<std::string> acts;
        const auto exported = base::expected(m_house.ask("auditor", JournalExport{}), "journal");
        std::istringstream lines{base::textOf(exported.files.front().content)};
        for (std::string line; std::getline(lines, line);) {
            const auto entry = Json::parse(line);
            if (entry.at("act") == "confidential.read") acts.push_back(entry.at("facts").at("act"));
        }
        return acts;
    }
    /// Of this test.
    std::vector<std::string> readingsJournalled() {
        auto all = allReadings();
        return {all.begin() + static_cast<std::ptrdiff_t>(m_readingsBefore), all.end()};
    }
    SoughtPerson sought(const Ordered& ordered) const {
        return {ordered.surname, ordered.givenNames, ordered.born, std::nullopt, std::nullopt};
    }

    MadeHouse& m_made = madeOn(GetParam());
    support::TrainingHouse& m_house = m_made.house;
    Ordered m_refugee, m_traveller;
    std::string m_document;
    std::size_t m_readingsBefore = 0;
};
TROQUEL_ON_BOTH_ENGINES(ConfidentialAtTheOffice);

TEST_P(ConfidentialAtTheOffice, KeepsNothingOfTheHolderInClear) {
    ASSERT_FALSE(m_document.empty());
    const auto shown = base::expected(m_house.ask("confidential_officer", DocumentShow{m_document}), "show");
    ASSERT_THAT(shown.mrz, SizeIs(2));
    EXPECT_TRUE(base::expected(m_house.ask("auditor", DocumentVerify{m_document}), "verify").authentic);
    const auto kept = support::allThatIsKept(m_made.database.ownerAddress());
    // Of who is not confidential all of it is found: the search is one that finds.
    EXPECT_THAT(kept, HasSubstr(support::asKept(m_traveller.surname)));
    const auto other = base::expected(m_house.ask("auditor", DocumentShow{documentOf(m_traveller)}), "show");
    ASSERT_THAT(other.mrz, SizeIs(2));
    EXPECT_THAT(kept, HasSubstr(support::asKept(other.mrz[0])));
    for (const auto& text : {m_refugee.surname, m_refugee.givenNames, shown.mrz[0], shown.mrz[1]})
        EXPECT_EQ(kept.find(support::asKept(text)), std::string::npos) << text;
}

TEST_P(ConfidentialAtTheOffice, ShowsTheHolderToWhoNeedsToKnowAndRecordsIt) {
    const auto masked = base::expected(m_house.ask("auditor", DocumentShow{m_document}), "show");
    EXPECT_TRUE(masked.confidential);
    EXPECT_THAT(masked.mrz, IsEmpty());
    EXPECT_EQ(masked.state, "released");
    EXPECT_TRUE(m_house.ask("supervisor", DocumentFiles{m_document}).refusal().has("confidential.not-permitted"_code));
    EXPECT_THAT(readingsJournalled(), IsEmpty());
    const auto shown = base::expected(m_house.ask("confidential_officer", DocumentShow{m_document}), "show");
    EXPECT_THAT(shown.mrz, SizeIs(2));
    const auto files = base::expected(m_house.ask("confidential_officer", DocumentFiles{m_document}), "files").files;
    EXPECT_GT(files.size(), 5U);
    EXPECT_THAT(readingsJournalled(), ElementsAre("document.show", "document.files"));
    const auto open = base::expected(m_house.ask("auditor", DocumentShow{documentOf(m_traveller)}), "show");
    EXPECT_FALSE(open.confidential);
    EXPECT_THAT(open.mrz, SizeIs(2));
}

TEST_P(ConfidentialAtTheOffice, FindsTheHolderForWhoNeedsToKnowAndTellsOthersThatSomebodyIsWithheld) {
    const auto asked = m_house.ask("confidential_officer", RegisterSearch{sought(m_refugee), {"documentos"}, {}});
    const auto found = base::expected(asked, "search");
    ASSERT_THAT(found.candidates, SizeIs(1));
    EXPECT_EQ(found.candidates[0].surnames, m_refugee.surname);
    EXPECT_EQ(found.candidates[0].born, m_refugee.born);
    EXPECT_EQ(found.candidates[0].score, 100);
    EXPECT_FALSE(found.withheld);
    const auto clerks =
        base::expected(m_house.ask("clerk", RegisterSearch{sought(m_refugee), {"documentos"}, {}}), "search");
    EXPECT_THAT(clerks.candidates, IsEmpty());
    EXPECT_TRUE(clerks.withheld);
    const auto others =
        base::expected(m_house.ask("clerk", RegisterSearch{sought(m_traveller), {"documentos"}, {}}), "search");
    EXPECT_THAT(others.candidates, SizeIs(1));
    EXPECT_FALSE(others.withheld);
    EXPECT_THAT(readingsJournalled(), ElementsAre("register.search"));
}

TEST_P(ConfidentialAtTheOffice, LetsNobodyConcludeThatNobodyWasFoundWhereSomebodyWasWithheld) {
    const auto clerks = base::expected(m_house.ask("clerk", DiligenceOpen{sought(m_refugee), {"documentos"}}), "open");
    EXPECT_TRUE(clerks.withheld);
    EXPECT_TRUE(m_house.ask("clerk", DiligenceConclude{clerks.number}).refusal().has("diligence.withheld"_code));
    const auto opened =
        base::expected(m_house.ask("confidential_officer", DiligenceOpen{sought(m_refugee), {"documentos"}}), "open");
    EXPECT_TRUE(opened.confidential);
    ASSERT_THAT(opened.candidates, SizeIs(1));
    EXPECT_TRUE(m_house.ask("clerk", DiligenceDecide{opened.number, 1, "namesake", "Otra persona"})
                    .refusal()
                    .has("confidential.not-permitted"_code));
    EXPECT_TRUE(
        m_house.ask("clerk", DiligenceConclude{opened.number}).refusal().has("confidential.not-permitted"_code));
    base::expected(m_house.ask("confidential_officer", DiligenceDecide{opened.number, 1, "same", "Mismo expediente"}),
                   "decide");
    base::expected(m_house.ask("confidential_officer", DiligenceConclude{opened.number}), "conclude");
    EXPECT_TRUE(m_house.ask("clerk", DiligenceShow{opened.number}).refusal().has("confidential.not-permitted"_code));
    const auto shown = base::expected(m_house.ask("confidential_officer", DiligenceShow{opened.number}), "show");
    EXPECT_EQ(shown.person.surnames, m_refugee.surname);
    ASSERT_THAT(shown.rows, SizeIs(1));
    EXPECT_EQ(shown.rows[0].row, m_document);
    EXPECT_THAT(base::expected(m_house.ask("clerk", DiligenceList{}), "list").diligences, SizeIs(2));
    // The clerk's own question names the person; what was found does not.
    EXPECT_THAT(readingsJournalled(),
                ElementsAre("diligence.open", "diligence.decide", "diligence.conclude", "diligence.show"));
}

TEST_P(ConfidentialAtTheOffice, ReadsOnAfterTheKeyWasRotatedByTwo) {
    EXPECT_FALSE(m_house.ask("security_officer", ConfidentialRotate{}));
    EXPECT_FALSE(m_house.ask("confidential_officer", ConfidentialRotate{}, "administrator"));
    const auto before = base::expected(m_house.ask("security_officer", ConfidentialStatus{}), "status");
    ASSERT_THAT(before.versions, SizeIs(1));
    EXPECT_GT(before.versions[0].subjects, 1);
    const auto rotated =
        base::expected(m_house.ask("security_officer", ConfidentialRotate{}, "administrator"), "rotate");
    EXPECT_EQ(rotated.version, 2);
    EXPECT_EQ(rotated.subjects, before.versions[0].subjects);
    EXPECT_THAT(rotated.destroyed, ElementsAre(1));
    m_house.closeOffice();
    m_house.reopenOffice();
    EXPECT_THAT(base::expected(m_house.ask("confidential_officer", DocumentShow{m_document}), "show").mrz, SizeIs(2));
    EXPECT_TRUE(base::expected(m_house.ask("auditor", JournalVerify{}), "journal").intact);
}

}  // namespace
}  // namespace issuance
