// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/certificate/template_book.hpp"

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "base/files.hpp"
#include "issuance/certificate/local_day.hpp"
#include "records/approvals/approval.hpp"
#include "records/journal/journal.hpp"

namespace issuance {
namespace {

using namespace base::literals;

constexpr std::size_t kLargestTemplate = std::size_t{1024} * 1024;
constexpr std::string_view kSelect =
    "SELECT name, version, content, effective, approved_at, person, second FROM template_version ";

TemplateEntry entryFrom(const records::Row& row) {
    return {row.text(0), row.integer(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6)};
}

[[noreturn]] void damaged(const std::string& name, const base::Refusal& refusal) {
    throw base::Failure{"paper.template-damaged"_code, base::NextStep::Stop, name, refusal.first().code.name()};
}

}  // namespace

TemplateBook::Text TemplateBook::read(const base::Bytes& file, const std::string& name) const {
    const auto sha256 = base::toHex(base::sha256(file));
    const std::lock_guard hold{m_reading};
    auto& known = m_read[sha256];
    if (known) return known;
    auto text = printing::ActTemplate::read(file, m_templates);
    if (!text) damaged(name, text.refusal());
    known = std::make_shared<const CertificateText>(CertificateText{std::move(text).value(), sha256});
    return known;
}

base::Result<TemplateBook::Text> TemplateBook::current(records::Connection& connection, const std::string& name) const {
    const auto row = connection.queryOne(
        "SELECT content FROM template_version WHERE name = ?1 AND effective <= ?2 ORDER BY version DESC LIMIT 1",
        {name, base::formatDate(localDay(m_clock.now()))});
    if (row) {
        const auto file = m_contents.get(row->text(0));
        if (!file) return file.refusal();
        return read(*file, name);
    }
    if (m_shipped == Shipped::NotUsed) return base::Fault{"template.not-approved"_code, {{"template", name}}};
    return read(shippedFile(name), name);
}

base::Bytes TemplateBook::shippedFile(const std::string& name) const {
    auto file = base::readFile(m_templates / "certificates" / (name + ".xml"), kLargestTemplate);
    if (!file) damaged(name, file.refusal());
    return std::move(*file);
}

bool TemplateBook::isUsedAsShipped(records::Connection& connection, const std::string& name) const {
    return m_shipped == Shipped::Used &&
           !connection.queryOne("SELECT 1 FROM template_version WHERE name = ?1 AND effective <= ?2 LIMIT 1",
                                {name, base::formatDate(localDay(m_clock.now()))});
}

base::Result<std::pair<TemplateEntry, base::Bytes>> TemplateBook::file(records::Connection& connection,
                                                                       const std::string& name,
                                                                       std::optional<std::int64_t> version) const {
    const auto row =
        version ? connection.queryOne(std::string{kSelect} += "WHERE name = ?1 AND version = ?2", {name, *version})
                : connection.queryOne(
                      std::string{kSelect} += "WHERE name = ?1 AND effective <= ?2 ORDER BY version DESC LIMIT 1",
                      {name, base::formatDate(localDay(m_clock.now()))});
    if (row) {
        auto entry = entryFrom(*row);
        auto file = m_contents.get(entry.sha256);
        if (!file) return file.refusal();
        return std::pair{std::move(entry), std::move(*file)};
    }
    if (version || name.find('/') != std::string::npos ||
        !std::filesystem::exists(m_templates / "certificates" / (name + ".xml")))
        return base::Fault{"template.unknown"_code, {{"template", name}}};
    const auto text = current(connection, name);
    if (!text) return text.refusal();
    const auto& shipped = (*text)->text;
    return std::pair{TemplateEntry{name,
                                   static_cast<std::int64_t>(shipped.version()),
                                   (*text)->sha256,
                                   base::formatDate(shipped.effective()),
                                   {},
                                   {},
                                   {}},
                     shippedFile(name)};
}

base::Result<TemplateEntry> TemplateBook::approve(records::Transaction& tx, const records::Author& author,
                                                  base::BytesView file) const {
    if (const auto two = records::checkTwoPeople(author); !two) return two.refusal();
    const auto text = printing::ActTemplate::read(file, m_templates);
    if (!text) return text.refusal();
    auto& connection = tx.connection();
    const auto last = connection.queryOne("SELECT max(version) FROM template_version WHERE name = ?1", {text->name()});
    const auto version = static_cast<std::int64_t>(text->version());
    std::vector<base::Fault> faults;
    if (!last->isNull(0) && version <= last->integer(0))
        faults.push_back({"template.version-known"_code,
                          {{"template", text->name()}, {"version", std::to_string(last->integer(0) + 1)}}});
    const auto now = m_clock.now();
    const auto effective = base::formatDate(text->effective());
    if (!last->isNull(0) && text->effective() < localDay(now))
        faults.push_back({"template.effective-past"_code, {{"day", effective}}});
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    const auto content = m_contents.put(file);
    if (!content) return content.refusal();
    TemplateEntry entry{
        text->name(),           version, *content, effective, base::formatTimestamp(now), author.person.text(),
        author.approver->text()};
    connection.execute(
        "INSERT INTO template_version (name, version, content, effective, approved_at, person, second) VALUES (?1, "
        "?2, ?3, ?4, ?5, ?6, ?7)",
        {entry.name, entry.version, entry.sha256, entry.effective, entry.approvedAt, entry.person, entry.second});
    records::appendToJournal(tx, m_clock,
                             {author,
                              "template.approve",
                              "template",
                              entry.name,
                              "",
                              {{"version", std::to_string(version)}, {"sha256", *content}, {"effective", effective}}});
    return entry;
}

std::vector<TemplateEntry> TemplateBook::list(records::Connection& connection) const {
    std::vector<TemplateEntry> found;
    connection.forEach(std::string{kSelect} += "ORDER BY name, version", {},
                       [&](const records::Row& row) { found.push_back(entryFrom(row)); });
    return found;
}

}  // namespace issuance
