// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "issuance/office/local_office_factory.hpp"

namespace support {

/// Whether tests ask their houses through a door: where the environment says TROQUEL_TEST_OFFICE=door.
bool asksThroughDoor();

/// The office over a home that tests ask, as `linea-1`: one in this process, or one behind a door of this process, over
/// loopback with TLS and the workstation's certificate, so that the same tests try both.
class OfficeUnderTest {
   public:
    /// `desk` is where the workstation's key and certificate lie, apart from the home.
    OfficeUnderTest(const std::filesystem::path& home, std::filesystem::path desk,
                    const issuance::SecretEntry& askSecret);
    ~OfficeUnderTest();
    OfficeUnderTest(const OfficeUnderTest&) = delete;
    OfficeUnderTest& operator=(const OfficeUnderTest&) = delete;

    [[nodiscard]] contract::Office& office();
    [[nodiscard]] contract::Office& inside() { return *m_local; }
    /// From now on through the door, where tests ask so: the administrator and the security officer enrol the
    /// workstation, unless they have. Until then it is asked in this process.
    void enrol(const std::string& administrator, const std::string& securityOfficer);

   private:
    struct Behind;
    void stand();
    std::filesystem::path m_home, m_desk;
    std::unique_ptr<contract::Office> m_local;
    std::unique_ptr<Behind> m_behind;
};

}  // namespace support
