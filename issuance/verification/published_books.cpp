// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/verification/published_books.hpp"

#include <algorithm>
#include <set>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "issuance/certificate/essential_content.hpp"
#include "issuance/certificate/local_day.hpp"

namespace issuance {
namespace {

using namespace base::literals;

std::string localDayOf(const std::string& moment) {
    if (moment.empty()) return {};
    return base::formatDate(localDay(base::expected(base::parseTimestamp(moment), "annulled_at")));
}

/// Whether the file, or its octets up to one of its ends, has one of the hashes. A file has an end for each revision;
/// whoever writes more of them than any of ours has is not looked at further.
bool beginsWithOneOf(base::BytesView file, const std::set<std::string>& hashes) {
    constexpr std::string_view kEnd = "%%EOF";
    constexpr int kMostEnds = 64;
    constexpr std::size_t kLongestLineEnd = 2;
    base::Sha256Stream stream;
    std::size_t hashed = 0;
    const auto matches = [&](std::size_t end) {
        stream.add(file.subspan(hashed, end - hashed));
        hashed = end;
        return hashes.contains(base::toHex(stream.soFar()));
    };
    auto at = file.begin();
    for (int ends = 0; ends < kMostEnds; ++ends) {
        at = std::search(at, file.end(), kEnd.begin(), kEnd.end());
        if (at == file.end()) break;
        at += kEnd.size();
        const auto end = static_cast<std::size_t>(at - file.begin());
        for (std::size_t more = 0; more <= kLongestLineEnd && end + more <= file.size(); ++more)
            if (matches(end + more)) return true;
    }
    return matches(file.size());
}

}  // namespace

PublishedBooks::PublishedBooks(const std::string& address)
    : m_database(records::Database::open(address, records::Access::ReadOnly)) {
    static_cast<void>(find(""));  // whoever may not read the views is told at the start
}

records::Rows PublishedBooks::askedOnce(std::string_view question, const std::string& value) const {
    std::unique_ptr<records::Connection> connection;
    {
        const std::lock_guard held{m_guard};
        if (!m_resting.empty()) {
            connection = std::move(m_resting.back());
            m_resting.pop_back();
        }
    }
    if (connection == nullptr) connection = m_database->connect();
    auto rows = connection->query(question, {value});
    const std::lock_guard held{m_guard};
    m_resting.push_back(std::move(connection));
    return rows;
}

records::Rows PublishedBooks::asked(std::string_view question, const std::string& value) const {
    try {
        return askedOnce(question, value);
    } catch (const base::Failure& failure) {
        if (failure.code() != "records.lost"_code) throw;
        const std::lock_guard held{m_guard};
        m_resting.clear();
    }
    return askedOnce(question, value);
}

std::optional<PublishedCertificate> PublishedBooks::ofCode(const std::string& typed) const {
    const auto code = verificationCode(typed);
    // What is no code is asked for too: the answers take the same way.
    const auto rows =
        asked("SELECT number, code, type, day, folios, annulled_at FROM published_certificate WHERE code = ?1",
              code ? *code : std::string{});
    if (rows.empty()) return std::nullopt;
    const auto& row = rows.front();
    return PublishedCertificate{row.text(0), row.text(1),    row.text(2),
                                row.text(3), row.integer(4), localDayOf(row.textOrEmpty(5))};
}

std::optional<IssuedAct> PublishedBooks::find(const std::string& number) const {
    const auto rows = asked("SELECT annulled_at, sha256 FROM published_certificate WHERE number = ?1", number);
    if (!rows.empty()) {
        const auto annulled = localDayOf(rows.front().textOrEmpty(0));
        return IssuedAct{
            !annulled.empty(), annulled, {}, base::expected(base::fromHex(rows.front().text(1)), "sha256")};
    }
    if (asked("SELECT number FROM published_file WHERE number = ?1", number).empty()) return std::nullopt;
    return IssuedAct{};
}

bool PublishedBooks::wrote(const std::string& number, base::BytesView file) const {
    std::set<std::string> hashes;
    for (const auto& row : asked("SELECT sha256 FROM published_file WHERE number = ?1", number))
        hashes.insert(row.text(0));
    return !hashes.empty() && beginsWithOneOf(file, hashes);
}

}  // namespace issuance
