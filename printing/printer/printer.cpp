// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/printer/printer.hpp"

#include <algorithm>

namespace printing {

using namespace base::literals;

base::Outcome checkJobName(const std::string& name) {
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
               c == '-';
    };
    if (!name.empty() && name.size() <= 100 && name.front() != '.' && std::all_of(name.begin(), name.end(), fits))
        return {};
    return base::Fault{"printing.job-name-unfit"_code, {{"name", name}}, {}};
}

}  // namespace printing
