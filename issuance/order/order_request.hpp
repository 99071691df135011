// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "base/bytes.hpp"
#include "issuance/document/document_kind.hpp"
#include "issuance/document/holder.hpp"
#include "issuance/document/identifiers.hpp"
#include "issuance/line/turn.hpp"

namespace issuance {

/// What a capture station asks for: one document for one person.
struct OrderRequest {
    OrderId id;
    KindId kind;
    int years = 0;
    Holder holder;
    /// JPEG or JPEG 2000, as captured.
    base::Bytes portrait;
    /// JPEG, JPEG 2000 or PNG; empty where it is waived.
    base::Bytes signatureImage;
    /// Why there is no signature.
    std::optional<SignatureWaiver> signatureWaiver;
    SiteId placeOfIssue;
    ReceiptNumber receipt;
    Priority priority = Priority::Normal;
    /// The day until which it is promised.
    std::optional<base::Date> due = std::nullopt;
    SiteId deliverySite;
    std::optional<DocumentNumber> replaces;

    friend bool operator==(const OrderRequest&, const OrderRequest&) = default;
};

}  // namespace issuance
