// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include "base/failure.hpp"
#include "contract/acts_of_keys.hpp"
#include "contract/acts_of_stock.hpp"
#include "tests/issuance/line/line_under_test.hpp"
#include "tests/support/engine_test.hpp"

namespace issuance {
namespace {

using namespace contract;

/// The line of two passports and one card without a chip, and the ceremonies of its document signers.
class LineSigners : public testing::TestWithParam<records::Engine> {
   protected:
    template <contract::Request R>
    void hold(const R& request) {
        base::expected(m_line.house().ask("security_officer", request, "administrator"), R::kAct.name);
    }
    void standby(std::int64_t documents) {
        hold(PkiNewSigner{"document-signer", documents});
        for (const auto& key : keys())
            if (key.state == "made") hold(PkiPublish{key.entry, "PKD"});
    }
    std::vector<KeyLine> keys() { return m_line.house().ask("auditor", PkiStatus{})->keys; }
    KeyLine key(const std::string& entry) {
        for (const auto& line : keys())
            if (line.entry == entry) return line;
        ADD_FAILURE() << entry;
        return {};
    }
    std::int64_t sealed() {
        std::int64_t count = 0;
        for (const auto& line : keys()) count += line.documents;
        return count;
    }
    std::vector<OrderShown> held() {
        std::vector<OrderShown> found;
        for (const auto& order : m_line.orders()) {
            auto shown = base::expected(m_line.house().ask("operator", OrderShow{order}), order);
            if (shown.order.standing == "held") found.push_back(std::move(shown));
        }
        return found;
    }
    std::int64_t passportsTaken() {
        std::int64_t taken = 0;
        const auto balance = base::expected(m_line.house().ask("custodian", StockBalance{}), "balance");
        for (const auto& line : balance.lines)
            if (line.state == "in_use" && line.item.starts_with("booklet")) taken += line.quantity;
        return taken;
    }

    support::LineUnderTest m_line{GetParam()};
};
TROQUEL_ON_BOTH_ENGINES(LineSigners);

TEST_P(LineSigners, ChangeInTheMidstOfTheWorkWhenOneIsSpent) {
    standby(1);
    standby(1);
    hold(PkiRevoke{"DS-0001", "prueba"});
    m_line.run();
    EXPECT_EQ(key("DS-0002").documents, 1);
    EXPECT_EQ(key("DS-0002").state, "retired");
    EXPECT_EQ(key("DS-0003").documents, 1);
    m_line.expectAllDone();
}

TEST_P(LineSigners, HoldTheOrderBeforeABlankIsTakenWhereNobodyMaySign) {
    hold(PkiRevoke{"DS-0001", "prueba"});
    m_line.run();
    const auto waiting = held();
    ASSERT_EQ(waiting.size(), 2U) << "the card has no chip";
    for (const auto& order : waiting) EXPECT_EQ(order.holdReason, "pki.no-signer");
    EXPECT_EQ(passportsTaken(), 0);
    EXPECT_EQ(sealed(), 0);
    standby(10);
    for (const auto& order : waiting)
        base::expected(m_line.house().ask("supervisor", OrderRelease{order.order.order, "hay firmante"}), "release");
    m_line.run();
    EXPECT_EQ(key("DS-0002").documents, 2);
    m_line.expectAllDone();
}

TEST_P(LineSigners, CountMoreDocumentsThanTheySealRatherThanFewer) {
    for (const char* point : {"prepare.blank-taken", "prepare.made"}) m_line.killAt(point, 1);
    m_line.run();
    EXPECT_EQ(sealed(), 4) << "two passports, and one more for each kill";
    m_line.expectAllDone();
}

TEST_P(LineSigners, SealUnderANewCountrySignerAfterTheRollOver) {
    hold(PkiRollOver{"CSCA Guatemala G2"});
    hold(PkiPublish{"CSCA-0002", "PKD"});
    m_line.run();
    m_line.expectAllDone();
    EXPECT_EQ(key("CSCA-0001").state, "active") << "two days have not passed";
}

}  // namespace
}  // namespace issuance
