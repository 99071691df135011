// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/access/cv_certificate.hpp"

/// Card verifiable certificates as a terminal shows them to a chip, and EF.CVCA as a chip shows it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const base::BytesView octets{data, size};
    (void)chip::readAuthorityReferences(octets);
    (void)chip::readCvCertificateParts(octets);
    const auto certificate = chip::readCvCertificate(octets);
    if (!certificate) return 0;
    const auto point = chip::trustPointOf(*certificate);
    if (point) (void)chip::verifyCvCertificate(*certificate, *point, point->effective);
    return 0;
}
