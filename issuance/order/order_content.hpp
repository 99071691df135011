// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/json.hpp"
#include "issuance/document/holder.hpp"
#include "issuance/line/data_preparation.hpp"

namespace issuance {

/// What an order asks for, as the book keeps it (a JSON object; images beside it).
struct OrderContent {
    std::string kind;
    std::int64_t years = 0;
    std::string priority;  ///< as it was asked for; where it is now the queue knows
    std::optional<std::string> due;
    std::string surname;
    std::string givenNames;
    std::string dateOfBirth;
    std::string sex;
    std::string nationality;
    std::string placeOfBirth;
    std::string cui;
    /// "minor", "unable"; none where the order brings a signature.
    std::optional<std::string> signatureWaiver;
    /// Number of the document that this one replaces.
    std::optional<std::string> replaces;

    static constexpr std::array kFields{contract::field<&OrderContent::kind>("kind"),
                                        contract::field<&OrderContent::years>("years"),
                                        contract::field<&OrderContent::priority>("priority"),
                                        contract::field<&OrderContent::due>("due"),
                                        contract::field<&OrderContent::surname>("surname"),
                                        contract::field<&OrderContent::givenNames>("given_names"),
                                        contract::field<&OrderContent::dateOfBirth>("date_of_birth"),
                                        contract::field<&OrderContent::sex>("sex"),
                                        contract::field<&OrderContent::nationality>("nationality"),
                                        contract::field<&OrderContent::placeOfBirth>("place_of_birth"),
                                        contract::field<&OrderContent::cui>("cui"),
                                        contract::field<&OrderContent::signatureWaiver>("signature_waiver"),
                                        contract::field<&OrderContent::replaces>("replaces")};

    [[nodiscard]] Holder holder() const;
    [[nodiscard]] std::optional<SignatureWaiver> waiver() const;
    void setHolder(const Holder& holder);
};

/// An order with what belongs to it, for the line.
struct StoredOrder {
    OrderContent content;
    HolderImages images;
};

}  // namespace issuance
