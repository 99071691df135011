// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/stock.hpp"
#include "issuance/document/catalogue.hpp"
#include "issuance/keys/signer_roster.hpp"
#include "issuance/keys/trust_book.hpp"
#include "issuance/line/document_inspection.hpp"
#include "issuance/line/materials.hpp"
#include "issuance/line/outcome_drawer.hpp"
#include "issuance/line/station_book.hpp"
#include "issuance/line/transport_key_book.hpp"
#include "issuance/order/order_book.hpp"

namespace issuance {

/// What a line works with. All of it outlives whoever is given it.
struct LineRooms {
    const TaskQueue& queue;
    const OrderBook& orders;
    const DocumentBook& documents;
    const ConfidentialKeys& confidential;
    const inventory::Stock& stock;
    const Catalogue& catalogue;
    const PageDesigns& designs;
    const ChipProfiles& chipProfiles;
    const DataPreparation& preparation;
    const SignerRoster& signers;
    const TrustBook& trust;
    const base::Clock& clock;
    const TransportKeyBook& transportKeys;
    const StationBook& stations;
    const OutcomeDrawer& outcomes;
    const Materials& materials;
};

/// Spoils the blank of an order's document and ends the document, in the caller's transaction; nothing where it has
/// none.
base::Outcome voidDocumentOf(const LineRooms& rooms, records::Transaction& transaction, const records::Author& author,
                             const ProductionOrderId& order, inventory::SpoilCause spoilCause);

}  // namespace issuance
