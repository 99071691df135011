// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "contract/acts_of_line.hpp"
#include "contract/acts_of_people.hpp"
#include "issuance/office/local_office_factory.hpp"
#include "tests/signing/house.hpp"
#include "tests/support/paths.hpp"

/// Control 16 in a house that is no training: codes are made by oathtool, as a telephone makes them.
namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;

constexpr const char* kPassword = "clave de prueba larga";
constexpr const char* kSecret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";  // the secret of RFC 6238, appendix B

/// The code of a moment ("now", "now + 30 seconds"), as another program makes it.
std::string codeAt(const std::string& moment, const std::string& secret = kSecret) {
    const auto made = signing::testing::run("oathtool", {"--totp", "-b", "-N", moment, secret});
    if (made.exitCode != 0) throw std::runtime_error{made.output};
    return made.output.substr(0, 6);
}

class FactorsTest : public testing::Test {
   protected:
    FactorsTest() {
        Founding founding;
        founding.administratorUser = "admin";
        founding.administratorName = "Ana López";
        founding.administratorPassword = base::SecretBytes::copyOf(kPassword);
        base::expected(foundInstitution(home(), std::move(founding)), "founding");
        m_office = openLocalOffice(home());
        m_admin = base::expected(logIn("admin"), "admin");
        base::expected(
            m_office->ask({m_admin}, OperatorCreate{"ola", "Ola Paz", kPassword, {"operator"}, "2035-12-31"}), "ola");
    }
    [[nodiscard]] std::filesystem::path home() const { return m_folder.path() / "home"; }
    base::Result<std::string> logIn(const std::string& user, const std::string& code = {}) {
        SessionOpen request{user, kPassword, "linea-1"};
        if (!code.empty()) request.code = code;
        const auto opened = m_office->ask({}, request);
        if (!opened) return opened.refusal();
        return opened->token;
    }
    base::Result<Done> enrol(const std::string& token, const std::string& code, const std::string& secret = kSecret) {
        return m_office->ask({token, m_admin}, OperatorFactor{base::SecretBytes::copyOf(secret), code});
    }
    /// Why the person may not run the line; empty where they may.
    std::string whyNoLine(const std::string& token) {
        const auto ran = m_office->ask({token}, LineRun{"folder", "simulated", std::nullopt, std::int64_t{1}});
        return ran ? "" : ran.refusal().first().code.name();
    }

    support::ScratchFolder m_folder;
    std::unique_ptr<Office> m_office;
    std::string m_admin;
};

TEST_F(FactorsTest, PersonalisingTakesMoreThanAPassword) {
    const auto weak = base::expected(logIn("ola"), "weak");
    EXPECT_EQ(whyNoLine(weak), "people.strong-factor-needed");
    ASSERT_TRUE(enrol(weak, codeAt("now")));
    EXPECT_EQ(whyNoLine(weak), "people.strong-factor-needed") << "the session was opened with a password alone";
    EXPECT_TRUE(logIn("ola").refusal().has("people.code-needed"_code));
    EXPECT_TRUE(logIn("ola", "000000").refusal().has("people.wrong-code"_code));
    const auto next = codeAt("now + 30 seconds");
    const auto strong = logIn("ola", next);
    ASSERT_TRUE(strong) << strong.refusal().first().code.name();
    EXPECT_EQ(whyNoLine(*strong), "");
    EXPECT_TRUE(logIn("ola", next).refusal().has("people.wrong-code"_code)) << "a code is taken once";
}

TEST_F(FactorsTest, CodesOfOtherTimesAndOtherFormsAreNotTaken) {
    const auto weak = base::expected(logIn("ola"), "weak");
    for (const std::string& code :
         {codeAt("now - 5 minutes"), codeAt("now + 5 minutes"), std::string{}, std::string{"12345"},
          codeAt("now") + "0", " " + codeAt("now").substr(1), std::string{"12345a"}})
        EXPECT_TRUE(enrol(weak, code).refusal().has("people.wrong-code"_code)) << code;
    for (const std::string secret : {"", "GEZDGNBV", "no es base 32", "1111111111111111111111111111111111"})
        EXPECT_TRUE(enrol(weak, codeAt("now"), secret).refusal().has("people.bad-factor-secret"_code)) << secret;
    EXPECT_TRUE(enrol(weak, codeAt("now"), std::string(500, 'A')).refusal().has("people.bad-factor-secret"_code));
    EXPECT_TRUE(enrol(weak, codeAt("now")));
}

TEST_F(FactorsTest, NobodyEnrolsAGeneratorAlone) {
    const auto weak = base::expected(logIn("ola"), "weak");
    const OperatorFactor request{base::SecretBytes::copyOf(kSecret), codeAt("now")};
    EXPECT_FALSE(m_office->ask({weak}, request));
    EXPECT_FALSE(m_office->ask({weak, weak}, request));
    base::expected(m_office->ask({m_admin}, OperatorCreate{"eva", "Eva Sol", kPassword, {"operator"}, "2035-12-31"}),
                   "eva");
    const auto other = base::expected(logIn("eva"), "eva");
    EXPECT_FALSE(m_office->ask({weak, other}, request)) << "who stands beside manages no people";
    EXPECT_TRUE(logIn("ola")) << "no generator was enrolled";
}

TEST_F(FactorsTest, WrongCodesLockAsWrongPasswordsDo) {
    const auto weak = base::expected(logIn("ola"), "weak");
    ASSERT_TRUE(enrol(weak, codeAt("now")));
    for (int attempt = 0; attempt < 5; ++attempt)
        EXPECT_TRUE(logIn("ola", "000000").refusal().has("people.wrong-code"_code)) << attempt;
    EXPECT_TRUE(logIn("ola", codeAt("now + 30 seconds")).refusal().has("people.locked"_code));
}

TEST_F(FactorsTest, AGeneratorThatWasLostIsRemovedAndItsSessionsEnd) {
    const auto weak = base::expected(logIn("ola"), "weak");
    EXPECT_TRUE(
        m_office->ask({m_admin}, OperatorFactorRemove{"ola", "perdido"}).refusal().has("people.no-factor"_code));
    ASSERT_TRUE(enrol(weak, codeAt("now")));
    EXPECT_FALSE(m_office->ask({weak}, OperatorFactorRemove{"ola", "perdido"}));
    ASSERT_TRUE(m_office->ask({m_admin}, OperatorFactorRemove{"ola", "perdido"}));
    EXPECT_EQ(whyNoLine(weak), "people.no-session");
    const auto again = base::expected(logIn("ola"), "again");
    EXPECT_EQ(whyNoLine(again), "people.strong-factor-needed");
}

TEST_F(FactorsTest, TheSecretLiesNowhereInClear) {
    const auto weak = base::expected(logIn("ola"), "weak");
    auto credentials = Credentials{weak, m_admin};
    credentials.requestId = "request-with-a-secret";
    ASSERT_TRUE(m_office->ask(credentials, OperatorFactor{base::SecretBytes::copyOf(kSecret), codeAt("now")}));
    m_office.reset();
    const auto plain = base::bytesOf("12345678901234567890"), base32 = base::bytesOf(kSecret);
    int looked = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{home()}) {
        if (!entry.is_regular_file()) continue;
        const auto content = base::expected(base::readFile(entry.path(), std::size_t{64} << 20), entry.path().string());
        ++looked;
        for (const auto& secret : {plain, base32})
            EXPECT_EQ(std::ranges::search(content, secret).size(), 0U) << entry.path();
    }
    EXPECT_GT(looked, 5);
}

}  // namespace
}  // namespace issuance
