// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "signing/certificates/certificate.hpp"

namespace signing {

/// How a seal names the certificate that checks it (9303-13 2.2.1): the subject's country and common name, two
/// characters each, and the certificate's serial number.
struct SignerReference {
    std::string country;  ///< "GT"
    std::string code;     ///< "01"
    std::string serial;   ///< hexadecimal digits in upper case

    /// Refuses "signing.seal-certificate-unsuitable" for subjects that no seal can name and for serial number 0.
    static base::Result<SignerReference> of(const Certificate& certificate);
    /// Reads signer identifier and digits, as "GT01" and "5B". Refuses "signing.seal-malformed".
    static base::Result<SignerReference> read(std::string_view signer, std::string_view digits);

    /// Leading zeros of the serial number say nothing.
    [[nodiscard]] bool names(const Certificate& certificate) const;
    /// 0…0 is for tests and never in production.
    [[nodiscard]] bool forTesting() const { return serial.find_first_not_of('0') == std::string::npos; }
    /// "GT01-5B" for people.
    [[nodiscard]] std::string text() const { return country + code + "-" + serial; }
    friend bool operator==(const SignerReference&, const SignerReference&) = default;
};

}  // namespace signing
