// SPDX-License-Identifier: GPL-3.0-or-later
#include <httplib.h>
#include <sys/socket.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"
#include "tests/service/page_house.hpp"
#include "tests/service/test_certificates.hpp"
#include "tests/support/loopback.hpp"

namespace issuance {
namespace {

using nlohmann::json;
using support::RunningProgram;
using testing::AllOf;
using testing::Not;

class PageTest : public PageHouse {
   protected:
    /// What the page says without script, and what programs are told.
    static httplib::Client client(const RunningProgram& program) {
        httplib::Client made{"127.0.0.1", program.port()};
        made.set_read_timeout(std::chrono::seconds{120});
        return made;
    }
    static httplib::Response got(const RunningProgram& program, const std::string& path,
                                 const httplib::Headers& headers = {}) {
        auto result = client(program).Get(path.c_str(), headers);
        if (!result) throw std::runtime_error{path + ": no answer"};
        return *result;
    }
    static httplib::Response sent(const RunningProgram& program, const std::string& path, const base::Bytes& file,
                                  const std::string& field = "documento") {
        const httplib::MultipartFormDataItems form{{field, base::textOf(file), "x", "application/pdf"}};
        auto result = client(program).Post(path.c_str(), form);
        if (!result) throw std::runtime_error{path + ": no answer"};
        return *result;
    }
    static json judged(const RunningProgram& program, const base::Bytes& file) {
        auto result = client(program).Post("/api/documents", base::textOf(file), "application/octet-stream");
        if (!result) throw std::runtime_error{"no answer"};
        EXPECT_EQ(result->status, 200) << result->body;
        return json::parse(result->body);
    }
    static auto namesNobody() {
        return AllOf(Not(HasSubstr("Núñez")), Not(HasSubstr("NÚÑEZ")), Not(HasSubstr("María")),
                     Not(HasSubstr("A1234567")), Not(HasSubstr("ejemplo.gt")), Not(HasSubstr("Persona")),
                     Not(HasSubstr("Pedro")), Not(HasSubstr("certifier")));
    }
};

TEST_P(PageTest, TellsByCodeWhatWasIssuedAndNamesNobody) {
    const auto certificate = issued("63-A 1");
    const RunningProgram page{TROQUEL_VERIFY_PROGRAM, settings()};
    const auto spanish = got(page, "/certificado?codigo=" + certificate.code);
    EXPECT_EQ(spanish.status, 200);
    EXPECT_THAT(spanish.body, AllOf(HasSubstr("Auténtico y vigente"), HasSubstr(certificate.number),
                                    HasSubstr("Certificación negativa de registro"),
                                    HasSubstr("Instituto Guatemalteco de Migración"), namesNobody()));
    const auto english = got(page, "/en/certificate?code=" + certificate.code);
    EXPECT_THAT(english.body, AllOf(HasSubstr("Authentic and in force"), HasSubstr(certificate.number),
                                    HasSubstr("Certificate that a register has no entry"), namesNobody()));
    const auto told = got(page, "/api/certificates/" + certificate.code);
    EXPECT_THAT(told.body, namesNobody());
    const auto facts = json::parse(told.body);
    EXPECT_EQ(facts.at("standing"), "in-force");
    EXPECT_EQ(facts.at("number"), certificate.number);
    EXPECT_EQ(facts.at("type"), "negativa");
    EXPECT_EQ(facts.at("issued"), base::formatDate(localDay(base::SystemClock{}.now())));
    EXPECT_FALSE(facts.contains("annulled"));

    std::string careless = certificate.code;
    std::erase(careless, '-');
    std::ranges::transform(careless, careless.begin(), [](unsigned char each) { return std::tolower(each); });
    std::ranges::replace(careless, '0', 'o');
    std::ranges::replace(careless, '1', 'l');
    EXPECT_EQ(got(page, "/api/certificates/" + careless).status, 200);

    annul(certificate.number);
    const auto annulled = got(page, "/certificado?codigo=" + certificate.code);
    EXPECT_THAT(annulled.body, AllOf(HasSubstr("Anulado"), HasSubstr("Fecha de anulación"), namesNobody()));
    const auto ended = got(page, "/api/certificates/" + certificate.code);
    EXPECT_THAT(ended.body, namesNobody());
    EXPECT_EQ(json::parse(ended.body).at("standing"), "annulled");
    EXPECT_EQ(json::parse(ended.body).at("annulled"), base::formatDate(localDay(base::SystemClock{}.now())));
}

TEST_P(PageTest, AnswersUnknownAndMalformedCodesAlike) {
    // Its code is given with the certifier's signature; until the endorser signs, nobody outside learns of it.
    const auto request = resolutionReviewed();
    const auto waiting = base::expected(m_house.ask("certifier", CertificateSign{{request}, secret(), "chief"}), "sign")
                             .certificates.front();
    ASSERT_EQ(waiting.stage, "signed");
    const RunningProgram page{TROQUEL_VERIFY_PROGRAM, settings()};
    const auto unknown = got(page, "/api/certificates/7KQM-2F9X-TD4A");
    EXPECT_EQ(unknown.status, 404);
    EXPECT_EQ(unknown.body, R"({"standing":"unknown"})");
    auto shown = got(page, "/certificado?codigo=").body;
    EXPECT_THAT(shown, HasSubstr("No es un código nuestro"));
    const std::string field = "name=\"codigo\" value=\"";
    for (const std::string& typed :
         {std::string{"x"}, waiting.code, std::string{"' OR 1=1 --"}, std::string(63, 'A'), std::string(3000, 'A'),
          std::string{"../../etc/passwd"}, std::string{"%00"}, std::string{"<script>"}, std::string{"\xff\xfe"}}) {
        httplib::Params params{{"codigo", typed}};
        const auto path = "/certificado?" + httplib::detail::params_to_query_str(params);
        const auto answer = got(page, path);
        EXPECT_EQ(answer.status, 404) << typed;
        auto body = answer.body;
        if (const auto at = body.find(field); at != std::string::npos)
            body.erase(at + field.size(), body.find('"', at + field.size()) - at - field.size());
        EXPECT_EQ(body, shown) << typed;
        const auto told = got(page, "/api/certificates/" + httplib::detail::encode_query_param(typed));
        EXPECT_EQ(told.status, 404) << typed;
        EXPECT_EQ(told.body, unknown.body) << typed;
    }
    base::expected(m_house.ask("chief", CertificateEndorse{{request}, secret()}), "endorse");
    EXPECT_EQ(got(page, "/api/certificates/" + waiting.code).status, 200);
}

TEST_P(PageTest, ChecksDocumentsAsTheHouseDoes) {
    const auto certificate = issued("63-A 1");
    const auto pdf = pdfOf(certificate.number);
    const RunningProgram page{TROQUEL_VERIFY_PROGRAM, settings()};
    const auto verdictAtHouse = [&](const base::Bytes& file) {
        return base::expected(m_house.ask("clerk", CertificateVerify{{"x", file}}), "verify").verdict;
    };
    const auto good = judged(page, pdf);
    EXPECT_EQ(good.at("verdict"), "authentic") << good.dump(1);
    EXPECT_EQ(good.at("annulment"), "in-force");
    EXPECT_EQ(good.at("number"), certificate.number);
    EXPECT_THAT(sent(page, "/documento", pdf).body, HasSubstr("Auténtico y vigente"));
    EXPECT_THAT(sent(page, "/en/document", pdf).body, HasSubstr("Authentic and in force"));
    for (const auto& file : {alteredOf(pdf), photographOf(pdf), base::bytesOf("una carta"), base::bytesOf("%PDF-1.7")})
        EXPECT_EQ(judged(page, file).at("verdict"), verdictAtHouse(file));
    EXPECT_THAT(sent(page, "/documento", alteredOf(pdf)).body, HasSubstr(">Alterado<"));
    EXPECT_THAT(sent(page, "/documento", photographOf(pdf)).body,
                AllOf(HasSubstr("El sello es auténtico"), HasSubstr("Compare usted")));
    annul(certificate.number);
    const auto annulled = judged(page, pdf);
    EXPECT_EQ(annulled.at("verdict"), "annulled");
    EXPECT_THAT(annulled.dump(), Not(HasSubstr("Pedro"))) << "why is the house's";
    const auto shown = sent(page, "/documento", pdf).body;
    EXPECT_THAT(shown, AllOf(HasSubstr(">Anulado<"), Not(HasSubstr("Pedro"))));
}

TEST_P(PageTest, ReadsTwoViewsAndNothingElseAndWritesNothing) {
    const auto certificate = issued("63-A 1");
    const auto database = records::Database::open(publicAddress(), records::Access::ReadOnly);
    const auto refused = [&](const std::string& statement) {
        const auto connection = database->connect();
        // Whoever took the page over would try to write all the same.
        if (connection->engine() == records::Engine::Postgresql)
            connection->executeScript("SET default_transaction_read_only = off");
        try {
            connection->executeScript(statement);
        } catch (const base::Failure&) {
            return true;
        }
        return false;
    };
    EXPECT_EQ(database->connect()->query("SELECT number FROM published_certificate").size(), 1U);
    EXPECT_EQ(
        database->connect()->query("SELECT number FROM published_file WHERE number = ?1", {certificate.number}).size(),
        files(certificate.number).size() - 1);
    for (const char* statement :
         {"INSERT INTO certificate_end VALUES ('x', 'annulled', 'x', 'x', 'y', 'x')", "DELETE FROM certificate_request",
          "UPDATE certificate_request SET stage = 'issued'", "DELETE FROM published_certificate",
          "CREATE TABLE mine (x TEXT)", "DROP VIEW published_certificate"})
        EXPECT_TRUE(refused(statement)) << statement;
    if (GetParam() != records::Engine::Postgresql) return;
    const auto tables = books()->query(
        "SELECT relname::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE nspname = 'public' "
        "AND "
        "relkind IN ('r', 'v', 'm', 'p', 'f')");
    ASSERT_GT(tables.size(), 50U);
    for (const auto& row : tables)
        if (const auto& name = row.text(0); !name.starts_with("published_")) {
            EXPECT_TRUE(refused("SELECT * FROM \"" + name + "\"")) << name;
        }
    for (const char* view : {"published_certificate", "published_file"}) {
        const auto columns = database->connect()->query(std::string{"SELECT column_name::text FROM "
                                                                    "information_schema.columns WHERE table_name = '"} +
                                                        view + "' AND column_name IN ('person', 'content', 'reason')");
        EXPECT_TRUE(columns.empty()) << view;
    }
}

TEST_P(PageTest, SendsItsHeadersWithEveryAnswer) {
    const RunningProgram page{TROQUEL_VERIFY_PROGRAM, settings()};
    for (const char* path : {"/", "/en", "/certificado?codigo=x", "/static/page.css", "/static/page.js", "/nothing",
                             "/api/certificates/x", "/api/nothing", "/static/../../etc/passwd"}) {
        const auto answer = got(page, path);
        const auto policy = answer.get_header_value("Content-Security-Policy");
        EXPECT_THAT(policy, AllOf(HasSubstr("default-src 'none'"), Not(HasSubstr("unsafe")),
                                  HasSubstr("frame-ancestors 'none'")))
            << path;
        EXPECT_EQ(answer.get_header_value("X-Content-Type-Options"), "nosniff") << path;
        EXPECT_EQ(answer.get_header_value("Referrer-Policy"), "no-referrer") << path;
        EXPECT_THAT(answer.get_header_value("Permissions-Policy"), HasSubstr("camera=()")) << path;
        for (const char* header : {"Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy"})
            EXPECT_EQ(answer.get_header_value(header), "same-origin") << path;
        EXPECT_EQ(answer.get_header_value("Cross-Origin-Embedder-Policy"), "require-corp") << path;
        EXPECT_FALSE(answer.has_header("Set-Cookie")) << path;
        if (answer.get_header_value("Content-Type").starts_with("text/html")) {
            EXPECT_THAT(answer.body,
                        AllOf(Not(HasSubstr("style=")), Not(HasSubstr("<style")), Not(HasSubstr("onclick"))));
        }
    }
    EXPECT_EQ(got(page, "/").get_header_value("Cache-Control"), "no-store");
    EXPECT_EQ(got(page, "/nothing").status, 404);
}

/// What comes back for octets that are no decent HTTP.
std::string rawAnswer(int port, const std::string& octets) {
    const int connection = ::socket(AF_INET, SOCK_STREAM, 0);
    const auto address = support::loopbackAddress(port);
    EXPECT_EQ(::connect(connection, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    for (std::size_t sent = 0; sent < octets.size();) {
        const auto now = ::send(connection, octets.data() + sent, octets.size() - sent, MSG_NOSIGNAL);
        if (now <= 0) break;
        sent += static_cast<std::size_t>(now);
    }
    ::shutdown(connection, SHUT_WR);
    std::string answer;
    std::array<char, 4096> part{};
    for (auto count = ::recv(connection, part.data(), part.size(), 0); count > 0;
         count = ::recv(connection, part.data(), part.size(), 0))
        answer.append(part.data(), static_cast<std::size_t>(count));
    ::close(connection);
    return answer;
}

TEST_P(PageTest, StandsWhateverIsSentToIt) {
    const RunningProgram page{TROQUEL_VERIFY_PROGRAM, settings()};
    const base::Bytes huge(std::size_t{3} << 20, std::uint8_t{'A'});
    EXPECT_EQ(sent(page, "/documento", huge).status, 413);
    EXPECT_THAT(sent(page, "/documento", huge).body, HasSubstr("El archivo es demasiado grande"));
    auto posted = client(page).Post("/api/documents", base::textOf(huge), "application/octet-stream");
    ASSERT_TRUE(posted);
    EXPECT_EQ(posted->status, 413);
    EXPECT_THAT(posted->body, HasSubstr("page.too-large"));
    auto small = client(page);
    small.set_compress(true);
    const std::string bomb(std::size_t{64} << 20, '\0');
    posted = small.Post("/api/documents", bomb, "application/octet-stream");
    ASSERT_TRUE(posted);
    EXPECT_EQ(posted->status, 413) << "what grows when it is unpacked counts as it is";
    std::string ranges = "bytes=0-";
    for (int each = 0; each < 900; ++each) ranges += ",0-";
    const auto whole = got(page, "/"), repeated = got(page, "/", {{"Range", ranges}});
    EXPECT_EQ(repeated.status, 200);
    EXPECT_EQ(repeated.body, whole.body);
    EXPECT_EQ(sent(page, "/documento", base::bytesOf("x"), "other").status, 400);
    EXPECT_EQ(sent(page, "/documento", {}).status, 400);
    posted = client(page).Post("/documento", "codigo=1", "application/x-www-form-urlencoded");
    ASSERT_TRUE(posted);
    EXPECT_EQ(posted->status, 400);
    EXPECT_THAT(posted->body, HasSubstr("No llegó ningún documento"));
    for (const std::string& octets :
         {std::string{"\r\n\r\n"}, std::string{"GET\r\n\r\n"}, std::string(9000, 'A'),
          "GET /" + std::string(9000, 'a') + " HTTP/1.1\r\n\r\n", std::string{"BREW /pot HTTP/1.1\r\n\r\n"},
          std::string{"POST /documento HTTP/1.1\r\nContent-Type: multipart/form-data\r\nContent-Length: 3\r\n\r\nabc"},
          std::string{"POST /documento HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: "
                      "99\r\n\r\n--x"},
          std::string{"POST /api/documents HTTP/1.1\r\nContent-Length: 99999999999999999999999\r\n\r\nabc"},
          std::string{"POST /api/documents HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\nabc"},
          std::string{"GET / HTTP/1.1\r\nRange: bytes=0-1,0-1,0-1,5-,-9\r\n\r\n"},
          std::string("\x16\x03\x01\x02\x00", 5)})
        static_cast<void>(rawAnswer(page.port(), octets));
    EXPECT_EQ(got(page, "/").status, 200);
}

TEST_P(PageTest, LetsOnlyHalfOfItsConnectionsSendDocuments) {
    const RunningProgram page{TROQUEL_VERIFY_PROGRAM, settings()};
    std::vector<int> slow;
    for (int each = 0; each < 2; ++each) {
        slow.push_back(::socket(AF_INET, SOCK_STREAM, 0));
        const auto address = support::loopbackAddress(page.port());
        ASSERT_EQ(::connect(slow.back(), reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
        const std::string begun = "POST /api/documents HTTP/1.1\r\nContent-Length: 1000\r\n\r\nx";
        ASSERT_GT(::send(slow.back(), begun.data(), begun.size(), MSG_NOSIGNAL), 0);
    }
    // The two are inside as soon as a thread has taken them up.
    int status = 0;
    std::string retry;
    for (int attempt = 0; attempt < 200 && status != 503; ++attempt) {
        const auto answer = client(page).Post("/api/documents", "una carta", "application/octet-stream");
        ASSERT_TRUE(answer);
        status = answer->status;
        retry = answer->get_header_value("Retry-After");
    }
    EXPECT_EQ(status, 503);
    EXPECT_FALSE(retry.empty());
    EXPECT_EQ(got(page, "/").status, 200) << "codes are still answered";
    for (const int each : slow) ::close(each);
}

TEST_P(PageTest, AnswersOneAddressOnlySoOften) {
    const RunningProgram page{TROQUEL_VERIFY_PROGRAM, settings({1, 1, {}, "yes"})};
    const std::string path = "/certificado?codigo=7KQM-2F9X-TD4A";
    const auto from = [](const std::string& address) { return httplib::Headers{{"X-Forwarded-For", address}}; };
    EXPECT_EQ(got(page, path, from("198.51.100.7")).status, 404);
    const auto refused = got(page, path, from("198.51.100.7"));
    EXPECT_EQ(refused.status, 429);
    EXPECT_THAT(refused.get_header_value("Retry-After"), testing::MatchesRegex("[0-9]+"));
    EXPECT_THAT(refused.body, HasSubstr("demasiadas consultas"));
    EXPECT_THAT(got(page, "/en/certificate?code=x", from("198.51.100.7")).body, HasSubstr("too many questions"));
    EXPECT_EQ(got(page, "/api/certificates/x", from("203.0.113.5, 198.51.100.7")).status, 429)
        << "what stands before the proxy's word is anybody's";
    EXPECT_EQ(got(page, path, from("198.51.100.8")).status, 404);
    EXPECT_EQ(got(page, path, from("2001:db8::1")).status, 404);
    EXPECT_EQ(got(page, path, from("2001:db8::2")).status, 429) << "one household";
    EXPECT_EQ(got(page, "/", from("198.51.100.7")).status, 200);
    EXPECT_EQ(sent(page, "/documento", base::bytesOf("una carta")).status, 200);
    EXPECT_EQ(sent(page, "/documento", base::bytesOf("una carta")).status, 429);
}

TEST_P(PageTest, ChecksItsConfigurationAndNamesEveryFault) {
    const auto checked = [](const std::string& file) {
        return cli::run(std::string{TROQUEL_VERIFY_PROGRAM} + " --check --config " + file);
    };
    const auto good = checked(settings());
    EXPECT_EQ(good.exitCode, 0) << good.output;
    const auto everywhere = checked(settings({1, 1, {}, "no", "0.0.0.0"}));
    EXPECT_EQ(everywhere.exitCode, 1);
    EXPECT_THAT(everywhere.output, HasSubstr("solo se atiende en esta misma máquina"));
    const auto missing = checked(settings({1, 1, "<certificate>/no/such.pem</certificate><key>/no/such.key</key>"}));
    EXPECT_EQ(missing.exitCode, 1);
    EXPECT_THAT(missing.output, AllOf(HasSubstr("such.pem"), HasSubstr("such.key")));
    EXPECT_EQ(checked(settings({0, 1})).exitCode, 1);
    EXPECT_EQ(checked("/no/such/file.xml").exitCode, 1);
}

TEST_P(PageTest, SpeaksTlsWhereItHasACertificate) {
    const support::TestCertificates certificates;
    RunningProgram page{TROQUEL_VERIFY_PROGRAM,
                        settings({1, 1,
                                  "<certificate>" + certificates.path("server.pem") + "</certificate><key>" +
                                      certificates.path("server.key") + "</key>"})};
    ASSERT_TRUE(page.url().starts_with("https://")) << page.url();
    httplib::SSLClient visitor{"127.0.0.1", page.port()};
    visitor.set_ca_cert_path(certificates.path("house.pem").c_str());
    const auto answer = visitor.Get("/");
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 200);
    EXPECT_TRUE(answer->has_header("Strict-Transport-Security"));
    EXPECT_EQ(page.end(), 0);
}

TROQUEL_ON_BOTH_ENGINES(PageTest);

TEST(PageSettings, TheSampleHasTheFormThatIsRead) {
    const auto templates = support::sourceDir() / "templates";
    const auto valid = cli::run("xmllint --noout --schema " + (templates / "schemas/verification-page.xsd").string() +
                                " " + (templates / "service/troquel-verify.xml").string());
    EXPECT_EQ(valid.exitCode, 0) << valid.output;
}

}  // namespace
}  // namespace issuance
