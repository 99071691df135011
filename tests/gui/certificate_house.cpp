// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/certificate_house.hpp"

#include "base/failure.hpp"
#include "base/xml.hpp"
#include "contract/acts_of_certifiers.hpp"
#include "contract/acts_of_keys.hpp"
#include "contract/acts_of_registers.hpp"
#include "contract/acts_of_stock.hpp"
#include "inventory/item_catalogue.hpp"

namespace support {
namespace {

using namespace contract;

base::SecretBytes secret() { return base::SecretBytes::copyOf(kSigningSecret); }

std::string sheet(std::int64_t number) {
    const auto templates = sourceDir() / "templates";
    const auto items =
        base::expected(inventory::ItemCatalogue::load(templates / "items",
                                                      base::xml::Schema::compile(templates / "schemas" / "item.xsd")),
                       "items");
    return items.find("paper-security")->serial.serialOf(number);
}

void makeSigners(TrainingHouse& house) {
    PkiNewSigner signer{"seal-signer"};
    signer.code = "CE";
    const auto entry =
        base::expected(house.ask("security_officer", signer, "administrator"), "seal").keys.front().entry;
    base::expected(house.ask("security_officer", PkiPublish{entry, "ICAO PKD 1"}, "administrator"), entry);
    const std::pair<const char*, const char*> people[] = {{"certifier", "Certificadora de Control Migratorio"},
                                                          {"chief", "Jefe de la Unidad de Certificaciones"}};
    for (const auto& [person, title] : people)
        base::expected(house.ask("security_officer", CertifierEnrol{title, secret()}, person), person);
}

void importMovements(TrainingHouse& house) {
    const std::string csv =
        "apellidos;nombres;nacimiento;nacionalidad;documento;fecha;hora;tipo;puesto;destino\r\n"
        "Nunez Cabrera;Maria;1988-07-14;GTM;B7654321;2020-02-03;06:15;salida;La Aurora;México\r\n";
    const auto upload = base::expected(house.bring("supervisor", base::bytesOf(csv)), "upload");
    base::expected(house.ask("supervisor", RegisterImport{"movimientos", "prueba", upload, false, {}}), "import");
}

void receivePaper(TrainingHouse& house) {
    constexpr std::int64_t kSheets = 4;
    const auto manifest = "<manifest supplier=\"Imprenta\" purchase=\"OC-1\"><range item=\"paper-security\" first=\"" +
                          sheet(1) + "\" last=\"" + sheet(kSheets) + "\"/></manifest>";
    base::expected(house.ask("custodian", StockReceive{base::bytesOf(manifest)}, "custodian2"), "receive");
    base::expected(house.ask("custodian", StockIssue{"paper-security", kSheets, "linea-1"}, "custodian2"), "issue");
}

const TrainingHouse& prepared() {
    static const auto house = [] {
        auto made = std::make_unique<TrainingHouse>();
        made->enrol("clerk2", "clerk");
        made->enrol("chief", "supervisor");
        makeSigners(*made);
        importMovements(*made);
        receivePaper(*made);
        made->closeOffice();
        return made;
    }();
    return *house;
}

}  // namespace

CertificateHouse::CertificateHouse() : m_house(std::make_unique<TrainingHouse>(prepared(), std::string{})) {}

CertificateRequest CertificateHouse::wanted(const std::string& receipt) {
    CertificateRequest asked;
    asked.type = "negativa";
    asked.applicant = {"Maria Nunez Cabrera", "DPI 2456 78901 0101", "F", "holder", {}, {}, "maria@ejemplo.gt"};
    asked.holder = {"Nunez Cabrera", "Maria", "1990-02-28", "F", "guatemalteca", "pasaporte", "A1234567"};
    asked.requirements = {{"dpi", base::bytesOf("%PDF-1.7 copia")}};
    asked.receipt = receipt;
    asked.paid = "USD 10.00";
    return asked;
}

std::string CertificateHouse::requested(const std::string& receipt) {
    return base::expected(m_house->ask("clerk", wanted(receipt)), "request").request;
}

std::string CertificateHouse::searched() {
    const auto holder = *wanted("").holder;
    const SoughtPerson sought{holder.surnames, holder.givenNames, holder.born, {}, {}};
    const auto opened = base::expected(m_house->ask("clerk", DiligenceOpen{sought, {"movimientos"}}), "open");
    for (const auto& each : opened.candidates)
        base::expected(m_house->ask("clerk", DiligenceDecide{opened.number, each.position, "namesake", "Otra fecha"}),
                       "decide");
    base::expected(m_house->ask("clerk", DiligenceConclude{opened.number}), "conclude");
    return opened.number;
}

std::string CertificateHouse::drafted(const std::string& receipt) {
    const auto request = requested(receipt);
    CertificateDraft asked{request, {}, searched()};
    asked.values = {{"fundamento", "el acuerdo interno 12-2026"},
                    {"desde", "2016-01-01"},
                    {"hasta", "2026-11-25"},
                    {"registro", "de movimiento migratorio"}};
    base::expected(m_house->ask("clerk", asked), "draft");
    return request;
}

std::string CertificateHouse::reviewed(const std::string& receipt) {
    const auto request = drafted(receipt);
    base::expected(m_house->ask("clerk2", CertificateReview{request, 1}), "review");
    return request;
}

SignedCertificate CertificateHouse::issued(const std::string& receipt) {
    const auto done = m_house->ask("certifier", CertificateSign{{reviewed(receipt)}, secret(), {}});
    return base::expected(done, "sign").certificates.front();
}

std::string CertificateHouse::forLaw() {
    auto asked = wanted("");
    asked.type = "anulacion";
    asked.applicant = {"Ingrid Sical", "carne 8841", "F", "authority", "oficio 1", "6a avenida 3-11", {}};
    asked.requirements = {{"informe", base::bytesOf("%PDF-1.7 copia")}};
    asked.receipt.reset();
    asked.paid.reset();
    const auto request = base::expected(m_house->ask("clerk", asked), "request").request;
    CertificateDraft draft{request, {}, {}};
    for (const char* value : {"competencia", "fundamento", "tipo_afectado", "numero_afectado", "libreta", "causal",
                              "prueba", "folios_prueba", "destinatarios", "recurso", "plazo"})
        draft.values[value] = "algo";
    draft.values["recuperada"] = "no";
    base::expected(m_house->ask("clerk", draft), "draft");
    base::expected(m_house->ask("clerk2", CertificateReview{request, 1}), "review");
    return request;
}

CertificateShown CertificateHouse::shown(const std::string& id) {
    return base::expected(m_house->ask("clerk", CertificateShow{id}), id);
}

}  // namespace support
