// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/issuance/office/training_house.hpp"

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "base/files.hpp"
#include "contract/acts_of_line.hpp"
#include "contract/acts_of_orders.hpp"
#include "contract/acts_of_people.hpp"
#include "contract/acts_of_stock.hpp"
#include "issuance/office/institution.hpp"

namespace support {
namespace {

constexpr const char* kPassword = "clave de prueba larga";
constexpr const char* kWorkstation = "linea-1";
constexpr const char* kRoles[] = {"operator", "inspector",           "supervisor",    "custodian",
                                  "clerk",    "certifier",           "legal_adviser", "security_officer",
                                  "auditor",  "confidential_officer"};
constexpr const char* kItems[] = {"booklet-ordinary", "booklet-official", "booklet-special", "card-visitor",
                                  "card-worker"};

}  // namespace

TrainingHouse::TrainingHouse(const std::string& database)
    : TrainingHouse(
          [&] {
              issuance::Founding founding;
              founding.database = database;
              return founding;
          }(),
          {}) {}

TrainingHouse::TrainingHouse(issuance::Founding founding, issuance::SecretEntry askSecret)
    : m_askSecret(std::move(askSecret)) {
    founding.administratorUser = "admin";
    founding.administratorName = "Administradora";
    founding.administratorPassword = base::SecretBytes::copyOf(kPassword);
    founding.training = true;
    base::expected(issuance::foundInstitution(home(), std::move(founding), m_askSecret), "founding");
    reopenOffice();
    logIn("admin", kPassword);
    m_tokens["administrator"] = m_tokens.at("admin");
    for (const char* role : kRoles) enrol(role, role);
    m_office->enrol(token("administrator"), token("security_officer"));
    // The first act through a door has entries of its own in the journal: let it be this one.
    enrol("custodian2", "custodian");
}

TrainingHouse::TrainingHouse(const TrainingHouse& prepared, const std::string& database) : m_tokens(prepared.m_tokens) {
    std::filesystem::copy(prepared.home(), home(), std::filesystem::copy_options::recursive);
    if (exists(prepared.desk()))
        std::filesystem::copy(prepared.desk(), desk(), std::filesystem::copy_options::recursive);
    if (!database.empty()) {
        auto institution = issuance::Institution::load(home());
        institution.database = database;
        institution.save(home());
    }
    reopenOffice();
}

base::Result<std::string> TrainingHouse::bring(const std::string& person, base::BytesView content) {
    const contract::ContentPart part{base::toHex(base::sha256(content)), static_cast<std::int64_t>(content.size()), 0,
                                     content};
    const auto arrived = office().bring({token(person)}, part);
    if (!arrived) return arrived.refusal();
    return part.sha256;
}

void TrainingHouse::keepSessionsForProgram() const {
    std::filesystem::create_directories(home() / "sessions");
    for (const auto& [person, token] : m_tokens)
        base::writeSecretFileDurably(home() / "sessions" / person, base::bytesOf(token));
}

void TrainingHouse::logIn(const std::string& person, const std::string& password) {
    m_tokens[person] =
        base::expected(office().ask({}, contract::SessionOpen{person, password, kWorkstation}), person).token;
}

void TrainingHouse::logInAgain(const std::string& person) { logIn(person, kPassword); }

void TrainingHouse::enrol(const std::string& person, const std::string& role, const std::string& second) {
    std::vector<std::string> roles{role};
    if (!second.empty()) roles.push_back(second);
    base::expected(ask("admin", contract::OperatorCreate{person, "Persona " + person, kPassword, roles, "2035-12-31"}),
                   person);
    logIn(person, kPassword);
}

base::Bytes TrainingHouse::material(const std::string& name) {
    for (auto& file : base::expected(ask("operator", contract::TrainingMaterial{}), "material").files)
        if (file.name == name) return file.content;
    return {};
}

void TrainingHouse::stockAndOrders() {
    base::expected(ask("custodian", contract::StockReceive{material("manifest.xml")}, "custodian2"), "receipt");
    for (const char* item : kItems)
        base::expected(ask("custodian", contract::StockIssue{item, 10, kWorkstation}, "custodian2"), item);
    const auto files = base::expected(ask("operator", contract::TrainingMaterial{}), "material").files;
    base::expected(ask("operator", contract::OrderImport{files[1].content, files[2].content, std::nullopt}), "orders");
}

}  // namespace support
