// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>

#include "issuance/office/act_table.hpp"
#include "issuance/office/change_watch.hpp"
#include "issuance/office/connection_pool.hpp"
#include "issuance/office/given_files.hpp"
#include "issuance/office/house.hpp"
#include "records/requests/answered_requests.hpp"

namespace issuance {

/// Answers the contract in this process, over the books of one home. The one place where an act's permission is
/// checked, its second person demanded, its transaction opened and its asking journalled: all of it from the act's
/// declaration.
class LocalOffice final : public contract::Office {
   public:
    explicit LocalOffice(std::unique_ptr<House> house);
    base::Result<contract::Json> perform(std::string_view act, const contract::Credentials& credentials,
                                         const contract::Json& request) override;
    base::Result<std::int64_t> bring(const contract::Credentials& credentials,
                                     const contract::ContentPart& part) override;
    base::Outcome fetch(const contract::Credentials& credentials, const std::string& sha256,
                        const contract::TakeOctets& take) override;
    void wakeWatchers() override;
    std::vector<contract::Figure> figures() override;

   private:
    /// The key that seals what is kept for requests that come again: answers hold what people were shown.
    std::shared_ptr<const SubjectKey> answersKey(Call& call);
    base::Result<contract::Json> performAsked(const ActTable::Entry& entry, Call& call, const contract::Json& request);
    std::optional<base::Result<contract::Json>> answeredBefore(Call& call,
                                                               const records::RepeatableRequest& repeatable);
    base::Result<contract::Json> changeOrConduct(const ActTable::Entry& entry, Call& call,
                                                 const contract::Json& request,
                                                 const records::RepeatableRequest& repeatable);
    /// An act in one transaction, its answer kept with what it changed.
    base::Result<contract::Json> change(const ActTable::Entry& entry, Call& call, const contract::Json& request,
                                        const records::RepeatableRequest& repeatable);
    /// An act of many transactions: that it began is kept before, its answer after.
    base::Result<contract::Json> conduct(const ActTable::Entry& entry, Call& call, const contract::Json& request,
                                         const records::RepeatableRequest& repeatable);
    /// Whoever asks at the door does so from a workstation whose certificate is enrolled and stands: asked anew each
    /// time, so that a revocation holds at once. Says whether the certificate was used before.
    base::Result<bool> checkWorkstation(const Call& call);
    /// Who brings or fetches octets, with one of the permissions where some are named.
    base::Result<records::Author> authorOfOctets(const contract::Credentials& credentials,
                                                 std::initializer_list<std::string_view> permissions);
    base::Result<records::Author> authorOf(const contract::Declaration& act, Call& call);
    base::Result<records::Author> permittedAuthor(const contract::Declaration& act, Call& call);
    /// Sessions are bound to the workstation that opened them, where the door knows which one asks.
    base::Outcome checkSessionsAreHere(Call& call, const records::Author& author);
    void recordAsking(const contract::Declaration& act, records::Transaction& transaction,
                      const records::Author& author);

    std::unique_ptr<House> m_house;
    ConnectionPool m_connections;
    ChangeWatch m_changes;
    records::AnsweredRequests m_requests;
    std::mutex m_findingKey;
    std::shared_ptr<const SubjectKey> m_answersKey;
    GivenFiles m_given;
    std::mutex m_counting;
    std::vector<contract::Figure> m_figures;  ///< as they were counted last
    std::chrono::steady_clock::time_point m_counted = {};
    ActTable m_acts;
};

}  // namespace issuance
