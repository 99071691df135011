// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/office/training_institution.hpp"

#include <algorithm>
#include <map>

#include "base/failure.hpp"
#include "contract/acts_of_line.hpp"
#include "contract/acts_of_orders.hpp"
#include "contract/acts_of_people.hpp"
#include "contract/acts_of_stock.hpp"
#include "issuance/office/local_office_factory.hpp"

namespace issuance {
namespace {

using namespace base::literals;

constexpr TrainingPerson kPeople[] = {{"eva", "Eva Xicay Morales", "custodian"},
                                      {"luis", "Luis Paz Barrios", "custodian"},
                                      {"oscar", "Óscar Ixcot Tzul", "operator"},
                                      {"irma", "Irma Peñate Solís", "inspector"},
                                      {"sofia", "Sofía Núñez Cabrera", "supervisor"},
                                      {"raul", "Raúl Chávez Orellana", "auditor"},
                                      {"clara", "Clara Ajú Xol", "clerk"},
                                      {"mario", "Mario Tzul Coc", "clerk"},
                                      {"carla", "Carla Barrios Xicará", "certifier"},
                                      {"luisa", "Luisa Tambriz Ajanel", "legal_adviser"},
                                      {"sergio", "Sergio Paiz Güix", "security_officer"},
                                      {"rosa", "Rosa Caal Pop", "confidential_officer"}};
constexpr const char* kClearanceEnd = "2035-12-31";

/// The people of a new institution, who are logged in while it is made.
class Enrolment {
   public:
    Enrolment(contract::Office& office, std::string password) : m_office(office), m_password(std::move(password)) {
        logIn(kTrainingAdministrator.user);
    }
    ~Enrolment() { base::wipe(m_password); }
    Enrolment(const Enrolment&) = delete;
    Enrolment& operator=(const Enrolment&) = delete;

    void enrol(const TrainingPerson& person) {
        ask(kTrainingAdministrator.user,
            contract::OperatorCreate{person.user, person.name, m_password, {person.role}, kClearanceEnd});
        logIn(person.user);
    }
    template <contract::Request R>
    typename R::Answer ask(const std::string& user, const R& request, const std::string& second = {}) {
        const contract::Credentials both{m_tokens.at(user), second.empty() ? "" : m_tokens.at(second)};
        return base::expected(m_office.ask(both, request), R::kAct.name);
    }
    void logOutAll() {
        for (const auto& [user, token] : m_tokens) ask(user, contract::SessionClose{});
    }

   private:
    void logIn(const std::string& user) {
        const contract::SessionOpen request{user, m_password, kTrainingWorkstation};
        m_tokens[user] = base::expected(m_office.ask({}, request), user).token;
    }
    contract::Office& m_office;
    std::string m_password;
    std::map<std::string, std::string> m_tokens;
};

}  // namespace

std::span<const TrainingPerson> trainingPeople() { return kPeople; }

base::Bytes trainingFile(const contract::FilesGiven& given, std::string_view name) {
    const auto found = std::ranges::find(given.files, name, &contract::NamedFile::name);
    if (found == given.files.end())
        throw base::Failure{"office.material-missing"_code, base::NextStep::Stop, std::string{name}};
    return found->content;
}

base::Outcome foundTrainingInstitution(const std::filesystem::path& home, const base::SecretBytes& password,
                                       const std::function<void(TrainingPart)>& watch) {
    watch(TrainingPart::Keys);
    Founding founding;
    founding.workstation = kTrainingWorkstation;
    founding.administratorUser = kTrainingAdministrator.user;
    founding.administratorName = kTrainingAdministrator.name;
    founding.administratorPassword = base::SecretBytes::copyOf(password.reveal());
    founding.training = true;
    if (auto founded = foundInstitution(home, std::move(founding)); !founded) return founded;
    watch(TrainingPart::People);
    const auto office = openLocalOffice(home);
    Enrolment people{*office, base::textOf(password.reveal())};
    for (const auto& person : kPeople) people.enrol(person);
    watch(TrainingPart::Blanks);
    const auto material = people.ask("oscar", contract::TrainingMaterial{});
    people.ask("eva", contract::StockReceive{trainingFile(material, "manifest.xml")}, "luis");
    watch(TrainingPart::Orders);
    people.ask("oscar", contract::OrderImport{
                            trainingFile(material, "orders.xml"), trainingFile(material, "orders.xml.p7s"), {}});
    people.logOutAll();
    return {};
}

}  // namespace issuance
