// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/acts_of_certificate_work.hpp"
#include "contract/acts_of_papers.hpp"
#include "tests/issuance/office/certificates_at_the_office.hpp"

/// What awaits people among certificates, and what they look at before they do it.
namespace issuance {
namespace {

class CertificateWork : public CertificatesAtTheOffice {
   protected:
    std::vector<std::string> awaits(const std::string& person) {
        std::vector<std::string> lines;
        for (const auto& each : base::expected(m_house.ask(person, CertificateAwaiting{}), person).awaiting)
            lines.push_back(each.step + " " + each.line.request);
        return lines;
    }
    CertificateShown shown(const std::string& person, const std::string& id) {
        return base::expected(m_house.ask(person, CertificateShow{id}), id);
    }
};
TROQUEL_ON_BOTH_ENGINES(CertificateWork);
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

TEST_P(CertificateWork, AwaitsWhoMayDoTheNextStepAndHadNoHandInThoseBefore) {
    readyToSign();
    const auto request = requested();
    EXPECT_THAT(awaits("clerk"), ElementsAre("draft " + request));
    EXPECT_THAT(awaits("certifier"), IsEmpty());
    const auto draft = drafted(request);
    EXPECT_THAT(awaits("clerk"), IsEmpty()) << "who wrote it does not review it";
    EXPECT_THAT(awaits("clerk2"), ElementsAre("review " + request));
    base::expected(m_house.ask("clerk2", CertificateReview{request, draft}), "review");
    EXPECT_THAT(awaits("clerk2"), IsEmpty());
    EXPECT_THAT(awaits("certifier"), ElementsAre("sign " + request));
    base::expected(m_house.ask("certifier", CertificateSign{{request}, secret(), {}}), "sign");
    EXPECT_THAT(awaits("certifier"), IsEmpty());
    EXPECT_THAT(awaits("clerk"), ElementsAre("deliver " + request));
    EXPECT_THAT(awaits("auditor"), IsEmpty());
}

TEST_P(CertificateWork, OfAResolutionAwaitsAdviserAndTheEndorserWhomItNames) {
    readyToSign();
    const auto request = resolutionForLaw();
    EXPECT_THAT(awaits("legal_adviser"), ElementsAre("legal_review " + request));
    base::expected(m_house.ask("legal_adviser", CertificateLegalReview{request, 1, "agreed", "Dictamen 4"}), "law");
    base::expected(m_house.ask("certifier", CertificateSign{{request}, secret(), "chief"}), "sign");
    EXPECT_THAT(awaits("chief"), ElementsAre("endorse " + request));
    EXPECT_THAT(awaits("supervisor"), IsEmpty()) << "may endorse, and is not the one it names";
    base::expected(m_house.ask("chief", CertificateEndorse{{request}, secret()}), "endorse");
    EXPECT_THAT(awaits("clerk"), IsEmpty()) << "is notified, and nobody collects it";
}

TEST_P(CertificateWork, SaysWhatTheOneWhoAsksMayDoNow) {
    readyToSign();
    const auto request = requested();
    EXPECT_THAT(shown("clerk", request).possible, UnorderedElementsAre("draft", "cancel"));
    drafted(request);
    EXPECT_THAT(shown("clerk2", request).possible, UnorderedElementsAre("draft", "review", "return", "cancel"));
    EXPECT_THAT(shown("clerk", request).possible, UnorderedElementsAre("draft", "return", "cancel"));
    EXPECT_THAT(shown("auditor", request).possible, IsEmpty());
}

TEST_P(CertificateWork, ShowsOfWhomADraftIsAndWhatItWasMadeOf) {
    const auto request = requested();
    drafted(request);
    const auto told = shown("clerk2", request);
    ASSERT_TRUE(told.holder && told.applicant);
    EXPECT_EQ(told.holder->surnames, "Núñez Cabrera");
    EXPECT_EQ(told.applicant->identification, "DPI 2456 78901 0101");
    EXPECT_EQ(told.diligence, m_diligence);
    EXPECT_EQ(told.values, draftOf(request).values);
    ASSERT_THAT(told.brought, SizeIs(1));
    EXPECT_TRUE(told.brought.front().scan);
    EXPECT_THAT(told.brought.front().text, HasSubstr("DPI"));
    const auto scan = base::expected(m_house.ask("clerk2", CertificateScan{request, "dpi"}), "scan");
    EXPECT_EQ(base::textOf(scan.content), "%PDF-1.7 copia");
    EXPECT_EQ(refusalOf(m_house.ask("clerk2", CertificateScan{request, "oficio"})), "certificate.scan-unknown");
}

TEST_P(CertificateWork, TriesADraftWithoutWritingIt) {
    const auto request = requested();
    const auto draft = draftOf(request);
    const auto tried = m_house.ask("clerk", CertificateTryDraft{request, draft.values, draft.diligence});
    EXPECT_EQ(base::textOf({base::expected(tried, "try").content.data(), 5}), "%PDF-");
    EXPECT_EQ(shown("clerk", request).draft, 0);
    EXPECT_EQ(stage(request), "requested");
    EXPECT_EQ(refusalOf(m_house.ask("clerk", CertificateTryDraft{request, draft.values, {}})),
              "certificate.diligence-missing");
    EXPECT_EQ(refusalOf(m_house.ask("certifier", CertificateTryDraft{request, draft.values, draft.diligence})),
              "people.not-permitted");
}

TEST_P(CertificateWork, ListsByPagesWhatHasTheTextInIt) {
    std::vector<std::string> requests;
    for (const char* receipt : {"1", "2", "3"}) requests.push_back(requested(receipt));
    const auto listed = [&](std::optional<std::string> after, std::optional<std::int64_t> limit,
                            std::optional<std::string> text) {
        std::vector<std::string> found;
        const auto told = m_house.ask("clerk", CertificateList{"", after, limit, text});
        for (const auto& each : told->certificates) found.push_back(each.request);
        return found;
    };
    EXPECT_THAT(listed({}, 2, {}), ElementsAre(requests[0], requests[1]));
    EXPECT_THAT(listed(requests[1], 2, {}), ElementsAre(requests[2]));
    EXPECT_THAT(listed({}, {}, "núñez"), SizeIs(3)) << "any case, also of letters with accents";
    EXPECT_THAT(listed({}, {}, requests[2].substr(4)), ElementsAre(requests[2]));
    EXPECT_THAT(listed({}, {}, "nadie"), IsEmpty());
}

TEST_P(CertificateWork, GivesTheFilesOfTemplatesAsTheyWereApproved) {
    const auto before = base::expected(m_house.ask("clerk", TemplateList{}), "list");
    EXPECT_THAT(before.shipped, testing::Contains("negativa"));
    const auto shipped = base::expected(m_house.ask("clerk", TemplateShow{"negativa", {}}), "shipped");
    EXPECT_THAT(shipped.line.approvedAt, IsEmpty());
    auto text = base::textOf(shipped.file);
    const auto version = "version=\"" + std::to_string(shipped.line.version) + "\"";
    text.replace(text.find(version), version.size(), "version=\"9\"");
    base::expected(m_house.ask("certifier", TemplateApprove{base::bytesOf(text)}, "supervisor"), "approve");
    const auto shown = base::expected(m_house.ask("clerk", TemplateShow{"negativa", 9}), "show");
    EXPECT_EQ(base::textOf(shown.file), text);
    EXPECT_EQ(shown.line.person, "certifier");
    EXPECT_THAT(m_house.ask("clerk", TemplateList{})->shipped, testing::Not(testing::Contains("negativa")));
    EXPECT_EQ(refusalOf(m_house.ask("clerk", TemplateShow{"negativa", 4})), "template.unknown");
    EXPECT_EQ(refusalOf(m_house.ask("clerk", TemplateShow{"../certificates/negativa", {}})), "template.unknown");
}

TEST_P(CertificateWork, ShowsAPaperToWhoIssuedIt) {
    const auto slip = base::expected(m_house.ask("clerk", wanted("63-A 90")), "request").slip;
    EXPECT_TRUE(base::expected(m_house.ask("clerk", PaperShow{slip}), "slip").intact);
    EXPECT_EQ(refusalOf(m_house.ask("clerk2", PaperShow{slip})), "people.not-permitted");
    EXPECT_TRUE(m_house.ask("auditor", PaperShow{slip}).ok());
}

}  // namespace
}  // namespace issuance
