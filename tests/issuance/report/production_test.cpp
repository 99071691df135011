// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/report/production.hpp"

#include <gmock/gmock.h>

#include "inventory/stock.hpp"
#include "tests/inventory/catalogue.hpp"
#include "tests/issuance/line/order_books_test.hpp"

namespace issuance {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* kItem = "booklet-ordinary";

/// A house whose stock made two documents for two orders, one of them released.
class ProductionTest : public support::OrderBooksTest {
   protected:
    void SetUp() override {
        OrderBooksTest::SetUp();
        records::Transaction tx{*m_connection};
        base::expected(m_stock.receive(tx, m_two, {"Imprenta", "OC-1", {{kItem, "A0000001", "A0000010", "1", 0}}}),
                       "receive");
        base::expected(m_stock.issueToShift(tx, m_two, kItem, 5, m_two.workstation), "issue");
        tx.commit();
        order("o1", "released");
        order("o2", "printed");
        document("o1", "released");
        document("o2", "in_production");
    }
    void order(const std::string& id, const std::string& stage) {
        m_connection->execute(
            "INSERT INTO production_order (id, station, reference, file_sha256, kind, receipt_number, delivery_site, "
            "content, portrait, signature, received_at) VALUES (?1, 's', ?1, 'f', 'passport-ordinary', ?1, 'd', '{}', "
            "?2, ?2, '')",
            {id, base::Bytes{1}});
        m_connection->execute(
            "INSERT INTO line_task (order_id, stage, standing, rank, chip, item) VALUES (?1, ?2, 'ended', 1, 1, ?3)",
            {id, stage, std::string{kItem}});
    }
    /// A blank made into a document for the order; the book's row as well.
    void document(const std::string& order, const std::string& state) {
        const auto serial = made(order, "d-" + order);
        bookRow("d-" + order, serial, order, state);
    }
    std::string made(const std::string& order, const std::string& document) {
        records::Transaction tx{*m_connection};
        const auto serial = base::expected(m_stock.takeNext(tx, m_two, m_two.workstation, kItem, order), "take");
        base::expected(m_stock.bindToDocument(tx, m_two, serial, document), "bind");
        base::expected(m_stock.markPersonalised(tx, m_two, serial), "personalise");
        tx.commit();
        return serial;
    }
    void bookRow(const std::string& id, const std::string& serial, const std::string& order, const std::string& state,
                 const std::string& kind = "passport-ordinary") {
        m_connection->execute(
            "INSERT INTO document (id, number, kind, order_id, blank_serial, state, mrz, issued_on, expires_on) VALUES "
            "(?1, ?2, ?3, ?4, ?2, ?5, '', '2026-11-23', '2031-11-22')",
            {id, serial, kind, order, state});
    }
    std::vector<std::string> found() {
        std::vector<std::string> lines;
        for (const auto& one : checkProduction(*m_connection, m_items).disagreements)
            lines.push_back(std::string{nameOf(one.fault)} + " " + one.document + " " + one.order + " " + one.serials);
        return lines;
    }

    inventory::ItemCatalogue m_items = inventory::productItems();
    base::SystemClock m_clock;
    inventory::Stock m_stock{m_items, m_clock};
    records::Author m_two{records::OperatorId{"ana"}, records::WorkstationId{"linea-1"}, records::OperatorId{"beto"}};
};
TROQUEL_ON_BOTH_ENGINES(ProductionTest);

TEST_P(ProductionTest, Control09EveryDocumentHasItsOrderAndItsBlankAndNoneIsExtra) {
    const auto check = checkProduction(*m_connection, m_items);
    EXPECT_THAT(check.disagreements, IsEmpty());
    EXPECT_EQ(check.personalised, 2);
    ASSERT_EQ(check.counts.size(), 1U);
    EXPECT_EQ(check.counts[0].kind, "passport-ordinary");
    EXPECT_EQ(check.counts[0].orders, 2);
    EXPECT_EQ(check.counts[0].open, 1);
    EXPECT_EQ(check.counts[0].released, 1);
    EXPECT_EQ(check.counts[0].inProduction, 1);
}

TEST_P(ProductionTest, Control09ABlankMadeIntoNothingThatTheBookKnowsIsNamed) {
    const auto serial = made("o3", "d-secret");
    EXPECT_THAT(found(), ElementsAre("blank-without-document   " + serial));
}

TEST_P(ProductionTest, Control09ADocumentWithoutABlankOfItsOwnIsNamed) {
    order("o3", "released");
    bookRow("d-o3", "A0000009", "o3", "released");
    EXPECT_THAT(found(), ElementsAre("document-without-blank A0000009 o3 A0000009"));
}

TEST_P(ProductionTest, Control09ADocumentOfAnotherOrderOrKindIsNamed) {
    order("o3", "released");
    const auto serial = made("o4", "d-o3");
    bookRow("d-o3", serial, "o3", "released", "passport-official");
    EXPECT_THAT(found(), testing::UnorderedElementsAre("other-order " + serial + " o3 " + serial,
                                                       "other-kind " + serial + " o3 " + serial));
}

TEST_P(ProductionTest, Control09ReleasedOrdersAndReleasedDocumentsAgree) {
    order("o3", "released");
    EXPECT_THAT(found(), ElementsAre("order-not-served  o3 "));
    order("o4", "inspected");
    document("o4", "released");
    EXPECT_THAT(found(), Contains(testing::StartsWith("document-too-many A0000003 o4")));
}

TEST_P(ProductionTest, Control09ADocumentReleasedBeforeItIsMadeIsNamed) {
    order("o3", "released");
    records::Transaction tx{*m_connection};
    const auto serial = base::expected(m_stock.takeNext(tx, m_two, m_two.workstation, kItem, "o3"), "take");
    base::expected(m_stock.bindToDocument(tx, m_two, serial, "d-o3"), "bind");
    tx.commit();
    bookRow("d-o3", serial, "o3", "released");
    EXPECT_THAT(found(), ElementsAre("document-not-made " + serial + " o3 " + serial));
}

}  // namespace
}  // namespace issuance
