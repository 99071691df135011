// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "contract/messages.hpp"

namespace contract {

/// Where on a page something is, in words: "mrz line 2 character 9", "surname", "shift". What is no word of a page
/// stays.
std::string partOfPage(const std::string& field, Language language);

}  // namespace contract
