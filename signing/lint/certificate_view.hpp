// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signing/lint/keys.hpp"
#include "signing/lint/names.hpp"

namespace signing::lint {

/// One extension. Views into what was read.
struct ExtensionView {
    std::string oid;
    bool critical = false;
    base::BytesView value;

    [[nodiscard]] std::string name() const { return extensionName(oid); }
    [[nodiscard]] std::string where() const { return "extensions." + name(); }
};

/// A certificate as far as it can be read. Views into what was read.
struct CertificateView {
    Element whole;
    std::optional<Element> signedPart, serialNumber, innerAlgorithm, outerAlgorithm, publicKey;
    NameView issuer, subject;
    std::optional<base::Timestamp> notBefore, notAfter;
    std::vector<ExtensionView> extensions;
    base::BytesView signature;

    [[nodiscard]] const ExtensionView* find(std::string_view oid) const;
    [[nodiscard]] SignatureView signatureView() const;
    /// The key identifiers, empty where absent.
    [[nodiscard]] base::BytesView subjectKeyIdentifier() const;
    [[nodiscard]] base::BytesView authorityKeyIdentifier() const;
    /// basicConstraints cA, whatever the truth value looks like.
    [[nodiscard]] bool authority() const;
};

/// Reads a certificate; what is broken, and what table 5 says of the single fields, are findings.
CertificateView readView(const Element& certificate, Findings& findings);

/// A row of extensions; `where` is their place.
std::vector<ExtensionView> readExtensionViews(const Element& extensions, const std::string& where, Findings& findings);

}  // namespace signing::lint
