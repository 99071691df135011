// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>
#include <sstream>

#include "issuance/registers/register_lines.hpp"
#include "issuance/registers/search_keys.hpp"

/// A register's file from anywhere: it is refused, or each line is good or has faults, and whoever it names has keys.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::istringstream stream{std::string{reinterpret_cast<const char*>(data), size}};
    auto lines = issuance::readRegister(stream, *issuance::importedRegister("movimientos"), "");
    if (!lines) return 0;
    for (issuance::RegisterLine line; (*lines)->next(line);) {
        if (!line.faults.empty()) continue;
        const bool whole = line.values.size() == issuance::importedRegister("movimientos")->columns.size();
        if (!whole || issuance::keysOf(line.person).empty()) std::abort();
    }
    return 0;
}
