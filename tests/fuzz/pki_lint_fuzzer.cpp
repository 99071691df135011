// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/lint/lint.hpp"
#include "signing/lists/master_list.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    (void)signing::lint::judgeFile({data, size}).size();
    (void)signing::readMasterList({data, size}, {}).ok();
    return 0;
}
