// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <httplib.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "base/files.hpp"
#include "contract/acts.hpp"
#include "service/remote_office.hpp"
#include "tests/cli/program.hpp"
#include "tests/issuance/office/training_house.hpp"
#include "tests/service/running_program.hpp"
#include "tests/service/test_certificates.hpp"

/// Large files through the door, by services that are programs of their own.
namespace service {
namespace {

using namespace base::literals;
using namespace contract;
using namespace std::chrono_literals;
using testing::HasSubstr;

constexpr std::int64_t kMega = std::int64_t{1} << 20;
/// As often the same in turn, what arrived grows no more.
constexpr int kSettled = 6;

/// A file of octets that repeat, which nobody has to hold.
class LongFile {
   public:
    explicit LongFile(std::int64_t size) : m_size(size), m_block(base::randomBytes(kMega)) {
        base::Sha256Stream sum;
        for (std::int64_t at = 0; at < size; at += kMega) sum.add(from(at, kMega));
        m_name = base::toHex(sum.finish());
    }
    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] std::int64_t size() const { return m_size; }
    [[nodiscard]] base::BytesView from(std::int64_t offset, std::int64_t most) const {
        const auto at = offset % kMega;
        const auto length = std::min({most, kMega - at, m_size - offset});
        return base::BytesView{m_block}.subspan(static_cast<std::size_t>(at), static_cast<std::size_t>(length));
    }

   private:
    std::int64_t m_size;
    base::Bytes m_block;
    std::string m_name;
};

class ContentTest : public testing::Test {
   protected:
    ContentTest() {
        base::expected(m_house.ask("administrator", WorkstationCreate{"mostrador-1", "Mostrador 1", "central"}),
                       "place");
        for (const std::string name : {"linea-1", "mostrador-1"}) m_certificates.enrolled(m_house, name);
        base::expected(m_house.ask("administrator", ServiceCertify{{"127.0.0.1"}}, "security_officer"), "service");
        m_house.closeOffice();
        m_service = std::make_unique<support::RunningProgram>(TROQUELD_PROGRAM, settings());
    }
    [[nodiscard]] std::string path(const std::string& name) const { return m_certificates.path(name); }
    [[nodiscard]] std::string root() const { return (m_house.home() / "service" / "roots.pem").string(); }
    std::string settings() {
        base::writeFileDurably(path("troqueld.xml"),
                               "<service><home>" + m_house.home().string() +
                                   "</home><address>127.0.0.1</address><port>0</port><connections>16</connections>"
                                   "<largestRequest>1048576</largestRequest></service>");
        return path("troqueld.xml");
    }
    std::unique_ptr<Office> officeAt(const support::RunningProgram& service,
                                     const std::string& workstation = "linea-1") {
        return openRemoteOffice({service.url(), path(workstation + ".pem"), path(workstation + ".key"), root()});
    }
    std::unique_ptr<httplib::SSLClient> client() {
        auto made = std::make_unique<httplib::SSLClient>("127.0.0.1", m_service->port(), path("linea-1.pem"),
                                                         path("linea-1.key"));
        made->set_ca_cert_path(root());
        made->set_read_timeout(1min);
        made->set_write_timeout(1min);
        return made;
    }
    [[nodiscard]] httplib::Headers as(const std::string& person) const {
        return {{"Authorization", "Bearer " + m_house.token(person)}};
    }
    /// Sends a file in one request, as fast as it goes or with pauses, up to `until`.
    httplib::Result put(httplib::SSLClient& client, const LongFile& file, std::int64_t until,
                        std::chrono::milliseconds pause = 0ms, std::int64_t piece = kMega) {
        return client.Put(
            "/content/" + file.name(), as("custodian"), static_cast<std::size_t>(file.size()),
            [&, until, pause, piece](std::size_t offset, std::size_t /*length*/, httplib::DataSink& sink) {
                const auto at = static_cast<std::int64_t>(offset);
                if (at >= until) return false;
                const auto octets = file.from(at, piece);
                std::this_thread::sleep_for(pause);
                return sink.write(reinterpret_cast<const char*>(octets.data()), octets.size());
            },
            "application/octet-stream");
    }
    /// Kibibytes that the service holds, or held at most ("VmRSS", "VmHWM").
    [[nodiscard]] std::int64_t memory(const std::string& which) const {
        std::ifstream status{"/proc/" + std::to_string(m_service->process()) + "/status"};
        for (std::string line; std::getline(status, line);)
            if (line.starts_with(which + ":")) return std::stoll(line.substr(which.size() + 1));
        return 0;
    }

    support::TrainingHouse m_house;
    support::TestCertificates m_certificates;
    std::unique_ptr<support::RunningProgram> m_service;
};

TEST_F(ContentTest, ThreeHundredMegabytesPassWithoutBeingHeld) {
    const LongFile file{300 * kMega};
    const auto office = officeAt(*m_service);
    ASSERT_EQ(office->bring({m_house.token("custodian")}, {file.name(), file.size(), 0, {}}).value(), 0);
    const auto before = memory("VmHWM");
    ASSERT_GT(before, 0);
    const auto sent = put(*client(), file, file.size());
    ASSERT_TRUE(sent) << httplib::to_string(sent.error());
    EXPECT_EQ(sent->status, 200) << sent->body;
    EXPECT_THAT(sent->body, HasSubstr("\"arrived\":" + std::to_string(file.size())));
    EXPECT_LT(memory("VmHWM") - before, 24 * 1024) << "kibibytes more at its fullest";
    // Asked again it is there at once, by parts as well, at another service over the same home.
    support::RunningProgram other{TROQUELD_PROGRAM, settings()};
    EXPECT_EQ(officeAt(other)->bring({m_house.token("custodian")}, {file.name(), file.size(), 0, {}}).value(),
              file.size());
    EXPECT_EQ(officeAt(other)
                  ->bring({m_house.token("custodian")}, {file.name(), file.size(), 0, file.from(0, kMega)})
                  .value(),
              file.size());
}

TEST_F(ContentTest, WhatWasCutIsGoneOnWithFromWhereItEnded) {
    const LongFile file{12 * kMega};
    EXPECT_FALSE(put(*client(), file, 5 * kMega));
    const auto office = officeAt(*m_service);
    const Credentials custodian{m_house.token("custodian")};
    // The service may still be writing down what came before the cut.
    std::int64_t arrived = 0;
    for (int attempt = 0, same = 0; attempt < 200 && same < kSettled; ++attempt, std::this_thread::sleep_for(50ms)) {
        const auto now = office->bring(custodian, {file.name(), file.size(), 0, {}}).value();
        same = now > 0 && now == arrived ? same + 1 : 0;
        arrived = now;
    }
    EXPECT_GT(arrived, 0);
    EXPECT_LE(arrived, 5 * kMega);
    const auto told = client()->Head("/content/" + file.name(), as("custodian"));
    ASSERT_TRUE(told);
    EXPECT_EQ(told->status, 200);
    EXPECT_EQ(told->get_header_value("Upload-Offset"), std::to_string(arrived));
    // A part beyond what is there is refused; the rest is taken, by another service.
    EXPECT_TRUE(office->bring(custodian, {file.name(), file.size(), arrived + 1, file.from(arrived + 1, kMega)})
                    .refusal()
                    .has("office.upload-gap"_code));
    support::RunningProgram other{TROQUELD_PROGRAM, settings()};
    const auto elsewhere = officeAt(other);
    while (arrived < file.size())
        arrived = elsewhere->bring(custodian, {file.name(), file.size(), arrived, file.from(arrived, kMega)}).value();
    EXPECT_EQ(arrived, file.size());
}

TEST_F(ContentTest, WhatIsNotWhatItsNameSaysTooLargeOrWithoutARangeIsRefused) {
    const auto name = base::toHex(base::sha256(base::bytesOf("another")));
    const auto put = [&](const std::string& path, const httplib::Headers& more, const std::string& body) {
        auto headers = as("custodian");
        headers.insert(more.begin(), more.end());
        const auto reply = client()->Put(path, headers, body, "application/octet-stream");
        return reply ? std::to_string(reply->status) + " " + reply->body : "no reply";
    };
    EXPECT_THAT(put("/content/" + name, {}, "x"), HasSubstr("422 {\"refused\":[{\"code\":\"office.upload-mismatch\""));
    EXPECT_THAT(put("/content/" + name, {{"Content-Range", "bytes 0-0/536870913"}}, "x"),
                HasSubstr("office.upload-too-large"));
    for (const std::string range :
         {"bytes 0-5/10", "bytes */10", "0-0/1", "bytes 5-5/5", "bytes 0-0/99999999999999999999"})
        EXPECT_THAT(put("/content/" + name, {{"Content-Range", range}}, "x"), HasSubstr("400 ")) << range;
    // Announced as larger than any file: not read.
    httplib::Headers announced = as("custodian");
    announced.emplace("Content-Length", "600000000");
    const auto large = client()->Put("/content/" + name, announced, "x", "application/octet-stream");
    EXPECT_TRUE(!large || large->status == 413 || large->status == 422);
    for (const std::string odd : {"/content/", "/content/../../etc/passwd", "/content/%2e%2e%2fkeys",
                                  "/content/..%2f..%2fkeys", "/content/abc", "/other"}) {
        EXPECT_THAT(put(odd, {}, "x"), HasSubstr("404 ")) << odd;
        const auto got = client()->Get(odd, as("custodian"));
        ASSERT_TRUE(got) << odd;
        EXPECT_EQ(got->status, 404) << odd;
    }
    EXPECT_THAT(put("/content/" + std::string(64, 'A'), {}, "x"), HasSubstr("404 "));
    const auto clerk = client()->Put("/content/" + name, as("clerk"), "x", "application/octet-stream");
    ASSERT_TRUE(clerk);
    EXPECT_EQ(clerk->status, 403);
    const auto nobody = client()->Put("/content/" + name, httplib::Headers{}, "x", "application/octet-stream");
    ASSERT_TRUE(nobody);
    EXPECT_EQ(nobody->status, 401);
}

TEST_F(ContentTest, AClientThatIsTooSlowGivesItsPlaceBack) {
    const LongFile file{kMega};
    const auto slow = put(*client(), file, file.size(), 500ms, 512);
    EXPECT_TRUE(!slow || slow->status == 422) << slow->body;
    const auto office = officeAt(*m_service);
    EXPECT_LT(office->bring({m_house.token("custodian")}, {file.name(), file.size(), 0, {}}).value(), file.size());
}

TEST_F(ContentTest, ALargeFileOfAnAnswerIsFetchedByTheSessionToWhichItWasNamed) {
    const auto office = officeAt(*m_service);
    const Credentials there{m_house.token("auditor")}, administrator{m_house.token("administrator")};
    for (const std::string name : {"norte-1", "norte-2", "norte-3"}) {
        base::expected(office->ask(administrator, WorkstationCreate{name, name, "central"}), name);
        base::expected(office->ask(administrator, WorkstationClose{name, std::string(500'000, 'x')}), name);
    }
    const auto answer = base::expected(office->ask(there, JournalExport{}), "journal");
    const auto large = answer.files.begin();
    ASSERT_TRUE(large->sha256);
    EXPECT_TRUE(large->content.empty());
    const auto small = base::expected(office->ask({m_house.token("operator")}, TrainingMaterial{}), "material");
    EXPECT_FALSE(small.files.front().content.empty());
    EXPECT_FALSE(small.files.front().sha256);
    base::Bytes octets;
    const auto fetched = [&](Office& at, const Credentials& who, const std::string& name) {
        octets.clear();
        return at.fetch(who, name, [&](base::BytesView part) {
            octets.insert(octets.end(), part.begin(), part.end());
            return true;
        });
    };
    ASSERT_TRUE(fetched(*office, there, *large->sha256));
    EXPECT_GT(octets.size(), static_cast<std::size_t>(kMega));
    EXPECT_EQ(base::toHex(base::sha256(octets)), *large->sha256);
    support::RunningProgram other{TROQUELD_PROGRAM, settings()};
    ASSERT_TRUE(fetched(*officeAt(other), there, *large->sha256));
    EXPECT_EQ(base::toHex(base::sha256(octets)), *large->sha256);
    // To nobody else, not even to the same person in another session, nor at another workstation.
    EXPECT_TRUE(
        fetched(*office, {m_house.token("operator")}, *large->sha256).refusal().has("office.content-unknown"_code));
    const auto again =
        base::expected(office->ask({}, SessionOpen{"auditor", "clave de prueba larga", "linea-1"}), "log-in");
    EXPECT_TRUE(fetched(*office, {again.token}, *large->sha256).refusal().has("office.content-unknown"_code));
    EXPECT_TRUE(fetched(*officeAt(*m_service, "mostrador-1"), there, *large->sha256)
                    .refusal()
                    .has("people.session-elsewhere"_code));
    EXPECT_TRUE(fetched(*office, there, std::string(64, '0')).refusal().has("office.content-unknown"_code));
    EXPECT_TRUE(fetched(*office, {"no-such-token"}, *large->sha256).refusal().has("people.no-session"_code));
    EXPECT_TRUE(octets.empty());
}

}  // namespace
}  // namespace service
