// SPDX-License-Identifier: GPL-3.0-or-later
// Requests that OpenSSL made, and what we certify, as OpenSSL judges it.
#include "signing/certificates/certification_request.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/files.hpp"
#include "signing/keys/exported_key.hpp"
#include "signing/keys/public_key.hpp"
#include "tests/signing/house.hpp"

namespace signing {
namespace {

using namespace base::literals;
using testing::run;

class CertificationRequestTest : public ::testing::Test {
   protected:
    [[nodiscard]] std::string path(const std::string& name) const { return (m_folder.path() / name).string(); }
    /// A request of the subject in DER; `key` as `openssl req -newkey` takes it.
    base::Bytes request(const std::string& subject, const std::vector<std::string>& key = kP256,
                        const std::string& form = "DER") {
        std::vector<std::string> words{"req", "-new", "-nodes", "-newkey"};
        words.insert(words.end(), key.begin(), key.end());
        for (const std::string& word : {std::string{"-utf8"}, std::string{"-subj"}, subject, std::string{"-outform"},
                                        form, std::string{"-keyout"}, path("key"), std::string{"-out"}, path("csr")})
            words.push_back(word);
        const auto made = run("openssl", words);
        if (made.exitCode != 0) throw std::runtime_error{made.output};
        return base::readFile(path("csr"), 1 << 20).value();
    }
    static std::string refusalOf(base::BytesView octets) {
        const auto read = readCertificationRequest(octets);
        return read ? "nothing" : read.refusal().first().code.name();
    }

    static inline const std::vector<std::string> kP256{"ec", "-pkeyopt", "ec_paramgen_curve:P-256"};
    support::ScratchFolder m_folder;
};

TEST_F(CertificationRequestTest, IsReadInDerAndPem) {
    for (const std::string form : {"DER", "PEM"}) {
        const auto read = readCertificationRequest(request("/C=GT/O=Instituto/CN=linea-1", kP256, form));
        ASSERT_TRUE(read) << form;
        EXPECT_EQ(read->commonName, "linea-1");
        EXPECT_EQ(PublicKey::read(read->publicKey)->group(), "prime256v1");
    }
    EXPECT_EQ(refusalOf(request("/CN=linea-1", {"ec", "-pkeyopt", "ec_paramgen_curve:P-384"})), "nothing");
}

TEST_F(CertificationRequestTest, HasAKeyOfTwoCurvesOnly) {
    const std::vector<std::vector<std::string>> unsuitable{
        {"rsa:512"},
        {"rsa:2048"},
        {"ec", "-pkeyopt", "ec_paramgen_curve:P-521"},
        {"ec", "-pkeyopt", "ec_paramgen_curve:brainpoolP256r1"},
        {"ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-pkeyopt", "ec_param_enc:explicit"},
        {"ed25519"}};
    for (const auto& key : unsuitable)
        EXPECT_EQ(refusalOf(request("/CN=linea-1", key)), "signing.request-key-unsuitable") << key.back();
}

TEST_F(CertificationRequestTest, IsSignedByItsOwnKey) {
    const auto good = request("/CN=linea-1");
    auto renamed = good;
    const std::string name = "linea-1";
    const auto at = std::search(renamed.begin(), renamed.end(), name.begin(), name.end());
    ASSERT_NE(at, renamed.end());
    *(at + 6) = '2';
    EXPECT_EQ(refusalOf(renamed), "signing.request-not-proven");
    // Somebody else's key in a request that its own key signed.
    const auto other = request("/CN=linea-1");
    const auto mine = readCertificationRequest(good)->publicKey, theirs = readCertificationRequest(other)->publicKey;
    auto exchanged = good;
    std::ranges::copy(theirs, std::search(exchanged.begin(), exchanged.end(), mine.begin(), mine.end()));
    EXPECT_EQ(refusalOf(exchanged), "signing.request-not-proven");
}

TEST_F(CertificationRequestTest, NamesOneThing) {
    for (const std::string subject : {"/O=Instituto", "/CN=linea-1/CN=linea-2", "/CN=l\x01nea", "/CN=línea"})
        EXPECT_EQ(refusalOf(request(subject)), "signing.request-name") << subject;
}

TEST_F(CertificationRequestTest, IsWholeAndNotLarge) {
    const auto good = request("/CN=linea-1");
    EXPECT_EQ(refusalOf({}), "signing.malformed");
    EXPECT_EQ(refusalOf(base::bytesOf("-----BEGIN CERTIFICATE REQUEST-----\nMIIB\n")), "signing.malformed");
    EXPECT_EQ(refusalOf(base::Bytes(1 << 20, 0x30)), "signing.malformed");
    auto longer = good;
    longer.push_back(0);
    EXPECT_EQ(refusalOf(longer), "signing.malformed");
    for (std::size_t size = 0; size < good.size(); ++size)
        EXPECT_EQ(refusalOf(base::BytesView{good}.first(size)), "signing.malformed") << size;
    // No octet may be changed without being noticed.
    for (std::size_t at = 0; at < good.size(); ++at) {
        auto changed = good;
        changed[at] ^= 0x01U;
        EXPECT_NE(refusalOf(changed), "nothing") << at;
    }
}

class ConnectionCertificateTest : public ::testing::Test {
   protected:
    ConnectionCertificateTest() {
        keep("root", m_house.root.der);
        const auto now = m_house.clock.now();
        m_profile = {{"GT", "Instituto", "Workstations", "linea-1"}, "", {now, now + std::chrono::hours{24}}};
    }
    void keep(const std::string& name, base::BytesView der) {
        base::writeFileDurably(m_folder.path() / name, pemOfCertificate(der));
    }
    [[nodiscard]] std::string verdict(const std::string& purpose, const std::vector<std::string>& more = {}) const {
        std::vector<std::string> words{"verify",   "-x509_strict", "-attime", "1795442400",
                                       "-purpose", purpose,        "-CAfile", (m_folder.path() / "root").string()};
        words.insert(words.end(), more.begin(), more.end());
        words.push_back((m_folder.path() / "leaf").string());
        const auto outcome = run("openssl", words);
        return outcome.exitCode == 0 ? "good" : outcome.output;
    }
    testing::House m_house;
    support::ScratchFolder m_folder;
    OperationalProfile m_profile;
};

TEST_F(ConnectionCertificateTest, AWorkstationsIsForClientsOnly) {
    const auto der = makeWorkstation(m_house.rootAuthority(), makeExportedKey().publicKey, m_profile);
    ASSERT_TRUE(der);
    keep("leaf", *der);
    EXPECT_EQ(verdict("sslclient"), "good");
    EXPECT_NE(verdict("sslserver"), "good");
}

TEST_F(ConnectionCertificateTest, TheServicesIsForItsHostsOnly) {
    const auto der = makeService(m_house.rootAuthority(), makeExportedKey().publicKey, m_profile,
                                 {"servidor.institucion.gt", "10.0.0.5", "fd00::5"});
    ASSERT_TRUE(der);
    keep("leaf", *der);
    EXPECT_EQ(verdict("sslserver", {"-verify_hostname", "servidor.institucion.gt"}), "good");
    EXPECT_EQ(verdict("sslserver", {"-verify_ip", "10.0.0.5"}), "good");
    EXPECT_EQ(verdict("sslserver", {"-verify_ip", "fd00::5"}), "good");
    EXPECT_NE(verdict("sslserver", {"-verify_hostname", "linea-1"}), "good");
    EXPECT_NE(verdict("sslserver", {"-verify_ip", "10.0.0.6"}), "good");
    EXPECT_NE(verdict("sslclient"), "good");
    for (const std::vector<std::string>& hosts : {std::vector<std::string>{},
                                                  {""},
                                                  {"10.0.0.256"},
                                                  {"a b"},
                                                  {"-a"},
                                                  {"a..b"},
                                                  {"*.gt"},
                                                  {"a\n"},
                                                  {std::string(64, 'a')},
                                                  std::vector<std::string>(17, "a")})
        EXPECT_TRUE(makeService(m_house.rootAuthority(), makeExportedKey().publicKey, m_profile, hosts)
                        .refusal()
                        .has("signing.profile-refused"_code));
}

TEST_F(ConnectionCertificateTest, AnExportedKeyIsItsOwn) {
    const auto key = makeExportedKey();
    base::writeSecretFileDurably(m_folder.path() / "key", key.pem.reveal());
    const auto shown = run("openssl", {"pkey", "-in", (m_folder.path() / "key").string(), "-pubout", "-outform", "DER",
                                       "-out", (m_folder.path() / "public").string()});
    ASSERT_EQ(shown.exitCode, 0) << shown.output;
    EXPECT_EQ(base::readFile(m_folder.path() / "public", 1024).value(), key.publicKey);
}

}  // namespace
}  // namespace signing
