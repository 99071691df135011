// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cstdlib>
#include <fstream>

#include "signing/keys/pkcs11_module.hpp"
#include "signing/keys/token_key_store.hpp"
#include "tests/benchmarks/ratio.hpp"
#include "tests/signing/house.hpp"

/// EF.SOD by a key in a token of SoftHSM, against C_SignInit and C_Sign alone: one session, the key's handle found
/// once.
namespace {

using signing::KeyAlgorithm;
using signing::KeyPurpose;
using signing::Pkcs11Module;

constexpr const char* kModule = "/usr/lib/softhsm/libsofthsm2.so";
constexpr const char *kLabel = "troquel", *kPin = "48151623";

/// A token in a folder of its own.
struct Token {
    Token() {
        const auto tokens = folder.path() / "tokens";
        std::filesystem::create_directories(tokens);
        const auto configuration = folder.path() / "softhsm2.conf";
        std::ofstream{configuration} << "directories.tokendir = " << tokens.string()
                                     << "\nobjectstore.backend = file\nlog.level = ERROR\n";
        ::setenv("SOFTHSM2_CONF", configuration.c_str(), 1);
        const auto ran = signing::testing::run(
            "softhsm2-util", {"--init-token", "--free", "--label", kLabel, "--so-pin", "87654321", "--pin", kPin});
        if (ran.exitCode != 0) throw std::runtime_error{ran.output};
    }
    support::ScratchFolder folder;
};

/// The same key by the C interface alone.
class BareToken {
   public:
    explicit BareToken(const signing::KeyId& key) : m_module(Pkcs11Module::load(kModule)) {
        auto* functions = m_module->operator->();
        Pkcs11Module::check(
            functions->C_OpenSession(m_module->slotsOf(kLabel).at(0), CKF_SERIAL_SESSION, nullptr, nullptr, &m_session),
            "C_OpenSession");
        auto id = *base::fromHex(key.text());
        CK_OBJECT_CLASS wanted = CKO_PRIVATE_KEY;
        std::array<CK_ATTRIBUTE, 2> pattern{
            {{CKA_CLASS, &wanted, sizeof wanted}, {CKA_ID, id.data(), static_cast<CK_ULONG>(id.size())}}};
        CK_ULONG found = 0;
        Pkcs11Module::check(functions->C_FindObjectsInit(m_session, pattern.data(), pattern.size()),
                            "C_FindObjectsInit");
        Pkcs11Module::check(functions->C_FindObjects(m_session, &m_key, 1, &found), "C_FindObjects");
        Pkcs11Module::check(functions->C_FindObjectsFinal(m_session), "C_FindObjectsFinal");
        if (found != 1) throw std::runtime_error{"key"};
    }
    void sign(CK_MECHANISM mechanism, base::Bytes& data) {
        std::array<CK_BYTE, 1024> signature{};
        CK_ULONG size = signature.size();
        Pkcs11Module::check((*m_module)->C_SignInit(m_session, &mechanism, m_key), "C_SignInit");
        Pkcs11Module::check((*m_module)->C_Sign(m_session, data.data(), data.size(), signature.data(), &size),
                            "C_Sign");
    }

   private:
    std::shared_ptr<Pkcs11Module> m_module;
    CK_SESSION_HANDLE m_session = 0;
    CK_OBJECT_HANDLE m_key = 0;
};

constexpr int kTurns = 75;

struct Case {
    KeyAlgorithm algorithm;
    CK_MECHANISM mechanism;
    bool hashesItself;  ///< the token is given a message, and not its digest
    int rounds;
};

bool report(signing::TokenKeyStore& keys, const Case& each) {
    const auto countryKey = keys.generate(KeyPurpose::CountrySigning, KeyAlgorithm::EcdsaP384, "CSCA");
    const auto key = keys.generate(KeyPurpose::DocumentSigning, each.algorithm, "DS");
    const std::vector<signing::Certificate> anchors{base::expected(
        signing::readCertificate(base::expected(makeCsca(keys, countryKey, signing::testing::cscaProfile()), "CSCA")),
        "CSCA")};
    const signing::Authority authority{keys, countryKey, anchors.front()};
    const auto certificate =
        base::expected(makeDocumentSigner(authority, key, signing::testing::documentSignerProfile()), "DS");
    const auto signer =
        base::expected(signing::DocumentSigner::make(
                           keys, key, certificate, {anchors, signing::testing::moment("2026-11-23T10:00:00.000000Z")}),
                       "signer");
    const auto digest = signer.recommendedDigest();
    const auto hashes = signing::testing::someHashes(digest);
    BareToken bare{key};
    auto data = base::digest(digest, base::bytesOf("benchmark"));
    if (each.hashesItself) data.resize(128);
    std::size_t octets = 0;
    const auto rates = benchmarks::measure(
        {[&] { bare.sign(each.mechanism, data); }, [&] { octets += signer.sealDataGroups(digest, hashes).size(); }},
        each.rounds, kTurns, benchmarks::Time::OfThread);
    const std::string what = "EF.SOD by a token (" + std::string{signing::nameOf(each.algorithm)} + ")";
    return benchmarks::report(what.c_str(), rates[0], rates[1], 0.85) && octets > 0;
}

}  // namespace

int main() {
    const Token token;
    base::ManualClock clock{signing::testing::moment("2026-11-23T10:00:00.000000Z")};
    const auto keys =
        base::expected(signing::TokenKeyStore::open(
                           {kModule, kLabel},
                           [](const std::string&) { return base::SecretBytes::copyOf(std::string_view{kPin}); }, clock),
                       "token");
    CK_RSA_PKCS_PSS_PARAMS pss{CKM_SHA256, CKG_MGF1_SHA256, 32};
    const Case cases[] = {{KeyAlgorithm::EcdsaP256, {CKM_ECDSA, nullptr, 0}, false, 100},
                          {KeyAlgorithm::EcdsaBrainpoolP256r1, {CKM_ECDSA, nullptr, 0}, false, 20},
                          {KeyAlgorithm::EcdsaBrainpoolP384r1, {CKM_ECDSA, nullptr, 0}, false, 10},
                          {KeyAlgorithm::Rsa3072Pss, {CKM_SHA256_RSA_PKCS_PSS, &pss, sizeof pss}, true, 5},
                          {KeyAlgorithm::Rsa3072Pkcs1, {CKM_SHA256_RSA_PKCS, nullptr, 0}, true, 5}};
    bool reached = true;
    for (const auto& each : cases) reached = report(*keys, each) && reached;
    return reached ? 0 : 1;
}
