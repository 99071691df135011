// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/issuance/office/certificates_at_the_office.hpp"

/// Certificates from the request to the hand-over, as people at the office have them.
namespace issuance {
namespace {

TROQUEL_ON_BOTH_ENGINES(CertificatesAtTheOffice);

TEST_P(CertificatesAtTheOffice, GiveASlipAndADeadlineForARequest) {
    const auto asked = base::expected(m_house.ask("clerk", wanted("63-A 1")), "request");
    EXPECT_THAT(asked.request, HasSubstr("SOL-20"));
    const auto slip = base::expected(m_house.ask("auditor", PaperShow{asked.slip}), "slip");
    EXPECT_TRUE(slip.intact && slip.trusted);
    EXPECT_EQ(slip.line.kind, "certificate-slip");
}

TEST_P(CertificatesAtTheOffice, TakeAReceiptOnce) {
    requested("63-A 7");
    EXPECT_EQ(refusalOf(m_house.ask("clerk2", wanted("63-A 7"))), "certificate.receipt-used");
}

TEST_P(CertificatesAtTheOffice, WantTheFeeOfTheDay) {
    auto less = wanted("63-A 8");
    less.paid = "USD 9.00";
    EXPECT_EQ(refusalOf(m_house.ask("clerk", less)), "certificate.fee-differs");
}

TEST_P(CertificatesAtTheOffice, WantDifferentHandsForEachStep) {
    readyToSign();
    const auto request = requested();
    const auto draft = drafted(request);
    EXPECT_EQ(refusalOf(m_house.ask("clerk", CertificateReview{request, draft})), "certificate.same-person");
    base::expected(m_house.ask("certifier", CertificateReview{request, draft}), "review");
    EXPECT_EQ(refusalOf(m_house.ask("certifier", CertificateSign{{request}, secret(), {}})), "certificate.same-person");
}

TEST_P(CertificatesAtTheOffice, SignNothingUnreviewedNorAnOlderDraft) {
    readyToSign();
    const auto request = requested();
    const auto draft = drafted(request);
    EXPECT_EQ(refusalOf(m_house.ask("certifier", CertificateSign{{request}, secret(), {}})),
              "certificate.step-not-now");
    drafted(request);
    EXPECT_EQ(refusalOf(m_house.ask("clerk2", CertificateReview{request, draft})), "certificate.other-draft");
}

TEST_P(CertificatesAtTheOffice, WantTheSignersOwnSecretAndASealSigner) {
    enrolSigner("certifier", "Certificadora");
    const auto request = reviewed();
    EXPECT_EQ(refusalOf(m_house.ask("certifier", CertificateSign{{request}, secret(), {}})), "pki.nobody-signs");
    makeSealSigner();
    const CertificateSign wrong{{request}, base::SecretBytes::copyOf("otra clave larga"), {}};
    EXPECT_EQ(refusalOf(m_house.ask("certifier", wrong)), "signing.passphrase-wrong");
    EXPECT_EQ(stage(request), "reviewed");
}

TEST_P(CertificatesAtTheOffice, SignAFileThatOtherProgramsAccept) {
    readyToSign();
    const auto certificate = signedOne();
    EXPECT_EQ(certificate.stage, "issued");
    EXPECT_THAT(certificate.number, HasSubstr("CN-CENTRAL-20"));
    const auto given = files(certificate.number);
    const auto folder = support::binaryDir() / "certificates";
    std::filesystem::create_directories(folder);
    const auto file = (folder / "negativa.pdf").string();
    base::writeFileDurably(file, given.front().content);
    EXPECT_EQ(run("qpdf", {"--check", file}).exitCode, 0);
    const auto signature = run("pdfsig", {"-nocert", file}).output;
    EXPECT_THAT(signature, HasSubstr("Signature is Valid"));
    EXPECT_THAT(signature, HasSubstr("ETSI.CAdES.detached"));
    const auto text = run("pdftotext", {"-layout", file, "-"}).output;
    EXPECT_THAT(text, HasSubstr(certificate.number));
    EXPECT_THAT(text, HasSubstr(certificate.code));
    EXPECT_THAT(text, HasSubstr("MARÍA NÚÑEZ CABRERA"));
    EXPECT_THAT(text, HasSubstr("Firmado electrónicamente por"));
}

TEST_P(CertificatesAtTheOffice, StateInTheSealWhatThePageStates) {
    readyToSign();
    const auto certificate = signedOne();
    const auto facts = nlohmann::json::parse(base::textOf(files(certificate.number).back().content));
    EXPECT_EQ(facts.at("standing"), "in_force");
    const auto canonical = facts.at("values").dump();
    EXPECT_EQ(facts.at("essential_content_sha256"), base::toHex(base::sha256(base::bytesOf(canonical))));
    base::Bytes octets;
    kForm<base::Bytes>.read(Json(facts.at("seal")), &octets, "", *std::make_unique<Reading>());
    const auto seal = base::expected(signing::readSeal(octets), "seal");
    const auto stated = base::expected(signing::readActSeal(seal), "act seal");
    EXPECT_EQ(stated.number, certificate.number);
    EXPECT_EQ(stated.holder, "María Núñez Cabrera");
    EXPECT_EQ(stated.holderDocument, "A1234567");
    EXPECT_EQ(base::toHex(stated.contentHash), facts.at("essential_content_sha256"));
    EXPECT_EQ(stated.folios, facts.at("folios"));
}

TEST_P(CertificatesAtTheOffice, GiveNumbersWithoutGaps) {
    readyToSign();
    std::vector<std::string> requests;
    for (const char* receipt : {"1", "2", "3"}) {
        requests.push_back(requested(receipt));
        base::expected(m_house.ask("clerk2", CertificateReview{requests.back(), drafted(requests.back())}), receipt);
    }
    auto withUnreviewed = requests;
    withUnreviewed.push_back(requested("4"));
    EXPECT_FALSE(m_house.ask("certifier", CertificateSign{withUnreviewed, secret(), {}}).ok());
    const auto done = base::expected(m_house.ask("certifier", CertificateSign{requests, secret(), {}}), "sign");
    ASSERT_THAT(done.certificates, SizeIs(3));
    for (std::size_t i = 0; i < requests.size(); ++i)
        EXPECT_THAT(done.certificates[i].number, testing::EndsWith("-00000" + std::to_string(i + 1)));
}

TEST_P(CertificatesAtTheOffice, AreAnnulledByTwoPeopleOnce) {
    readyToSign();
    const auto certificate = signedOne();
    const CertificateAnnul annul{certificate.number, "Error en el registro"};
    EXPECT_EQ(refusalOf(m_house.ask("certifier", annul)), "people.second-person-missing");
    base::expected(m_house.ask("certifier", annul, "supervisor"), "annul");
    EXPECT_EQ(stage(certificate.code), "annulled");
    EXPECT_FALSE(m_house.ask("certifier", annul, "supervisor").ok());
    const auto facts = nlohmann::json::parse(base::textOf(files(certificate.number).back().content));
    EXPECT_EQ(facts.at("standing"), "annulled");
    EXPECT_EQ(facts.at("ended").at("reason"), "Error en el registro");
}

TEST_P(CertificatesAtTheOffice, AreHandedOverToSomebodyIdentified) {
    readyToSign();
    const auto certificate = signedOne();
    EXPECT_FALSE(m_house.ask("clerk", CertificateDeliver{certificate.number, "", "DPI 1", "counter", {}}).ok());
    base::expected(m_house.ask("clerk", CertificateDeliver{certificate.number, "María Núñez", "DPI 1", "counter", {}}),
                   "deliver");
    EXPECT_EQ(stage(certificate.number), "delivered");
}

TEST_P(CertificatesAtTheOffice, AreGivenOnceMoreForAReceiptOfTheirOwn) {
    readyToSign();
    const auto number = signedOne().number;
    const auto before = files(number).front().content;
    EXPECT_EQ(refusalOf(m_house.ask("clerk", again(number, "63-A 50"))), "certificate.copy-waiting");
    auto file = again(number, "63-A 1", "electronic");
    EXPECT_EQ(refusalOf(m_house.ask("clerk", file)), "certificate.receipt-used");
    file.receipt = "63-A 51";
    file.paid = "USD 9.00";
    EXPECT_EQ(refusalOf(m_house.ask("clerk", file)), "certificate.fee-differs");
    file.paid = "USD 10.00";
    EXPECT_EQ(base::expected(m_house.ask("clerk", file), "reissue").copy, 0);
    EXPECT_EQ(refusalOf(m_house.ask("clerk", wanted("63-A 51"))), "certificate.receipt-used");
    file.receipt.reset();
    EXPECT_EQ(refusalOf(m_house.ask("clerk", file)), "certificate.receipt-missing");
    const auto shown = base::expected(m_house.ask("auditor", CertificateShow{number}), "show");
    ASSERT_THAT(shown.reissues, SizeIs(1));
    EXPECT_EQ(shown.reissues.front().receipt, "63-A 51");
    EXPECT_EQ(shown.reissues.front().cause, "lost");
    EXPECT_EQ(shown.line.stage, "issued");
    EXPECT_EQ(files(number).front().content, before) << "the same file, octet by octet";
    base::expected(m_house.ask("certifier", CertificateAnnul{number, "Error"}, "supervisor"), "annul");
    EXPECT_EQ(refusalOf(m_house.ask("clerk", again(number, "63-A 52", "electronic"))), "certificate.ended-already");
}

TEST_P(CertificatesAtTheOffice, WaitUncollectedUntilAPersonSendsThemToTheArchive) {
    readyToSign();
    const auto number = signedOne().number;
    const CertificateArchive asked{number, "none", "Se avisó dos veces por correo"};
    EXPECT_THAT(uncollected(), SizeIs(0));
    EXPECT_EQ(refusalOf(m_house.ask("supervisor", asked)), "certificate.not-uncollected");
    age(number, 29);
    EXPECT_THAT(uncollected(), SizeIs(0));
    age(number, 30);
    ASSERT_THAT(uncollected(), SizeIs(1));
    EXPECT_EQ(uncollected().front().waiting, 30);
    EXPECT_EQ(uncollected().front().contact, "maria@ejemplo.gt");
    EXPECT_EQ(refusalOf(m_house.ask("clerk", asked)), "people.not-permitted");
    EXPECT_EQ(refusalOf(m_house.ask("supervisor", CertificateArchive{number, "kept", "x"})), "certificate.no-paper");
    base::expected(m_house.ask("supervisor", asked), "archive");
    EXPECT_EQ(stage(number), "archived");
    EXPECT_THAT(uncollected(), SizeIs(0));
    EXPECT_EQ(refusalOf(m_house.ask("supervisor", asked)), "certificate.step-not-now");
    EXPECT_EQ(
        base::expected(m_house.ask("clerk", CertificateVerify{{"c.pdf", files(number).front().content}}), "verify")
            .verdict,
        "authentic");
    base::expected(m_house.ask("clerk", CertificateDeliver{number, "María Núñez", "DPI 1", "counter", {}}), "deliver");
    EXPECT_EQ(stage(number), "delivered");
}

TEST_P(CertificatesAtTheOffice, LeaveTheArchiveAsPaperThatCustodiansDestroy) {
    readyToSign();
    receivePaper(2);
    const auto number = signedOne().number;
    base::expected(m_house.ask("clerk", CertificatePrint{number, "folder"}), "print");
    age(number, 31);
    EXPECT_EQ(refusalOf(m_house.ask("supervisor", CertificateArchive{number, "none", "x"})),
              "certificate.paper-unaccounted");
    EXPECT_EQ(refusalOf(m_house.ask("supervisor", CertificateArchive{number, "quemar", "x"})),
              "certificate.field-wrong");
    base::expected(m_house.ask("custodian", StockClose{"linea-1", {sheet(2)}}, "custodian2"), "close");
    const auto archived = m_house.ask("supervisor", CertificateArchive{number, "destroy", "Nadie vino"});
    const auto sheets = base::expected(archived, "archive").sheets;
    EXPECT_THAT(sheets, testing::ElementsAre(sheet(1)));
    EXPECT_EQ(
        base::expected(m_house.ask("custodian", StockAnnul{sheets, "No recogido"}, "custodian2"), "annul").quantity, 1);
}

TEST_P(CertificatesAtTheOffice, AreHandedOverAfterTheirPaperWasDestroyedOnlyAsGivenOnceMore) {
    const auto number = archivedForDestruction(3);
    const auto delivered = [&](const std::string& manner) {
        return refusalOf(m_house.ask("clerk", CertificateDeliver{number, "María Núñez", "DPI 1", manner, {}}));
    };
    for (const char* manner : {"counter", "courier", "electronic"})
        EXPECT_EQ(delivered(manner), "certificate.paper-destroyed");
    EXPECT_EQ(stage(number), "archived");
    base::expected(m_house.ask("clerk", again(number, "63-A 77")), "re-issue");
    EXPECT_EQ(delivered("counter"), "certificate.paper-destroyed") << "its copy is not printed";
    base::expected(m_house.ask("clerk", CertificatePrint{number, "folder"}), "print");
    EXPECT_EQ(delivered("counter"), "");
    EXPECT_EQ(stage(number), "delivered");
}

TEST_P(CertificatesAtTheOffice, AreHandedOverAsFilesAfterTheirPaperWasDestroyedOnlyWhereSomebodyAskedAgain) {
    const auto number = archivedForDestruction(1);
    const CertificateDeliver file{number, "María Núñez", "DPI 1", "electronic", {}};
    EXPECT_EQ(refusalOf(m_house.ask("clerk", file)), "certificate.paper-destroyed");
    base::expected(m_house.ask("clerk", again(number, "63-A 78", "electronic")), "re-issue");
    EXPECT_EQ(refusalOf(m_house.ask("clerk", CertificateDeliver{number, "María Núñez", "DPI 1", "counter", {}})),
              "certificate.paper-destroyed");
    EXPECT_EQ(refusalOf(m_house.ask("clerk", file)), "");
}

TEST_P(CertificatesAtTheOffice, AreHandedOverFromTheArchiveWhileTheirPaperIsThere) {
    readyToSign();
    receivePaper(2);
    const auto kept = [&](const std::string& receipt) {
        const auto request = requested(receipt);
        base::expected(m_house.ask("clerk2", CertificateReview{request, drafted(request)}), "review");
        const auto done = base::expected(m_house.ask("certifier", CertificateSign{{request}, secret(), {}}), "sign");
        const auto number = done.certificates.front().number;
        base::expected(m_house.ask("clerk", CertificatePrint{number, "folder"}), "print");
        age(number, 31);
        base::expected(m_house.ask("supervisor", CertificateArchive{number, "kept", "Nadie vino"}), "archive");
        return number;
    };
    const auto there = kept("63-A 1"), gone = kept("63-A 2");
    base::expected(m_house.ask("custodian", StockClose{"linea-1", {}}, "custodian2"), "close");
    base::expected(m_house.ask("custodian", StockAnnul{{sheet(2)}, "Se mojó"}, "custodian2"), "annul");
    const auto delivered = [&](const std::string& number, const std::string& manner) {
        return refusalOf(m_house.ask("clerk", CertificateDeliver{number, "María Núñez", "DPI 1", manner, {}}));
    };
    EXPECT_EQ(delivered(there, "counter"), "");
    EXPECT_EQ(delivered(gone, "counter"), "certificate.paper-destroyed") << "whatever was to become of it";
    EXPECT_EQ(delivered(gone, "electronic"), "") << "the file is there";
}

TEST_P(CertificatesAtTheOffice, SayNothingNegativeOfWhoIsInTheRegister) {
    const auto request = requested();
    importMovements("Núñez Cabrera;María;1990-02-28;GTM;A1234567");
    m_diligence = searched();
    EXPECT_EQ(refusalOf(m_house.ask("clerk", draftOf(request))), "certificate.register-not-empty");
}

TEST_P(CertificatesAtTheOffice, CiteOnlyASearchForTheirHolder) {
    auto other = wanted("63-A 9");
    other.holder->born = "1990-02-27";
    const auto request = base::expected(m_house.ask("clerk", other), "request").request;
    EXPECT_EQ(refusalOf(m_house.ask("clerk", draftOf(request))), "certificate.diligence-of-other");
    auto without = draftOf(request);
    without.diligence.reset();
    EXPECT_EQ(refusalOf(m_house.ask("clerk", without)), "certificate.diligence-missing");
}

TEST_P(CertificatesAtTheOffice, AreEndorsedByThePersonWhomTheyNameAndThenNotified) {
    readyToSign();
    const auto request = resolutionReviewed();
    EXPECT_EQ(refusalOf(m_house.ask("certifier", CertificateSign{{request}, secret(), {}})),
              "certificate.endorser-to-choose");
    const auto done = base::expected(m_house.ask("certifier", CertificateSign{{request}, secret(), "chief"}), "sign");
    EXPECT_EQ(done.certificates.front().stage, "signed");
    const auto number = done.certificates.front().number;
    base::expected(m_house.ask("security_officer", CertifierEnrol{"Supervisora", secret()}, "supervisor"), "enrol");
    EXPECT_EQ(refusalOf(m_house.ask("supervisor", CertificateEndorse{{request}, secret()})),
              "certificate.not-endorser");
    EXPECT_TRUE(base::expected(m_house.ask("clerk", NotificationList{""}), "list").notifications.empty());
    base::expected(m_house.ask("chief", CertificateEndorse{{request}, secret()}), "endorse");
    EXPECT_EQ(stage(number), "issued");
    const auto verified =
        base::expected(m_house.ask("clerk", CertificateVerify{{"r.pdf", files(number).front().content}}), "verify");
    EXPECT_EQ(verified.verdict, "authentic");
    EXPECT_THAT(verified.signatures, SizeIs(2));
    const auto queued = base::expected(m_house.ask("clerk", NotificationList{"pending"}), "list").notifications;
    ASSERT_THAT(queued, SizeIs(1));
    EXPECT_EQ(queued.front().certificate, number);
    const auto route = m_house.ask("clerk", NotificationSchedule{"2026-11-27"});
    EXPECT_EQ(base::expected(route, "route").visits, 1);
    NotificationRecord attempt{queued.front().notification, queued.front().queued.substr(0, 10), "served", ""};
    const auto day = m_house.ask("clerk", attempt);
    if (!day) attempt.day = base::formatDate(base::dayOf(base::SystemClock{}.now() - std::chrono::hours{6}));
    EXPECT_EQ(day ? "" : refusalOf(m_house.ask("clerk", attempt)), "");
    EXPECT_EQ(refusalOf(m_house.ask("clerk", attempt)), "notification.served-already");
}

TEST_P(CertificatesAtTheOffice, AreSignedAsResolutionsOnlyWhenTheLegalAdviserAgrees) {
    readyToSign();
    const auto request = resolutionForLaw();
    const CertificateSign sign{{request}, secret(), "chief"};
    const auto verdict = [&](const std::string& person, std::int64_t draft, const std::string& word,
                             const std::string& remarks) {
        return refusalOf(m_house.ask(person, CertificateLegalReview{request, draft, word, remarks}));
    };
    EXPECT_EQ(stage(request), "in_legal_review");
    EXPECT_THAT(base::expected(m_house.ask("legal_adviser", CertificateList{"in_legal_review"}), "list").certificates,
                SizeIs(1));
    EXPECT_EQ(refusalOf(m_house.ask("certifier", sign)), "certificate.step-not-now");
    EXPECT_EQ(verdict("clerk2", 1, "agreed", ""), "people.not-permitted");
    EXPECT_EQ(verdict("legal_adviser", 2, "agreed", ""), "certificate.other-draft");
    EXPECT_EQ(verdict("legal_adviser", 1, "quizás", ""), "certificate.field-wrong");
    EXPECT_EQ(verdict("legal_adviser", 1, "returned", ""), "certificate.reason-missing");
    EXPECT_EQ(verdict("legal_adviser", 1, "returned", "Falta citar la norma"), "");
    EXPECT_EQ(stage(request), "requested");
    EXPECT_EQ(verdict("legal_adviser", 1, "returned", "Otra vez"), "certificate.step-not-now");
    const auto agreed = resolutionReviewed();
    EXPECT_EQ(stage(agreed), "reviewed");
    EXPECT_EQ(refusalOf(m_house.ask("certifier", CertificateSign{{agreed}, secret(), "chief"})), "");
}

TEST_P(CertificatesAtTheOffice, AreNotLegallyReviewedByWhoWroteComparedOrEndorsesThem) {
    readyToSign();
    m_house.enrol("both", "clerk", "legal_adviser");
    m_house.enrol("lawyer", "supervisor", "legal_adviser");
    const auto request = resolutionForLaw("both");
    EXPECT_EQ(refusalOf(m_house.ask("both", CertificateLegalReview{request, 1, "agreed", ""})),
              "certificate.same-person");
    base::expected(m_house.ask("lawyer", CertificateLegalReview{request, 1, "agreed", ""}), "legal review");
    EXPECT_EQ(refusalOf(m_house.ask("certifier", CertificateSign{{request}, secret(), "lawyer"})),
              "certificate.same-person");
}

TEST_P(CertificatesAtTheOffice, GoToTheArchiveAsNoticesThatNobodyAnsweredInTime) {
    readyToSign();
    const auto notified = [&](const std::string& applicant) {
        CertificateRequest asked = wanted("");
        asked.type = "previo";
        asked.applicant.name = applicant;
        asked.requirements = {{"solicitud", base::bytesOf("%PDF-1.7 copia")}};
        asked.receipt.reset();
        asked.paid.reset();
        const auto request = base::expected(m_house.ask("clerk", asked), "request").request;
        CertificateDraft draft{request, {}, {}};
        for (const char* value : {"competencia", "fundamento", "asunto", "deficiencia_1", "norma", "plazo_subsanar"})
            draft.values[value] = "algo";
        const auto written = base::expected(m_house.ask("clerk", draft), "draft").draft;
        base::expected(m_house.ask("clerk2", CertificateReview{request, written}), "review");
        base::expected(m_house.ask("certifier", CertificateSign{{request}, secret(), {}}), "sign");
        return request;
    };
    const auto lazy = notified("Ana");
    notified("Eva");
    const auto all = base::expected(m_house.ask("clerk", NotificationList{"pending"}), "list").notifications;
    ASSERT_THAT(all, SizeIs(2));
    const auto today = base::formatDate(localDay(base::SystemClock{}.now()));
    const auto late = all.front().notification, early = all.back().notification;
    const NotificationArchive archive{late, "No subsanó en el plazo"};
    EXPECT_EQ(refusalOf(m_house.ask("clerk", NotificationAnswer{early, today})), "notification.no-answer-due");
    for (const auto& each : {late, early}) {
        const auto served = m_house.ask("clerk", NotificationRecord{each, today, "served", ""});
        EXPECT_GT(base::expected(served, each).answerUntil, today);
    }
    EXPECT_EQ(refusalOf(m_house.ask("supervisor", archive)), "notification.not-inactive");
    base::expected(m_house.ask("clerk", NotificationAnswer{early, today}), "answer");
    books()->execute("UPDATE notification SET answer_until = '2026-01-02'", {});
    const auto open = base::expected(m_house.ask("clerk", NotificationList{"unanswered"}), "list").notifications;
    ASSERT_THAT(open, SizeIs(1));
    EXPECT_EQ(open.front().notification, late);
    EXPECT_EQ(refusalOf(m_house.ask("supervisor", NotificationArchive{late, ""})), "certificate.reason-missing");
    base::expected(m_house.ask("supervisor", archive), "archive");
    EXPECT_EQ(refusalOf(m_house.ask("supervisor", archive)), "notification.not-inactive");
    EXPECT_EQ(stage(lazy), "archived");
}

TEST_P(CertificatesAtTheOffice, KeepTheNumberOfWhatIsSentBackAfterItsSignature) {
    readyToSign();
    const auto request = resolutionReviewed();
    base::expected(m_house.ask("certifier", CertificateSign{{request}, secret(), "chief"}), "sign");
    base::expected(m_house.ask("chief", CertificateReturn{request, "Falta citar la norma"}), "return");
    const auto shown = base::expected(m_house.ask("clerk", CertificateShow{request}), "show");
    ASSERT_THAT(shown.numbers, SizeIs(1));
    EXPECT_EQ(shown.numbers.front().ended, "cancelled");
    EXPECT_EQ(shown.line.stage, "requested");
}

TEST_P(CertificatesAtTheOffice, SayOfAnAnnulledFileThatItHoldsNoMore) {
    readyToSign();
    const auto certificate = signedOne();
    const NamedFile file{"c.pdf", files(certificate.number).front().content};
    EXPECT_EQ(base::expected(m_house.ask("clerk", CertificateVerify{file}), "verify").verdict, "authentic");
    base::expected(m_house.ask("certifier", CertificateAnnul{certificate.number, "Error"}, "supervisor"), "annul");
    EXPECT_EQ(base::expected(m_house.ask("clerk", CertificateVerify{file}), "verify").verdict, "annulled");
}

TEST_P(CertificatesAtTheOffice, ApproveEachVersionOfATemplateOnce) {
    const auto file = base::expected(
        base::readFile(support::sourceDir() / "templates" / "certificates" / "negativa.xml", 1 << 20), "file");
    const TemplateApprove approve{file};
    EXPECT_EQ(refusalOf(m_house.ask("certifier", approve)), "people.second-person-missing");
    const auto line = base::expected(m_house.ask("certifier", approve, "supervisor"), "approve");
    EXPECT_EQ(line.name, "negativa");
    EXPECT_EQ(refusalOf(m_house.ask("certifier", approve, "supervisor")), "template.version-known");
    EXPECT_THAT(base::expected(m_house.ask("auditor", TemplateList{}), "list").templates, SizeIs(1));
}

TEST_P(CertificatesAtTheOffice, WantPaperOfTheShiftForACopy) {
    readyToSign();
    const auto certificate = signedOne();
    EXPECT_EQ(refusalOf(m_house.ask("clerk", CertificatePrint{certificate.number, "folder"})), "stock.no-blank");
    EXPECT_EQ(refusalOf(m_house.ask("clerk", CertificateResolvePrint{certificate.number, {}, true})),
              "certificate.no-print-in-doubt");
}

TEST_P(CertificatesAtTheOffice, GoOnPaperSheetBySheetWhateverThePrinterDoes) {
    readyToSign();
    receivePaper(10);
    const auto number = signedOne().number;
    {
        const support::IppTestPrinter jams{"exit 1"};
        const auto copy = base::expected(m_house.ask("clerk", CertificatePrint{number, jams.uri()}), "jammed");
        EXPECT_EQ(copy.state, "in_doubt");
        EXPECT_THAT(copy.sheets, testing::ElementsAre(sheet(1)));
    }
    EXPECT_EQ(refusalOf(m_house.ask("clerk", CertificatePrint{number, "folder"})), "certificate.print-in-doubt");
    EXPECT_EQ(refusalOf(m_house.ask("clerk", CertificateResolvePrint{number, {sheet(2)}, false})),
              "certificate.sheet-of-other");
    const auto seen =
        base::expected(m_house.ask("clerk", CertificateResolvePrint{number, {sheet(1)}, false}), "resolve");
    EXPECT_EQ(seen.state, "not_printed");
    const auto first = base::expected(m_house.ask("clerk", CertificatePrint{number, "folder"}), "print");
    EXPECT_EQ(first.copy, 1);
    EXPECT_EQ(first.state, "printed");
    EXPECT_THAT(first.sheets, testing::ElementsAre(sheet(2)));
    EXPECT_EQ(refusalOf(m_house.ask("clerk", CertificatePrint{number, "folder"})), "certificate.copy-not-asked");
    EXPECT_EQ(base::expected(m_house.ask("clerk", again(number, "63-A 90")), "reissue").copy, 2);
    EXPECT_EQ(refusalOf(m_house.ask("clerk", again(number, "63-A 91"))), "certificate.copy-waiting");
    const auto second = base::expected(m_house.ask("clerk", CertificatePrint{number, "folder"}), "second copy");
    EXPECT_EQ(second.copy, 2);
    EXPECT_THAT(second.sheets, testing::ElementsAre(sheet(3)));
    const auto pages = HomeFiles{m_house.home()}.pages();
    const auto textOf = [&](const std::string& copy) {
        return run("pdftotext", {"-layout", (pages / (number + "-" + copy + ".pdf")).string(), "-"}).output;
    };
    EXPECT_THAT(textOf("1"), HasSubstr("Original de " + number + " · folio 1 de 1 · papel " + sheet(2)));
    EXPECT_THAT(textOf("2"), HasSubstr("Copia 2 de " + number + " · folio 1 de 1 · papel " + sheet(3)));
    EXPECT_THAT(textOf("2"), HasSubstr("Firmado electrónicamente por"));
    base::expected(m_house.ask("custodian", StockClose{"linea-1", {sheet(4) + "-" + sheet(10)}}, "custodian2"),
                   "close");
    const auto production = base::expected(m_house.ask("auditor", ReportProduction{}), "production");
    EXPECT_THAT(production.findings, testing::IsEmpty());
}

TEST_P(CertificatesAtTheOffice, GoOnPaperOnlyWhenAllHaveSignedAndNobodyAnnulled) {
    readyToSign();
    receivePaper(3);
    const auto request = resolutionReviewed();
    const auto done = base::expected(m_house.ask("certifier", CertificateSign{{request}, secret(), "chief"}), "sign");
    const auto number = done.certificates.front().number;
    EXPECT_EQ(refusalOf(m_house.ask("clerk", CertificatePrint{number, "folder"})), "certificate.not-issued");
    base::expected(m_house.ask("chief", CertificateEndorse{{request}, secret()}), "endorse");
    base::expected(m_house.ask("certifier", CertificateAnnul{number, "Error"}, "supervisor"), "annul");
    EXPECT_EQ(refusalOf(m_house.ask("clerk", CertificatePrint{number, "folder"})), "certificate.ended-already");
}

TEST_P(CertificatesAtTheOffice, CiteNoSearchThatIsOlderThanItsRegister) {
    const auto asked = draftOf(requested());
    importMovements("Núñez Cabrera;María;1990-02-28;GTM;A1234567");
    EXPECT_EQ(refusalOf(m_house.ask("clerk", asked)), "certificate.diligence-stale");
}

TEST_P(CertificatesAtTheOffice, ShowTheLinesOfACandidateBeforeAnybodyDecides) {
    importMovements("Núñez Cabrera;María;1990-02-28;GTM;A1234567");
    const SoughtPerson sought{"Núñez Cabrera", "María", "1990-02-28", {}, {}};
    const auto opened = base::expected(m_house.ask("clerk", DiligenceOpen{sought, {"movimientos"}}), "open");
    ASSERT_THAT(opened.rows, SizeIs(1));
    EXPECT_EQ(opened.rows.front().candidate, 1);
    EXPECT_EQ(opened.rows.front().values.at("puesto"), "La Aurora");
}

TEST_P(CertificatesAtTheOffice, SpeakOfNoPeriodThatNobodyCouldHaveSeen) {
    auto asked = draftOf(requested());
    std::swap(asked.values["desde"], asked.values["hasta"]);
    EXPECT_EQ(refusalOf(m_house.ask("clerk", asked)), "certificate.period-wrong");
    asked.values["desde"] = "2016-01-01";
    asked.values["hasta"] = "2099-01-01";
    EXPECT_EQ(refusalOf(m_house.ask("clerk", asked)), "certificate.period-wrong");
}

TEST_P(CertificatesAtTheOffice, StandInTheJournalWithTheHashOfEachFile) {
    readyToSign();
    const auto number = signedOne().number;
    const auto sha256 = base::toHex(base::sha256(files(number).front().content));
    const auto journal = base::expected(m_house.ask("auditor", JournalExport{}), "journal").files;
    const auto text = base::textOf(journal.front().content);
    EXPECT_THAT(text, HasSubstr("certificate.number"));
    EXPECT_THAT(text, HasSubstr(number));
    EXPECT_THAT(text, HasSubstr(sha256));
}

TEST_P(CertificatesAtTheOffice, GoBackWithRemarks) {
    const auto request = requested();
    drafted(request);
    EXPECT_EQ(refusalOf(m_house.ask("clerk2", CertificateReturn{request, " "})), "certificate.reason-missing");
    base::expected(m_house.ask("clerk2", CertificateReturn{request, "Falta el segundo apellido"}), "return");
    const auto shown = base::expected(m_house.ask("clerk", CertificateShow{request}), "show");
    EXPECT_EQ(shown.line.stage, "requested");
    EXPECT_EQ(shown.steps.back().remarks, "Falta el segundo apellido");
}

}  // namespace
}  // namespace issuance
