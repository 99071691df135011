// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "chip/access/cv_certificate.hpp"
#include "chip/simulator/chip_memory.hpp"

namespace chip {

/// The chip's trust points and its date, which outlive the power (9303-11 7.1.4.3): at most two authorities, the newest
/// first, and the latest day it was shown by someone to be believed.
class PiccTrust {
   public:
    explicit PiccTrust(ChipMemory& memory) : m_memory(memory) {}

    [[nodiscard]] std::vector<CvTrustPoint> points() const;
    /// Before any was set: the latest effective date of the trust points.
    [[nodiscard]] CvDate today() const;

    /// What a verified certificate changes for good: a link becomes the newest trust point, EF.CVCA tells of it, and a
    /// date to be believed moves the chip's own forward.
    void take(const CvCertificate& certificate, const CvTrustPoint& verified, const CvTrustPoint& issuer);

    /// PUT DATA <n> 64: a certificate 7F21, or its body 7F4E.
    static bool isCertificate(base::BytesView octets);

   private:
    void addPoint(const CvCertificate& certificate, const CvTrustPoint& verified);

    ChipMemory& m_memory;
};

}  // namespace chip
