// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/office/service_files.hpp"

#include <algorithm>

#include "base/files.hpp"

namespace issuance {

using namespace base::literals;

base::Result<KeyEntry> certifyingRoot(House& house, records::Connection& connection) {
    constexpr auto kRoot = CertifiedPurpose::OperationalRoot;
    auto root = house.keyBook->active(connection, kRoot);
    if (root && root->maySignAt(house.clock.now())) return std::move(*root);
    return base::Fault{"pki.renew-first"_code,
                       {{"entry", root ? root->id : entryIdOf(kRoot, 1)}, {"purpose", std::string{nameOf(kRoot)}}},
                       {}};
}

std::string rootsInForce(House& house, records::Connection& connection) {
    auto roots = house.keyBook->ofPurpose(connection, CertifiedPurpose::OperationalRoot);
    std::ranges::sort(roots, std::ranges::greater{}, &KeyEntry::number);
    std::string pem;
    for (const auto& root : roots)
        if (root.certificate.validAt(house.clock.now())) pem += signing::pemOfCertificate(root.certificate.der);
    return pem;
}

void writeServiceRoots(House& house, records::Connection& connection) {
    if (std::filesystem::exists(house.files.service()))
        base::writeFileDurably(house.files.service() / "roots.pem", rootsInForce(house, connection));
}

}  // namespace issuance
