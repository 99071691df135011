// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/xml.hpp"

namespace issuance {

/// What an applicant has to bring.
struct Requirement {
    std::string code;
    std::string text;
    std::string from;   ///< "everyone", or the capacity of who asks
    bool scan = false;  ///< a copy is kept
};

/// A register of which a certificate speaks.
struct QueriedRegister {
    std::string name;          ///< "movimientos", …
    bool expectsNone = false;  ///< the certificate says that the register has nothing
};

/// One kind of certificate, attestation or resolution that the house writes: who may ask for it, what they bring, from
/// which registers it speaks, by which template, and who stands behind it (docs/formats/certificate.md).
struct CertificateType {
    enum class Kind { Certificate, Attestation, Resolution };
    std::string code;    ///< "movimientos"
    std::string series;  ///< before its numbers: "CM"
    Kind kind = Kind::Certificate;
    std::string title;
    std::string templateName;  ///< in templates/certificates, without .xml
    std::vector<std::string> capacities;
    std::vector<QueriedRegister> registers;  ///< none where it needs no diligence
    std::vector<Requirement> requirements;
    int deadline = 0;  ///< working days
    bool holder = true;
    std::string fee;         ///< in the schedule of fees; empty where it costs nothing
    std::string reissueFee;  ///< of giving it once more
    bool endorsed = false;
    bool legalReview = false;  ///< of a resolution: a legal adviser agrees before it is signed
    bool paper = false;
    int uncollectedAfter = 30;           ///< calendar days from its issue on which nobody collected it
    std::optional<int> appealDays = {};  ///< working days; whoever asked is notified where it is there
    int answerDays = 0;                  ///< working days for the answer that it wants; 0 where it wants none

    [[nodiscard]] bool allows(const std::string& capacity) const;
    /// Whether a requirement binds who asks in this capacity.
    [[nodiscard]] static bool binds(const Requirement& requirement, const std::string& capacity);
};
/// "certificate", "attestation", "resolution".
std::string_view nameOf(CertificateType::Kind kind);

/// All types of the house. Immutable.
class CertificateCatalogue {
   public:
    /// Reads each `*.xml` of the folder. Refuses "certificate.type-twice", "certificate.series-twice",
    /// "certificate.legal-review-of-other" and what the schema refuses.
    static base::Result<CertificateCatalogue> load(const std::filesystem::path& folder,
                                                   const base::xml::Schema& schema);

    [[nodiscard]] const CertificateType* find(const std::string& code) const;
    [[nodiscard]] const std::vector<CertificateType>& all() const { return m_types; }

   private:
    std::vector<CertificateType> m_types;
};

}  // namespace issuance
