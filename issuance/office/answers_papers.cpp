// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/acts_of_papers.hpp"
#include "issuance/keys/house_authorities.hpp"
#include "issuance/office/act_papers.hpp"
#include "issuance/office/answers.hpp"
#include "issuance/office/people_names.hpp"
#include "issuance/signature/pdf_signature.hpp"

namespace issuance {
namespace {

using namespace contract;

PaperLine lineOf(const Paper& paper, const PeopleNames& names) {
    return {paper.number,           paper.kind,  paper.objectKind, paper.objectId, paper.time,
            names.of(paper.person), paper.sha256};
}

PapersListed list(House& house, Call& call, const PaperList& request) {
    const PeopleNames names{house, call.connection};
    PapersListed listed;
    for (const auto& paper : papers(call.connection, request.kind)) listed.papers.push_back(lineOf(paper, names));
    return listed;
}

base::Result<PaperShown> show(House& house, Call& call, const PaperShow& request) {
    const auto paper = paperNumbered(call.connection, request.number);
    if (!paper) return paper.refusal();
    if (paper->person != call.author.person.text()) {
        const auto viewer =
            house.sessions->authorize(call.connection, call.credentials.session, PaperList::kAct.permission);
        if (!viewer) return viewer.refusal();
    }
    auto content = house.contents->get(paper->sha256);
    if (!content) return content.refusal();
    PaperShown shown{lineOf(*paper, {house, call.connection}), false, false, {}, {}};
    const auto anchors = houseAnchors(call.connection, *house.keyBook);
    const auto reports = verifyPdfSignatures(*content, {anchors, {}, house.clock.now()});
    if (!reports) return reports.refusal();
    if (!reports->empty()) {
        shown.intact = reports->front().intact;
        shown.trusted = reports->front().trusted;
        shown.signer = reports->front().signer;
    }
    shown.content = std::move(*content);
    return shown;
}

}  // namespace

void addPaperAnswers(ActTable& acts, House& house) {
    acts.answer<PaperList>([&house](Call& call, const auto& request) { return list(house, call, request); });
    acts.answer<PaperShow>([&house](Call& call, const auto& request) { return show(house, call, request); });
}

}  // namespace issuance
