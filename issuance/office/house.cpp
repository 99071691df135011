// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/office/house.hpp"

#include "base/failure.hpp"
#include "base/files.hpp"
#include "inventory/migrations.hpp"
#include "issuance/migrations.hpp"
#include "issuance/office/act_signer.hpp"
#include "issuance/office/founding_keys.hpp"
#include "issuance/office/local_office_factory.hpp"
#include "records/database/migration.hpp"
#include "records/migrations.hpp"

namespace issuance {
namespace {

using namespace base::literals;

constexpr std::size_t kLargestCertificate = std::size_t{32} * 1024;
constexpr auto kLease = std::chrono::minutes{2};
constexpr std::int64_t kAttempts = 3;
/// Training passwords are checked often and protect nothing.
constexpr records::PasswordCost kTrainingCost{8 * 1024, 1, 1};

template <class T>
T intact(base::Result<T> result, const std::filesystem::path& file) {
    if (result) return std::move(result).value();
    throw base::Failure{"office.home-damaged"_code, base::NextStep::Stop, file.string(),
                        result.refusal().first().code.name()};
}

signing::Certificate certificateIn(const std::filesystem::path& file) {
    const auto content = intact(base::readFile(file, kLargestCertificate), file);
    return intact(signing::readCertificate(content), file);
}

void readStations(House& house) {
    for (const auto& entry : std::filesystem::directory_iterator{house.files.stations()})
        house.stations.push_back(certificateIn(entry.path()));
}

records::SessionRules sessionRules(const Institution& institution) {
    records::SessionRules rules;
    rules.strongFactor = !institution.training;
    return rules;
}

void openBooks(House& house) {
    house.database = records::Database::open(house.files.databaseAddress(house.institution));
    const records::MigrationSet sets[] = {records::migrations(), inventory::migrations(), migrations()};
    records::migrate(*house.database, sets, house.clock);
    house.passwords =
        std::make_unique<records::Passwords>(house.institution.training ? kTrainingCost : records::PasswordCost{});
    house.operators = std::make_unique<records::Operators>(house.clock, *house.passwords);
    house.sessions =
        std::make_unique<records::Sessions>(house.clock, *house.passwords, sessionRules(house.institution));
    house.factors =
        std::make_unique<FactorBook>(*house.keys, signing::KeyId{house.institution.wrappingKey}, house.clock);
    house.workstations = std::make_unique<records::WorkstationCertificates>(house.clock);
    house.queue = std::make_unique<TaskQueue>(house.clock, kLease, kAttempts);
    house.stationBook = std::make_unique<StationBook>(house.clock, kLease);
    house.outcomes = std::make_unique<OutcomeDrawer>(house.files.outcomes(), *house.keys,
                                                     signing::KeyId{house.institution.wrappingKey});
    house.counterBook = std::make_unique<CounterBook>(house.clock);
    house.confidential = std::make_unique<ConfidentialKeys>(*house.keys, house.clock);
    house.orders = std::make_unique<OrderBook>(*house.queue, *house.confidential, house.clock);
    house.documents =
        std::make_unique<DocumentBook>(*house.keys, signing::KeyId{house.institution.wrappingKey}, *house.confidential);
    house.transportKeys =
        std::make_unique<TransportKeyBook>(*house.keys, signing::KeyId{house.institution.wrappingKey}, house.clock);
    house.preparation = std::make_unique<DataPreparation>(house.designs, house.chipProfiles, house.clock);
}

void openKeyBook(House& house) {
    house.keyBook = std::make_unique<KeyBook>(house.clock);
    ensureNamedKeys(*house.keyBook, *house.database->connect(), house.files, house.institution);
    house.lists = std::make_unique<ListBook>(*house.keys, *house.keyBook, house.clock);
    house.trust = std::make_unique<TrustBook>(*house.keyBook, *house.lists);
    house.signers = std::make_unique<SignerRoster>(*house.keys, *house.keyBook, house.clock);
}

KindNames namesOf(const Catalogue& catalogue) {
    KindNames names;
    for (const auto& kind : catalogue.kinds()) names.emplace(kind.id.text(), kind.nameEs);
    return names;
}

/// The people's keys of a training institution are opened often and protect nothing.
constexpr signing::PassphraseCost kTrainingPassphrase{8 * 1024, 1, 1};

void openCertificates(House& house) {
    const auto fonts = std::make_shared<const printing::FontSet>(printing::FontSet::load(templatesFolder() / "fonts"));
    house.certificateTexts = std::make_unique<TemplateBook>(
        templatesFolder(), *house.contents, house.clock, house.institution.training ? Shipped::Used : Shipped::NotUsed);
    house.certificateRequests = std::make_unique<RequestBook>(*house.certificateTypes, *house.fees, *house.contents,
                                                              *house.confidential, house.clock);
    house.certificates = std::make_unique<CertificateBook>(*house.contents, *house.confidential, house.clock);
    house.certifiers =
        std::make_unique<CertifierKeys>(house.files.certifiers(), house.clock,
                                        house.institution.training ? kTrainingPassphrase : signing::PassphraseCost{});
    house.paperCopies = std::make_unique<PaperCopies>(*house.stock, *house.certificates, fonts, house.clock);
    house.signaturePolicies = std::make_unique<SignaturePolicyBook>(house.clock);
    house.proofs = std::make_unique<ProofBook>(*house.certificates, house.clock);
    house.notifications = std::make_unique<NotificationBook>(*house.calendar, *house.confidential, house.clock);
    house.certificateDesk =
        std::make_unique<CertificateDesk>(*house.certificateRequests, *house.certificates, fonts, house.clock,
                                          house.institution.training ? MadeFor::Training : MadeFor::Use);
}

}  // namespace

std::unique_ptr<House> House::open(const std::filesystem::path& home, SecretEntry askSecret) {
    auto house = std::make_unique<House>();
    house->files.home = home;
    house->institution = Institution::load(home);
    loadTemplates(*house, templatesFolder());
    house->keys = std::make_unique<HouseKeys>(house->files, house->institution, std::move(askSecret), house->clock);
    ensureActSigner(house->files, *house->keys, house->institution, house->clock.now());
    readStations(*house);
    openBooks(*house);
    openKeyBook(*house);
    house->contents = std::make_unique<records::ContentStore>(house->files.contents());
    openCertificates(*house);
    house->registers = std::make_unique<RegisterBook>(*house->contents, *house->confidential, house->clock,
                                                      namesOf(*house->catalogue));
    keyOlderDocuments(*house->database, *house->orders, *house->confidential);
    house->diligences = std::make_unique<Diligences>(*house->registers, *house->confidential, house->clock);
    return house;
}

LineRooms House::lineRooms() const {
    return {*queue,       *orders,  *documents, *confidential, *stock,         *catalogue,   designs,   chipProfiles,
            *preparation, *signers, *trust,     clock,         *transportKeys, *stationBook, *outcomes, *materials};
}

void loadTemplates(House& house, const std::filesystem::path& templates) {
    const auto schemas = templates / "schemas";
    house.catalogue = std::make_unique<Catalogue>(
        intact(Catalogue::load(templates / "kinds", base::xml::Schema::compile(schemas / "document-kind.xsd")),
               templates / "kinds"));
    house.orderSchema = std::make_unique<base::xml::Schema>(base::xml::Schema::compile(schemas / "order-file.xsd"));
    house.manifestSchema = std::make_unique<base::xml::Schema>(base::xml::Schema::compile(schemas / "manifest.xsd"));
    for (const auto& kind : house.catalogue->kinds()) {
        if (kind.chipProfile && house.chipProfiles.count(*kind.chipProfile) == 0) {
            const auto file = templates / "chips" / (*kind.chipProfile + ".xml");
            house.chipProfiles.emplace(*kind.chipProfile,
                                       intact(chip::ChipProfile::load(file, schemas / "chip-profile.xsd"), file));
        }
        for (const auto& design : kind.pageDesigns)
            if (house.designs.count(design) == 0) {
                const auto file = templates / "pages" / (design + ".xml");
                house.designs.emplace(design, intact(printing::PageDesign::load(file), file));
            }
    }
    // What practice makes says so, and inspection expects that it does.
    if (house.institution.training)
        for (auto& [name, design] : house.designs) design.markForTraining();
    house.items = std::make_unique<inventory::ItemCatalogue>(
        intact(inventory::ItemCatalogue::load(templates / "items", base::xml::Schema::compile(schemas / "item.xsd")),
               templates / "items"));
    if (const auto faults = faultsOfMaterials(*house.catalogue, *house.items); !faults.empty())
        throw base::Failure{faults.front().code, base::NextStep::Stop, (templates / "kinds").string(),
                            faults.front().arguments.at(0).second + " " + faults.front().arguments.at(1).second};
    house.materials = std::make_unique<Materials>(*house.items, *house.catalogue, house.clock);
    house.calendar =
        std::make_unique<WorkCalendar>(intact(WorkCalendar::load(templates / "calendars" / "guatemala.xml",
                                                                 base::xml::Schema::compile(schemas / "calendar.xsd")),
                                              templates / "calendars"));
    house.fees = std::make_unique<FeeSchedules>(intact(
        FeeSchedules::load(templates / "fees", base::xml::Schema::compile(schemas / "fees.xsd")), templates / "fees"));
    house.certificateTypes = std::make_unique<CertificateCatalogue>(
        intact(CertificateCatalogue::load(templates / "certificate-types",
                                          base::xml::Schema::compile(schemas / "certificate-type.xsd")),
               templates / "certificate-types"));
    house.stock = std::make_unique<inventory::Stock>(*house.items, house.clock);
    house.cases = std::make_unique<inventory::Cases>(*house.items, house.clock);
    house.losses = std::make_unique<inventory::Losses>(*house.items, *house.cases, house.clock);
    house.counts = std::make_unique<inventory::Counts>(*house.items, *house.cases, house.clock);
}

}  // namespace issuance
