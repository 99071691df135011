// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/acts_of_certificates.hpp"
#include "issuance/line/device_check.hpp"
#include "issuance/office/answers.hpp"
#include "issuance/office/confidential_reading.hpp"
#include "issuance/office/simulated_products.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;

PaperCopyLine lineOf(const PaperCopy& copy) { return {copy.number, copy.copy, copy.state, copy.sheets}; }

/// What is printed is what all have signed and nobody annulled: looked at while its request is kept from others.
base::Result<PaperCopy> begin(House& house, records::Transaction& tx, const records::Author& author,
                              const std::string& requestNumber, const std::string& number) {
    const auto request = house.certificateRequests->take(tx, requestNumber);
    if (!request) return request.refusal();
    const auto entry = house.certificates->numbered(tx.connection(), number);
    if (!entry) return entry.refusal();
    if (entry->ending.empty() && request->stage == CertificateStage::Signed)
        return base::Fault{"certificate.not-issued"_code, {{"number", number}}};
    return house.paperCopies->begin(tx, author, *entry);
}

// Intent before, outcome after: what lies between may leave doubt, which a person resolves.
base::Result<PaperCopyLine> print(House& house, Call& call, ConnectionPool& connections,
                                  const CertificatePrint& asked) {
    const auto entry = house.certificates->numbered(call.connection, asked.number);
    if (!entry) return entry.refusal();
    if (auto admitted = admitToNumber(house, call, asked.number, CertificatePrint::kAct.name); !admitted)
        return admitted.refusal();
    if (const auto there = checkDevices(asked.printer, "simulated"); !there) return there.refusal();
    auto loan = connections.borrow();
    records::Transaction intent{*loan};
    const auto copy = begin(house, intent, call.author, entry->request, asked.number);
    if (!copy) return copy.refusal();
    const auto pdf = house.certificates->lastFile(*loan, asked.number);
    if (!pdf) return pdf.refusal();
    auto forPrinter = house.paperCopies->printFile(*copy, *pdf);
    if (!forPrinter) return forPrinter.refusal();
    intent.commit();

    const auto devices = openDevices(chosenDevices(house, asked.printer, "simulated"));
    const auto outcome =
        devices->printer().print({asked.number + "-" + std::to_string(copy->copy), std::move(*forPrinter)});

    records::Transaction told{*loan};
    if (const auto ended = house.paperCopies->end(told, call.author, *copy, outcome); !ended) return ended.refusal();
    told.commit();
    return lineOf(house.paperCopies->copies(*loan, asked.number).back());
}

}  // namespace

void addPaperCopyAnswers(ActTable& acts, House& house, ConnectionPool& connections) {
    acts.answer<CertificatePrint>(
        [&house, &connections](Call& call, const auto& asked) { return print(house, call, connections, asked); });
    acts.answer<CertificateResolvePrint>([&house](Call& call, const auto& asked) -> base::Result<PaperCopyLine> {
        const auto entry = house.certificates->numbered(call.connection, asked.number);
        if (!entry) return entry.refusal();
        if (const auto held = house.certificateRequests->take(call.transaction(), entry->request); !held)
            return held.refusal();
        const auto copy =
            house.paperCopies->resolve(call.transaction(), call.author, asked.number, {asked.spoiled, asked.printed});
        if (!copy) return copy.refusal();
        return lineOf(*copy);
    });
}

}  // namespace issuance
