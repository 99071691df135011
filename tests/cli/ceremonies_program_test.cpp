// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/cli/founded_program.hpp"

namespace cli {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;

class Ceremonies : public FoundedProgram {
   protected:
    Ceremonies() {
        done("operator login ana" + m_password);
        enrol("eva", "security_officer");
    }
    std::string held(const std::string& words) { return done("pki " + words + " --as eva --second ana"); }
    [[nodiscard]] std::string path(const std::string& name) const { return (m_folder.path() / name).string(); }
    json status() { return json::parse(done("--json pki status --as ana")); }
    json entry(const std::string& id) {
        const auto told = status();
        for (const auto& key : told.at("keys"))
            if (key.at("entry") == id) return key;
        ADD_FAILURE() << id;
        return {};
    }
    void expectFlawless(const std::string& files, const std::string& issuer) {
        const auto ran = troquel("pki lint " + files + " --issuer " + issuer);
        EXPECT_EQ(ran.exitCode, 0) << ran.output;
    }
};

TEST_F(Ceremonies, ShowTheKeysAndWhatIsToBeDone) {
    EXPECT_THAT(done("pki status --as ana"),
                AllOf(HasSubstr("CSCA-0001"), HasSubstr("firmante de documentos"),
                      HasSubstr("ALARMA: No hay ninguna lista de revocación"), HasSubstr("no tiene relevo publicado")));
    EXPECT_EQ(status().at("notices").at(0).at("notice").at("code"), "pki.crl-missing");
}

TEST_F(Ceremonies, AreNotHeldByOnePersonAlone) {
    const auto ran = ask("pki new-signer --as eva");
    EXPECT_EQ(ran.exitCode, 1);
    EXPECT_THAT(ran.output, HasSubstr("Esta acción la hacen dos personas"));
    EXPECT_EQ(ask("pki crl --as eva --second eva").exitCode, 1);
    EXPECT_EQ(status().at("keys").size(), 6U);
}

TEST_F(Ceremonies, TakeASignerFromItsMakingToItsDestruction) {
    held("new-signer --documents 5000 --months 2 --out " + path("made"));
    expectFlawless(path("made/DS-0002.cer"), (home() / "pki" / "csca.cer").string());
    EXPECT_EQ(entry("DS-0002").at("state"), "made");
    EXPECT_EQ(entry("DS-0002").at("most_documents"), 5000);
    EXPECT_EQ(ask("pki retire DS-0001 --reason fin --as eva --second ana").exitCode, 1);
    held("publish DS-0002 --reference 'ICAO PKD, carga 117'");
    EXPECT_EQ(entry("DS-0002").at("state"), "published");
    const auto key = entry("DS-0001").at("key").get<std::string>();
    EXPECT_TRUE(std::filesystem::exists(home() / "keys" / (key + ".key")));
    EXPECT_THAT(held("retire DS-0001 --reason 'Fin de su uso'"),
                AllOf(HasSubstr("La clave privada ya no existe: DS-0001  " + key), HasSubstr("Firma ahora: DS-0002")));
    EXPECT_FALSE(std::filesystem::exists(home() / "keys" / (key + ".key")));
    EXPECT_EQ(entry("DS-0001").at("state"), "destroyed");
    EXPECT_EQ(entry("DS-0002").at("state"), "active");
}

TEST_F(Ceremonies, RollTheCountrySignerOver) {
    held("roll-over --name 'CSCA Guatemala G2' --contact pki@example.gt --out " + path("made"));
    expectFlawless(path("made/LINK-0001.cer"), (home() / "pki" / "csca.cer").string());
    expectFlawless(path("made/CSCA-0002.cer"), path("made/CSCA-0002.cer"));
    const auto text = run("openssl x509 -inform DER -noout -subject -issuer -in " + path("made/LINK-0001.cer"));
    EXPECT_THAT(text.output, AllOf(HasSubstr("CN = CSCA Guatemala G2"), HasSubstr("CN = CSCA Guatemala - Training")));
    held("publish CSCA-0002 --reference 'nota verbal 12'");
    EXPECT_EQ(entry("LINK-0001").at("publication"), "nota verbal 12");
    EXPECT_EQ(entry("CSCA-0001").at("state"), "active") << "for two days more";
}

TEST_F(Ceremonies, RenewWhatTheHouseCertifiesForItself) {
    done("journal checkpoint --as ana");
    EXPECT_THAT(held("renew journal-checkpoint --out " + path("made")),
                AllOf(HasSubstr("JOURNAL-0002"), HasSubstr("clave del diario"), HasSubstr("SHA-256")));
    EXPECT_TRUE(std::filesystem::exists(path("made/JOURNAL-0002.cer")));
    EXPECT_THAT(held("renew house-authority"), HasSubstr("HOUSE-0002"));
    EXPECT_EQ(entry("HOUSE-0001").at("state"), "retired");
    EXPECT_THAT(held("crl --house --out " + path("house.crl")),
                AllOf(HasSubstr("firmada por HOUSE-0002"), HasSubstr("Y de autoridades anteriores")));
    EXPECT_TRUE(std::filesystem::exists(path("house.crl")));
    const auto needed = ask("pki retire HOUSE-0001 --reason fin --as eva --second ana");
    EXPECT_EQ(needed.exitCode, 1);
    EXPECT_THAT(needed.output, HasSubstr("HOUSE-0001 responde todavía por certificados vigentes"));
    const auto wrong = ask("pki renew csca --as eva --second ana");
    EXPECT_EQ(wrong.exitCode, 1);
    EXPECT_THAT(wrong.output, HasSubstr("troquel pki roll-over"));
    EXPECT_EQ(ask("pki renew operational-root --as eva").exitCode, 1);
    done("journal verify --as ana");
}

TEST_F(Ceremonies, RevokeAndIssueLists) {
    held("revoke DS-0001 --reason 'Clave comprometida'");
    EXPECT_THAT(done("pki status --as ana"), HasSubstr("fuera de uso, revocada"));
    EXPECT_THAT(held("crl --out " + path("GTM.crl")), HasSubstr("revocados: 1"));
    expectFlawless(path("GTM.crl"), (home() / "pki" / "csca.cer").string());
    const auto serial = entry("DS-0001").at("serial").get<std::string>();
    const auto text = run("openssl crl -inform DER -noout -text -in " + path("GTM.crl"));
    std::string upper = serial;
    for (auto& letter : upper) letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
    EXPECT_THAT(text.output, HasSubstr("Serial Number: " + upper));
    const auto again = ask("pki crl --as eva --second ana");
    EXPECT_EQ(again.exitCode, 1);
    EXPECT_THAT(again.output, HasSubstr("Entre dos listas de revocación pasan al menos 48 horas"));
}

TEST_F(Ceremonies, SignAMasterListAndExportForTheDirectory) {
    held("new-signer --purpose master-list-signer");
    held("publish MLS-0001 --reference PKD");
    EXPECT_THAT(held("master-list --out " + path("GTM.ml")), HasSubstr("firmada por MLS-0001, certificados: 1"));
    EXPECT_EQ(troquel("pki lint " + path("GTM.ml")).exitCode, 0);
    const auto read = troquel("pki read-list " + path("GTM.ml") + " --anchor " + (home() / "pki/csca.cer").string());
    EXPECT_EQ(read.exitCode, 0) << read.output;
    done("pki export --ldif " + path("gt.ldif") + " --out " + path("all") + " --base dc=ejemplo --as ana");
    const auto ldif = run("cat " + path("gt.ldif"));
    EXPECT_THAT(ldif.output, AllOf(HasSubstr("version: 1"), HasSubstr("pkdMasterListContent:: ")));
    EXPECT_EQ(run("cmp " + path("all/GTM-1.ml") + " " + path("GTM.ml")).exitCode, 0);
    EXPECT_EQ(run("cmp " + path("all/CSCA-0001.cer") + " " + (home() / "pki/csca.cer").string()).exitCode, 0);
}

/// An institution that is none for training.
class RealInstitution : public FoundedProgram {
   protected:
    RealInstitution() {
        m_words = "--home " + (m_folder.path() / "real").string() + " ";
        done("init --administrator ana --name 'Ana López' --pki-contact pki@example.gt" + m_password);
        done("operator login ana" + m_password);
        enrol("eva", "security_officer");
    }
};

TEST_F(RealInstitution, UsesNoKeyBeforeItIsPublished) {
    EXPECT_THAT(done("pki status --as ana"), HasSubstr("hecha, sin publicar"));
    const auto early = ask("pki publish DS-0001 --reference PKD --as eva --second ana");
    EXPECT_EQ(early.exitCode, 1);
    EXPECT_THAT(early.output, HasSubstr("Publique primero CSCA-0001"));
    EXPECT_EQ(ask("pki crl --as eva --second ana").exitCode, 1);
    done("pki publish CSCA-0001 --reference 'nota verbal 1' --as eva --second ana");
    EXPECT_THAT(done("pki publish DS-0001 --reference PKD --as eva --second ana"), HasSubstr("firma"));
    done("pki crl --as eva --second ana");
}

}  // namespace
}  // namespace cli
