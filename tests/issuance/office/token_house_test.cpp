// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <fstream>

#include "base/failure.hpp"
#include "contract/acts_of_keys.hpp"
#include "contract/acts_of_line.hpp"
#include "contract/acts_of_orders.hpp"
#include "contract/acts_of_stock.hpp"
#include "tests/issuance/office/training_house.hpp"
#include "tests/signing/soft_token.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using signing::testing::SoftToken;

/// A training institution whose keys are made in a token, and never lie in its home.
class TokenHouse : public testing::Test {
   protected:
    Founding onToken(const char* label = SoftToken::kLabel) const {
        Founding founding;
        founding.tokenModule = SoftToken::kModule;
        founding.tokenLabel = label;
        return founding;
    }
    SecretEntry person() {
        return [this](SecretNeeded secret, const std::string& token) {
            EXPECT_EQ(secret, SecretNeeded::Pin);
            EXPECT_EQ(token, SoftToken::kLabel);
            ++m_asked;
            return base::SecretBytes::copyOf(std::string_view{m_pin});
        };
    }
    static Founding complete(Founding founding) {
        founding.administratorUser = "admin";
        founding.administratorName = "Administradora";
        founding.administratorPassword = base::SecretBytes::copyOf(std::string_view{"clave de prueba larga"});
        founding.training = true;
        return founding;
    }

    SoftToken m_token;
    std::string m_pin = SoftToken::kPin;
    int m_asked = 0;
};

TEST_F(TokenHouse, MakesAndReleasesDocumentsWithoutAKeyInItsHome) {
    support::TrainingHouse house{onToken(), person()};
    EXPECT_FALSE(std::filesystem::exists(house.home() / "keys"));
    EXPECT_FALSE(std::filesystem::exists(house.home() / "passphrase"));
    house.stockAndOrders();
    base::expected(house.ask("operator", contract::LineRun{"folder", "simulated", std::nullopt, std::nullopt}), "line");
    const auto orders = base::expected(house.ask("operator", contract::OrderList{}), "orders").orders;
    const auto released = base::expected(house.ask("inspector", contract::LineRelease{}), "release");
    EXPECT_EQ(released.documents.size(), orders.size());
    EXPECT_EQ(m_asked, 2) << "once when it was founded, once when its office was opened";
}

TEST_F(TokenHouse, AsksForThePinOnlyWhereAKeyIsNeeded) {
    support::TrainingHouse house{onToken(), person()};
    house.reopenOffice();
    m_asked = 0;
    EXPECT_TRUE(house.ask("custodian", contract::StockBalance{}));
    EXPECT_TRUE(house.ask("operator", contract::OrderList{}));
    EXPECT_EQ(m_asked, 0);
    house.stockAndOrders();
    EXPECT_EQ(m_asked, 1);
}

TEST_F(TokenHouse, DoesNothingWithAWrongPinAndGoesOnWithTheRightOne) {
    support::TrainingHouse house{onToken(), person()};
    const auto manifest = house.material("manifest.xml");
    house.reopenOffice();
    m_pin = "00000000";
    const contract::StockReceive delivery{manifest};
    try {
        (void)house.ask("custodian", delivery, "custodian2");
        FAIL() << "was done with a wrong PIN";
    } catch (const base::Failure& failure) {
        EXPECT_EQ(failure.code(), "signing.pin-wrong"_code);
        // Where something broke is not told through a door.
        EXPECT_EQ(failure.where(), support::asksThroughDoor() ? "" : SoftToken::kLabel);
    }
    EXPECT_TRUE(house.ask("custodian", contract::StockBalance{})->lines.empty());
    m_pin = SoftToken::kPin;
    EXPECT_TRUE(house.ask("custodian", delivery, "custodian2"));
}

TEST_F(TokenHouse, HoldsKeyCeremoniesInTheToken) {
    support::TrainingHouse house{onToken(), person()};
    const auto hold = [&](const auto& request) {
        return base::expected(house.ask("security_officer", request, "administrator"), "ceremony");
    };
    hold(contract::PkiNewSigner{"document-signer", 100});
    hold(contract::PkiPublish{"DS-0002", "PKD"});
    const auto ended = hold(contract::PkiRetire{"DS-0001", "fin de su uso"});
    EXPECT_EQ(ended.successor, "DS-0002");
    EXPECT_NE(ended.proof.find("signing.key-missing"), std::string::npos);
    hold(contract::PkiRollOver{});
    hold(contract::PkiCrl{});
    const auto told = base::expected(house.ask("auditor", contract::PkiStatus{}), "status");
    EXPECT_EQ(told.keys.size(), 9U);  // two of each that was followed, and one house authority, act signer, seal
                                      // signer, root and journal key
    for (const auto& line : told.notices) EXPECT_EQ(line.grade, "warning") << line.notice.code;
    house.stockAndOrders();
    base::expected(house.ask("operator", contract::LineRun{"folder", "simulated", std::nullopt, std::nullopt}), "line");
    EXPECT_FALSE(base::expected(house.ask("inspector", contract::LineRelease{}), "release").documents.empty());
}

TEST_F(TokenHouse, ReadsThePinFromItsFileWhereOneIsNamed) {
    support::ScratchFolder medium;
    auto founding = onToken();
    founding.pinFile = (medium.path() / "pin").string();
    std::ofstream{founding.pinFile} << SoftToken::kPin << "\n";
    support::TrainingHouse house{std::move(founding), person()};
    house.stockAndOrders();
    EXPECT_EQ(m_asked, 0);
    std::filesystem::remove(medium.path() / "pin");
    house.reopenOffice();
    house.enrol("another", "operator");
    EXPECT_EQ(m_asked, 1) << "the medium is not there: a person is asked";
}

TEST_F(TokenHouse, IsNotFoundedWhereTheTokenRefuses) {
    support::ScratchFolder folder;
    const auto home = folder.path() / "home";
    EXPECT_TRUE(
        foundInstitution(home, complete(onToken("another")),
                         [](auto, const auto&) { return base::SecretBytes::copyOf(std::string_view{SoftToken::kPin}); })
            .refusal()
            .has("signing.token-missing"_code));
    m_pin = "00000000";
    EXPECT_TRUE(foundInstitution(home, complete(onToken()), person()).refusal().has("signing.pin-wrong"_code));
    auto nameless = complete(onToken());
    nameless.tokenLabel.clear();
    EXPECT_TRUE(foundInstitution(home, std::move(nameless), person()).refusal().has("office.bad-founding"_code));
    auto pinOfNothing = complete({});
    pinOfNothing.pinFile = "/media/pin";
    EXPECT_TRUE(foundInstitution(home, std::move(pinOfNothing), person()).refusal().has("office.bad-founding"_code));
    EXPECT_FALSE(std::filesystem::exists(home));
}

}  // namespace
}  // namespace issuance
