// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "issuance/office/house.hpp"
#include "issuance/order/order_request.hpp"

namespace issuance {

/// Orders of invented adults for one kind of document, ids "S-<seed>-000001" and up, with a handful of portraits and
/// signatures in turn: what is drawn anew for each would take longer than the line does.
class SimulatedOrders {
   public:
    SimulatedOrders(const DocumentKind& kind, std::uint32_t seed, base::Date today);

    /// The next orders as a file of the capture station of a training institution, with its signature.
    struct SignedFile {
        base::Bytes file;
        base::Bytes signature;
    };
    SignedFile next(const House& house, std::int64_t count);

   private:
    [[nodiscard]] OrderRequest make(std::uint32_t serial);

    const DocumentKind& m_kind;
    const std::uint32_t m_seed;
    const base::Date m_today;
    std::vector<base::Bytes> m_portraits;
    std::vector<base::Bytes> m_signatures;
    std::uint32_t m_serial = 0;
};

}  // namespace issuance
