// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/bytes.hpp"

/// Incremental updates as attackers write them.
namespace samples {

std::string textOf(base::BytesView file);
/// The first object number that a file does not use.
int freshNumber(base::BytesView file);
/// An update behind a file: objects in their own words, and a table for them.
base::Bytes updated(base::BytesView file, const std::vector<std::pair<int, std::string>>& objects);
/// An update that writes no object: the number stands now for what is at another place of the file.
base::Bytes repointed(base::BytesView file, int number, std::size_t place);
/// "7 0 obj … endobj" where the content holds the words: its number and content.
std::pair<int, std::string> objectWith(base::BytesView file, const std::string& words);

}  // namespace samples
