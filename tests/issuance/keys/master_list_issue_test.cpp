// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/lists/master_list.hpp"
#include "tests/issuance/keys/key_house.hpp"

namespace issuance {
namespace {

class MasterListIssue : public KeyHouse {
   protected:
    base::Result<IssuedMasterList> issue(const std::vector<signing::Certificate>& others = {}) {
        return held([&](auto& tx) { return lists->issueMasterList(tx, two(), others); });
    }
    void standbyForLists() {
        SignerRequest request;
        request.purpose = CertifiedPurpose::MasterListSigner;
        standby(request);
    }
};
TROQUEL_ON_BOTH_ENGINES(MasterListIssue);

TEST_P(MasterListIssue, ListsOurCountrySignersAndLinksAndThoseAccepted) {
    EXPECT_TRUE(issue().refusal().has("pki.no-list-signer"_code));
    standbyForLists();
    ASSERT_TRUE(rollOver({"CSCA Guatemala G2", "", {}, ""}));
    const signing::testing::House another;
    const auto list = issue({another.anchors.front()});
    ASSERT_TRUE(list);
    EXPECT_EQ(list->certificates, 4);
    expectFlawless(list->content, {}, "master-list");
    const std::vector<signing::Certificate> anchors{entry("CSCA-0001").certificate};
    const auto read = signing::readMasterList(list->content, {anchors, clock.now()});
    ASSERT_TRUE(read);
    EXPECT_TRUE(read->path.valid);
    EXPECT_EQ(read->countrySigners.size(), 4U);
    EXPECT_TRUE(read->unusable.empty());
    EXPECT_EQ(lists->lastMasterList(*connection)->content, list->content);
    EXPECT_EQ(issue()->number, 2);
}

TEST_P(MasterListIssue, RefusesWhatIsNoCountrySigner) {
    standbyForLists();
    const signing::testing::House another;
    EXPECT_TRUE(issue({another.documentSignerCertificate}).refusal().has("signing.not-country-signer"_code));
}

}  // namespace
}  // namespace issuance
