// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/issuance/office/certificates_at_the_office.hpp"
#include "tests/service/running_program.hpp"

namespace issuance {

/// A house that issued certificates, and what its public page stands on.
class PageHouse : public CertificatesAtTheOffice {
   protected:
    PageHouse();
    ~PageHouse() override;

    /// Issued with a receipt of its own.
    SignedCertificate issued(const std::string& receipt);
    base::Bytes pdfOf(const std::string& number) { return files(number).front().content; }
    void annul(const std::string& number) {
        base::expected(m_house.ask("certifier", CertificateAnnul{number, "Nombre de Pedro equivocado"}, "supervisor"),
                       "annul");
    }
    /// A page as a telephone sees it: JPEG.
    static base::Bytes photographOf(base::BytesView pdf);
    /// The PDF with one octet of what was signed changed.
    static base::Bytes alteredOf(base::Bytes pdf);

    /// As the page's own role, or the file.
    [[nodiscard]] std::string publicAddress() const;
    struct Wish {
        int questionsPerMinute = 10000, documentsPerMinute = 10000;
        std::string more = {};  ///< elements
        std::string behindProxy = "no";
        std::string address = "127.0.0.1";
    };
    /// Writes the published certificates and a configuration; its name.
    std::string settings(const Wish& wish);
    std::string settings() { return settings({}); }

    support::ScratchFolder m_desk;
};

}  // namespace issuance
