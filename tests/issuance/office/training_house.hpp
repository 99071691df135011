// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>

#include "contract/act.hpp"
#include "tests/issuance/office/office_under_test.hpp"
#include "tests/support/paths.hpp"

namespace support {

/// A training institution of a test's own, with one person for each role and an office to ask: a local one, or one
/// behind a door (OfficeUnderTest).
class TrainingHouse {
   public:
    /// `database` as Founding has it; empty for SQLite.
    explicit TrainingHouse(const std::string& database = {});
    /// With its keys in a token, as `founding` says.
    TrainingHouse(issuance::Founding founding, issuance::SecretEntry askSecret);
    /// A copy of one whose office is closed; `database` is a copy of its PostgreSQL database, empty for SQLite.
    TrainingHouse(const TrainingHouse& prepared, const std::string& database);

    [[nodiscard]] contract::Office& office() { return m_office->office(); }
    /// The one in this process, also where tests ask through a door.
    [[nodiscard]] contract::Office& officeInside() { return m_office->inside(); }
    /// Closes all that is open in this process, and opens it anew: around a fork.
    void closeOffice() { m_office.reset(); }
    void reopenOffice() { m_office = std::make_unique<OfficeUnderTest>(home(), desk(), m_askSecret); }
    [[nodiscard]] std::filesystem::path home() const { return m_folder.path() / "home"; }
    /// Session token of the person who holds only this role ("custodian", …), "administrator", or "custodian2".
    [[nodiscard]] const std::string& token(const std::string& person) const { return m_tokens.at(person); }

    template <contract::Request R>
    auto ask(const std::string& person, const R& request, const std::string& second = {}) {
        return office().ask({token(person), second.empty() ? "" : token(second)}, request);
    }
    /// Brings a file as a person does, whole; gives the name by which an act takes it, or the refusal.
    base::Result<std::string> bring(const std::string& person, base::BytesView content);
    /// Logs people in at the program `troquel` too, as `--as PERSON`.
    void keepSessionsForProgram() const;
    /// One of the files that training.material gives.
    [[nodiscard]] base::Bytes material(const std::string& name);
    /// Blanks received, issued to the workstation, orders taken; all must succeed.
    void stockAndOrders();

    /// For who asks after so long a rest that their session ended.
    void logInAgain(const std::string& person);
    /// Enrols a further person in one role or two and logs them in; `person` is their user name and names their token.
    void enrol(const std::string& person, const std::string& role, const std::string& second = {});

   private:
    /// What a workstation keeps for itself.
    [[nodiscard]] std::filesystem::path desk() const { return m_folder.path() / "desk"; }
    void logIn(const std::string& person, const std::string& password);
    ScratchFolder m_folder;
    issuance::SecretEntry m_askSecret;
    std::unique_ptr<OfficeUnderTest> m_office;
    std::map<std::string, std::string> m_tokens;
};

}  // namespace support
