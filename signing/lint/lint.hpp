// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "base/bytes.hpp"
#include "signing/lint/findings.hpp"
#include "signing/lint/kinds.hpp"

namespace signing::lint {

/// What was found in one object of a file.
struct ObjectReport {
    std::string kind;   ///< a certificate's kind, "crl", "master-list", "deviation-list", "unknown"
    std::string place;  ///< where it stands in a file of several: "signer certificate 1", "certificate 17"
    std::string name;   ///< subject, or issuer of a list
    std::vector<Finding> findings;

    [[nodiscard]] std::size_t count(Grade grade) const;
};

/// What else is known of the file.
struct Question {
    std::optional<Kind> kind = std::nullopt;  ///< the profile to judge by; otherwise it is told by the certificate
    base::BytesView issuer = {};              ///< certificate that issued it, DER or PEM; may be empty
};

/// Judges a certificate, a revocation list, a master list or a deviation list, in DER, PEM or base64: names each
/// deviation from Doc 9303-12. Takes whatever it is given, in time and memory bounded by the file's size; a list is
/// judged with the certificates in it, 2048 at most.
std::vector<ObjectReport> judgeFile(base::BytesView file, const Question& question = {});

}  // namespace signing::lint
