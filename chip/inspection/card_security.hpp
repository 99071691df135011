// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "chip/lds/security_infos.hpp"
#include "signing/certificates/path.hpp"

namespace chip {

/// What passive authentication says about an EF.CardSecurity (9303-10 3.11.4, 9303-11 9.2.11): security infos under a
/// document signer's signature.
struct CardSecurityVerdict {
    std::optional<lds::SecurityInfos> infos;  ///< as far as they can be read
    bool signatureValid = false;
    bool pathValid = false;
    std::vector<base::Fault> reasons;  ///< why not
    std::vector<base::Fault> defects;  ///< odd but legible
    [[nodiscard]] bool holds() const { return infos && signatureValid && pathValid; }
};

/// Verifies a SignedData of at most 64 KiB with the content type id-SecurityObject.
CardSecurityVerdict verifyCardSecurity(base::BytesView file, const signing::PathQuestion& question);

}  // namespace chip
