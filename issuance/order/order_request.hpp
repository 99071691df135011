// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/bytes.hpp"
#include "issuance/document/document_kind.hpp"
#include "issuance/document/holder.hpp"
#include "issuance/document/identifiers.hpp"

namespace issuance {

enum class Priority { Normal, Urgent };

/// "normal", "urgent".
inline std::string_view nameOf(Priority priority) { return priority == Priority::Urgent ? "urgent" : "normal"; }

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
    SiteId deliverySite;
    std::optional<DocumentNumber> replaces;

    friend bool operator==(const OrderRequest&, const OrderRequest&) = default;
};

}  // namespace issuance
