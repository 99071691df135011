// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "issuance/keys/key_book.hpp"
#include "issuance/office/institution.hpp"

namespace issuance {

/// Enters into the book the certified keys that the institution's file names and the book does not have: at founding,
/// and where a home is opened that was founded before there was a book. With a reference they count as published under
/// it and sign; without, country and document signer wait for their publication.
void enterNamedKeys(const KeyBook& book, records::Transaction& transaction, const records::Author& author,
                    const HomeFiles& files, const Institution& institution, const std::string& publication);

/// The same in a transaction of its own, where something lacks.
void ensureNamedKeys(const KeyBook& book, records::Connection& connection, const HomeFiles& files,
                     const Institution& institution);

}  // namespace issuance
