// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/certificate/certifier_keys.hpp"

#include "base/failure.hpp"
#include "inventory/number_series.hpp"
#include "issuance/certificate/local_day.hpp"
#include "records/journal/journal.hpp"
#include "signing/keys/token_key_store.hpp"
#include "signing/seals/visible_text.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using Store = std::unique_ptr<signing::KeyStore>;

constexpr auto kLife = std::chrono::days{2 * 365};
constexpr std::string_view kFile = "file";
constexpr std::string_view kTokenPrefix = "token:";
constexpr std::size_t kLongestTitle = 64;  ///< X.520's upper bound of a title
constexpr std::string_view kSelect =
    "SELECT entry, person, title, key_id, certificate, store, ended_at, reason, revoked_at FROM certifier_key ";

CertifierEntry entryFrom(const records::Row& row) {
    return {row.text(0),
            row.text(1),
            row.text(2),
            signing::KeyId{row.text(3)},
            base::expected(signing::readCertificate(row.bytes(4)), "certifier_key.certificate"),
            row.text(5),
            row.textOrEmpty(6),
            row.textOrEmpty(7),
            row.textOrEmpty(8)};
}

base::Result<Store> asStore(auto opened) {
    if (!opened) return opened.refusal();
    return Store{std::move(opened).value()};
}

base::Result<Store> openToken(const CertifierToken& token, const base::SecretBytes& pin, const base::Clock& clock) {
    return asStore(signing::TokenKeyStore::open(
        {token.module, token.label}, [&pin](const std::string&) { return base::SecretBytes::copyOf(pin.reveal()); },
        clock));
}

std::string placeOf(const std::optional<CertifierToken>& token) {
    if (!token) return std::string{kFile};
    return std::string{kTokenPrefix} + token->label + ":" + token->module;
}

CertifierToken tokenAt(const std::string& store) {
    const auto colon = store.find(':', kTokenPrefix.size());
    return {store.substr(colon + 1), store.substr(kTokenPrefix.size(), colon - kTokenPrefix.size())};
}

std::vector<base::Fault> faultsOf(const CertifierEnrolment& enrolment) {
    std::vector<base::Fault> faults;
    const auto wrong = [&](const char* field, const std::string& value) {
        faults.push_back({"certifier.field-wrong"_code, {{"field", field}, {"value", value}}, field});
    };
    const auto& title = enrolment.title;
    if (title.empty() || title.size() > kLongestTitle || !signing::isVisibleText(title)) wrong("title", title);
    if (enrolment.token && (enrolment.token->label.empty() || enrolment.token->label.find(':') != std::string::npos))
        wrong("token_label", enrolment.token->label);
    if (enrolment.token && enrolment.token->module.empty()) wrong("token_module", "");
    return faults;
}

}  // namespace

base::Result<Store> CertifierKeys::newStore(const CertifierEnrolment& enrolment, const std::string& entry,
                                            const base::SecretBytes& secret) const {
    if (enrolment.token) return openToken(*enrolment.token, secret, m_clock);
    // What an enrolment left that was rolled back belongs to nobody.
    const auto folder = m_folder / entry;
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(m_folder);
    return asStore(signing::FileKeyStore::create(folder, secret, m_clock, m_cost));
}

base::Result<CertifierEntry> CertifierKeys::enrol(records::Transaction& tx, const records::Author& author,
                                                  const CertifierEnrolment& enrolment, const base::SecretBytes& secret,
                                                  const signing::Authority& authority) const {
    auto& connection = tx.connection();
    const auto person = author.approver.value().text();
    if (auto faults = issuance::faultsOf(enrolment); !faults.empty()) return base::Refusal{std::move(faults)};
    if (of(connection, person)) return base::Fault{"certifier.has-key"_code, {{"name", enrolment.name}}};
    const auto now = m_clock.now();
    const auto entry = inventory::nextNumber(tx, "FIRMA", localTime(now));
    const auto store = newStore(enrolment, entry, secret);
    if (!store) return store.refusal();
    SignerEnrolment signer{enrolment.organisation, enrolment.name, "", kLife};
    signer.role = enrolment.title;
    const auto made = enrolSigner(**store, authority, signer, now);
    if (!made) return made.refusal();
    connection.execute(
        "INSERT INTO certifier_key (entry, person, title, key_id, certificate, store, made_at) VALUES (?1, ?2, ?3, "
        "?4, ?5, ?6, ?7)",
        {entry, person, enrolment.title, made->key.text(), made->certificate.der, placeOf(enrolment.token),
         base::formatTimestamp(now)});
    records::appendToJournal(
        tx, m_clock,
        {author, "certifier.enrol", "certifier", entry, "", {{"person", person}, {"title", enrolment.title}}});
    return of(connection, person);
}

base::Result<CertifierEntry> CertifierKeys::of(records::Connection& connection, const std::string& person) const {
    const auto row = connection.queryOne(std::string{kSelect} += "WHERE person = ?1 AND ended_at IS NULL", {person});
    if (!row) return base::Fault{"certifier.no-key"_code};
    return entryFrom(*row);
}

base::Result<OpenCertifier> CertifierKeys::open(records::Connection& connection, const std::string& person,
                                                const base::SecretBytes& secret) const {
    auto entry = of(connection, person);
    if (!entry) return entry.refusal();
    const auto now = m_clock.now();
    if (now < entry->certificate.notBefore || now > entry->certificate.notAfter)
        return base::Fault{"certifier.key-expired"_code, {{"entry", entry->entry}}};
    auto store = entry->store == kFile ? asStore(signing::FileKeyStore::open(m_folder / entry->entry, secret, m_clock))
                                       : openToken(tokenAt(entry->store), secret, m_clock);
    if (!store) return store.refusal();
    return OpenCertifier{std::move(entry).value(), std::move(store).value()};
}

std::vector<CertifierEntry> CertifierKeys::all(records::Connection& connection) const {
    std::vector<CertifierEntry> found;
    connection.forEach(std::string{kSelect} += "ORDER BY entry", {},
                       [&](const records::Row& row) { found.push_back(entryFrom(row)); });
    return found;
}

base::Outcome CertifierKeys::end(records::Transaction& tx, const records::Author& author, const std::string& entry,
                                 CertifierEnding ending, const std::string& reason) const {
    const bool compromised = ending == CertifierEnding::Compromised;
    const auto now = base::formatTimestamp(m_clock.now());
    const auto ended =
        compromised ? tx.connection().execute(
                          "UPDATE certifier_key SET ended_at = COALESCE(ended_at, ?2), reason = ?3, revoked_at = ?2 "
                          "WHERE entry = ?1 AND revoked_at IS NULL",
                          {entry, now, reason})
                    : tx.connection().execute(
                          "UPDATE certifier_key SET ended_at = ?2, reason = ?3 WHERE entry = ?1 AND ended_at IS NULL",
                          {entry, now, reason});
    if (ended == 0) return base::Fault{"certifier.unknown"_code, {{"entry", entry}}};
    records::appendToJournal(
        tx, m_clock,
        {author, "certifier.end", "certifier", entry, reason, {{"ending", compromised ? "compromised" : "retired"}}});
    return {};
}

}  // namespace issuance
