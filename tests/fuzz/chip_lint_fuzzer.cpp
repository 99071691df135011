// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/lint/lint.hpp"

/// One file of a chip under the lint: the first octet says which.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const auto& entry = chip::lds::allFiles()[data[0] % chip::lds::allFiles().size()];
    (void)chip::lint::judgeFiles({{entry.file, base::Bytes{data + 1, data + size}}});
    return 0;
}
