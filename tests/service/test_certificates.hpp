// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "tests/issuance/office/training_house.hpp"
#include "tests/support/paths.hpp"

namespace support {

/// Certificates for the two ends of a connection, made by OpenSSL, and those that a house gives on OpenSSL's request.
class TestCertificates {
   public:
    TestCertificates();
    /// A certificate of the authority `root` ("house" or "stranger"); `file` names its PEM files, FILE.pem and
    /// FILE.key. Days below zero: it has ended.
    void issue(const std::string& root, const std::string& file, const std::string& subject, const std::string& purpose,
               int days = 30) const;
    /// A certificate that the house itself gave: enrolled by its administrator and its security officer.
    /// `trusted.pem` then has the root of these too.
    void enrolled(TrainingHouse& house, const std::string& workstation);
    [[nodiscard]] std::string path(const std::string& name) const { return (m_folder.path() / name).string(); }

   private:
    ScratchFolder m_folder;
};

}  // namespace support
