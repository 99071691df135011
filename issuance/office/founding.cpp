// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "base/files.hpp"
#include "contract/acts_of_line.hpp"
#include "inventory/migrations.hpp"
#include "issuance/keys/list_book.hpp"
#include "issuance/keys/pki_profiles.hpp"
#include "issuance/migrations.hpp"
#include "issuance/office/act_signer.hpp"
#include "issuance/office/founding_keys.hpp"
#include "issuance/office/local_office.hpp"
#include "issuance/office/local_office_factory.hpp"
#include "records/database/migration.hpp"
#include "records/migrations.hpp"
#include "records/operators/operators.hpp"
#include "records/operators/sites.hpp"
#include "signing/certificates/authority.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace std::chrono_literals;
using signing::KeyAlgorithm;
using signing::KeyPurpose;

constexpr auto kYear = std::chrono::hours{24 * 365 + 6};

/// Makes a home beside its final place, so that it appears whole or not at all.
class Founder {
   public:
    Founder(std::filesystem::path home, Founding founding, SecretEntry askSecret)
        : m_founding(std::move(founding)), m_askSecret(std::move(askSecret)) {
        m_files.home = std::move(home);
    }

    base::Outcome found() {
        for (const auto& folder : {m_files.stations(), m_files.chips(), m_files.pages()})
            std::filesystem::create_directories(folder);
        std::filesystem::permissions(m_files.home, std::filesystem::perms::owner_all);
        m_institution.organisation = m_founding.organisation;
        m_institution.site = m_founding.site;
        m_institution.training = m_founding.training;
        m_institution.database = m_founding.database.empty() ? "sqlite:troquel.db" : m_founding.database;
        if (!m_founding.tokenLabel.empty())
            m_institution.token = TokenPlace{m_founding.tokenModule, m_founding.tokenLabel, m_founding.pinFile};
        // All that may be refused comes before the first key: a token keeps what a founding that failed left in it.
        auto keys = HouseKeys::found(m_files, m_institution, m_askSecret, m_clock);
        if (!keys) return keys.refusal();
        m_keys = std::move(keys).value();
        if (auto books = openBooks(); !books) return books;
        makeKeys();
        makeCertificates();
        makeActSigner(m_files, *m_keys, m_institution, m_clock.now());
        enterKeys();
        m_institution.save(m_files.home);
        return {};
    }

   private:
    void makeKeys();
    void makeCertificates();
    void makeOperationalCertificates(const signing::Period& period);
    base::Outcome openBooks();
    base::Outcome enrolAdministrator(records::Transaction& transaction);
    void enterKeys();
    signing::DistinguishedName nameOf(const std::string& unit, const std::string& commonName) const;
    base::Bytes keep(const std::string& name, base::Result<base::Bytes> certificate);

    Founding m_founding;
    SecretEntry m_askSecret;
    HomeFiles m_files;
    Institution m_institution;
    base::SystemClock m_clock;
    std::unique_ptr<HouseKeys> m_keys;
    records::Author m_administrator;
};

void Founder::makeKeys() {
    const auto generate = [&](KeyPurpose purpose, KeyAlgorithm algorithm, std::string_view label) {
        return m_keys->generate(purpose, algorithm, label).text();
    };
    m_institution.cscaKey = generate(KeyPurpose::CountrySigning, KeyAlgorithm::EcdsaBrainpoolP384r1, "CSCA");
    m_institution.documentSignerKey = generate(KeyPurpose::DocumentSigning, KeyAlgorithm::EcdsaP256, "document signer");
    m_institution.operationalRootKey =
        generate(KeyPurpose::OperationalRoot, KeyAlgorithm::EcdsaP256, "operational root");
    m_institution.checkpointKey =
        generate(KeyPurpose::JournalCheckpoint, KeyAlgorithm::EcdsaP256, "journal checkpoints");
    m_institution.wrappingKey = generate(KeyPurpose::Wrapping, KeyAlgorithm::Aes256, "document secrets");
    if (m_founding.training)
        m_institution.trainingStationKey =
            generate(KeyPurpose::OrderSigning, KeyAlgorithm::EcdsaP256, "training capture station");
}

signing::DistinguishedName Founder::nameOf(const std::string& unit, const std::string& commonName) const {
    return {"GT", m_founding.organisation, unit, commonName};
}

base::Bytes Founder::keep(const std::string& name, base::Result<base::Bytes> certificate) {
    auto der = base::expected(std::move(certificate), name);
    base::writeFileDurably(m_files.certificate(name), der);
    return der;
}

void Founder::makeCertificates() {
    const auto begin = beginFor(m_clock.now());
    const auto csca = cscaProfile(nameOf("PKI", m_founding.training ? "CSCA Guatemala - Training" : "CSCA Guatemala"),
                                  {"GTM", m_founding.pkiContact}, begin);
    const signing::KeyId cscaKey{m_institution.cscaKey};
    const auto root = keep("csca", signing::makeCsca(*m_keys, cscaKey, csca));
    const signing::Authority authority{*m_keys, cscaKey, base::expected(signing::readCertificate(root), "csca")};
    const signing::Period use{begin, monthsAfter(begin, kDocumentSignerUse)};
    keep("ds",
         signing::makeDocumentSigner(authority, signing::KeyId{m_institution.documentSignerKey},
                                     documentSignerProfile(authority.certificate, "Document Signer 0001",
                                                           {begin, monthsAfter(use.end, kLongestDocument)}, use)));
    makeOperationalCertificates({begin, begin + 5 * kYear});
}

void Founder::makeOperationalCertificates(const signing::Period& period) {
    const signing::KeyId rootKey{m_institution.operationalRootKey};
    const auto root =
        keep("operational-root",
             signing::makeOperationalRoot(*m_keys, rootKey, {nameOf("Operations", "Operational root"), "", period}));
    const signing::Authority authority{*m_keys, rootKey,
                                       base::expected(signing::readCertificate(root), "operational root")};
    keep("checkpoint", signing::makeCheckpointSigner(authority, signing::KeyId{m_institution.checkpointKey},
                                                     {nameOf("Operations", "Journal"), "", period}));
    if (!m_founding.training) return;
    const auto key = m_keys->publicKey(signing::KeyId{m_institution.trainingStationKey}, signing::CurveForm::Named);
    keep("stations/training",
         signing::makeOrderSigner(authority, key, {nameOf("Training", "Capture station"), "", period}));
}

base::Outcome Founder::openBooks() {
    const auto database = records::Database::open(m_files.databaseAddress(m_institution));
    const records::MigrationSet sets[] = {records::migrations(), inventory::migrations(), migrations()};
    records::migrate(*database, sets, m_clock);
    const auto connection = database->connect();
    records::Transaction transaction{*connection};
    if (auto enrolled = enrolAdministrator(transaction); !enrolled) return enrolled;
    transaction.commit();
    return {};
}

base::Outcome Founder::enrolAdministrator(records::Transaction& transaction) {
    const records::Passwords passwords;
    const records::Operators operators{m_clock, passwords};
    const records::Sites sites{m_clock};
    const records::WorkstationId workstation{m_founding.workstation};
    const auto today = base::dayOf(m_clock.now());
    const auto author =
        operators.enrolFirst(transaction,
                             {m_founding.administratorUser,
                              m_founding.administratorName,
                              std::move(m_founding.administratorPassword),
                              {records::Role::Administrator, records::Role::SecurityOfficer},
                              base::Date{today.year() + std::chrono::years{1}, today.month(), std::chrono::day{1}}},
                             workstation);
    if (!author) return author.refusal();
    const records::SiteId site{m_founding.site};
    if (auto created = sites.create(transaction, *author, {site, m_founding.organisation}); !created) return created;
    m_administrator = *author;
    return sites.createWorkstation(transaction, *author, {workstation, m_founding.workstation, site, true});
}

// For training nobody publishes anything; elsewhere nothing is used before it is published.
void Founder::enterKeys() {
    const auto connection = records::Database::open(m_files.databaseAddress(m_institution))->connect();
    records::Transaction transaction{*connection};
    const KeyBook book{m_clock};
    enterNamedKeys(book, transaction, m_administrator, m_files, m_institution,
                   m_founding.training ? "solo para capacitación" : "");
    const ListBook lists{*m_keys, book, m_clock};
    const auto list = base::expected(lists.issueFirstHouseList(transaction, m_administrator), "revocation list");
    base::writeFileDurably(m_files.revocationList("house-authority"), list.content);
    transaction.commit();
}

std::vector<base::Fault> faultsOf(const std::filesystem::path& home, const Founding& founding) {
    std::vector<base::Fault> faults;
    std::error_code none;
    if (std::filesystem::exists(home) && !std::filesystem::is_empty(home, none))
        faults.push_back({"office.already-founded"_code, {{"home", home.string()}}, {}});
    const std::pair<const char*, const std::string*> needed[] = {{"organisation", &founding.organisation},
                                                                 {"workstation", &founding.workstation},
                                                                 {"administrator", &founding.administratorUser},
                                                                 {"name", &founding.administratorName}};
    for (const auto& [field, value] : needed)
        if (value->empty()) faults.push_back({"office.bad-founding"_code, {{"field", field}}, {}});
    const bool onToken = !founding.tokenLabel.empty();
    if (onToken == founding.tokenModule.empty() || (!onToken && !founding.pinFile.empty()))
        faults.push_back({"office.bad-founding"_code, {{"field", "token, token-module"}}, {}});
    return faults;
}

}  // namespace

bool isFounded(const std::filesystem::path& home) { return std::filesystem::exists(HomeFiles{home}.institution()); }

base::Outcome foundInstitution(const std::filesystem::path& home, Founding founding, SecretEntry askSecret) {
    if (auto faults = faultsOf(home, founding); !faults.empty()) return base::Refusal{std::move(faults)};
    const auto absolute = std::filesystem::absolute(home).lexically_normal();
    const auto place = absolute.has_filename() ? absolute : absolute.parent_path();
    const auto beside = place.parent_path() / ("." + place.filename().string() + ".founding");
    std::filesystem::remove_all(beside);
    std::filesystem::create_directories(beside);
    auto founded = Founder{beside, std::move(founding), std::move(askSecret)}.found();
    if (founded) {
        std::filesystem::remove(place);
        std::filesystem::rename(beside, place);
    } else {
        std::filesystem::remove_all(beside);
    }
    return founded;
}

std::unique_ptr<contract::Office> openLocalOffice(const std::filesystem::path& home, SecretEntry askSecret) {
    return std::make_unique<LocalOffice>(House::open(home, std::move(askSecret)));
}

std::filesystem::path templatesFolder() {
    if (const char* given = std::getenv("TROQUEL_TEMPLATES"); given != nullptr && *given != '\0') return given;
    std::error_code none;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", none);
    auto installed = program.parent_path().parent_path() / "share" / "troquel" / "templates";
    if (std::filesystem::exists(installed, none)) return installed;
    return TROQUEL_TEMPLATES_FOLDER;
}

}  // namespace issuance
