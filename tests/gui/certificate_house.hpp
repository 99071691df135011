// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "contract/acts_of_certificates.hpp"
#include "tests/issuance/office/training_house.hpp"

namespace support {

inline constexpr const char* kSigningSecret = "clave de firma larga";

/// An institution where certificates are written: keys of a certifier and of "chief", who endorses; "clerk2"; a
/// register of movements in which María Núñez has a namesake; sheets of security paper at the workstation.
class CertificateHouse {
   public:
    /// A copy of one that the test program makes once.
    CertificateHouse();

    [[nodiscard]] TrainingHouse& house() { return *m_house; }
    [[nodiscard]] std::filesystem::path home() const { return m_house->home(); }

    /// What other people did before: a request for a statement that registers have nothing of the holder.
    std::string requested(const std::string& receipt = "63-A 1");
    std::string drafted(const std::string& receipt = "63-A 1");
    std::string reviewed(const std::string& receipt = "63-A 1");
    contract::SignedCertificate issued(const std::string& receipt = "63-A 1");
    /// A resolution that the legal adviser has to read.
    std::string forLaw();
    [[nodiscard]] contract::CertificateShown shown(const std::string& id);

    static contract::CertificateRequest wanted(const std::string& receipt);

   private:
    std::string searched();
    std::unique_ptr<TrainingHouse> m_house;
};

}  // namespace support
