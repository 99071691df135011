// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "chip/access/terminal_authentication.hpp"
#include "signing/certificates/path.hpp"

namespace chip {

/// Whom an inspection trusts: country signing certificates, links among them, and revocation lists.
struct TrustMaterial {
    std::vector<signing::Certificate> anchors;
    std::vector<signing::RevocationList> revocations;
    std::vector<std::string> unused;  ///< names of files that are neither

    [[nodiscard]] signing::PathQuestion at(base::Timestamp moment) const { return {anchors, moment, revocations}; }
};

/// Everything in a folder that is a certificate (DER, or PEM with several) or a revocation list. What lies there is
/// trusted as it is. Refuses "trust.nothing" where no certificate is among it.
base::Result<TrustMaterial> readTrustFolder(const std::filesystem::path& folder);

/// Card verifiable certificates and one private key (DER) in a folder. Refuses "trust.terminal-incomplete".
base::Result<TerminalCredentials> readTerminalFolder(const std::filesystem::path& folder);

}  // namespace chip
