// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <httplib.h>

#include <nlohmann/json.hpp>

#include "base/files.hpp"
#include "contract/acts.hpp"
#include "records/operators/permission_table.hpp"
#include "records/operators/role.hpp"
#include "service/door.hpp"
#include "tests/issuance/office/training_house.hpp"
#include "tests/service/test_certificates.hpp"
#include "tests/signing/house.hpp"

/// The document that the door gives of itself is followed to the letter: every act is asked as it says, by people whose
/// role it names, and every answer is judged by others' programs.
namespace service {
namespace {

using contract::Declaration;
using contract::Json;
using contract::People;

/// A value of a schema: every field, or only those that it requires.
Json sampleOf(const Json& schema, bool whole) {
    const auto& type = schema["type"].is_array() ? schema["type"].front() : schema["type"];
    if (type == "boolean") return whole;
    if (type == "integer") return 1;
    if (type == "string") return schema.contains("contentEncoding") ? "eA==" : "x";
    if (type == "array") return whole ? Json::array({sampleOf(schema["items"], whole)}) : Json::array();
    auto value = Json::object();
    if (!schema.contains("properties")) return value;
    const auto& required = schema.value("required", Json::array());
    for (const auto& [name, property] : schema["properties"].items())
        if (whole || std::find(required.begin(), required.end(), name) != required.end())
            value[name] = sampleOf(property, whole);
    return value;
}

class ApiDocumentTest : public testing::Test {
   protected:
    ApiDocumentTest() {
        for (const auto role : records::kAllRoles)
            if (role != records::Role::Administrator && role != records::Role::Custodian)
                m_house.enrol(another(std::string{records::nameOf(role)}), std::string{records::nameOf(role)});
        m_certificates.enrolled(m_house, "linea-1");
        DoorSettings settings;
        settings.certificate = m_certificates.path("server.pem");
        settings.key = m_certificates.path("server.key");
        settings.workstations = m_certificates.path("trusted.pem");
        m_door = std::make_unique<Door>(m_house.office(), settings);
        m_client = std::make_unique<httplib::SSLClient>("127.0.0.1", m_door->port(), m_certificates.path("linea-1.pem"),
                                                        m_certificates.path("linea-1.key"));
        m_client->set_ca_cert_path(m_certificates.path("house.pem"));
        m_client->set_keep_alive(true);
        m_client->set_tcp_nodelay(true);
        m_client->set_read_timeout(std::chrono::minutes{1});
    }
    static std::string another(const std::string& person) { return person + "2"; }

    /// Somebody of a role that permits it.
    static std::string personFor(std::string_view permission) {
        for (const auto role : records::kAllRoles)
            if (records::permits({role}, permission)) return std::string{records::nameOf(role)};
        return {};
    }
    [[nodiscard]] httplib::Headers headersFor(const Declaration& act) const {
        if (act.effect == contract::Effect::Opens) return {};
        const auto first = personFor(act.permission);
        httplib::Headers headers{{"Authorization", "Bearer " + m_house.token(first)}};
        if (act.people == People::One) return headers;
        const auto second = act.secondPermission.empty() ? first : personFor(act.secondPermission);
        const bool alone = second == first && first == "administrator";
        if (!alone) headers.emplace("Troquel-Second-Session", m_house.token(second == first ? another(first) : second));
        return headers;
    }
    /// Asks, and keeps what was answered.
    const Json& ask(const Declaration& act, const Json& request) {
        const auto path = "/acts/" + std::string{act.name};
        const auto reply = m_client->Post(path, headersFor(act), request.dump(), "application/json");
        if (!reply) throw std::runtime_error{path + ": " + httplib::to_string(reply.error())};
        m_answers.push_back({{"path", path}, {"status", reply->status}, {"body", Json::parse(reply->body)}});
        return m_answers.back();
    }
    static bool refusesForm(const Json& answer) {
        if (!answer["body"].contains("refused")) return false;
        for (const auto& fault : answer["body"]["refused"])
            if (fault["code"].get<std::string>().starts_with("contract.")) return true;
        return false;
    }

    support::TrainingHouse m_house;
    support::TestCertificates m_certificates;
    std::unique_ptr<Door> m_door;
    std::unique_ptr<httplib::SSLClient> m_client;
    Json m_answers = Json::array();
};

TEST_F(ApiDocumentTest, TellsEveryActAsItIs) {
    const auto given = m_client->Get("/openapi.json");
    ASSERT_TRUE(given);
    ASSERT_EQ(given->status, 200);
    const auto document = Json::parse(given->body);
    EXPECT_EQ(document["paths"].size(), std::tuple_size_v<contract::Acts> + 2);
    EXPECT_TRUE(document["paths"].contains("/events"));
    EXPECT_TRUE(document["paths"].contains("/content/{sha256}"));
    contract::forEachDeclaration([&](const Declaration& act) {
        const auto path = "/acts/" + std::string{act.name};
        ASSERT_TRUE(document["paths"].contains(path)) << path;
        const auto& schema = document["paths"][path]["post"]["requestBody"]["content"]["application/json"]["schema"];
        const auto whole = sampleOf(schema, true);
        const auto least = sampleOf(schema, false);
        EXPECT_FALSE(refusesForm(ask(act, whole))) << m_answers.back();
        EXPECT_FALSE(refusesForm(ask(act, least))) << m_answers.back();
        for (const auto& [name, value] : least.items()) {
            auto lacking = least;
            lacking.erase(name);
            EXPECT_TRUE(refusesForm(ask(act, lacking))) << path << " without " << name << ": " << m_answers.back();
        }
        auto beyond = whole;
        beyond["nobody-declared-this"] = 1;
        EXPECT_TRUE(refusesForm(ask(act, beyond))) << path << ": " << m_answers.back();
    });
    const support::ScratchFolder folder;
    base::writeFileDurably(folder.path() / "document.json", base::bytesOf(given->body));
    base::writeFileDurably(folder.path() / "answers.json", base::bytesOf(m_answers.dump()));
    const auto judged = signing::testing::run(
        "python3", {(support::sourceDir() / "tests/service/api_document_check.py").string(),
                    (support::sourceDir() / "tests/data/openapi/schema-3.1.json").string(),
                    (folder.path() / "document.json").string(), (folder.path() / "answers.json").string()});
    EXPECT_EQ(judged.exitCode, 0) << judged.output;
    EXPECT_NE(judged.output.find("faults 0"), std::string::npos) << judged.output;
    EXPECT_GT(std::ranges::count(m_answers, 200, [](const Json& answer) { return answer["status"].get<int>(); }), 40);
}

}  // namespace
}  // namespace service
