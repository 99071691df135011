// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/acts_of_certificates.hpp"
#include "contract/acts_of_certifiers.hpp"
#include "issuance/keys/house_authorities.hpp"
#include "issuance/office/act_papers.hpp"
#include "issuance/office/certificate_people.hpp"
#include "issuance/office/certificate_proving.hpp"
#include "issuance/office/confidential_reading.hpp"
#include "issuance/office/local_office_factory.hpp"
#include "issuance/office/people_names.hpp"
#include "records/operators/permission_table.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;
using Step = CertificateStep;

base::Result<signing::SealSigner> sealSignerOf(const House& house, records::Connection& connection) {
    const auto entry = house.keyBook->active(connection, CertifiedPurpose::SealSigner);
    if (!entry || !entry->maySignAt(house.clock.now()))
        return base::Fault{"pki.nobody-signs"_code, {{"purpose", std::string{nameOf(CertifiedPurpose::SealSigner)}}}};
    return signing::SealSigner::make(*house.keys, entry->key, entry->certificate.der, "GTM");
}

SignedCertificate signedLine(const CertificateEntry& entry, const RequestEntry& request) {
    return {entry.request, entry.number, entry.code, std::string{nameOf(request.stage)}, {}, {}};
}

/// What was resolved is notified from the moment on which it is issued.
void queueNotification(const House& house, Call& call, const RequestEntry& request, const std::string& number) {
    const auto* type = house.certificateTypes->find(request.type);
    if (request.stage != CertificateStage::Issued || !type->appealDays) return;
    const auto& asks = request.applicant;
    house.notifications->queue(call.transaction(), call.author,
                               {request.number, number, asks.name, asks.address.value_or(""), asks.email.value_or(""),
                                *type->appealDays, type->answerDays});
}

/// Everything of one request that its signature needs.
base::Result<SignedCertificate> signOne(House& house, Call& call, const std::string& number,
                                        const CertificateSigner& certifier, const signing::SealSigner& seals,
                                        const std::optional<std::string>& endorserUser) {
    auto& tx = call.transaction();
    const auto& requests = *house.certificateRequests;
    auto request = requests.take(tx, number);
    if (!request) return request.refusal();
    if (auto admitted = admitTo(house, call, *request, CertificateSign::kAct.name); !admitted)
        return admitted.refusal();
    const auto draft = requests.lastDraft(call.connection, number);
    if (!draft) return draft.refusal();
    const auto& type = *house.certificateTypes->find(request->type);
    const auto text = house.certificateTexts->current(call.connection, type.templateName);
    if (!text) return text.refusal();
    const auto reviewer = requests.whoDid(call.connection, number, draft->draft, Step::Review);
    SigningMatter matter{type, **text, *draft, *request, certificatePerson(house, call.connection, reviewer), {}};
    matter.legalReviewer = requests.whoDid(call.connection, number, draft->draft, Step::LegalReview);
    if (type.endorsed) {
        auto endorser = endorserMeant(house, call.connection, endorserUser);
        if (!endorser) return endorser.refusal();
        matter.endorser = std::move(*endorser);
    }
    const auto entry = house.certificateDesk->sign(tx, call.author, matter, certifier, seals);
    if (!entry) return entry.refusal();
    queueNotification(house, call, *request, entry->number);
    return signedLine(*entry, *request);
}

/// Does the same with each request; all their faults at once, each with its request.
template <class Do>
base::Result<CertificatesSigned> withEach(const std::vector<std::string>& requests, Do&& signRequest) {
    if (requests.empty()) return base::Fault{"certificate.none-to-sign"_code};
    CertificatesSigned all;
    std::vector<base::Fault> faults;
    for (const auto& number : requests) {
        auto done = signRequest(number);
        if (done)
            all.certificates.push_back(std::move(*done));
        else
            for (auto fault : done.refusal().faults()) {
                if (fault.where.empty()) fault.where = number;
                faults.push_back(std::move(fault));
            }
    }
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    return all;
}

/// Signs in a transaction, all or none, and asks others for time-stamps and proofs when that is in the books.
template <class SignOne>
base::Result<CertificatesSigned> signedAndProven(House& house, Call& call, const std::vector<std::string>& requests,
                                                 SignOne&& signRequest) {
    records::Transaction tx{call.connection};
    Call inside{call.connection, call.author, call.credentials, &tx};
    auto all = withEach(requests, [&](const std::string& number) { return signRequest(inside, number); });
    if (!all) return all.refusal();
    tx.commit();
    CertificateProving proving{house, call.connection, call.author, CertificateProving::Patience::Counter};
    for (auto& each : all->certificates) {
        const auto reached = proving.afterSigning(each.number);
        each.level = nameOf(reached.proof.level);
        for (const auto& fault : reached.lacking) each.lacking.push_back(FaultLine::of(fault));
    }
    return all;
}

base::Result<CertificatesSigned> sign(House& house, Call& call, const CertificateSign& asked) {
    const auto person = call.author.person.text();
    const auto key = house.certifiers->open(call.connection, person, asked.secret);
    if (!key) return key.refusal();
    const auto seals = sealSignerOf(house, call.connection);
    if (!seals) return seals.refusal();
    const auto issuers = issuersOf(call.connection, *house.keyBook, key->entry.certificate);
    const CertificateSigner certifier{certificatePerson(house, call.connection, person), *key, issuers};
    return signedAndProven(house, call, asked.requests, [&](Call& inside, const std::string& number) {
        return signOne(house, inside, number, certifier, *seals, asked.endorser);
    });
}

base::Result<SignedCertificate> endorseOne(House& house, Call& call, const std::string& number,
                                           const CertificateSigner& endorser) {
    auto request = house.certificateRequests->take(call.transaction(), number);
    if (!request) return request.refusal();
    if (auto admitted = admitTo(house, call, *request, CertificateEndorse::kAct.name); !admitted)
        return admitted.refusal();
    const auto entry = house.certificateDesk->endorse(call.transaction(), call.author, *request, endorser);
    if (!entry) return entry.refusal();
    queueNotification(house, call, *request, entry->number);
    return signedLine(*entry, *request);
}

base::Result<CertificatesSigned> endorse(House& house, Call& call, const CertificateEndorse& asked) {
    const auto person = call.author.person.text();
    const auto key = house.certifiers->open(call.connection, person, asked.secret);
    if (!key) return key.refusal();
    const auto issuers = issuersOf(call.connection, *house.keyBook, key->entry.certificate);
    const CertificateSigner endorser{certificatePerson(house, call.connection, person), *key, issuers};
    return signedAndProven(house, call, asked.requests, [&](Call& inside, const std::string& number) {
        return endorseOne(house, inside, number, endorser);
    });
}

base::Result<CertifierEnrolled> enrol(House& house, Call& call, const CertifierEnrol& asked) {
    const auto authority = house.keyBook->active(call.connection, CertifiedPurpose::HouseAuthority);
    if (!authority) return base::Fault{"pki.no-house-authority"_code};
    const auto person = certificatePerson(house, call.connection, call.author.approver.value().text());
    CertifierEnrolment enrolment{house.institution.organisation, person.name, asked.title, {}};
    if (asked.tokenLabel || asked.tokenModule)
        enrolment.token = CertifierToken{asked.tokenModule.value_or(""), asked.tokenLabel.value_or("")};
    const auto entry = house.certifiers->enrol(call.transaction(), call.author, enrolment, asked.secret,
                                               {*house.keys, authority->key, authority->certificate});
    if (!entry) return entry.refusal();
    return CertifierEnrolled{entry->entry, entry->certificate.der};
}

CertifiersListed certifiers(House& house, Call& call) {
    const PeopleNames names{house, call.connection};
    CertifiersListed listed;
    for (const auto& entry : house.certifiers->all(call.connection))
        listed.certifiers.push_back({entry.entry, names.of(entry.person), entry.title, entry.certificate.subjectText(),
                                     base::formatTimestamp(entry.certificate.notAfter), entry.ended, entry.revoked});
    return listed;
}

TemplateLine lineOf(const TemplateEntry& entry, const PeopleNames& names) {
    return {entry.name,       entry.version,          entry.effective,       entry.sha256,
            entry.approvedAt, names.of(entry.person), names.of(entry.second)};
}

base::Result<TemplateLine> approveTemplate(House& house, Call& call, const TemplateApprove& asked) {
    const auto entry = house.certificateTexts->approve(call.transaction(), call.author, asked.file);
    if (!entry) return entry.refusal();
    return lineOf(*entry, PeopleNames{house, call.connection});
}

TemplatesListed listTemplates(House& house, Call& call) {
    const PeopleNames names{house, call.connection};
    TemplatesListed listed;
    for (const auto& entry : house.certificateTexts->list(call.connection))
        listed.templates.push_back(lineOf(entry, names));
    for (const auto& type : house.certificateTypes->all())
        if (house.certificateTexts->isUsedAsShipped(call.connection, type.templateName))
            listed.shipped.push_back(type.templateName);
    return listed;
}

base::Result<TemplateShown> showTemplate(House& house, Call& call, const TemplateShow& asked) {
    auto found = house.certificateTexts->file(call.connection, asked.name, asked.version);
    if (!found) return found.refusal();
    return TemplateShown{lineOf(found->first, PeopleNames{house, call.connection}), std::move(found->second)};
}

base::Result<Done> endCertifier(House& house, Call& call, const CertifierEnd& asked) {
    if (!inventory::isPlainText(asked.reason)) return base::Fault{"certificate.reason-missing"_code};
    const auto ending = asked.compromised ? CertifierEnding::Compromised : CertifierEnding::Retired;
    const auto ended = house.certifiers->end(call.transaction(), call.author, asked.entry, ending, asked.reason);
    if (!ended) return ended.refusal();
    return Done{};
}

}  // namespace

CertificatePerson certificatePerson(const House& house, records::Connection& connection, const std::string& person) {
    const auto known = personOnPaper(house, connection, person);
    CertificatePerson found{person, *known.at("nombre").text(), *known.at("cargo").text()};
    if (const auto key = house.certifiers->of(connection, person)) found.title = key->title;
    return found;
}

std::vector<CertificatePerson> signersOf(const House& house, records::Connection& connection,
                                         const CertificateEntry& entry) {
    const auto asOnPage = [&](const std::string& person, const char* group) {
        auto signer = certificatePerson(house, connection, person);
        const auto stated = entry.values.find(group);
        const auto* values = stated == entry.values.end() ? nullptr : stated->second.map();
        if (values == nullptr) return signer;
        if (const auto name = values->find("nombre"); name != values->end()) signer.name = *name->second.text();
        if (const auto title = values->find("cargo"); title != values->end()) signer.title = *title->second.text();
        return signer;
    };
    std::vector<CertificatePerson> signers{asOnPage(entry.certifier, "certificador")};
    constexpr std::int64_t kWithEndorsement = 2;
    if (!entry.endorser.empty() && house.certificates->files(connection, entry.number) >= kWithEndorsement)
        signers.push_back(asOnPage(entry.endorser, "visto_bueno"));
    return signers;
}

base::Result<CertificatePerson> endorserMeant(const House& house, records::Connection& connection,
                                              const std::optional<std::string>& user) {
    std::vector<const records::OperatorRecord*> able;
    const auto people = house.operators->list(connection);
    std::string names;
    for (const auto& person : people)
        if (person.active && records::permits(person.roles, CertificateEndorse::kAct.permission)) {
            if (!user || *user == person.userName) able.push_back(&person);
            names += (names.empty() ? "" : ", ") + person.userName;
        }
    if (user && able.empty()) return base::Fault{"certificate.endorser-unknown"_code, {{"user", *user}}};
    if (able.size() != 1) return base::Fault{"certificate.endorser-to-choose"_code, {{"people", names}}};
    return certificatePerson(house, connection, able.front()->id.text());
}

void addCertifierAnswers(ActTable& acts, House& house) {
    acts.answer<CertificateSign>([&house](Call& call, const auto& asked) { return sign(house, call, asked); });
    acts.answer<CertificateEndorse>([&house](Call& call, const auto& asked) { return endorse(house, call, asked); });
    acts.answer<CertifierEnrol>([&house](Call& call, const auto& asked) { return enrol(house, call, asked); });
    acts.answer<CertifierList>([&house](Call& call, const auto&) { return certifiers(house, call); });
    acts.answer<TemplateApprove>(
        [&house](Call& call, const auto& asked) { return approveTemplate(house, call, asked); });
    acts.answer<TemplateList>([&house](Call& call, const auto&) { return listTemplates(house, call); });
    acts.answer<TemplateShow>([&house](Call& call, const auto& asked) { return showTemplate(house, call, asked); });
    acts.answer<CertifierEnd>([&house](Call& call, const auto& asked) { return endCertifier(house, call, asked); });
}

}  // namespace issuance
