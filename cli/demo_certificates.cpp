// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "base/xml.hpp"
#include "cli/demo.hpp"
#include "cli/sending.hpp"
#include "contract/acts_of_certifiers.hpp"
#include "contract/acts_of_keys.hpp"
#include "contract/acts_of_orders.hpp"
#include "contract/acts_of_registers.hpp"

namespace cli {

/// A certificate of the demonstration: who asks for what, and what the clerk writes.
struct DemoCertificate {
    const char* type;
    contract::ApplicantNamed applicant;
    std::optional<contract::HolderNamed> holder;
    std::vector<std::string> requirements;
    const char* receipt;  ///< empty where it costs nothing
    contract::TextMap values;
    const char* annulledFor = "";  ///< empty where it stands
};

namespace {

using namespace base::literals;
using contract::ApplicantNamed;
using contract::HolderNamed;

constexpr const char* kDelegation = "el acuerdo interno de delegación de certificaciones vigente";
constexpr const char* kCompetence = "el reglamento interno que regula las funciones de esta Subdirección";
constexpr const char* kBasis = "las disposiciones citadas en los considerandos";
constexpr const char* kAppeal = "el recurso de revocatoria";
constexpr const char* kAppealTerm = "cinco días hábiles contados a partir del siguiente al de la notificación";

const HolderNamed kTraveller{"Xiloj Cutzal", "María Fernanda",      "1991-04-17", "F",
                             "guatemalteca", "pasaporte ordinario", "A2034561"};
const HolderNamed kNobody{"Quiñónez Del Águila", "Óscar Iván",          "1984-11-02", "M",
                          "guatemalteca",        "pasaporte ordinario", "A1987702"};
const HolderNamed kBound{
    "Caal Pop", "Domingo", "1979-06-30", "M", "guatemalteca", "documento personal de identificación", "2456789010101"};
const HolderNamed kResident{"Martínez Ochoa", "Lucía", "1988-01-09", "F", "hondureña", "pasaporte", "E551203"};

ApplicantNamed holderAsks(const HolderNamed& holder, const std::string& identification) {
    return {holder.givenNames + " " + holder.surnames,
            identification,
            holder.gender == "F" ? "F" : "M",
            "holder",
            {},
            "6a avenida 3-11, zona 4, ciudad de Guatemala",
            {}};
}
ApplicantNamed authorityAsks() {
    return {"Ingrid Marroquín Sical",
            "carné judicial 8841",
            "F",
            "authority",
            "oficio 112-2026 del Juzgado Primero",
            "21 calle 7-70, zona 1, ciudad de Guatemala",
            {}};
}

std::vector<DemoCertificate> demoCertificates() {
    return {{"movimientos",
             holderAsks(kTraveller, "DPI 2456 78901 0101"),
             kTraveller,
             {"dpi"},
             "63-A 0187442",
             {{"fundamento", kDelegation}, {"desde", "2010-01-01"}, {"hasta", "2026-10-31"}}},
            {"negativa",
             holderAsks(kNobody, "DPI 1987 70201 0101"),
             kNobody,
             {"dpi"},
             "63-A 0187443",
             {{"fundamento", kDelegation},
              {"desde", "2016-01-01"},
              {"hasta", "2026-10-31"},
              {"registro", "de movimiento migratorio"}}},
            {"arraigo", authorityAsks(), kBound, {"dpi"}, "63-A 0187444", {{"fundamento", kDelegation}}},
            {"residencia",
             holderAsks(kResident, "pasaporte E551203"),
             kResident,
             {"pasaporte"},
             "63-A 0187445",
             {{"fundamento", kDelegation}}},
            {"visas",
             holderAsks(kResident, "pasaporte E551203"),
             kResident,
             {"pasaporte"},
             "63-A 0187446",
             {{"fundamento", kDelegation}}},
            {"custodia",
             authorityAsks(),
             {},
             {},
             "",
             {{"fundamento", kDelegation},
              {"custodio", "Eva Xicay Morales, Custodia de documentos en blanco"},
              {"ubicacion", "la bóveda de la sede central"},
              {"corte", "2026-10-31"},
              {"piezas", "140"},
              {"detalle", "pasaporte ordinario, series A0000021 a A0000160"},
              {"acta", "ACTA-2026-000001"}}},
            {"copia-certificada",
             holderAsks(kResident, "pasaporte E551203"),
             kResident,
             {"dpi"},
             "63-A 0187447",
             {{"fundamento", kDelegation},
              {"expediente_copiado", "EXP-RES-2023-01402"},
              {"asunto", "solicitud de residencia permanente"},
              {"folios_copiados", "84"},
              {"alcance", "completa"}}},
            {"resolucion-aprobatoria",
             holderAsks(kResident, "pasaporte E551203"),
             kResident,
             {"solicitud"},
             "",
             {{"competencia", kCompetence},
              {"fundamento", kBasis},
              {"asunto", "la emisión de documento especial de viaje"},
              {"norma", "el procedimiento aplicable a los documentos especiales de viaje"},
              {"folios_prueba", "2 al 19"},
              {"plazo_vigencia", "doce meses contados a partir de su emisión"},
              {"recurso", kAppeal},
              {"plazo", kAppealTerm}}},
            {"anulacion",
             authorityAsks(),
             kTraveller,
             {"informe"},
             "",
             {{"competencia", kCompetence},
              {"fundamento", kBasis},
              {"tipo_afectado", "pasaporte ordinario"},
              {"numero_afectado", "A2034561"},
              {"libreta", "A2034561"},
              {"causal", "la denuncia de pérdida"},
              {"prueba", "la denuncia presentada y el informe 97-2026 de la unidad de registro"},
              {"folios_prueba", "1 al 6"},
              {"recuperada", "no"},
              {"destinatarios", "los puestos de control migratorio y al registro internacional de documentos perdidos"},
              {"recurso", kAppeal},
              {"plazo", kAppealTerm}}},
            {"previo",
             holderAsks(kNobody, "DPI 1987 70201 0101"),
             kNobody,
             {"solicitud"},
             "",
             {{"competencia", kCompetence},
              {"fundamento", kBasis},
              {"asunto", "la emisión de pasaporte ordinario"},
              {"deficiencia_1", "el documento de identificación presentado no está vigente"},
              {"deficiencia_2", "la representación con que se actúa no está acreditada"},
              {"norma", "la lista de requisitos vigente"},
              {"plazo_subsanar", "diez días hábiles contados a partir del siguiente al de la notificación"}}},
            {"negativa",
             holderAsks(kNobody, "DPI 1987 70201 0101"),
             kNobody,
             {"dpi"},
             "63-A 0187448",
             {{"fundamento", kDelegation},
              {"desde", "2016-01-01"},
              {"hasta", "2026-10-31"},
              {"registro", "de movimiento migratorio"}},
             "El solicitante presentó un documento de identificación alterado"}};
}

constexpr const char* kWho = "apellidos;nombres;nacimiento;nacionalidad;documento;";
std::string who(const HolderNamed& person, const char* nationality) {
    return fmt::format("{};{};{};{};{};", person.surnames, person.givenNames, person.born, nationality,
                       person.document);
}

/// Thirty journeys there and back, and a namesake born in another year with two.
std::string movementsOfDemo() {
    constexpr int kJourneys = 30;
    constexpr const char* kPosts[] = {"Aeropuerto Internacional La Aurora", "Pedro de Alvarado", "Tecún Umán II"};
    constexpr const char* kPlaces[] = {"México", "El Salvador", "España", "Costa Rica"};
    std::string csv = fmt::format("{}fecha;hora;tipo;puesto;destino\r\n", kWho);
    auto namesake = kTraveller;
    namesake.born = "1974-09-03";
    namesake.document = "A1200456";
    for (int journey = 0; journey < kJourneys; ++journey) {
        const int year = 2012 + journey / 2;
        const int month = 2 + 6 * (journey % 2);
        const auto& post = kPosts[static_cast<std::size_t>(journey) % std::size(kPosts)];
        const auto& place = kPlaces[static_cast<std::size_t>(journey) % std::size(kPlaces)];
        csv += fmt::format("{}{}-{:02}-05;06:{:02};salida;{};{}\r\n", who(kTraveller, "GTM"), year, month, journey + 10,
                           post, place);
        csv += fmt::format("{}{}-{:02}-19;21:{:02};entrada;{};{}\r\n", who(kTraveller, "GTM"), year, month,
                           journey + 12, post, place);
    }
    csv += who(namesake, "GTM") + "2019-03-02;08:15;salida;Tecún Umán II;México\r\n";
    return csv + who(namesake, "GTM") + "2019-03-09;17:40;entrada;Tecún Umán II;México\r\n";
}
std::string alertsOfDemo() {
    return fmt::format(
        "{0}tipo;autoridad;oficio;fecha;estado\r\n{1}arraigo;Juzgado Segundo de Familia;"
        "01045-2024-00311;2024-05-14;vigente\r\n{1}alerta;Ministerio Público;FE-2025-117;2025-02-03;"
        "levantada\r\n",
        kWho, who(kBound, "GTM"));
}
std::string residencesOfDemo() {
    return fmt::format(
        "{0}categoria;desde;hasta;resolucion\r\n{1}residente temporal;2018-06-01;2023-05-31;"
        "RES-EXT-2018-0711\r\n{1}residente permanente;2023-06-12;;RES-EXT-2023-1402\r\n",
        kWho, who(kResident, "HND"));
}
std::string visasOfDemo() {
    return fmt::format(
        "{0}clase;numero;desde;hasta;entradas\r\n{1}Visa consultada de turismo;V-004411;2017-03-01;"
        "2017-05-30;una\r\n{1}Visa de negocios;V-005120;2018-01-15;2019-01-14;múltiples\r\n",
        kWho, who(kResident, "HND"));
}

/// The holder of an order of the capture station's file, who shows their document at the counter.
HolderNamed holderOfOrder(const base::xml::Document& file, const std::string& reference, const std::string& document) {
    for (const auto& order : file.root().children("order")) {
        if (order.attributeOr("id", "") != reference) continue;
        const auto holder = order.child("holder").value();
        return {holder.childText("surname"),
                holder.childText("given-names"),
                holder.childText("date-of-birth"),
                holder.childText("sex"),
                "guatemalteca",
                "pasaporte ordinario",
                document};
    }
    throw base::Failure{"office.material-missing"_code, base::NextStep::Stop, reference};
}

/// The copy of what was brought: a page that says so.
base::Bytes copyOfPaper() { return base::bytesOf("%PDF-1.4\n% copia de demostración\n%%EOF\n"); }

}  // namespace

void Demo::enrolSigners() {
    contract::PkiNewSigner sealSigner{"seal-signer"};
    sealSigner.code = "CE";
    const auto made = askAs("sergio", sealSigner, "ana");
    const auto& seal = made.keys.front().entry;
    askAs("sergio", contract::PkiPublish{seal, "Demostración"}, "ana");
    const std::pair<const char*, const char*> kSigners[] = {{"carla", "Certificadora de Control Migratorio"},
                                                            {"sofia", "Jefa de la Unidad de Certificaciones"}};
    for (const auto& [user, title] : kSigners) {
        m_signingSecrets[user] = base::randomId();
        askAs("sergio", contract::CertifierEnrol{title, base::SecretBytes::copyOf(m_signingSecrets[user])}, user);
        m_desk.say(fmt::format("  Llave de firma de {}: {}", user, title),
                   fmt::format("  Signing key of {}: {}", user, title));
    }
    for (const auto& type : askAs("clara", contract::CertificateTypes{}).types) {
        m_registersOf[type.type] = type.registers;
        m_fees[type.type] = type.fee;
        if (type.legalReview) m_legallyReviewed.insert(type.type);
    }
}

void Demo::importRegisters() {
    const std::pair<const char*, std::string> kRegisters[] = {{"movimientos", movementsOfDemo()},
                                                              {"alertas", alertsOfDemo()},
                                                              {"residencias", residencesOfDemo()},
                                                              {"visas", visasOfDemo()}};
    const auto import = [&](const std::string& name, const std::string& source, const base::Bytes& csv) {
        m_desk.asUser = "ana";
        m_desk.secondUser.clear();
        const auto upload = sendOctets(m_desk, csv);
        const auto imported = askAs("ana", contract::RegisterImport{name, source, upload, false, std::nullopt});
        m_desk.say(fmt::format("  Registro {} de {}: {} renglones, {} en cuarentena", name, source, imported.rows,
                               imported.quarantined),
                   fmt::format("  Register {} of {}: {} lines, {} quarantined", name, source, imported.rows,
                               imported.quarantined));
    };
    for (const auto& [name, csv] : kRegisters) {
        import(name, "demostracion", base::bytesOf(csv));
        import(name, "control-migratorio", material(std::string{name} + ".csv"));
    }
}

// The clerk decides each candidate: the same person where all that is known agrees, else a namesake.
std::string Demo::searchedFor(const HolderNamed& holder, const std::vector<std::string>& registers) {
    const contract::SoughtPerson sought{holder.surnames, holder.givenNames, holder.born, holder.document, {}};
    const auto found = askAs("clara", contract::DiligenceOpen{sought, registers});
    for (const auto& candidate : found.candidates) {
        const bool same = candidate.surnames == holder.surnames && candidate.givenNames == holder.givenNames &&
                          candidate.born == holder.born;
        askAs("clara", contract::DiligenceDecide{found.number, candidate.position, same ? "same" : "namesake",
                                                 same ? "Coinciden nombres, apellidos, nacimiento y documento"
                                                      : "Difieren la fecha de nacimiento y el documento"});
    }
    askAs("clara", contract::DiligenceConclude{found.number});
    return found.number;
}

void Demo::certify(const DemoCertificate& wanted) {
    contract::CertificateRequest request{wanted.type, wanted.applicant, wanted.holder, {}, {}};
    for (const auto& code : wanted.requirements) request.requirements.push_back({code, copyOfPaper()});
    if (wanted.applicant.capacity == "authority" && std::string{wanted.type} == "arraigo")
        request.applicant.proof = "oficio 114-2026";
    if (*wanted.receipt != '\0') {
        request.receipt = wanted.receipt;
        request.paid = m_fees[wanted.type];
    }
    const auto taken = askAs("clara", request);
    contract::CertificateDraft draft{taken.request, wanted.values, {}};
    const auto& registers = m_registersOf[wanted.type];
    if (!registers.empty()) draft.diligence = searchedFor(*wanted.holder, registers);
    const auto drafted = askAs("clara", draft);
    askAs("mario", contract::CertificateReview{taken.request, drafted.draft});
    if (m_legallyReviewed.contains(wanted.type))
        askAs("luisa", contract::CertificateLegalReview{taken.request, drafted.draft, "agreed", "Dictamen favorable"});
    contract::CertificateSign sign{{taken.request}, base::SecretBytes::copyOf(m_signingSecrets["carla"]), "sofia"};
    const auto done = askAs("carla", sign).certificates.front();
    if (done.stage == "signed")
        askAs("sofia",
              contract::CertificateEndorse{{taken.request}, base::SecretBytes::copyOf(m_signingSecrets["sofia"])});
    if (*wanted.annulledFor != '\0')
        askAs("carla", contract::CertificateAnnul{done.number, wanted.annulledFor}, "sofia");
    m_certificates.push_back(done.number);
    m_desk.say(fmt::format("  {}  {}  {}", done.number, done.code, wanted.type),
               fmt::format("  {}  {}  {}", done.number, done.code, wanted.type));
}

// Of the order that took two booklets: the certificate shows the one that was issued.
void Demo::certifyOwnDocument() {
    const auto file = base::expected(base::xml::Document::parse(material("orders.xml")), "orders.xml");
    const auto order = askAs("clara", contract::OrderShow{m_damaged});
    const auto holder = holderOfOrder(file, order.reference, order.order.document);
    certify({"pasaportes",
             holderAsks(holder, "pasaporte " + holder.document),
             holder,
             {"dpi"},
             "63-A 0187449",
             {{"fundamento", kDelegation}}});
}

void Demo::writeCertificates() {
    chapter("Certificaciones y resoluciones", "Certificates and resolutions");
    enrolSigners();
    importRegisters();
    for (const auto& wanted : demoCertificates()) certify(wanted);
    certifyOwnDocument();
    leaveCertificates();
}

void Demo::leaveCertificates() {
    for (const auto& number : m_certificates)
        for (const auto& file : askAs("clara", contract::CertificateFiles{number}).files)
            save(m_folder / "certificates" / file.name, file.content);
}

}  // namespace cli
