// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace issuance {

/// The name field of a machine readable zone.
struct MrzName {
    std::string text;
    bool truncated = false;
};

/// Writes the components of surname and given names into a field of the given width, fillers included.
///
/// What does not fit is truncated as 9303-4/-5/-6 4.2.3 allow, method "initials": each component keeps at least its
/// initial while there is room for it, earlier ones stay as whole as possible, and the surname is shortened only when
/// the given names are down to their initials. The last position then holds a letter, as 4.2.3 demands. Surname must
/// have a component; width is 30 or more.
MrzName writeMrzName(const std::vector<std::string>& surname, const std::vector<std::string>& givenNames,
                     std::size_t width);

}  // namespace issuance
