// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "base/files.hpp"
#include "contract/acts_of_certificates.hpp"
#include "contract/acts_of_certifiers.hpp"
#include "contract/acts_of_keys.hpp"
#include "contract/acts_of_notifications.hpp"
#include "contract/acts_of_papers.hpp"
#include "contract/acts_of_registers.hpp"
#include "contract/acts_of_reports.hpp"
#include "contract/acts_of_spoilage.hpp"
#include "contract/acts_of_stock.hpp"
#include "inventory/item_catalogue.hpp"
#include "issuance/certificate/local_day.hpp"
#include "issuance/office/institution.hpp"
#include "signing/seals/act_seal.hpp"
#include "signing/seals/seal_verification.hpp"
#include "tests/issuance/office/training_house.hpp"
#include "tests/signing/house.hpp"
#include "tests/support/engine_test.hpp"
#include "tests/support/ipp_test_printer.hpp"
#include "tests/support/postgres_cluster.hpp"

namespace issuance {

using namespace base::literals;
using namespace contract;
using signing::testing::run;
using testing::HasSubstr;
using testing::SizeIs;

inline constexpr const char* kSecret = "clave de firma larga";

/// A house with all who work on certificates, and what they do every day.
class CertificatesAtTheOffice : public testing::TestWithParam<records::Engine> {
   protected:
    CertificatesAtTheOffice()
        : m_database(GetParam() == records::Engine::Postgresql ? support::PostgresCluster::instance().createDatabase()
                                                               : ""),
          m_house(m_database.empty()
                      ? ""
                      : support::PostgresCluster::instance().address(m_database, support::PostgresCluster::kOwner)) {
        m_house.enrol("clerk2", "clerk");
        m_house.enrol("chief", "supervisor");
    }
    ~CertificatesAtTheOffice() override {
        m_house.closeOffice();
        if (!m_database.empty()) support::PostgresCluster::instance().dropDatabase(m_database);
    }

    static base::SecretBytes secret() { return base::SecretBytes::copyOf(kSecret); }
    void makeSealSigner() {
        PkiNewSigner signer{"seal-signer"};
        signer.code = "CE";
        const auto made = m_house.ask("security_officer", signer, "administrator");
        const auto entry = base::expected(made, "seal signer").keys.front().entry;
        base::expected(m_house.ask("security_officer", PkiPublish{entry, "ICAO PKD 1"}, "administrator"), entry);
    }
    void enrolSigner(const std::string& person, const std::string& title) {
        base::expected(m_house.ask("security_officer", CertifierEnrol{title, secret()}, person), person);
    }
    void readyToSign() {
        makeSealSigner();
        enrolSigner("certifier", "Certificadora de Control Migratorio");
        enrolSigner("chief", "Jefe de la Unidad de Certificaciones");
    }

    static CertificateRequest wanted(const std::string& receipt) {
        CertificateRequest asked;
        asked.type = "negativa";
        asked.applicant = {"María Núñez Cabrera", "DPI 2456 78901 0101", "F", "holder", {}, {}, "maria@ejemplo.gt"};
        asked.holder = {"Núñez Cabrera", "María", "1990-02-28", "F", "guatemalteca", "pasaporte", "A1234567"};
        asked.requirements = {{"dpi", base::bytesOf("%PDF-1.7 copia")}};
        asked.receipt = receipt;
        asked.paid = "USD 10.00";
        return asked;
    }
    std::string requested(const std::string& receipt = "63-A 1") {
        return base::expected(m_house.ask("clerk", wanted(receipt)), "request").request;
    }
    void importMovements(const std::string& person) {
        const auto csv = "apellidos;nombres;nacimiento;nacionalidad;documento;fecha;hora;tipo;puesto;destino\r\n" +
                         person + ";2020-02-03;06:15;salida;La Aurora;México\r\n";
        const auto upload = base::expected(m_house.bring("supervisor", base::bytesOf(csv)), "upload");
        base::expected(m_house.ask("supervisor", RegisterImport{"movimientos", "prueba", upload, false, {}}), "import");
    }
    /// A concluded search for the holder; whoever is found is the holder.
    std::string searched() {
        const auto holder = *wanted("").holder;
        const SoughtPerson sought{holder.surnames, holder.givenNames, holder.born, {}, {}};
        const auto opened = base::expected(m_house.ask("clerk", DiligenceOpen{sought, {"movimientos"}}), "open");
        for (const auto& each : opened.candidates)
            base::expected(m_house.ask("clerk", DiligenceDecide{opened.number, each.position, "same", "coincide"}),
                           "decide");
        base::expected(m_house.ask("clerk", DiligenceConclude{opened.number}), "conclude");
        return opened.number;
    }
    CertificateDraft draftOf(const std::string& request) {
        if (m_diligence.empty()) {
            importMovements("Otro Apellido;Persona Distinta;1950-05-05;GTM;Z1");
            m_diligence = searched();
        }
        CertificateDraft asked{request, {}, m_diligence};
        asked.values = {{"fundamento", "el acuerdo interno 12-2026"},
                        {"desde", "2016-01-01"},
                        {"hasta", "2026-11-25"},
                        {"registro", "de movimiento migratorio"}};
        return asked;
    }
    std::int64_t drafted(const std::string& request) {
        return base::expected(m_house.ask("clerk", draftOf(request)), "draft").draft;
    }
    /// A resolution that two people sign, reviewed; the legal adviser is next.
    std::string resolutionForLaw(const std::string& reviewer = "clerk2") {
        CertificateRequest asked = wanted("");
        asked.type = "anulacion";
        asked.applicant = {"Ingrid Sical", "carné 8841", "F", "authority", "oficio 1", "6a avenida 3-11", {}};
        asked.requirements = {{"informe", base::bytesOf("%PDF-1.7 copia")}};
        asked.receipt.reset();
        asked.paid.reset();
        const auto request = base::expected(m_house.ask("clerk", asked), "request").request;
        CertificateDraft draft{request, {}, {}};
        for (const char* value : {"competencia", "fundamento", "tipo_afectado", "numero_afectado", "libreta", "causal",
                                  "prueba", "folios_prueba", "destinatarios", "recurso", "plazo"})
            draft.values[value] = "algo";
        draft.values["recuperada"] = "no";
        const auto written = base::expected(m_house.ask("clerk", draft), "draft").draft;
        base::expected(m_house.ask(reviewer, CertificateReview{request, written}), "review");
        return request;
    }
    std::string resolutionReviewed() {
        const auto request = resolutionForLaw();
        base::expected(m_house.ask("legal_adviser", CertificateLegalReview{request, 1, "agreed", "Dictamen 4-2026"}),
                       "legal review");
        return request;
    }
    std::string reviewed() {
        const auto request = requested();
        base::expected(m_house.ask("clerk2", CertificateReview{request, drafted(request)}), "review");
        return request;
    }
    SignedCertificate signedOne() {
        const auto done = base::expected(m_house.ask("certifier", CertificateSign{{reviewed()}, secret(), {}}), "sign");
        return done.certificates.front();
    }
    std::string stage(const std::string& id) {
        return base::expected(m_house.ask("clerk", CertificateShow{id}), id).line.stage;
    }
    std::vector<NamedFile> files(const std::string& number) {
        return base::expected(m_house.ask("clerk", CertificateFiles{number}), number).files;
    }

    static CertificateReissue again(const std::string& number, const std::string& receipt,
                                    const std::string& manner = "paper") {
        return {number, "María Núñez Cabrera", "DPI 2456 78901 0101", "lost", manner, {}, receipt, "USD 10.00"};
    }
    /// The database as its owner has it.
    std::unique_ptr<records::Connection> books() {
        const HomeFiles files{m_house.home()};
        m_books = records::Database::open(files.databaseAddress(Institution::load(files.home)));
        return m_books->connect();
    }
    /// The certificate was issued so many days earlier.
    void age(const std::string& number, std::int64_t days) {
        const auto request = base::expected(m_house.ask("clerk", CertificateShow{number}), number).line.request;
        const auto connection = books();
        if (connection->engine() == records::Engine::Sqlite)
            connection->executeScript("DROP TRIGGER IF EXISTS certificate_step_refuses_UPDATE");
        const auto then = base::formatTimestamp(base::SystemClock{}.now() - std::chrono::days{days});
        connection->execute("UPDATE certificate_step SET time = ?2 WHERE request = ?1 AND step IN ('sign', 'endorse')",
                            {request, then});
    }
    std::vector<CertificateLine> uncollected() {
        return base::expected(m_house.ask("clerk", CertificateList{"uncollected"}), "list").certificates;
    }
    static std::string sheet(std::int64_t number) {
        const auto templates = support::sourceDir() / "templates";
        static const auto items =
            base::expected(inventory::ItemCatalogue::load(
                               templates / "items", base::xml::Schema::compile(templates / "schemas" / "item.xsd")),
                           "items");
        return items.find("paper-security")->serial.serialOf(number);
    }
    /// Security paper received and given to the workstation's shift.
    void receivePaper(std::int64_t quantity) {
        const auto manifest =
            "<manifest supplier=\"Imprenta\" purchase=\"OC-1\"><range item=\"paper-security\" first=\"" + sheet(1) +
            "\" last=\"" + sheet(quantity) + "\"/></manifest>";
        base::expected(m_house.ask("custodian", StockReceive{base::bytesOf(manifest)}, "custodian2"), "receive");
        base::expected(m_house.ask("custodian", StockIssue{"paper-security", quantity, "linea-1"}, "custodian2"),
                       "issue");
    }

    /// A certificate that was printed, that nobody collected, and whose paper is to be destroyed.
    std::string archivedForDestruction(std::int64_t sheets) {
        readyToSign();
        receivePaper(sheets);
        const auto number = signedOne().number;
        base::expected(m_house.ask("clerk", CertificatePrint{number, "folder"}), "print");
        age(number, 31);
        base::expected(m_house.ask("supervisor", CertificateArchive{number, "destroy", "Nadie vino"}), "archive");
        return number;
    }

    std::string m_database;
    support::TrainingHouse m_house;
    std::string m_diligence;
    std::unique_ptr<records::Database> m_books;
};

template <class T>
std::string refusalOf(const base::Result<T>& result) {
    return result ? "" : result.refusal().first().code.name();
}

}  // namespace issuance
