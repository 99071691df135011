// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/people/factor_book.hpp"

#include <liboath/oath.h>

#include <algorithm>
#include <cstdlib>

#include "base/failure.hpp"
#include "records/journal/journal.hpp"

namespace issuance {
namespace {

using namespace base::literals;

constexpr std::size_t kShortestSecret = 20, kLongestSecret = 64;
constexpr std::size_t kDigits = 6;
constexpr unsigned kPeriod = 30;
constexpr std::size_t kPeriodsBeside = 1;

/// What a wrapped secret belongs to.
base::Bytes belonging(const records::OperatorId& person) { return base::bytesOf("totp/" + person.text()); }

base::Result<base::SecretBytes> secretIn(const base::SecretBytes& base32) {
    const base::Fault bad{"people.bad-factor-secret"_code};
    char* octets = nullptr;
    std::size_t count = 0;
    const auto text = base32.reveal();
    if (text.size() > 2 * kLongestSecret ||
        oath_base32_decode(reinterpret_cast<const char*>(text.data()), text.size(), &octets, &count) != OATH_OK)
        return bad;
    auto secret = base::SecretBytes::copyOf(std::string_view{octets, count});
    std::fill_n(static_cast<volatile char*>(octets), count, '\0');
    std::free(octets);
    if (count < kShortestSecret || count > kLongestSecret) return bad;
    return secret;
}

/// The period (RFC 6238, T) of the code; nothing where it is none of now.
std::optional<std::int64_t> periodOf(const base::SecretBytes& secret, std::string_view code, base::Timestamp now) {
    if (code.size() != kDigits || !std::ranges::all_of(code, [](char digit) { return digit >= '0' && digit <= '9'; }))
        return std::nullopt;
    const std::string terminated{code};
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    std::uint64_t period = 0;
    const int found = oath_totp_validate4(reinterpret_cast<const char*>(secret.reveal().data()), secret.reveal().size(),
                                          seconds, kPeriod, 0, kPeriodsBeside, nullptr, &period, 0, terminated.c_str());
    return found < 0 ? std::nullopt : std::optional{static_cast<std::int64_t>(period)};
}

}  // namespace

base::Outcome FactorBook::enrol(records::Transaction& transaction, const records::Author& author,
                                const base::SecretBytes& base32, std::string_view code) const {
    const auto secret = secretIn(base32);
    if (!secret) return secret.refusal();
    const auto period = periodOf(*secret, code, m_clock.now());
    if (!period) return base::Fault{"people.wrong-code"_code};
    auto& connection = transaction.connection();
    connection.execute("DELETE FROM person_factor WHERE person = ?1", {author.person.text()});
    connection.execute(
        "INSERT INTO person_factor (person, wrapped_secret, last_period, enrolled_at, enrolled_with) "
        "VALUES (?1, ?2, ?3, ?4, ?5)",
        {author.person.text(), m_keys.wrap(m_wrappingKey, *secret, belonging(author.person)), *period,
         base::formatTimestamp(m_clock.now()), author.approver ? author.approver->text() : ""});
    appendToJournal(transaction, m_clock, {author, "operator.factor", "operator", author.person.text(), {}, {}});
    return {};
}

base::Outcome FactorBook::remove(records::Transaction& transaction, const records::Author& author,
                                 const records::OperatorId& person, const std::string& reason) const {
    auto& connection = transaction.connection();
    if (!connection.queryOne("SELECT 1 FROM person_factor WHERE person = ?1", {person.text()}))
        return base::Fault{"people.no-factor"_code};
    connection.execute("DELETE FROM person_factor WHERE person = ?1", {person.text()});
    connection.execute("UPDATE session SET ended_at = ?2 WHERE person = ?1 AND ended_at IS NULL",
                       {person.text(), base::formatTimestamp(m_clock.now())});
    appendToJournal(transaction, m_clock,
                    {author, "operator.factor-remove", "operator", person.text(), {}, {{"reason", reason}}});
    return {};
}

base::Result<bool> FactorBook::check(records::Transaction& transaction, const records::OperatorId& person,
                                     std::string_view code) const {
    auto& connection = transaction.connection();
    const auto row =
        connection.queryOne("SELECT wrapped_secret, last_period FROM person_factor WHERE person = ?1", {person.text()});
    if (!row) return false;
    if (code.empty()) return base::Fault{"people.code-needed"_code};
    const auto secret = base::expected(m_keys.unwrap(m_wrappingKey, row->bytes(0), belonging(person)), "person_factor");
    const auto period = periodOf(secret, code, m_clock.now());
    if (!period || *period <= row->integer(1)) return base::Fault{"people.wrong-code"_code};
    connection.execute("UPDATE person_factor SET last_period = ?2 WHERE person = ?1", {person.text(), *period});
    return true;
}

}  // namespace issuance
