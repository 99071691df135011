// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/keys/list_book.hpp"

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "issuance/keys/ceremonies.hpp"
#include "issuance/keys/house_authorities.hpp"
#include "records/approvals/approval.hpp"
#include "records/journal/journal.hpp"
#include "signing/lint/lint.hpp"
#include "signing/lists/master_list.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using records::Author;
using records::Transaction;
using std::chrono::seconds;

constexpr std::int64_t kFewestDays = 3, kMostDays = 90, kFewestDaysOfHouse = 1;
constexpr auto kShortestInterval = std::chrono::hours{48};

base::Timestamp momentOf(const std::string& stored) { return base::expected(base::parseTimestamp(stored), "list"); }

base::Fault badDays() { return {"pki.bad-limit"_code, {{"field", "days"}, {"most", std::to_string(kMostDays)}}, {}}; }

IssuedRevocationList listFrom(const records::Row& row) {
    return {row.integer(0), row.text(1), momentOf(row.text(2)), momentOf(row.text(3)), row.bytes(4)};
}

bool certifiedByHouse(CertifiedPurpose purpose) { return purpose == CertifiedPurpose::ActSigner; }

std::int64_t nextNumber(records::Connection& connection, const std::string& table) {
    return connection.queryOne("SELECT COALESCE(MAX(number), 0) + 1 FROM " + table)->integer(0);
}

std::string sha256Of(const base::Bytes& content) { return base::toHex(base::sha256(content)); }

/// Our own list as a receiving State reads it. Others' certificates in it are as they made them.
signing::MasterList judged(const base::Bytes& made, const signing::Certificate& authority, base::Timestamp now) {
    const std::vector<signing::Certificate> anchors{authority};
    auto read = base::expected(signing::readMasterList(made, {anchors, now}), "master list");
    bool flawless = read.path.valid;
    for (const auto& object : signing::lint::judgeFile(made))
        flawless = flawless &&
                   (object.place.starts_with("certificate ") || object.count(signing::lint::Grade::Deviation) == 0);
    if (!flawless) throw base::Failure{"pki.own-work-deviates"_code, base::NextStep::Stop, "master list"};
    return read;
}

}  // namespace

/// The lists of one authority: where they stand, and how the journal names them.
struct ListBook::Series {
    std::string table;
    std::string subject;

    static Series of(CertifiedPurpose authority) {
        if (authority == CertifiedPurpose::HouseAuthority) return {"house_revocation_list", "house-crl"};
        return {"revocation_list", "crl"};
    }
};

std::optional<IssuedRevocationList> ListBook::lastRevocationList(records::Connection& connection) const {
    const auto row = connection.queryOne(
        "SELECT number, issuer, this_update, next_update, content FROM revocation_list ORDER BY number DESC LIMIT 1");
    return row ? std::optional{listFrom(*row)} : std::nullopt;
}

std::vector<IssuedRevocationList> ListBook::lastHouseLists(records::Connection& connection) const {
    std::vector<IssuedRevocationList> lists;
    for (const auto& row : connection.query(
             "SELECT l.number, l.issuer, l.this_update, l.next_update, l.content FROM house_revocation_list l JOIN "
             "certified_key k ON k.id = l.issuer WHERE l.number IN (SELECT MAX(number) FROM house_revocation_list "
             "GROUP BY issuer) ORDER BY k.number DESC"))
        lists.push_back(listFrom(row));
    return lists;
}

std::optional<IssuedMasterList> ListBook::lastMasterList(records::Connection& connection) const {
    const auto row = connection.queryOne(
        "SELECT number, signer, time, certificates, content FROM master_list ORDER BY number DESC LIMIT 1");
    if (!row) return std::nullopt;
    return IssuedMasterList{row->integer(0), row->text(1), momentOf(row->text(2)), row->integer(3), row->bytes(4)};
}

std::vector<signing::RevocationProfile::Entry> ListBook::revoked(records::Connection& connection,
                                                                 const KeyEntry& authority) const {
    const bool ofHouse = authority.purpose == CertifiedPurpose::HouseAuthority;
    std::vector<signing::RevocationProfile::Entry> entries;
    for (const auto& entry : m_book.all(connection))
        if (entry.revoked && certifiedByHouse(entry.purpose) == ofHouse && (!ofHouse || entry.issuer == authority.id))
            entries.push_back({entry.certificate.serialNumber, *entry.revoked, {}});
    if (!ofHouse) return entries;
    for (auto& each : compromisedCertifiers(connection))
        if (namesAsIssuer(each.certificate, authority.certificate))
            entries.push_back(
                {std::move(each.certificate.serialNumber), each.revoked, signing::RevocationReason::KeyCompromise});
    return entries;
}

std::vector<CompromisedCertifier> ListBook::compromisedCertifiers(records::Connection& connection) {
    std::vector<CompromisedCertifier> found;
    connection.forEach(
        "SELECT entry, certificate, revoked_at FROM certifier_key WHERE revoked_at IS NOT NULL ORDER BY entry", {},
        [&](const records::Row& row) {
            found.push_back({row.text(0),
                             base::expected(signing::readCertificate(row.bytes(1)), "certifier_key.certificate"),
                             momentOf(row.text(2))});
        });
    return found;
}

base::Result<IssuedRevocationList> ListBook::issueRevocationList(Transaction& transaction, const Author& author,
                                                                 std::int64_t days) const {
    if (auto two = records::checkTwoPeople(author); !two) return two.refusal();
    if (days < kFewestDays || days > kMostDays) return badDays();
    m_book.take(transaction);
    const auto csca = m_succession.holder(transaction, author, CertifiedPurpose::Csca);
    if (!csca) return base::Fault{"pki.no-csca"_code};
    const auto last = lastRevocationList(transaction.connection());
    if (last && m_clock.now() < last->thisUpdate + kShortestInterval)
        return base::Fault{
            "pki.crl-too-soon"_code, {{"until", base::formatTimestamp(last->thisUpdate + kShortestInterval)}}, {}};
    auto list = issue(transaction, author, *csca, days);
    if (list) demandFlawless(list->content, csca->certificate.der);
    return list;
}

base::Result<std::vector<IssuedRevocationList>> ListBook::issueHouseLists(Transaction& transaction,
                                                                          const Author& author,
                                                                          std::int64_t days) const {
    if (auto two = records::checkTwoPeople(author); !two) return two.refusal();
    if (days < kFewestDaysOfHouse || days > kMostDays) return badDays();
    m_book.take(transaction);
    const auto authorities = authoritiesThatList(transaction.connection(), m_book, m_clock.now());
    if (authorities.empty()) return base::Fault{"pki.no-house-authority"_code};
    std::vector<IssuedRevocationList> lists;
    for (const auto& authority : authorities) {
        auto list = issue(transaction, author, authority, days);
        if (!list) return list.refusal();
        lists.push_back(std::move(*list));
    }
    return lists;
}

base::Result<IssuedRevocationList> ListBook::issueFirstHouseList(Transaction& transaction, const Author& author) const {
    m_book.take(transaction);
    const auto authority = m_book.active(transaction.connection(), CertifiedPurpose::HouseAuthority);
    if (!authority) return base::Fault{"pki.no-house-authority"_code};
    return issue(transaction, author, *authority, kMostDays);
}

base::Result<IssuedRevocationList> ListBook::issue(Transaction& transaction, const Author& author,
                                                   const KeyEntry& authority, std::int64_t days) const {
    const auto series = Series::of(authority.purpose);
    IssuedRevocationList list;
    list.number = nextNumber(transaction.connection(), series.table);
    list.issuer = authority.id;
    list.thisUpdate = std::chrono::floor<seconds>(m_clock.now());
    list.nextUpdate = list.thisUpdate + std::chrono::days{days};
    const auto entries = revoked(transaction.connection(), authority);
    auto made = signing::makeRevocationList(
        {m_keys, authority.key, authority.certificate},
        {entries, list.thisUpdate, list.nextUpdate, static_cast<std::uint64_t>(list.number)});
    if (!made) return made.refusal();
    list.content = std::move(*made);
    keep(transaction, author, series, list, entries.size());
    return list;
}

void ListBook::keep(Transaction& transaction, const Author& author, const Series& series,
                    const IssuedRevocationList& list, std::size_t revoked) const {
    transaction.connection().execute("INSERT INTO " + series.table +
                                         " (number, issuer, this_update, next_update, content) VALUES (?1, ?2, ?3, "
                                         "?4, ?5)",
                                     {list.number, list.issuer, base::formatTimestamp(list.thisUpdate),
                                      base::formatTimestamp(list.nextUpdate), list.content});
    records::appendToJournal(transaction, m_clock,
                             {author,
                              series.subject + ".issued",
                              series.subject,
                              std::to_string(list.number),
                              "",
                              {{"issuer", list.issuer},
                               {"revoked", std::to_string(revoked)},
                               {"next", base::formatTimestamp(list.nextUpdate)},
                               {"sha256", sha256Of(list.content)}}});
}

base::Result<IssuedMasterList> ListBook::issueMasterList(Transaction& transaction, const Author& author,
                                                         std::span<const signing::Certificate> others) const {
    if (auto two = records::checkTwoPeople(author); !two) return two.refusal();
    m_book.take(transaction);
    auto& connection = transaction.connection();
    const auto now = m_clock.now();
    const auto signer = m_succession.holder(transaction, author, CertifiedPurpose::MasterListSigner);
    if (!signer) return base::Fault{"pki.no-list-signer"_code};
    const auto authority = base::expected(m_book.find(connection, signer->issuer), signer->id).certificate;
    std::vector<signing::Certificate> listed{others.begin(), others.end()};
    for (auto& entry : m_book.all(connection))
        if ((entry.purpose == CertifiedPurpose::Csca || entry.purpose == CertifiedPurpose::CscaLink) &&
            entry.certificate.validAt(now))
            listed.push_back(std::move(entry.certificate));
    auto made = signing::makeMasterList({m_keys, signer->key, signer->certificate}, authority, listed, now);
    if (!made) return made.refusal();
    const auto own = judged(*made, authority, now);
    IssuedMasterList list{nextNumber(connection, "master_list"), signer->id, now,
                          static_cast<std::int64_t>(own.countrySigners.size()), std::move(*made)};
    keep(transaction, author, list);
    return list;
}

void ListBook::keep(Transaction& transaction, const Author& author, const IssuedMasterList& list) const {
    transaction.connection().execute(
        "INSERT INTO master_list (number, signer, time, certificates, content) VALUES (?1, ?2, ?3, ?4, ?5)",
        {list.number, list.signer, base::formatTimestamp(list.time), list.certificates, list.content});
    records::appendToJournal(transaction, m_clock,
                             {author,
                              "masterlist.issued",
                              "master-list",
                              std::to_string(list.number),
                              "",
                              {{"signer", list.signer},
                               {"certificates", std::to_string(list.certificates)},
                               {"sha256", sha256Of(list.content)}}});
}

}  // namespace issuance
