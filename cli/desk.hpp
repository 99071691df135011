// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "contract/acts_of_line.hpp"
#include "contract/wording.hpp"
#include "issuance/office/local_office_factory.hpp"

namespace cli {

/// From when on a certificate that ends is told of.
inline constexpr std::chrono::days kNoticeBeforeEnd{30};

/// The request was refused; everything has been said already.
struct Refused {};
/// The command was used wrongly; everything has been said already.
struct WronglyUsed {};

/// What all commands of one call share: whose home, which language, who asks, and how answers are written.
class Desk {
   public:
    explicit Desk(contract::Language language);

    std::string home;
    std::string server;  ///< address of a door; empty: the office is in this process
    std::string asUser;
    std::string secondUser;
    std::string languageName = "es";
    bool json = false;

    /// The text in the language of the user.
    [[nodiscard]] std::string in(std::string_view spanish, std::string_view english) const;

    /// Asks the office as the person chosen. Says every fault and throws Refused when it is refused.
    template <contract::Request R>
    typename R::Answer ask(const R& request) {
        auto answer = accepted(office().ask(credentials(), request));
        if constexpr (std::same_as<typename R::Answer, contract::FilesGiven>) fetchNamed(answer);
        return answer;
    }

    /// Writes an answer as JSON when that was asked for, else leaves it to `forPeople`.
    template <class Answer, class ForPeople>
    void show(const Answer& answer, ForPeople&& forPeople) const {
        if (json) {
            writeText(contract::printedJson(answer));
        } else {
            forPeople(answer);
        }
    }

    /// The value, or every fault said and Refused thrown.
    template <class T>
    T accepted(base::Result<T> result) const {
        if (!result) sayAndThrow(result.refusal());
        return std::move(result).value();
    }
    void accepted(const base::Outcome& outcome) const {
        if (!outcome) sayAndThrow(outcome.refusal());
    }

    /// The word for a code of the contract, in the user's language.
    [[nodiscard]] std::string word(std::string_view code) const;
    /// The sentence for a fault, its codes in words.
    [[nodiscard]] std::string sentence(base::Fault fault) const;
    /// What a reason made of codes says, as sentences (contract::Wording).
    [[nodiscard]] std::vector<std::string> reasons(const std::string& said) const;
    /// The same in one text.
    [[nodiscard]] std::string reason(const std::string& said) const;
    /// Says that an act without an answer was done; with --json an empty object.
    void done(std::string_view spanish = "Hecho.", std::string_view english = "Done.") const;
    /// What broke, for people or as JSON.
    void sayBroken(const base::Failure& failure) const;

    void say(std::string_view spanish, std::string_view english) const;
    [[nodiscard]] std::filesystem::path homeFolder() const;
    [[nodiscard]] contract::Office& office();
    /// Where the service is; empty where the office is in this process.
    [[nodiscard]] std::string serverAddress() const;
    /// Whether the office is behind a door, and the machines here are not its own.
    [[nodiscard]] bool isRemote() const;
    /// From now on the desk is the workstation of that home, and asks the service there.
    void moveTo(const std::filesystem::path& workstationHome, const std::string& serverUrl);
    /// The workstation that this machine is to the service; nothing where the office is in this process.
    [[nodiscard]] std::optional<std::string> workstation() const;
    /// Asks at the terminal for what opens the keys.
    [[nodiscard]] issuance::SecretEntry secretEntry() const;
    [[nodiscard]] contract::Credentials credentials() const;
    [[nodiscard]] const contract::Messages& messages() const { return m_wording.messages(); }

    /// Session tokens of those who logged in at this machine, readable by its user only.
    void keepSession(const std::string& user, const std::string& token) const;
    void dropSession(const std::string& user) const;

   private:
    /// The office behind a door; whoever sits here is told when this workstation's certificate ends.
    [[nodiscard]] std::unique_ptr<contract::Office> remoteOffice(const std::string& address) const;
    [[noreturn]] void sayAndThrow(const base::Refusal& refusal) const;
    /// Fetches what an answer names in place of its octets.
    void fetchNamed(contract::FilesGiven& answer);
    [[nodiscard]] std::string tokenOf(const std::string& user) const;
    [[nodiscard]] std::string onlySession() const;
    static void writeText(const std::string& text);

    contract::Wording m_wording;
    std::unique_ptr<contract::Office> m_office;
};

/// A file given on the command line, read within `limit` octets.
base::Bytes readArgument(const Desk& desk, const std::string& file, std::size_t limit);

}  // namespace cli
