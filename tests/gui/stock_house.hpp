// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "tests/gui/desk_house.hpp"
#include "tests/gui/desk_under_test.hpp"
#include "tests/support/paths.hpp"

namespace support {

/// A house as `copyOfDeskHouse` gives it, with a second vault for transfers, and files that somebody brought.
class StockHouse {
   public:
    StockHouse();
    [[nodiscard]] std::filesystem::path home() const { return m_house->home(); }
    TrainingHouse* operator->() const { return m_house.get(); }
    /// A count of the vault, of these items.
    void plan(const std::vector<std::string>& items) const;
    /// A blank of the vault is spoiled, and not yet received in quarantine.
    void spoil(const std::string& serial) const;
    /// A transfer to the second vault, for somebody else to approve.
    void prepareTransfer(const std::string& serials) const;
    /// A destruction of one blank that waits for nothing but its execution; its number.
    [[nodiscard]] std::string commissionDestruction(const std::string& serial) const;
    /// Where the person's documents are.
    [[nodiscard]] std::filesystem::path documents() const { return m_files.path() / "Documents"; }
    /// A file that a person has; its path.
    [[nodiscard]] QString write(const std::string& name, const std::string& content) const;

   private:
    std::unique_ptr<TrainingHouse> m_house;
    ScratchFolder m_files;
};

/// The stock desk, with what its lists and forms want.
class StockDeskUnderTest : public DeskUnderTest {
   public:
    using DeskUnderTest::DeskUnderTest;
    /// Waits for the field and types into it, in place of what it has.
    void fill(const QString& name, const QString& text);
    /// Writes into a field of several lines.
    void write(const QString& name, const QString& text);
    /// Goes down the choices of the field with the arrow until the value is chosen.
    void pick(const QString& name, const QString& value);
    /// Waits until the words stand in a row of the list in front.
    bool hasRow(const QString& words);
    /// Waits for a row of the list in front in which one of the words stands, and opens it with Enter.
    void openRow(const QStringList& words);
    /// Texts of the list of that accessible name.
    [[nodiscard]] QString listed(const QString& name);
};

}  // namespace support
