// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace signing::lint {

/// The profiles of 9303-12 7.1.
enum class Kind {
    CscaRoot,
    CscaLink,
    DocumentSigner,
    MasterListSigner,
    DeviationListSigner,
    Communication,
    Lds2Signer,
    BarCodeSigner,
};

/// "csca", "csca-link", "document-signer", …
std::string_view nameOf(Kind kind);
/// Nothing for other names.
std::optional<Kind> kindNamed(std::string_view name);

inline bool isCountrySigner(Kind kind) { return kind == Kind::CscaRoot || kind == Kind::CscaLink; }
/// Signers whose certificates must be small (9303-12 7.1.2, 7.1.3).
inline bool isSmallSigner(Kind kind) { return kind == Kind::Lds2Signer || kind == Kind::BarCodeSigner; }

}  // namespace signing::lint
