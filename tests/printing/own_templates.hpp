// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "printing/flow/act_template.hpp"
#include "tests/support/paths.hpp"

namespace printing {

/// Templates of a test's own, beside the shipped fonts, patterns and grammar.
class OwnTemplates : public testing::Test {
   protected:
    void SetUp() override;

    base::Result<ActTemplate> load(const std::string& values, const std::string& body, const std::string& around = "");
    std::vector<std::string> faultsOfLoading(const std::string& values, const std::string& body);
    /// Each fault as its code and its first argument.
    static std::vector<std::string> codes(const base::Refusal& refusal);
    /// All words of the drawn document; fails the test where it is refused.
    static std::string text(const ActTemplate& act, const ActMap& values);

    support::ScratchFolder m_folder;
};

/// A declared text.
inline const std::string kName = R"(<texto nombre="name" significado="x" ejemplo="Ana"/>)";

}  // namespace printing
