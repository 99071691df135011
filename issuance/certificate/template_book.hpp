// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "printing/flow/act_template.hpp"
#include "records/author.hpp"
#include "records/content/content_store.hpp"
#include "records/database/database.hpp"

namespace issuance {

/// A template with the SHA-256 of its file, by which drafts remember it.
struct CertificateText {
    printing::ActTemplate text;
    std::string sha256;
};

/// A version that two people approved.
struct TemplateEntry {
    std::string name;
    std::int64_t version = 0;
    std::string sha256;
    std::string effective;  ///< first day
    std::string approvedAt;
    std::string person;
    std::string second;
};

/// Whether templates that nobody approved may be used as they were shipped: in training only.
enum class Shipped { Used, NotUsed };

/// The versions of templates, which never change. Read templates are kept; safe to use from several threads.
class TemplateBook {
   public:
    /// `templates` is the folder with what is shipped: grammar, fonts, legal style, certificates.
    TemplateBook(std::filesystem::path templates, const records::ContentStore& contents, const base::Clock& clock,
                 Shipped shipped)
        : m_templates(std::move(templates)), m_contents(contents), m_clock(clock), m_shipped(shipped) {}

    /// The newest approved version that is in force today, or the shipped one. Refuses "template.not-approved"; throws
    /// "paper.template-damaged" for a shipped one that is refused.
    base::Result<std::shared_ptr<const CertificateText>> current(records::Connection& connection,
                                                                 const std::string& name) const;

    /// Approves a version; two people. Refuses what reading refuses, "template.version-known" (it exists, or a higher
    /// one does), "template.effective-past", as checkTwoPeople does.
    base::Result<TemplateEntry> approve(records::Transaction& tx, const records::Author& author,
                                        base::BytesView file) const;
    /// A version's file, or that of the one in force today; an entry of one that is only shipped has neither time nor
    /// people. Refuses "template.unknown", and what `current` refuses.
    [[nodiscard]] base::Result<std::pair<TemplateEntry, base::Bytes>> file(records::Connection& connection,
                                                                           const std::string& name,
                                                                           std::optional<std::int64_t> version) const;
    /// Whether it is shipped, and may be used as it is while nobody approved a version.
    [[nodiscard]] bool isUsedAsShipped(records::Connection& connection, const std::string& name) const;
    /// By name and version.
    [[nodiscard]] std::vector<TemplateEntry> list(records::Connection& connection) const;

   private:
    using Text = std::shared_ptr<const CertificateText>;
    [[nodiscard]] Text read(const base::Bytes& file, const std::string& name) const;
    [[nodiscard]] base::Bytes shippedFile(const std::string& name) const;

    std::filesystem::path m_templates;
    const records::ContentStore& m_contents;
    const base::Clock& m_clock;
    Shipped m_shipped;
    mutable std::mutex m_reading;
    mutable std::map<std::string, Text> m_read;  ///< by SHA-256
};

}  // namespace issuance
