// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/issuance/keys/key_house.hpp"

#include "inventory/migrations.hpp"
#include "issuance/keys/pki_profiles.hpp"
#include "issuance/migrations.hpp"
#include "signing/lint/lint.hpp"

namespace issuance {

std::vector<records::MigrationSet> KeyHouse::sets() const {
    return {records::migrations(), inventory::migrations(), migrations()};
}

records::Author KeyHouse::two() {
    return {records::OperatorId{"sofia"}, records::WorkstationId{"pki-1"}, records::OperatorId{"ana"}};
}

records::Author KeyHouse::line() { return {records::OperatorId{"oscar"}, records::WorkstationId{"linea-1"}, {}}; }

void KeyHouse::SetUp() {
    EngineTest::SetUp();
    connection = database().connect();
    keys = base::expected(signing::FileKeyStore::create(folder.path() / "keys", signing::testing::passphrase(), clock,
                                                        signing::testing::kQuick),
                          "keys");
    ceremonies = std::make_unique<Ceremonies>(*keys, book, clock);
    endings = std::make_unique<KeyEndings>(*keys, book, clock);
    lists = std::make_unique<ListBook>(*keys, book, clock);
    roster = std::make_unique<SignerRoster>(*keys, book, clock);
    trust = std::make_unique<TrustBook>(book, *lists);
    const auto key = keys->generate(signing::KeyPurpose::CountrySigning, signing::KeyAlgorithm::EcdsaP384, "CSCA");
    const auto profile = cscaProfile({"GT", "Instituto de Prueba", "PKI", "CSCA Guatemala"}, {"GTM", "csca@example.gt"},
                                     beginFor(clock.now()));
    const auto root = base::expected(signing::makeCsca(*keys, key, profile), "CSCA");
    records::Transaction transaction{*connection};
    book.enter(transaction, two(), {CertifiedPurpose::Csca, key, "", root});
    transaction.commit();
    base::expected(publish("CSCA-0001"), "publication");
}

void KeyHouse::TearDown() {
    connection.reset();
    EngineTest::TearDown();
}

base::Result<KeyEntry> KeyHouse::newSigner(const SignerRequest& request) {
    return held([&](auto& transaction) { return ceremonies->newSigner(transaction, two(), request); });
}

KeyEntry KeyHouse::standby(const SignerRequest& request) {
    const auto made = base::expected(newSigner(request), "signer");
    return base::expected(publish(made.id), made.id);
}

base::Result<KeyEntry> KeyHouse::publish(const std::string& id) {
    return held([&](auto& transaction) { return ceremonies->publish(transaction, two(), id, "PKD 2026/117"); });
}

base::Result<std::vector<KeyEntry>> KeyHouse::rollOver(const CscaRequest& request) {
    return held([&](auto& transaction) { return ceremonies->rollOver(transaction, two(), request); });
}

base::Result<KeyEntry> KeyHouse::revoke(const std::string& id) {
    return held([&](auto& transaction) { return endings->revoke(transaction, two(), id, "clave comprometida"); });
}

base::Result<IssuedRevocationList> KeyHouse::issueList(std::int64_t days) {
    return held([&](auto& transaction) { return lists->issueRevocationList(transaction, two(), days); });
}

KeyEntry KeyHouse::entry(const std::string& id) { return base::expected(book.find(*connection, id), id); }

std::vector<std::string> KeyHouse::notices() {
    std::vector<std::string> codes;
    for (const auto& notice : KeyWatch{*keys, book, *lists, clock}.notices(*connection)) {
        std::string line = notice.fault.code.name();
        for (const auto& [name, value] : notice.fault.arguments)
            if (name == "entry" || name == "purpose") line += " " + value;
        codes.push_back(line + (notice.grade == KeyNotice::Grade::Alarm ? "!" : ""));
    }
    return codes;
}

void KeyHouse::expectFlawless(base::BytesView made, base::BytesView issuer, const std::string& kind) {
    const auto reports = signing::lint::judgeFile(made, {std::nullopt, issuer});
    ASSERT_FALSE(reports.empty());
    EXPECT_EQ(reports.front().kind, kind);
    for (const auto& report : reports)
        for (const auto& finding : report.findings)
            ADD_FAILURE() << report.kind << ' ' << finding.fault.code.name() << ' ' << finding.fault.where;
}

}  // namespace issuance
