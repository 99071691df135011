// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/strong_id.hpp"

namespace issuance {

/// The number of a document, as page and MRZ show it.
using DocumentNumber = base::StrongId<struct DocumentNumberTag>;
/// The number the manufacturer gave the blank; may be the document number, need not.
using BookletSerial = base::StrongId<struct BookletSerialTag>;
/// Código Único de Identificación: 13 digits that name a person, never a document.
using Cui = base::StrongId<struct CuiTag>;
/// A kind of document in the catalogue ("passport-ordinary").
using KindId = base::StrongId<struct KindIdTag>;
/// An order's name, unique within its capture station.
using OrderId = base::StrongId<struct OrderIdTag>;
/// A capture station as enrolled.
using StationId = base::StrongId<struct StationIdTag>;

/// A site of the authority, as its register of sites names it.
using SiteId = base::StrongId<struct SiteIdTag>;
/// The receipt of the fee that was paid for an order.
using ReceiptNumber = base::StrongId<struct ReceiptNumberTag>;

}  // namespace issuance
