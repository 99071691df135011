// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/keys/token_key_store.hpp"

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <thread>

#include "signing/keys/pkcs11_module.hpp"
#include "signing/keys/public_key.hpp"
#include "signing/lint/lint.hpp"
#include "tests/signing/house.hpp"
#include "tests/signing/soft_token.hpp"

namespace signing::testing {
namespace {

constexpr const char* kModule = SoftToken::kModule;
constexpr const char* kPin = SoftToken::kPin;

/// A token of SoftHSM in a folder of the test's own.
class TokenKeyStoreTest : public ::testing::Test {
   protected:
    base::Result<std::unique_ptr<TokenKeyStore>> open(const std::string& label = "troquel", const char* pin = kPin) {
        return TokenKeyStore::open(
            {kModule, label},
            [&](const std::string& asked) {
                m_asked = asked;
                return base::SecretBytes::copyOf(std::string_view{pin});
            },
            m_clock);
    }
    std::unique_ptr<TokenKeyStore> opened() { return base::expected(open(), "token"); }
    static bool signs(const TokenKeyStore& keys, const KeyId& id) {
        const auto message = base::bytesOf("message");
        const auto description = keys.describe(id);
        const auto digest = recommendedDigest(description.algorithm);
        const auto key = PublicKey::read(keys.publicKey(id, CurveForm::Explicit));
        return key && key->verifies(signatureAlgorithmOf(description.algorithm, digest), message,
                                    keys.sign(id, digest, message));
    }

    base::ManualClock m_clock{moment("2026-11-23T10:00:00.000000Z")};
    SoftToken m_token;
    std::filesystem::path m_tokens = m_token.folder();
    std::string m_asked;
};

TEST_F(TokenKeyStoreTest, SignsWithEveryAlgorithmAfterItWasOpenedAgain) {
    std::vector<KeyId> ids;
    {
        const auto keys = opened();
        EXPECT_EQ(m_asked, "troquel");
        for (const auto algorithm :
             {KeyAlgorithm::EcdsaP256, KeyAlgorithm::EcdsaP384, KeyAlgorithm::EcdsaBrainpoolP256r1,
              KeyAlgorithm::EcdsaBrainpoolP384r1, KeyAlgorithm::Rsa3072Pss, KeyAlgorithm::Rsa3072Pkcs1})
            ids.push_back(keys->generate(KeyPurpose::DocumentSigning, algorithm, nameOf(algorithm)));
    }
    const auto again = opened();
    EXPECT_EQ(again->keys().size(), ids.size());
    for (const auto& id : ids) {
        EXPECT_EQ(again->describe(id).label, nameOf(again->describe(id).algorithm));
        EXPECT_TRUE(signs(*again, id)) << again->describe(id).label;
    }
}

TEST_F(TokenKeyStoreTest, RefusesAWrongPinAnUnknownTokenAndTwoOfOneName) {
    EXPECT_TRUE(open("troquel", "00000000").refusal().has("signing.pin-wrong"_code));
    EXPECT_TRUE(open("another").refusal().has("signing.token-missing"_code));
    m_token.initialise("troquel");
    SoftToken::restartModule();
    EXPECT_TRUE(open().refusal().has("signing.token-ambiguous"_code));
}

TEST_F(TokenKeyStoreTest, GivesNoKeyOut) {
    const auto keys = opened();
    keys->generate(KeyPurpose::CountrySigning, KeyAlgorithm::EcdsaP384, "CSCA");
    keys->generate(KeyPurpose::Wrapping, KeyAlgorithm::Aes256, "chips");
    const auto module = Pkcs11Module::load(kModule);
    auto* functions = module->operator->();
    CK_SESSION_HANDLE session = 0;
    ASSERT_EQ(
        functions->C_OpenSession(module->slotsOf("troquel").at(0), CKF_SERIAL_SESSION, nullptr, nullptr, &session),
        CKR_OK);
    std::size_t seen = 0;
    for (CK_OBJECT_CLASS objectClass : {CKO_PRIVATE_KEY, CKO_SECRET_KEY}) {
        CK_ATTRIBUTE pattern{CKA_CLASS, &objectClass, sizeof objectClass};
        CK_OBJECT_HANDLE object = 0;
        CK_ULONG count = 0;
        ASSERT_EQ(functions->C_FindObjectsInit(session, &pattern, 1), CKR_OK);
        ASSERT_EQ(functions->C_FindObjects(session, &object, 1, &count), CKR_OK);
        functions->C_FindObjectsFinal(session);
        ASSERT_EQ(count, 1U);
        std::array<CK_BYTE, 256> room{};
        CK_ATTRIBUTE value{CKA_VALUE, room.data(), room.size()};
        EXPECT_EQ(functions->C_GetAttributeValue(session, object, &value, 1), CKR_ATTRIBUTE_SENSITIVE);
        CK_BBOOL yes = CK_TRUE;
        CK_ATTRIBUTE extractable{CKA_EXTRACTABLE, &yes, sizeof yes};
        EXPECT_NE(functions->C_SetAttributeValue(session, object, &extractable, 1), CKR_OK);
        ++seen;
    }
    EXPECT_EQ(seen, 2U);
}

TEST_F(TokenKeyStoreTest, WrapsAndUnwraps) {
    const auto keys = opened();
    const auto id = keys->generate(KeyPurpose::Wrapping, KeyAlgorithm::Aes256, "chips");
    const auto associated = base::bytesOf("document 1");
    const auto wrapped = keys->wrap(id, base::SecretBytes::copyOf(std::string_view{"secret"}), associated);
    const auto secret = keys->unwrap(id, wrapped, associated);
    ASSERT_TRUE(secret);
    EXPECT_EQ(base::textOf(secret->reveal()), "secret");
    EXPECT_TRUE(keys->unwrap(id, wrapped, base::bytesOf("document 2")).refusal().has("signing.not-unwrapped"_code));
}

TEST_F(TokenKeyStoreTest, ConnectsAgainWhenItsSessionsOrItsLoginAreGone) {
    const auto keys = opened();
    const auto id = keys->generate(KeyPurpose::DocumentSigning, KeyAlgorithm::EcdsaP256, "DS");
    const auto module = Pkcs11Module::load(kModule);
    (*module)->C_CloseAllSessions(module->slotsOf("troquel").at(0));
    EXPECT_TRUE(signs(*keys, id));
    (*module)->C_Finalize(nullptr);
    EXPECT_TRUE(signs(*keys, id));
}

TEST_F(TokenKeyStoreTest, SaysThatATokenIsAwayAndGoesOnWhenItIsBack) {
    const auto keys = opened();
    const auto id = keys->generate(KeyPurpose::DocumentSigning, KeyAlgorithm::EcdsaP256, "DS");
    const auto module = Pkcs11Module::load(kModule);
    const auto away = m_tokens.parent_path() / "away";
    (*module)->C_Finalize(nullptr);
    std::filesystem::rename(m_tokens, away);
    std::filesystem::create_directories(m_tokens);
    for (int i = 0; i < 2; ++i) {
        try {
            (void)keys->sign(id, base::DigestAlgorithm::Sha256, base::bytesOf("message"));
            ADD_FAILURE() << "signed without its token";
        } catch (const base::Failure& failure) {
            EXPECT_EQ(failure.code(), "signing.token-missing"_code);
            EXPECT_EQ(failure.next(), base::NextStep::Retry);
        }
    }
    (*module)->C_Finalize(nullptr);
    std::filesystem::remove_all(m_tokens);
    std::filesystem::rename(away, m_tokens);
    EXPECT_TRUE(signs(*keys, id));
}

TEST_F(TokenKeyStoreTest, DestroysAKeyForGood) {
    const auto keys = opened();
    const auto id = keys->generate(KeyPurpose::DocumentSigning, KeyAlgorithm::EcdsaP256, "DS");
    const auto other = keys->generate(KeyPurpose::DocumentSigning, KeyAlgorithm::EcdsaP256, "DS 2");
    keys->destroy(id);
    EXPECT_THROW((void)keys->describe(id), base::Failure);
    EXPECT_THROW((void)keys->sign(id, base::DigestAlgorithm::Sha256, base::bytesOf("message")), base::Failure);
    EXPECT_THROW(keys->destroy(id), base::Failure);
    EXPECT_EQ(opened()->keys().size(), 1U);
    EXPECT_TRUE(signs(*keys, other));
}

TEST_F(TokenKeyStoreTest, ServesSeveralThreads) {
    const auto keys = opened();
    const auto id = keys->generate(KeyPurpose::DocumentSigning, KeyAlgorithm::EcdsaP256, "DS");
    std::atomic<int> good = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            for (int n = 0; n < 25; ++n) good += signs(*keys, id) ? 1 : 0;
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(good, 100);
}

TEST_F(TokenKeyStoreTest, IssuesCertificatesThatDeviateInNothing) {
    const auto keys = opened();
    const auto id = keys->generate(KeyPurpose::CountrySigning, KeyAlgorithm::EcdsaBrainpoolP384r1, "CSCA");
    const auto der = base::expected(makeCsca(*keys, id, cscaProfile()), "CSCA");
    const auto reports = lint::judgeFile(der);
    EXPECT_EQ(reports.front().kind, "csca");
    EXPECT_TRUE(reports.front().findings.empty());
}

}  // namespace
}  // namespace signing::testing
