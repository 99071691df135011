// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/order/order_content.hpp"

#include "base/failure.hpp"
#include "issuance/document/signature_waiver.hpp"

namespace issuance {

Holder OrderContent::holder() const {
    Holder holder;
    holder.surname = surname;
    holder.givenNames = givenNames;
    holder.dateOfBirth = base::expected(base::parseDate(dateOfBirth), "order date of birth");
    holder.sex = sex == "F" ? Sex::Female : sex == "M" ? Sex::Male : Sex::Unspecified;
    holder.nationality = nationality;
    holder.placeOfBirth = placeOfBirth;
    if (!cui.empty()) holder.cui = Cui{cui};
    return holder;
}

std::optional<SignatureWaiver> OrderContent::waiver() const {
    return signatureWaiver ? signatureWaiverNamed(*signatureWaiver) : std::nullopt;
}

void OrderContent::setHolder(const Holder& holder) {
    surname = holder.surname;
    givenNames = holder.givenNames;
    dateOfBirth = base::formatDate(holder.dateOfBirth);
    sex = letterOf(holder.sex);
    nationality = holder.nationality;
    placeOfBirth = holder.placeOfBirth;
    cui = holder.cui ? holder.cui->text() : "";
}

}  // namespace issuance
