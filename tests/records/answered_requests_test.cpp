// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/requests/answered_requests.hpp"

#include "base/failure.hpp"
#include "tests/records/house.hpp"

namespace records {
namespace {

using namespace std::chrono_literals;

class AnsweredRequestsTest : public HouseTest {
   protected:
    void keep(const std::string& id) {
        change([&](Transaction& transaction) {
            m_requests.keep(transaction, {id, m_administrator.person, "site.create"}, "{}");
            return true;
        });
    }
    bool isKept(const std::string& id) {
        return base::expected(m_requests.answerTo(*m_connection, {id, m_administrator.person, "site.create"}), id)
            .has_value();
    }

    AnsweredRequests m_requests{m_clock};
};
TROQUEL_ON_BOTH_ENGINES(AnsweredRequestsTest);

TEST_P(AnsweredRequestsTest, AreKeptForThreeDaysAndRemovedWithinAnHourAfterThem) {
    keep("request-of-monday");
    m_clock.advance(71h);
    keep("request-of-wednesday");
    EXPECT_TRUE(isKept("request-of-monday"));
    m_clock.advance(2h);
    keep("request-of-thursday");
    EXPECT_FALSE(isKept("request-of-monday"));
    EXPECT_TRUE(isKept("request-of-wednesday"));
}

}  // namespace
}  // namespace records
