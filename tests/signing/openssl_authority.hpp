// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signing/certificates/revocation_list.hpp"
#include "tests/signing/house.hpp"

namespace signing::testing {

/// A certification authority that OpenSSL runs, below another one or by itself, with its lists and its responder.
class OpensslAuthority {
   public:
    explicit OpensslAuthority(const std::string& name, const OpensslAuthority* above = nullptr,
                              const std::string& constraints = "critical,CA:TRUE");
    Certificate certificate;

    /// A certificate for a key in SubjectPublicKeyInfo; `extensions` as OpenSSL's configuration writes them.
    [[nodiscard]] Certificate certify(const std::string& name, base::BytesView publicKey,
                                      const std::string& extensions = "") const;
    /// From now on its list and its responder say so.
    void revoke(const Certificate& revoked);
    [[nodiscard]] RevocationList revocationList() const;
    /// From now on a responder of its own answers in its place, with a certificate that has these extensions too.
    [[nodiscard]] Certificate delegate(const std::string& extensions);
    /// The responder's answer to a request, over the certificates that it certified.
    [[nodiscard]] base::Result<base::Bytes> respond(base::BytesView request) const;

   private:
    [[nodiscard]] std::string path(const std::string& name) const { return (m_folder.path() / name).string(); }
    [[nodiscard]] Certificate read(const std::string& name) const;
    void note(const Certificate& certificate, char state) const;

    support::ScratchFolder m_folder;
    std::string m_responder = "authority.pem", m_responderKey = "key";
};

/// The public key of an EC key that is forgotten.
base::Bytes somePublicKey();

}  // namespace signing::testing
