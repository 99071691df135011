// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <fstream>
#include <functional>
#include <thread>

#include "base/files.hpp"
#include "signing/keys/byte_signature.hpp"
#include "signing/keys/public_key.hpp"
#include "tests/signing/house.hpp"

namespace signing::testing {
namespace {

class FileKeyStoreTest : public ::testing::Test {
   protected:
    base::ManualClock clock{moment("2026-11-23T10:00:00.000000Z")};
    support::ScratchFolder scratch;
    std::filesystem::path folder = scratch.path() / "keys";
    std::unique_ptr<FileKeyStore> keys =
        base::expected(FileKeyStore::create(folder, passphrase(), clock, kQuick), "create");

    std::unique_ptr<FileKeyStore> reopened() {
        return base::expected(FileKeyStore::open(folder, passphrase(), clock), "open");
    }
};

TEST_F(FileKeyStoreTest, SignsWithEveryAlgorithmAfterItWasOpenedAgain) {
    const auto message = base::bytesOf("message");
    std::vector<KeyId> ids;
    for (const auto algorithm :
         {KeyAlgorithm::EcdsaP256, KeyAlgorithm::EcdsaP384, KeyAlgorithm::EcdsaBrainpoolP256r1,
          KeyAlgorithm::EcdsaBrainpoolP384r1, KeyAlgorithm::Rsa3072Pss, KeyAlgorithm::Rsa3072Pkcs1})
        ids.push_back(keys->generate(KeyPurpose::DocumentSigning, algorithm, nameOf(algorithm)));
    const auto again = reopened();
    for (const auto& id : ids) {
        const auto description = again->describe(id);
        EXPECT_EQ(description.label, nameOf(description.algorithm));
        const auto digest = recommendedDigest(description.algorithm);
        const auto signature = again->sign(id, digest, message);
        for (const auto form : {CurveForm::Explicit, CurveForm::Named}) {
            const auto key = PublicKey::read(keys->publicKey(id, form));
            ASSERT_TRUE(key) << description.label;
            const auto algorithm = signatureAlgorithmOf(description.algorithm, digest);
            EXPECT_TRUE(key->verifies(algorithm, message, signature)) << description.label;
            EXPECT_FALSE(key->verifies(algorithm, base::bytesOf("massage"), signature)) << description.label;
        }
    }
}

base::FailureCode refusedBy(const std::function<void()>& use) {
    try {
        use();
    } catch (const base::Failure& failure) {
        return failure.code();
    }
    return "signing.malformed"_code;
}

TEST_F(FileKeyStoreTest, DestroysAKeyForGood) {
    const auto id = keys->generate(KeyPurpose::DocumentSigning, KeyAlgorithm::EcdsaP256, "DS");
    const auto other = keys->generate(KeyPurpose::DocumentSigning, KeyAlgorithm::EcdsaP256, "DS 2");
    const auto message = base::bytesOf("message");
    keys->destroy(id);
    EXPECT_EQ(refusedBy([&] { (void)keys->describe(id); }), "signing.key-missing"_code);
    EXPECT_EQ(refusedBy([&] { (void)keys->sign(id, base::DigestAlgorithm::Sha256, message); }),
              "signing.key-missing"_code);
    EXPECT_EQ(refusedBy([&] { keys->destroy(id); }), "signing.key-missing"_code);
    EXPECT_FALSE(std::filesystem::exists(folder / (id.text() + ".key")));
    const auto again = reopened();
    for (const auto* store : {keys.get(), again.get()}) {
        ASSERT_EQ(store->keys().size(), 1U);
        EXPECT_EQ(store->keys().front().id, other);
    }
    EXPECT_FALSE(keys->sign(other, base::DigestAlgorithm::Sha256, message).empty());
}

TEST_F(FileKeyStoreTest, RefusesAKeyThatAnotherProcessDestroyed) {
    const auto id = keys->generate(KeyPurpose::DocumentSigning, KeyAlgorithm::EcdsaP256, "DS");
    const auto another = reopened();
    const auto message = base::bytesOf("message");
    EXPECT_FALSE(another->sign(id, base::DigestAlgorithm::Sha256, message).empty());
    keys->destroy(id);
    std::this_thread::sleep_for(std::chrono::milliseconds{150});
    EXPECT_EQ(refusedBy([&] { (void)another->sign(id, base::DigestAlgorithm::Sha256, message); }),
              "signing.key-missing"_code);
    EXPECT_TRUE(another->keys().empty());
}

TEST_F(FileKeyStoreTest, ListsItsKeysOldestFirst) {
    const auto first = keys->generate(KeyPurpose::Wrapping, KeyAlgorithm::Aes256, "chips");
    clock.advance(std::chrono::seconds{1});
    const auto second = keys->generate(KeyPurpose::JournalCheckpoint, KeyAlgorithm::EcdsaP256, "journal");
    const auto all = reopened()->keys();
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].id, first);
    EXPECT_EQ(all[1].id, second);
    EXPECT_EQ(all[1].purpose, KeyPurpose::JournalCheckpoint);
}

TEST_F(FileKeyStoreTest, FindsAKeyThatAnotherProcessMade) {
    const auto other = reopened();
    const auto id = keys->generate(KeyPurpose::DocumentSigning, KeyAlgorithm::EcdsaP256, "new");
    EXPECT_EQ(other->describe(id).label, "new");
}

TEST_F(FileKeyStoreTest, RefusesAWrongOrShortPassphraseAndAnExistingFolder) {
    const auto wrong = base::SecretBytes::copyOf(std::string_view{"correct horse batterz"});
    const auto opened = FileKeyStore::open(folder, wrong, clock);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.refusal().first().code, "signing.passphrase-wrong"_code);
    const auto shortOne = base::SecretBytes::copyOf(std::string_view{"short"});
    EXPECT_EQ(FileKeyStore::create(scratch.path() / "b", shortOne, clock, kQuick).refusal().first().code,
              "signing.passphrase-short"_code);
    EXPECT_EQ(FileKeyStore::create(folder, passphrase(), clock, kQuick).refusal().first().code,
              "signing.key-store-exists"_code);
    EXPECT_EQ(FileKeyStore::open(scratch.path() / "none", passphrase(), clock).refusal().first().code,
              "signing.key-store-missing"_code);
}

TEST_F(FileKeyStoreTest, OpensWithTheNewPassphraseOnlyAfterAChange) {
    const auto id = keys->generate(KeyPurpose::DocumentSigning, KeyAlgorithm::EcdsaP256, "kept");
    const auto next = base::SecretBytes::copyOf(std::string_view{"another long passphrase"});
    ASSERT_TRUE(keys->changePassphrase(next, kQuick));
    EXPECT_FALSE(FileKeyStore::open(folder, passphrase(), clock));
    const auto again = FileKeyStore::open(folder, next, clock);
    ASSERT_TRUE(again);
    EXPECT_EQ((*again)->describe(id).label, "kept");
}

TEST_F(FileKeyStoreTest, NoticesEveryAlteredOctetOfAKeyFile) {
    const auto id = keys->generate(KeyPurpose::DocumentSigning, KeyAlgorithm::EcdsaP256, "DS");
    const auto path = folder / (id.text() + ".key");
    const auto content = *base::readFile(path, 65536);
    for (std::size_t i = 0; i < content.size(); i += 7) {
        auto altered = content;
        altered[i] ^= 0x01U;
        base::writeSecretFileDurably(path, altered);
        EXPECT_THROW((void)FileKeyStore::open(folder, passphrase(), clock), base::Failure) << i;
    }
}

TEST_F(FileKeyStoreTest, NoticesAKeyFileUnderAnotherName) {
    const auto id = keys->generate(KeyPurpose::DocumentSigning, KeyAlgorithm::EcdsaP256, "DS");
    std::filesystem::copy_file(folder / (id.text() + ".key"), folder / (std::string(32, 'a') + ".key"));
    EXPECT_THROW((void)FileKeyStore::open(folder, passphrase(), clock), base::Failure);
}

TEST_F(FileKeyStoreTest, KeepsNoPrivateOctetReadable) {
    const auto id = keys->generate(KeyPurpose::DocumentSigning, KeyAlgorithm::EcdsaP256, "DS");
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        const auto mode = std::filesystem::status(entry).permissions();
        EXPECT_EQ(mode & (std::filesystem::perms::group_all | std::filesystem::perms::others_all),
                  std::filesystem::perms::none);
        const auto text = base::toHex(*base::readFile(entry.path(), 65536));
        EXPECT_EQ(text.find(base::toHex(base::bytesOf("PRIVATE"))), std::string::npos);
        EXPECT_EQ(text.find("06082a8648ce3d030107"), std::string::npos) << "a key's algorithm in clear";
    }
    EXPECT_EQ(keys->describe(id).purpose, KeyPurpose::DocumentSigning);
}

TEST_F(FileKeyStoreTest, WrapsSecretsThatOnlyTheSameAssociationUnwraps) {
    const auto id = keys->generate(KeyPurpose::Wrapping, KeyAlgorithm::Aes256, "chips");
    const auto secret = base::SecretBytes::copyOf(std::string_view{"chip key"});
    const auto wrapped = keys->wrap(id, secret, base::bytesOf("chip 1"));
    const auto unwrapped = reopened()->unwrap(id, wrapped, base::bytesOf("chip 1"));
    ASSERT_TRUE(unwrapped);
    EXPECT_TRUE(*unwrapped == secret);
    EXPECT_FALSE(keys->unwrap(id, wrapped, base::bytesOf("chip 2")));
    for (std::size_t i = 0; i < wrapped.size(); ++i) {
        auto altered = wrapped;
        altered[i] ^= 0x80U;
        EXPECT_EQ(keys->unwrap(id, altered, base::bytesOf("chip 1")).refusal().first().code,
                  "signing.not-unwrapped"_code);
    }
    EXPECT_FALSE(keys->unwrap(id, base::Bytes(5), base::bytesOf("chip 1")));
}

TEST_F(FileKeyStoreTest, UsesAKeyForItsPurposeOnly) {
    const auto wrapping = keys->generate(KeyPurpose::Wrapping, KeyAlgorithm::Aes256, "w");
    const auto signer = keys->generate(KeyPurpose::DocumentSigning, KeyAlgorithm::EcdsaP256, "s");
    const auto message = base::bytesOf("m");
    EXPECT_THROW((void)keys->sign(wrapping, base::DigestAlgorithm::Sha256, message), base::Failure);
    EXPECT_THROW((void)keys->sign(signer, base::DigestAlgorithm::Sha1, message), base::Failure);
    EXPECT_THROW((void)keys->wrap(signer, base::SecretBytes{4}, message), base::Failure);
    EXPECT_THROW((void)keys->describe(KeyId{"../../etc/passwd"}), base::Failure);
    EXPECT_THROW((void)keys->describe(KeyId{std::string(32, '0')}), base::Failure);
    EXPECT_THROW((void)keys->generate(KeyPurpose::Wrapping, KeyAlgorithm::EcdsaP256, "x"), base::Failure);
}

TEST_F(FileKeyStoreTest, SignsBytesForOnePurpose) {
    const auto id = keys->generate(KeyPurpose::JournalCheckpoint, KeyAlgorithm::EcdsaP256, "journal");
    const auto info = keys->publicKey(id, CurveForm::Named);
    const auto message = base::bytesOf("row 1 hash");
    const auto signature = signBytes(*keys, id, "journal-checkpoint", message);
    EXPECT_TRUE(verifyBytes(info, "journal-checkpoint", message, signature));
    EXPECT_FALSE(verifyBytes(info, "something-else", message, signature));
    EXPECT_FALSE(verifyBytes(info, "journal-checkpoint", base::bytesOf("row 2 hash"), signature));
    EXPECT_EQ(verifyBytes(info, "journal-checkpoint", message, base::Bytes(9)).refusal().first().code,
              "signing.malformed"_code);
}

}  // namespace
}  // namespace signing::testing
