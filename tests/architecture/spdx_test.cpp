// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "tests/architecture/source_tree.hpp"

namespace architecture {
namespace {

TEST(Licence, EverySourceNamesIt) {
    for (const auto& source : productSources())
        EXPECT_EQ(source.text.rfind("// SPDX-License-Identifier: GPL-3.0-or-later", 0), 0U) << source.path;
}

}  // namespace
}  // namespace architecture
