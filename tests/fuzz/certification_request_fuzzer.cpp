// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/certificates/certification_request.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto request = signing::readCertificationRequest({data, size});
    return request && request->commonName.empty() ? -1 : 0;
}
