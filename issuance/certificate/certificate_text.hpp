// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "printing/flow/act_template.hpp"

namespace issuance {

/// A template of certificates as it is on this machine, with the SHA-256 by which drafts remember it.
struct CertificateText {
    printing::ActTemplate text;
    std::string sha256;

    /// Reads `<templates>/certificates/<name>.xml`. Throws "paper.template-damaged" where it is refused: templates are
    /// checked before they are put there.
    static CertificateText load(const std::filesystem::path& templates, const std::string& name);
};

}  // namespace issuance
