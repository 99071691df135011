// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "chip/lint/findings.hpp"

namespace chip::lint {

/// The files of one chip by what they are.
using FileSet = std::map<lds::File, base::Bytes>;

/// What a file of a folder is by its name; a slash may stand as '-' or '_' (EF.ATR-INFO). Nothing for others.
std::optional<lds::File> fileCalled(std::string_view name);

/// Judges the files of a chip one by one and against each other. Whose signer is trusted is not asked.
std::vector<Finding> judgeFiles(const FileSet& files);

}  // namespace chip::lint
