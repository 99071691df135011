// SPDX-License-Identifier: GPL-3.0-or-later
// Who is let in at the door: certificates of workstations, and that of the service itself.
#include <algorithm>
#include <cctype>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "base/files.hpp"
#include "contract/acts_of_sites.hpp"
#include "issuance/keys/ceremonies.hpp"
#include "issuance/keys/pki_profiles.hpp"
#include "issuance/office/answers.hpp"
#include "issuance/office/open_shift.hpp"
#include "issuance/office/people_names.hpp"
#include "issuance/office/service_files.hpp"
#include "records/journal/journal.hpp"
#include "records/operators/sites.hpp"
#include "signing/certificates/certification_request.hpp"
#include "signing/keys/exported_key.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using namespace contract;

constexpr std::int64_t kUsualDays = 365, kMostDays = 825;
/// Eighty bits: nobody makes a second key whose fingerprint begins so.
constexpr std::size_t kLeastDigits = 20, kDigits = 64;

/// A request that may be certified, and for how long.
struct Applicant {
    records::WorkstationId workstation;
    base::Bytes publicKey;
    std::string keySha256;
    std::chrono::days validity{};
};

base::Result<Applicant> applicantIn(const base::Bytes& request, const std::optional<std::int64_t>& asked) {
    auto read = signing::readCertificationRequest(request);
    if (!read) return read.refusal();
    if (auto plain = records::checkPlainId(read->commonName); !plain) return plain.refusal();
    const auto days = asked.value_or(kUsualDays);
    if (days < 1 || days > kMostDays)
        return base::Fault{"office.bad-days"_code, {{"most", std::to_string(kMostDays)}}, {}};
    auto fingerprint = base::toHex(base::sha256(read->publicKey));
    return Applicant{records::WorkstationId{std::move(read->commonName)}, std::move(read->publicKey),
                     std::move(fingerprint), std::chrono::days{days}};
}

/// The digits of a fingerprint as people write it down.
std::string digitsOf(const std::string& written) {
    std::string digits;
    for (const char letter : written)
        if (letter != ' ' && letter != '-' && letter != ':')
            digits += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    return digits;
}

base::Outcome checkFingerprint(const Applicant& applicant, const std::string& written) {
    const auto digits = digitsOf(written);
    const bool hexadecimal = digits.find_first_not_of("0123456789abcdef") == std::string::npos;
    if (!hexadecimal || digits.size() < kLeastDigits || digits.size() > kDigits)
        return base::Fault{"office.bad-fingerprint"_code, {{"least", std::to_string(kLeastDigits)}}, {}};
    if (!applicant.keySha256.starts_with(digits)) return base::Fault{"office.fingerprint-differs"_code};
    return {};
}

signing::Period periodUnder(const signing::Certificate& root, base::Timestamp now, std::chrono::days validity) {
    const auto begin = beginFor(now, root);
    return {begin, std::min<base::Timestamp>(std::chrono::floor<std::chrono::seconds>(now) + validity, root.notAfter)};
}

signing::DistinguishedName nameUnder(const House& house, const std::string& unit, const std::string& commonName) {
    return {"GT", house.institution.organisation, unit, commonName};
}

std::string sha256Of(const signing::Certificate& certificate) { return base::toHex(base::sha256(certificate.der)); }

/// Certifies the key; `enter` puts the certificate into the books.
template <class Enter>
base::Result<WorkstationCertified> certified(House& house, Call& call, const Applicant& applicant, Enter enter) {
    const auto root = certifyingRoot(house, call.connection);
    if (!root) return root.refusal();
    const auto& id = applicant.workstation.text();
    const auto der = signing::makeWorkstation({*house.keys, root->key, root->certificate}, applicant.publicKey,
                                              {nameUnder(house, "Workstations", id), "",
                                               periodUnder(root->certificate, house.clock.now(), applicant.validity)});
    if (!der) return der.refusal();
    const auto certificate = base::expected(signing::readCertificate(*der), "certificate");
    const records::IssuedCertificate issued{applicant.workstation, sha256Of(certificate),
                                            base::toHex(certificate.serialNumber), applicant.keySha256,
                                            certificate.notAfter};
    if (auto entered = enter(issued); !entered) return entered.refusal();
    return WorkstationCertified{
        id,
        issued.sha256,
        base::formatTimestamp(issued.validUntil),
        sha256Of(root->certificate),
        {id + ".pem", base::bytesOf(signing::pemOfCertificate(*der) + rootsInForce(house, call.connection))}};
}

base::Result<WorkstationCertified> enroll(House& house, Call& call, const WorkstationEnroll& request) {
    const auto applicant = applicantIn(request.request, request.days);
    if (!applicant) return applicant.refusal();
    if (auto same = checkFingerprint(*applicant, request.fingerprint); !same) return same.refusal();
    return certified(house, call, *applicant, [&](const auto& issued) {
        return house.workstations->enroll(call.transaction(), call.author, issued);
    });
}

base::Result<WorkstationCertified> renew(House& house, Call& call, const WorkstationRenew& request) {
    const auto& asking = call.credentials;
    if (asking.certificate.empty()) return base::Fault{"office.renew-at-door"_code};
    const auto applicant = applicantIn(request.request, request.days);
    if (!applicant) return applicant.refusal();
    if (applicant->workstation.text() != asking.workstation)
        return base::Fault{"office.request-of-another"_code,
                           {{"named", applicant->workstation.text()}, {"workstation", asking.workstation}},
                           {}};
    return certified(house, call, *applicant, [&](const auto& issued) {
        return house.workstations->renew(call.transaction(), call.author, issued, asking.certificate);
    });
}

base::Result<Done> revoke(House& house, Call& call, const WorkstationRevoke& request) {
    if (auto given = checkReason(request.reason, "reason"); !given) return given.refusal();
    if (auto revoked = house.workstations->revoke(call.transaction(), call.author,
                                                  records::WorkstationId{request.workstation}, request.reason);
        !revoked)
        return revoked.refusal();
    return Done{};
}

base::Outcome checkHosts(const std::vector<std::string>& hosts) {
    constexpr std::size_t kMost = 16;
    std::vector<base::Fault> faults;
    if (hosts.empty() || hosts.size() > kMost)
        faults.push_back({"office.bad-hosts"_code, {{"most", std::to_string(kMost)}}, {}});
    for (const auto& host : hosts)
        if (!signing::isHost(host)) faults.push_back({"office.bad-host"_code, {{"host", host}}, {}});
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    return {};
}

/// Key and certificate lie in one file, so that a service that starts meanwhile finds a pair. It holds as long as the
/// root: workstations that know the root trust it until they know the next one.
base::Result<ServiceCertified> certifyService(House& house, Call& call, const ServiceCertify& request) {
    constexpr std::size_t kLongestName = 64;
    if (auto hosts = checkHosts(request.hosts); !hosts) return hosts.refusal();
    const auto root = certifyingRoot(house, call.connection);
    if (!root) return root.refusal();
    const auto& certificate = root->certificate;
    auto key = signing::makeExportedKey();
    const auto der = signing::makeService({*house.keys, root->key, certificate}, key.publicKey,
                                          {nameUnder(house, "Service", request.hosts.front().substr(0, kLongestName)),
                                           "",
                                           {beginFor(house.clock.now(), certificate), certificate.notAfter}},
                                          request.hosts);
    if (!der) return der.refusal();
    const auto made = base::expected(signing::readCertificate(*der), "certificate");
    std::string hosts;
    for (const auto& host : request.hosts) hosts += (hosts.empty() ? "" : " ") + host;
    appendToJournal(
        call.transaction(), house.clock,
        {call.author, "service.certify", "service", "door", {}, {{"certificate", sha256Of(made)}, {"hosts", hosts}}});
    std::filesystem::create_directories(house.files.service());
    std::filesystem::permissions(house.files.service(), std::filesystem::perms::owner_all);
    auto pem = base::bytesOf(signing::pemOfCertificate(*der));
    base::Bytes both{key.pem.reveal().begin(), key.pem.reveal().end()};
    both.insert(both.end(), pem.begin(), pem.end());
    const base::SecretBytes file{std::move(both)};
    writeServiceRoots(house, call.connection);
    base::writeSecretFileDurably(house.files.service() / "service.pem", file.reveal());
    return ServiceCertified{sha256Of(made), base::formatTimestamp(made.notAfter)};
}

WorkstationsListed list(House& house, const records::Sites& sites, Call& call) {
    const PeopleNames names{house, call.connection};
    std::map<std::string, std::vector<WorkstationCertificateLine>> certificates;
    for (const auto& each : house.workstations->all(call.connection)) {
        WorkstationCertificateLine line{each.issued.sha256, std::string{nameOf(each.state)},
                                        base::formatTimestamp(each.issued.validUntil),
                                        base::formatTimestamp(each.enrolled), names.of(each.person.text())};
        if (each.second) line.second = names.of(each.second->text());
        if (!each.reason.empty()) line.reason = each.reason;
        certificates[each.issued.workstation.text()].push_back(std::move(line));
    }
    WorkstationsListed listed;
    for (const auto& workstation : sites.workstations(call.connection))
        listed.workstations.push_back({workstation.id.text(), workstation.name, workstation.site.text(),
                                       workstation.active,
                                       openShiftAt(call.connection, workstation.id.text()).has_value(),
                                       std::move(certificates[workstation.id.text()])});
    return listed;
}

ServiceStatusTold status(const House& house, const Call& call) {
    const bool postgresql = call.connection.engine() == records::Engine::Postgresql;
    return {house.institution.organisation, house.institution.training, postgresql ? "postgresql" : "sqlite",
            base::formatTimestamp(house.clock.now()), call.credentials.workstation};
}

}  // namespace

void addWorkstationAnswers(ActTable& acts, House& house) {
    const records::Sites sites{house.clock};
    acts.answer<WorkstationList>([&house, sites](Call& call, const auto&) { return list(house, sites, call); });
    acts.answer<WorkstationEnroll>([&house](Call& call, const auto& asked) { return enroll(house, call, asked); });
    acts.answer<WorkstationRenew>([&house](Call& call, const auto& asked) { return renew(house, call, asked); });
    acts.answer<WorkstationRevoke>([&house](Call& call, const auto& asked) { return revoke(house, call, asked); });
    acts.answer<ServiceStatus>(
        [&house](Call& call, const auto&) -> base::Result<ServiceStatusTold> { return status(house, call); });
    acts.answer<ServiceCertify>([&house](Call& call, const auto& asked) { return certifyService(house, call, asked); });
}

}  // namespace issuance
