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
    std::string priority;
    std::string surname;
    std::string givenNames;
    std::string dateOfBirth;
    std::string sex;
    std::string nationality;
    std::string placeOfBirth;
    std::string cui;
    /// "minor", "unable"; none where the order brings a signature.
    std::optional<std::string> signatureWaiver;

    static constexpr std::tuple kFields{contract::Field{"kind", &OrderContent::kind},
                                        contract::Field{"years", &OrderContent::years},
                                        contract::Field{"priority", &OrderContent::priority},
                                        contract::Field{"surname", &OrderContent::surname},
                                        contract::Field{"given_names", &OrderContent::givenNames},
                                        contract::Field{"date_of_birth", &OrderContent::dateOfBirth},
                                        contract::Field{"sex", &OrderContent::sex},
                                        contract::Field{"nationality", &OrderContent::nationality},
                                        contract::Field{"place_of_birth", &OrderContent::placeOfBirth},
                                        contract::Field{"cui", &OrderContent::cui},
                                        contract::Field{"signature_waiver", &OrderContent::signatureWaiver}};

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
