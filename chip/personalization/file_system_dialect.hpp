// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chip/personalization/dialect.hpp"

namespace chip {

/// Chips that are written as files (ISO/IEC 7816-9; docs/formats/chip-dialect-iso-7816-9.md): a transport key is shown,
/// CREATE FILE with control parameters, UPDATE BINARY, secrets as files of keys, ACTIVATE FILE, and at last TERMINATE
/// EF on the transport key's file.
class FileSystemDialect final : public Dialect {
   public:
    /// The profile has rules for a file system.
    FileSystemDialect(const ChipProfile& profile, std::size_t chunk)
        : m_profile(profile), m_rules(*profile.fileSystem), m_chunk(chunk) {}

    /// By the transport key's file: at the end of its life the chip is final; before, it is blank where neither
    /// EF.CardAccess nor the application is there.
    [[nodiscard]] base::Result<ChipState> probe(Card& card) const override;
    [[nodiscard]] base::Result<std::unique_ptr<WritingChannel>> open(Card& card,
                                                                     const TransportKeys& keys) const override;
    [[nodiscard]] std::vector<ChipStep> composeErasure() const override;
    [[nodiscard]] std::vector<ChipStep> compose(const ChipContent& content) const override;

   private:
    struct Course;
    void composeFile(Course& course, lds::File file, base::BytesView octets) const;
    void composeKeys(Course& course, const ChipContent& content) const;
    void composeLock(Course& course, LockStep step) const;
    void enter(Course& course, lds::Home home) const;
    [[nodiscard]] const AccessRule& accessOf(lds::File file) const;

    const ChipProfile& m_profile;
    const FileSystemRules& m_rules;
    std::size_t m_chunk;
};

}  // namespace chip
