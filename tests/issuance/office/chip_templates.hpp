// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/issuance/office/kind_templates.hpp"

namespace support {

/// Templates in which the ordinary passport's chip is of another profile, or of the same with a further attribute.
class ChipTemplates : public KindTemplates {
   public:
    explicit ChipTemplates(const std::string& profile, const std::string& attribute = {})
        : KindTemplates("passport-ordinary", "profile=\"icao-applet\"", "profile=\"" + profile + "\" " + attribute) {}
};

}  // namespace support
