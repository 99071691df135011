// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/openssl.hpp"

#include <openssl/err.h>

#include <array>

#include "base/failure.hpp"

namespace base::openssl {

void throwFailure(std::string_view operation) {
    std::string reasons;
    while (const unsigned long error = ERR_get_error()) {
        std::array<char, 256> text{};
        ERR_error_string_n(error, text.data(), text.size());
        if (!reasons.empty()) reasons += "; ";
        reasons += text.data();
    }
    throw Failure{"openssl.failed"_code, NextStep::CallSupervisor, std::string{operation}, reasons};
}

void check(int result, std::string_view operation) {
    if (result != 1) throwFailure(operation);
}

void forgetErrors() { ERR_clear_error(); }

}  // namespace base::openssl
