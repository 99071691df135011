// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/cms/detached_signature.hpp"
#include "signing/sod/security_object.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    (void)signing::verifySecurityObject({data, size}, {{}, {}}).holds();
    (void)signing::verifyDetached({}, {data, size}, {}, {}).ok();
    return 0;
}
