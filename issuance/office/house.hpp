// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "base/clock.hpp"
#include "base/xml.hpp"
#include "inventory/cases/cases.hpp"
#include "inventory/counts/counts.hpp"
#include "inventory/losses/losses.hpp"
#include "inventory/stock.hpp"
#include "issuance/certificate/certificate_desk.hpp"
#include "issuance/certificate/fee_schedule.hpp"
#include "issuance/certificate/notification_book.hpp"
#include "issuance/certificate/paper_copies.hpp"
#include "issuance/certificate/proof_book.hpp"
#include "issuance/document/catalogue.hpp"
#include "issuance/keys/signer_roster.hpp"
#include "issuance/keys/trust_book.hpp"
#include "issuance/line/conductor.hpp"
#include "issuance/line/counter_book.hpp"
#include "issuance/line/station_link.hpp"
#include "issuance/line/transport_key_book.hpp"
#include "issuance/office/house_keys.hpp"
#include "issuance/office/institution.hpp"
#include "issuance/people/factor_book.hpp"
#include "issuance/registers/diligences.hpp"
#include "issuance/signature/house_authority.hpp"
#include "records/content/content_store.hpp"
#include "records/operators/operators.hpp"
#include "records/operators/sessions.hpp"
#include "records/operators/workstation_certificates.hpp"

namespace issuance {

/// Everything that answering takes, opened once: the books, the keys, the catalogue, the designs. Reading it is safe
/// from several threads.
struct House {
    HomeFiles files;
    Institution institution;
    base::SystemClock clock;
    std::unique_ptr<records::Database> database;
    std::unique_ptr<records::Passwords> passwords;
    std::unique_ptr<records::Operators> operators;
    std::unique_ptr<records::Sessions> sessions;
    std::unique_ptr<records::WorkstationCertificates> workstations;

    std::unique_ptr<HouseKeys> keys;
    std::unique_ptr<FactorBook> factors;
    std::unique_ptr<records::ContentStore> contents;
    std::vector<signing::Certificate> stations;  ///< capture stations whose order files are accepted

    std::unique_ptr<Catalogue> catalogue;
    std::unique_ptr<base::xml::Schema> orderSchema;
    std::unique_ptr<base::xml::Schema> manifestSchema;
    ChipProfiles chipProfiles;
    PageDesigns designs;
    std::unique_ptr<inventory::ItemCatalogue> items;
    std::unique_ptr<inventory::Stock> stock;
    std::unique_ptr<inventory::Cases> cases;
    std::unique_ptr<inventory::Losses> losses;
    std::unique_ptr<inventory::Counts> counts;
    std::unique_ptr<TaskQueue> queue;
    std::unique_ptr<StationBook> stationBook;
    std::unique_ptr<OutcomeDrawer> outcomes;
    std::unique_ptr<CounterBook> counterBook;
    std::unique_ptr<Materials> materials;
    std::unique_ptr<ConfidentialKeys> confidential;
    std::unique_ptr<OrderBook> orders;
    std::unique_ptr<DocumentBook> documents;
    std::unique_ptr<TransportKeyBook> transportKeys;
    std::unique_ptr<DataPreparation> preparation;
    std::unique_ptr<KeyBook> keyBook;
    std::unique_ptr<ListBook> lists;
    std::unique_ptr<TrustBook> trust;
    std::unique_ptr<SignerRoster> signers;
    std::unique_ptr<RegisterBook> registers;
    std::unique_ptr<Diligences> diligences;

    std::unique_ptr<WorkCalendar> calendar;
    std::unique_ptr<FeeSchedules> fees;
    std::unique_ptr<CertificateCatalogue> certificateTypes;
    std::unique_ptr<RequestBook> certificateRequests;
    std::unique_ptr<CertificateBook> certificates;
    std::unique_ptr<CertifierKeys> certifiers;
    std::unique_ptr<CertificateDesk> certificateDesk;
    std::unique_ptr<TemplateBook> certificateTexts;
    std::unique_ptr<NotificationBook> notifications;
    std::unique_ptr<PaperCopies> paperCopies;
    std::unique_ptr<SignaturePolicyBook> signaturePolicies;
    std::unique_ptr<ProofBook> proofs;

    StationLinks stationLinks;  ///< of lines whose machines stand elsewhere; changes while the house is open

    /// Opens the house in a home. Throws "office.not-founded", "office.home-damaged", and what its rooms throw.
    static std::unique_ptr<House> open(const std::filesystem::path& home, SecretEntry askSecret = {});

    /// What a conductor of the line works with.
    [[nodiscard]] LineRooms lineRooms() const;
};

/// Kinds, designs, items and schemas that the program ships.
void loadTemplates(House& house, const std::filesystem::path& templates);

}  // namespace issuance
