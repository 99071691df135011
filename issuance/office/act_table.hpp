// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <string>

#include "contract/acts_of_line.hpp"
#include "records/author.hpp"
#include "records/database/database.hpp"

namespace issuance {

/// One act being performed: who asks, over which connection, and for acts that change the books in which transaction.
struct Call {
    records::Connection& connection;
    records::Author author;
    contract::Credentials credentials;
    records::Transaction* open = nullptr;
    /// Takes large files out of an answer that crosses a wire; nothing where it does not.
    std::function<void(contract::FilesGiven&)> setAside = {};

    /// The transaction of an act that changes; asking for it elsewhere is a programming error.
    [[nodiscard]] records::Transaction& transaction() const;
};

/// Which function answers which act. Knows every act of the contract and nothing else.
class ActTable {
   public:
    struct Entry {
        contract::Declaration act;
        std::function<base::Outcome(Call&, const contract::Json&, contract::Json&)> answer;
    };

    /// Says who answers an act; once for each.
    template <contract::Request R>
    void answer(std::function<base::Result<typename R::Answer>(Call&, const R&)> answering) {
        add(R::kAct,
            [answering = std::move(answering)](Call& call, const contract::Json& asked,
                                               contract::Json& answered) -> base::Outcome {
                R request{};
                const auto read = contract::readValue(asked, &request, contract::kForm<R>);
                if (!read) return read.refusal();
                auto answer = answering(call, request);
                if (!answer) return answer.refusal();
                if constexpr (std::same_as<typename R::Answer, contract::FilesGiven>)
                    if (call.setAside) call.setAside(*answer);
                contract::kForm<typename R::Answer>.write(&*answer, answered);
                return {};
            });
    }

    /// Nothing where the contract has no such act.
    [[nodiscard]] const Entry* find(std::string_view name) const;
    /// Throws "office.act-unanswered" where an act of the contract has no answer: the program is not whole.
    void requireAll() const;

   private:
    void add(const contract::Declaration& act,
             std::function<base::Outcome(Call&, const contract::Json&, contract::Json&)> answer);
    std::map<std::string, Entry, std::less<>> m_entries;
};

}  // namespace issuance
