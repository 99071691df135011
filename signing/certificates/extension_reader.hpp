// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signing/asn1/cursor.hpp"
#include "signing/certificates/certificate.hpp"

namespace signing {

/// Reads the extensions of a certificate into its fields; what is unknown and critical is listed.
void readExtensions(Cursor extensions, Certificate& certificate);

}  // namespace signing
