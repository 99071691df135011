// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/bytes.hpp"
#include "signing/cms/cades_verification.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto verdict = signing::verifyCades(base::bytesOf("content"), {data, size}, {{}, {}, {}});
    if (verdict.signer) (void)verdict.signer->subjectText();
    return 0;
}
