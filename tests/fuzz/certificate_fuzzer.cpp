// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/certificates/revocation_list.hpp"
#include "signing/keys/public_key.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto certificate = signing::readCertificate({data, size});
    if (certificate && signing::PublicKey::read(certificate->publicKey)) (void)certificate->subjectText();
    (void)signing::readRevocationList({data, size}).ok();
    return 0;
}
