// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/service/page_house.hpp"

#include "base/xml.hpp"
#include "tests/issuance/verification/scanner.hpp"

namespace issuance {
namespace {

constexpr const char* kRole = "troquel_page";

std::unique_ptr<records::Connection> asAdministrator(const std::string& database) {
    const auto& cluster = support::PostgresCluster::instance();
    return records::Database::open(cluster.address(database, "postgres"))->connect();
}

}  // namespace

PageHouse::PageHouse() {
    readyToSign();
    if (m_database.empty()) return;
    const auto script = support::sourceDir() / "templates" / "service" / "troquel-verify.sql";
    asAdministrator(m_database)
        ->executeScript(base::textOf(base::expected(base::readFile(script, 65536), script.string())));
}

PageHouse::~PageHouse() {
    if (!m_database.empty())
        asAdministrator(m_database)->executeScript("DROP OWNED BY troquel_page; DROP ROLE troquel_page");
}

SignedCertificate PageHouse::issued(const std::string& receipt) {
    const auto request = requested(receipt);
    base::expected(m_house.ask("clerk2", CertificateReview{request, drafted(request)}), "review");
    return base::expected(m_house.ask("certifier", CertificateSign{{request}, secret(), {}}), "sign")
        .certificates.front();
}

base::Bytes PageHouse::photographOf(base::BytesView pdf) {
    constexpr int kResolution = 200, kQuality = 75;
    return printing::encodeJpeg(samples::scanned(pdf, {kResolution, 2.0, 12}), kQuality, kResolution);
}

base::Bytes PageHouse::alteredOf(base::Bytes pdf) {
    pdf.at(pdf.size() / 3) ^= 1U;
    return pdf;
}

std::string PageHouse::publicAddress() const {
    if (!m_database.empty()) return support::PostgresCluster::instance().address(m_database, kRole);
    const HomeFiles home{m_house.home()};
    return home.databaseAddress(Institution::load(home.home));
}

std::string PageHouse::settings(const Wish& wish) {
    const auto trust = m_desk.path() / "publicados";
    for (const auto& file : base::expected(m_house.ask("auditor", PkiExport{}), "export").files) {
        std::filesystem::create_directories((trust / file.name).parent_path());
        base::writeFileDurably(trust / file.name, base::BytesView{file.content});
    }
    const auto file = m_desk.path() / "troquel-verify.xml";
    base::writeFileDurably(
        file, "<verification-page><authority>Instituto Guatemalteco de Migración</authority><address>" + wish.address +
                  "</address><port>0</port><behindProxy>" + wish.behindProxy + "</behindProxy>" + wish.more +
                  "<database>" + base::xml::escape(publicAddress()) + "</database><trust>" + trust.string() +
                  "</trust><connections>4</connections><checks>2</checks><largestDocument>2097152</largestDocument>" +
                  "<questionsPerMinute>" + std::to_string(wish.questionsPerMinute) +
                  "</questionsPerMinute><documentsPerMinute>" + std::to_string(wish.documentsPerMinute) +
                  "</documentsPerMinute></verification-page>");
    return file.string();
}

}  // namespace issuance
