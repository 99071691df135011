// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace printing {

/// Words that one text has where another has others, with the words before and behind that both have.
struct WordChange {
    std::vector<std::string> leading = {};
    std::vector<std::string> before = {};
    std::vector<std::string> after = {};
    std::vector<std::string> trailing = {};
};

/// What differs between two texts, in order, by their longest common subsequence. Texts that have hardly anything in
/// common, and are long, differ as a whole.
std::vector<WordChange> changesBetween(const std::vector<std::string>& before, const std::vector<std::string>& after);

}  // namespace printing
