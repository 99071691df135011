// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signing/certificates/revocation_list.hpp"
#include "signing/timestamp/timestamp_client.hpp"
#include "tests/signing/house.hpp"

namespace signing::testing {

/// A time-stamping authority of the test's own: OpenSSL's `ts -reply` with a certificate under a root of its own.
class TimestampAuthority {
   public:
    /// `more`: extensions of its certificate as OpenSSL's configuration writes them, such as where its list is found.
    explicit TimestampAuthority(const std::string& purpose = "critical,timeStamping", const std::string& more = "");
    Certificate root;
    std::size_t companions = 0;  ///< so many certificates more than needed go along with each token
    /// What the authority answers, or a failed test.
    [[nodiscard]] base::Result<base::Bytes> reply(base::BytesView request) const;
    /// The root's own, which names nobody.
    [[nodiscard]] RevocationList revocationList() const;
    [[nodiscard]] TimestampClient client(const base::Clock& clock, const std::string& policy = "") const;
    [[nodiscard]] std::string path(const std::string& name) const { return (m_folder.path() / name).string(); }

    static constexpr const char* kPolicy = "1.3.6.1.4.1.99999.1";

   private:
    support::ScratchFolder m_folder;
};

}  // namespace signing::testing
