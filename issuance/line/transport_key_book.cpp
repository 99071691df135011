// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/line/transport_key_book.hpp"

#include <fmt/format.h>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "records/approvals/approval.hpp"

namespace issuance {
namespace {

using namespace base::literals;

std::string joined(const std::vector<std::string>& values) { return fmt::format("{}", fmt::join(values, " ")); }

std::vector<std::string> apart(const std::string& text) {
    std::vector<std::string> values{""};
    for (const char c : text)
        if (c == ' ')
            values.emplace_back();
        else
            values.back() += c;
    return values;
}

/// What a sealed key is bound to: no row's octets open in another's place.
base::Bytes belonging(const std::string& id, const std::string& name, const std::string& cipher) {
    return base::bytesOf("transport-key\n" + id + "\n" + name + "\n" + cipher);
}

base::Fault notEntered(const std::string& name) { return {"transport-key.not-entered"_code, {{"key", name}}, {}}; }

}  // namespace

std::string_view nameOf(chip::CheckBlock block) { return block == chip::CheckBlock::Zeros ? "zeros" : "ones"; }

base::Result<CombinedKey> TransportKeyBook::enter(records::Transaction& transaction, const records::Author& author,
                                                  const chip::TransportKeyKind& kind,
                                                  const KeyComponents& components) const {
    if (auto two = records::checkTwoPeople(author); !two) return two.refusal();
    if (has(transaction.connection(), kind.name))
        return base::Fault{"transport-key.known"_code, {{"key", kind.name}}, {}};
    auto combined = combine(kind, components);
    if (combined) keep(transaction, author, kind, *combined);
    return combined;
}

base::Result<CombinedKey> TransportKeyBook::replace(records::Transaction& transaction, const records::Author& author,
                                                    const chip::TransportKeyKind& kind, const KeyComponents& components,
                                                    const std::string& reason) const {
    auto combined = combine(kind, components);
    if (!combined) return combined;
    if (auto destroyed = destroy(transaction, author, kind.name, reason); !destroyed) return destroyed.refusal();
    keep(transaction, author, kind, *combined);
    return combined;
}

void TransportKeyBook::keep(records::Transaction& transaction, const records::Author& author,
                            const chip::TransportKeyKind& kind, const CombinedKey& combined) const {
    const auto id = base::randomId();
    const std::string cipher{nameOf(kind.cipher)};
    transaction.connection().execute(
        "INSERT INTO transport_key (id, name, cipher, check_block, check_values, sealed, entered_at, entered_by, "
        "entered_with) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        {id, kind.name, cipher, std::string{nameOf(kind.block)}, joined(combined.checkValues),
         m_keys.wrap(m_wrappingKey, combined.key, belonging(id, kind.name, cipher)),
         base::formatTimestamp(m_clock.now()), author.person.text(), author.approver->text()});
    appendToJournal(transaction, m_clock,
                    {author,
                     "transport-key.enter",
                     "transport-key",
                     kind.name,
                     "",
                     {{"id", id}, {"cipher", cipher}, {"check", joined(combined.checkValues)}}});
}

base::Outcome TransportKeyBook::destroy(records::Transaction& transaction, const records::Author& author,
                                        const std::string& name, const std::string& reason) const {
    if (auto two = records::checkTwoPeople(author); !two) return two;
    auto& connection = transaction.connection();
    const auto row =
        connection.queryOne("SELECT id, check_values FROM transport_key WHERE name = ?1 AND ended_at = ''", {name});
    if (!row) return notEntered(name);
    connection.execute(
        "UPDATE transport_key SET sealed = NULL, ended_at = ?2, ended_by = ?3, ended_with = ?4, reason = ?5 "
        "WHERE id = ?1",
        {row->text(0), base::formatTimestamp(m_clock.now()), author.person.text(), author.approver->text(), reason});
    appendToJournal(transaction, m_clock,
                    {author,
                     "transport-key.destroy",
                     "transport-key",
                     name,
                     reason,
                     {{"id", row->text(0)}, {"check", row->text(1)}}});
    return {};
}

std::vector<TransportKeyEntry> TransportKeyBook::entries(records::Connection& connection) const {
    std::vector<TransportKeyEntry> entries;
    for (const auto& row : connection.query("SELECT name, cipher, check_block, check_values, entered_at, entered_by, "
                                            "entered_with, ended_at, ended_by, "
                                            "ended_with, reason FROM transport_key ORDER BY name, entered_at, id"))
        entries.push_back({row.text(0), row.text(1), row.text(2), apart(row.text(3)), row.text(4), row.text(5),
                           row.text(6), row.text(7), row.text(8), row.text(9), row.text(10)});
    return entries;
}

bool TransportKeyBook::has(records::Connection& connection, const std::string& name) const {
    return connection.queryOne("SELECT 1 FROM transport_key WHERE name = ?1 AND ended_at = ''", {name}).has_value();
}

base::Result<std::shared_ptr<const chip::TransportKeys>> TransportKeyBook::keysFor(
    records::Connection& connection, const chip::ChipProfile& profile) const {
    auto keys = std::make_shared<chip::TransportKeys>();
    const auto kind = chip::TransportKeyKind::of(profile);
    if (!kind) return std::shared_ptr<const chip::TransportKeys>{std::move(keys)};
    const auto row = connection.queryOne(
        "SELECT id, cipher, sealed FROM transport_key WHERE name = ?1 AND ended_at = ''", {kind->name});
    if (!row) return base::Fault{"personalization.transport-key-missing"_code, {{"key", kind->name}}, profile.name};
    auto key = base::expected(
        m_keys.unwrap(m_wrappingKey, row->bytes(2), belonging(row->text(0), kind->name, row->text(1))), kind->name);
    if (row->text(1) != nameOf(kind->cipher) || !kind->takes(key.size()))
        return base::Fault{"personalization.transport-key-unfit"_code, {{"key", kind->name}}, profile.name};
    keys->add(kind->name, std::move(key));
    return std::shared_ptr<const chip::TransportKeys>{std::move(keys)};
}

}  // namespace issuance
