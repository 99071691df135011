// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/acts_of_certificate_work.hpp"
#include "issuance/certificate/local_day.hpp"
#include "issuance/office/certificate_work.hpp"
#include "issuance/office/confidential_reading.hpp"
#include "issuance/registers/diligences.hpp"
#include "issuance/registers/register_kind.hpp"

/// Drafts of certificates: from values that a clerk types and what registers say.
namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;
using Step = CertificateStep;

/// Where a certificate says that it was written.
std::string placeOf(const House& house, records::Connection& connection, const std::string& site) {
    if (site == house.institution.site) return house.institution.place.value_or("la ciudad de Guatemala");
    return "la sede " + nameOfSite(connection, site);
}

/// Whether a diligence looked for the holder of the request.
bool isAbout(const Diligence& diligence, const RequestEntry& request) {
    if (!request.holder) return false;
    const auto& sought = diligence.sought;
    const auto& holder = *request.holder;
    return sought.surnames == holder.surnames && sought.givenNames == holder.givenNames && sought.born &&
           base::formatDate(*sought.born) == holder.born;
}

/// Whether what the clerk typed as a period is one that registers can have seen; days that are none, filling refuses.
bool isPeriod(const TextMap& typed, base::Date today) {
    const auto from = typed.find("desde");
    const auto until = typed.find("hasta");
    if (from == typed.end() || until == typed.end()) return true;
    return from->second <= until->second && until->second <= base::formatDate(today);
}

/// Whether a line falls into the period that the clerk stated, where both have a day.
bool within(const RegisterRow& row, const TextMap& typed) {
    const auto day =
        std::find_if(row.values.begin(), row.values.end(), [](const auto& v) { return v.first == "fecha"; });
    const auto from = typed.find("desde");
    const auto until = typed.find("hasta");
    if (day == row.values.end() || from == typed.end() || until == typed.end()) return true;
    return day->second >= from->second && day->second <= until->second;
}

printing::ActMap valuesOfRow(const RegisterRow& row) {
    printing::ActMap values;
    for (const auto& [name, value] : row.values) values.emplace(name, value);
    return values;
}

/// Whether a register holds what the diligence saw; the house's own documents change by the day.
bool isFresh(const House& house, records::Connection& connection, const Diligence& diligence, const std::string& name) {
    if (name == kOwnDocuments)
        return localDay(base::expected(base::parseTimestamp(diligence.openedAt), "diligence.time")) ==
               localDay(house.clock.now());
    const auto now = house.registers->version(connection, name);
    return now && std::find(diligence.versions.begin(), diligence.versions.end(), std::pair{name, *now}) !=
                      diligence.versions.end();
}

struct RegisterValues {
    std::string diligence;  ///< empty where there was nobody to discard
    printing::ActMap lists;
};

/// What the registers say of the holder, by the diligence that is cited.
base::Result<RegisterValues> registerValues(House& house, Call& call, const RequestEntry& request,
                                            const CertificateDraft& asked) {
    const auto& type = *house.certificateTypes->find(request.type);
    RegisterValues values;
    if (type.registers.empty()) {
        if (asked.diligence) return base::Fault{"certificate.diligence-not-wanted"_code, {}, "diligence"};
        return values;
    }
    if (!isPeriod(asked.values, localDay(house.clock.now()))) return base::Fault{"certificate.period-wrong"_code};
    if (!asked.diligence) return base::Fault{"certificate.diligence-missing"_code, {{"request", request.number}}};
    const auto diligence = house.diligences->find(call.connection, *asked.diligence);
    if (!diligence) return diligence.refusal();
    if (!isAbout(*diligence, request))
        return base::Fault{"certificate.diligence-of-other"_code, {{"diligence", diligence->number}}};
    if (request.confidential && !diligence->confidential)
        return base::Fault{"certificate.diligence-not-confidential"_code,
                           {{"diligence", diligence->number}, {"request", request.number}},
                           "diligence"};
    if (diligence->confidential && !request.confidential)
        return base::Fault{"certificate.must-be-confidential"_code, {{"diligence", diligence->number}}, "diligence"};
    if (diligence->hadNamesakes()) values.diligence = diligence->number;
    for (const auto& each : type.registers) {
        const auto rows = house.diligences->rowsOf(call.connection, diligence->number, each.name);
        if (!rows) return rows.refusal();
        if (!isFresh(house, call.connection, *diligence, each.name))
            return base::Fault{"certificate.diligence-stale"_code,
                               {{"register", each.name}, {"diligence", diligence->number}}};
        printing::ActList list;
        for (const auto& row : *rows)
            if (within(row, asked.values)) list.emplace_back(valuesOfRow(row));
        if (each.expectsNone && !list.empty())
            return base::Fault{"certificate.register-not-empty"_code,
                               {{"register", each.name}, {"lines", std::to_string(list.size())}}};
        values.lists.emplace(each.name, std::move(list));
    }
    return values;
}

/// A draft that is in no book yet, with what it would look like.
struct Composed {
    DraftEntry entry;
    base::Bytes preview;
};

base::Result<Composed> composed(House& house, Call& call, const RequestEntry& request, const CertificateDraft& asked) {
    const auto& type = *house.certificateTypes->find(request.type);
    const auto stated = registerValues(house, call, request, asked);
    if (!stated) return stated.refusal();
    const auto current = house.certificateTexts->current(call.connection, type.templateName);
    if (!current) return current.refusal();
    const auto& text = **current;
    DraftEntry entry{0, call.author.person.text(), type.templateName, text.sha256, asked.diligence.value_or(""), {}};
    auto values = draftValues(
        {request, placeOf(house, call.connection, request.site), stated->diligence, stated->lists, asked.values},
        text.text.shape());
    if (!values) return values.refusal();
    entry.values = std::move(*values);
    auto preview = house.certificateDesk->preview(text, entry, type.endorsed);
    if (!preview) return preview.refusal();
    return Composed{std::move(entry), std::move(*preview)};
}

base::Result<CertificateDrafted> draft(House& house, Call& call, const CertificateDraft& asked) {
    auto& tx = call.transaction();
    const auto& requests = *house.certificateRequests;
    auto request = requests.take(tx, asked.request);
    if (!request) return request.refusal();
    if (auto admitted = admitTo(house, call, *request, CertificateDraft::kAct.name); !admitted)
        return admitted.refusal();
    auto made = composed(house, call, *request, asked);
    if (!made) return made.refusal();
    auto& entry = made->entry;
    entry.draft = requests.addDraft(tx, call.author, *request, entry);
    if (const auto stepped = requests.step(tx, call.author, *request, {Step::Draft, entry.draft}); !stepped)
        return stepped.refusal();
    return CertificateDrafted{entry.draft, std::move(made->preview)};
}

base::Result<FileGiven> tryDraft(House& house, Call& call, const CertificateTryDraft& asked) {
    const auto request = house.certificateRequests->find(call.connection, asked.request);
    if (!request) return request.refusal();
    if (auto admitted = admitTo(house, call, *request, CertificateTryDraft::kAct.name); !admitted)
        return admitted.refusal();
    auto made = composed(house, call, *request, {asked.request, asked.values, asked.diligence});
    if (!made) return made.refusal();
    return FileGiven{std::move(made->preview)};
}

base::Result<FileGiven> preview(House& house, Call& call, const CertificatePreview& asked) {
    const auto request = house.certificateRequests->find(call.connection, asked.request);
    if (!request) return request.refusal();
    if (auto admitted = admitTo(house, call, *request, CertificatePreview::kAct.name); !admitted)
        return admitted.refusal();
    const auto entry = house.certificateRequests->lastDraft(call.connection, asked.request);
    if (!entry) return entry.refusal();
    const auto& type = *house.certificateTypes->find(request->type);
    const auto text = house.certificateTexts->current(call.connection, type.templateName);
    if (!text) return text.refusal();
    auto pdf = house.certificateDesk->preview(**text, *entry, type.endorsed);
    if (!pdf) return pdf.refusal();
    return FileGiven{std::move(*pdf)};
}

base::Result<FileGiven> scan(House& house, Call& call, const CertificateScan& asked) {
    const auto request = house.certificateRequests->find(call.connection, asked.request);
    if (!request) return request.refusal();
    if (auto admitted = admitTo(house, call, *request, CertificateScan::kAct.name); !admitted)
        return admitted.refusal();
    auto content = house.certificateRequests->scan(call.connection, *request, asked.requirement);
    if (!content) return content.refusal();
    return FileGiven{std::move(*content)};
}

}  // namespace

std::string nameOfSite(records::Connection& connection, const std::string& site) {
    const auto row = connection.queryOne("SELECT name FROM site WHERE id = ?1", {site});
    return row ? row->text(0) : site;
}

void addDraftAnswers(ActTable& acts, House& house) {
    acts.answer<CertificateDraft>([&house](Call& call, const auto& asked) { return draft(house, call, asked); });
    acts.answer<CertificateTryDraft>([&house](Call& call, const auto& asked) { return tryDraft(house, call, asked); });
    acts.answer<CertificatePreview>([&house](Call& call, const auto& asked) { return preview(house, call, asked); });
    acts.answer<CertificateScan>([&house](Call& call, const auto& asked) { return scan(house, call, asked); });
}

}  // namespace issuance
