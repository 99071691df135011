// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/issuance/office/office_under_test.hpp"

#include <cstdlib>
#include <stdexcept>
#include <string_view>

#include "base/failure.hpp"
#include "contract/acts_of_sites.hpp"
#include "service/door.hpp"
#include "service/remote_office.hpp"
#include "service/workstation_home.hpp"

namespace support {

bool asksThroughDoor() {
    const char* asked = std::getenv("TROQUEL_TEST_OFFICE");
    if (asked == nullptr) return false;
    if (std::string_view{asked} != "door") throw std::runtime_error{"TROQUEL_TEST_OFFICE says nothing but door"};
    return true;
}

struct OfficeUnderTest::Behind {
    Behind(contract::Office& office, const std::filesystem::path& home, const service::WorkstationHome& workstation)
        : door(office, {.certificate = home / "service" / "service.pem",
                        .key = home / "service" / "service.pem",
                        .workstations = home / "service" / "roots.pem"}),
          remote(service::openRemoteOffice({"https://127.0.0.1:" + std::to_string(door.port()), workstation.pass(),
                                            workstation.pass(), workstation.roots()})) {}
    service::Door door;
    std::unique_ptr<contract::Office> remote;
};

OfficeUnderTest::OfficeUnderTest(const std::filesystem::path& home, std::filesystem::path desk,
                                 const issuance::SecretEntry& askSecret)
    : m_home(home), m_desk(std::move(desk)), m_local(issuance::openLocalOffice(home, askSecret)) {
    stand();
}

OfficeUnderTest::~OfficeUnderTest() = default;

contract::Office& OfficeUnderTest::office() { return m_behind ? *m_behind->remote : *m_local; }

void OfficeUnderTest::enrol(const std::string& administrator, const std::string& securityOfficer) {
    if (!asksThroughDoor() || m_behind) return;
    const contract::Credentials both{administrator, securityOfficer};
    const service::WorkstationHome workstation{m_desk};
    base::expected(m_local->ask(both, contract::ServiceCertify{{"127.0.0.1"}}), "service.certify");
    const auto request = base::expected(workstation.request("linea-1"), "request");
    const auto certified = base::expected(
        m_local->ask(both, contract::WorkstationEnroll{base::bytesOf(request.pem), request.fingerprint}), "enrolment");
    base::expected(workstation.install(base::textOf(certified.file.content)), "certificate");
    stand();
}

void OfficeUnderTest::stand() {
    const service::WorkstationHome workstation{m_desk};
    if (asksThroughDoor() && workstation.present()) m_behind = std::make_unique<Behind>(*m_local, m_home, workstation);
}

}  // namespace support
