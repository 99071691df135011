// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>

#include "contract/acts_of_proofs.hpp"
#include "issuance/signature/pdf_signature.hpp"
#include "tests/issuance/office/certificates_at_the_office.hpp"
#include "tests/signing/timestamp_authority.hpp"
#include "tests/support/http_test_server.hpp"

namespace issuance {

/// An office that asks OpenSSL's time-stamping authority over HTTP, which tells its revocations at an address too.
class StampingOffice : public CertificatesAtTheOffice {
   protected:
    support::HttpTestServer::Answer answer(const support::HttpTestServer::Question& question) {
        ++m_asked;
        if (m_onQuestion) m_onQuestion(question.path);
        if (m_down) return {503};
        if (question.path == "/tsa") return {200, base::expected(m_answers->reply(question.body), "reply")};
        return {200, m_answers->revocationList().der};
    }
    [[nodiscard]] SignatureLevelSet level(const std::string& name) const {
        return {name,
                m_server.url("/tsa"),
                {},
                base::bytesOf(signing::pemOfCertificate(m_answers->root.der)),
                std::nullopt};
    }
    void setLevel(const std::string& name) {
        base::expected(m_house.ask("security_officer", level(name), "administrator"), name);
    }
    signing::Certificate houseRoot() {
        for (const auto& file : base::expected(m_house.ask("auditor", PkiExport{}), "export").files)
            if (file.name == "certificates-root.pem")
                return base::expected(signing::readCertificate(base::expected(
                                          signing::certificateOfPem(base::textOf(file.content)), file.name)),
                                      file.name);
        throw std::runtime_error{"no root"};
    }
    std::vector<ProofDueLine> due() {
        return base::expected(m_house.ask("clerk", CertificateProofsDue{}), "due").certificates;
    }
    /// What is found of the last file so many days from now.
    std::vector<PdfSignatureReport> reports(const std::string& number, int daysLater) {
        const std::vector<signing::Certificate> anchors{houseRoot()}, roots{m_answers->root};
        const auto moment = base::SystemClock{}.now() + std::chrono::days{daysLater};
        return base::expected(verifyPdfSignatures(files(number).front().content, {anchors, roots, moment}), number);
    }
    std::vector<std::string> reviewedRequests(int count) {
        std::vector<std::string> requests;
        for (int number = 1; number <= count; ++number) {
            requests.push_back(requested("63-B " + std::to_string(number)));
            base::expected(m_house.ask("clerk2", CertificateReview{requests.back(), drafted(requests.back())}),
                           "review");
        }
        return requests;
    }
    std::string save(const std::string& number) {
        const auto file = (m_folder.path() / (number + ".pdf")).string();
        base::writeFileDurably(file, files(number).front().content);
        return file;
    }
    std::string journalText() {
        return base::textOf(base::expected(m_house.ask("auditor", JournalExport{}), "journal").files.front().content);
    }

    std::atomic<int> m_asked{0};
    std::atomic<bool> m_down{false};
    /// Called before the answer with the question's path.
    std::function<void(const std::string&)> m_onQuestion;
    support::ScratchFolder m_folder;
    support::HttpTestServer m_server{
        [this](const support::HttpTestServer::Question& question) { return answer(question); }};
    signing::testing::TimestampAuthority m_authority{
        "critical,timeStamping", "crlDistributionPoints = URI:" + m_server.url("/lista.crl") + "\n"};
    const signing::testing::TimestampAuthority* m_answers = &m_authority;  ///< who stands behind the server
};

}  // namespace issuance
