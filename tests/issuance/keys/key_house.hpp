// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gmock/gmock.h>

#include "base/failure.hpp"
#include "issuance/keys/ceremonies.hpp"
#include "issuance/keys/key_endings.hpp"
#include "issuance/keys/key_watch.hpp"
#include "issuance/keys/list_book.hpp"
#include "issuance/keys/signer_roster.hpp"
#include "issuance/keys/trust_book.hpp"
#include "tests/signing/house.hpp"
#include "tests/support/engine_test.hpp"

namespace issuance {

using namespace base::literals;
using namespace std::chrono_literals;

/// A key book with a country signer that is published and signs, and a clock that the test moves.
class KeyHouse : public support::EngineTest {
   protected:
    void SetUp() override;
    void TearDown() override;
    [[nodiscard]] std::vector<records::MigrationSet> sets() const override;

    /// Two people; one of them, and the line.
    static records::Author two();
    static records::Author line();

    /// Runs a ceremony in a transaction of its own, committed where it is not refused.
    template <class Work>
    auto held(Work&& work) {
        records::Transaction transaction{*connection};
        auto result = work(transaction);
        if (result) transaction.commit();
        return result;
    }
    base::Result<KeyEntry> newSigner(const SignerRequest& request);
    /// Made and published.
    KeyEntry standby(const SignerRequest& request = {});
    base::Result<KeyEntry> publish(const std::string& id);
    base::Result<std::vector<KeyEntry>> rollOver(const CscaRequest& request = {});
    base::Result<KeyEntry> revoke(const std::string& id);
    base::Result<ProvenEnd> retire(const std::string& id) { return endings->retire(*connection, two(), id, "fin"); }
    base::Result<IssuedRevocationList> issueList(std::int64_t days = 90);

    [[nodiscard]] KeyEntry entry(const std::string& id);
    [[nodiscard]] std::string stateOf(const std::string& id) { return std::string{nameOf(entry(id).state)}; }
    /// Codes of the notices with the entry that each is about.
    [[nodiscard]] std::vector<std::string> notices();
    /// Nothing deviates, and every recommendation is followed.
    void expectFlawless(base::BytesView made, base::BytesView issuer, const std::string& kind);

    base::ManualClock clock{signing::testing::moment("2026-11-23T10:00:00.000000Z")};
    support::ScratchFolder folder;
    std::unique_ptr<signing::FileKeyStore> keys;
    std::unique_ptr<records::Connection> connection;
    KeyBook book{clock};
    std::unique_ptr<Ceremonies> ceremonies;
    std::unique_ptr<KeyEndings> endings;
    std::unique_ptr<ListBook> lists;
    std::unique_ptr<SignerRoster> roster;
    std::unique_ptr<TrustBook> trust;
};

}  // namespace issuance
