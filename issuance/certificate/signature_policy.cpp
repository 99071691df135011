// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/certificate/signature_policy.hpp"

#include <algorithm>

#include "base/failure.hpp"
#include "issuance/verification/verification_trust.hpp"
#include "records/journal/journal.hpp"

namespace issuance {
namespace {

using namespace base::literals;

constexpr std::int64_t kLongestRenewal = 3650;

/// "1.2.840.113549": two arcs or more, the first 0 to 2, the second below 40 under 0 and 1.
bool isOid(const std::string& text) {
    std::vector<std::string> arcs{""};
    for (const char c : text) {
        if (c == '.')
            arcs.emplace_back();
        else if (c >= '0' && c <= '9')
            arcs.back() += c;
        else
            return false;
    }
    constexpr std::size_t kLongestArc = 9;
    const auto wrong = [](const std::string& arc) {
        return arc.empty() || arc.size() > kLongestArc || (arc.size() > 1 && arc.front() == '0');
    };
    if (arcs.size() < 2 || std::ranges::any_of(arcs, wrong) || arcs.front().size() > 1 || arcs.front() > "2")
        return false;
    constexpr int kArcsBelow = 40;
    return arcs.front() == "2" || std::stoi(arcs[1]) < kArcsBelow;
}

bool isWebAddress(const std::string& text) {
    for (const std::string_view scheme : {"http://", "https://"})
        if (text.starts_with(scheme) && text.size() > scheme.size())
            return std::ranges::all_of(text, [](char c) { return c > ' ' && c <= '~'; });
    return false;
}

/// Authorities alone; nothing where one of the file's certificates is none.
std::optional<std::vector<signing::Certificate>> authoritiesIn(const base::Bytes& file) {
    std::vector<signing::Certificate> found;
    for (const auto& der : certificatesOfFile(file)) {
        auto certificate = signing::readCertificate(der);
        if (!certificate || !certificate->authority) return std::nullopt;
        found.push_back(std::move(*certificate));
    }
    return found;
}

std::string pemOf(const std::vector<signing::Certificate>& certificates) {
    std::string pem;
    for (const auto& certificate : certificates) pem += signing::pemOfCertificate(certificate.der);
    return pem;
}

std::vector<signing::Certificate> anchorsFrom(const std::string& pem) {
    if (pem.empty()) return {};
    auto anchors = authoritiesIn(base::bytesOf(pem));
    if (!anchors)
        throw base::Failure{"records.failed"_code, base::NextStep::Stop, "signature_policy.timestamp_anchors"};
    return std::move(*anchors);
}

}  // namespace

base::Result<SignaturePolicy> readPolicy(const SignaturePolicyWritten& written) {
    std::vector<base::Fault> faults;
    SignaturePolicy policy{{}, written.timestampUrl, written.timestampPolicy, {}, written.renewalDays};
    if (const auto level = signatureLevelNamed(written.level))
        policy.level = *level;
    else
        faults.push_back({"signature.level-unknown"_code, {{"level", written.level}}, "level"});
    if (policy.level > SignatureLevel::B && (written.timestampUrl.empty() || written.anchors.empty()))
        faults.push_back({"signature.authority-missing"_code, {{"level", written.level}}, "timestamp_url"});
    if (!written.timestampUrl.empty() && !isWebAddress(written.timestampUrl))
        faults.push_back({"signature.address-wrong"_code, {{"address", written.timestampUrl}}, "timestamp_url"});
    if (!written.timestampPolicy.empty() && !isOid(written.timestampPolicy))
        faults.push_back({"signature.policy-wrong"_code, {{"policy", written.timestampPolicy}}, "timestamp_policy"});
    if (written.renewalDays < 1 || written.renewalDays > kLongestRenewal)
        faults.push_back({"signature.days-wrong"_code, {{"most", std::to_string(kLongestRenewal)}}, "renewal_days"});
    if (!written.anchors.empty()) {
        if (auto anchors = authoritiesIn(written.anchors))
            policy.timestampAnchors = std::move(*anchors);
        else
            faults.push_back({"signature.anchor-unreadable"_code, {}, "anchors"});
    }
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    return policy;
}

SignaturePolicy SignaturePolicyBook::current(records::Connection& connection) const {
    const auto row = connection.queryOne(
        "SELECT level, timestamp_url, timestamp_policy, timestamp_anchors, renewal_days FROM signature_policy ORDER BY "
        "position DESC LIMIT 1");
    if (!row) return {};
    return {signatureLevelNamed(row->text(0)).value(), row->textOrEmpty(1), row->textOrEmpty(2),
            anchorsFrom(row->text(3)), row->integer(4)};
}

std::vector<signing::Certificate> SignaturePolicyBook::timestampAnchors(records::Connection& connection) const {
    std::vector<signing::Certificate> all;
    connection.forEach("SELECT timestamp_anchors FROM signature_policy ORDER BY position DESC", {},
                       [&](const records::Row& row) {
                           for (auto& anchor : anchorsFrom(row.text(0)))
                               if (std::ranges::find(all, anchor.der, &signing::Certificate::der) == all.end())
                                   all.push_back(std::move(anchor));
                       });
    return all;
}

void SignaturePolicyBook::set(records::Transaction& tx, const records::Author& author,
                              const SignaturePolicy& policy) const {
    tx.connection().execute(
        "INSERT INTO signature_policy (position, level, timestamp_url, timestamp_policy, timestamp_anchors, "
        "renewal_days, time, person, second) SELECT count(*) + 1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 FROM signature_policy",
        {std::string{nameOf(policy.level)}, records::orNull(policy.timestampUrl),
         records::orNull(policy.timestampPolicy), pemOf(policy.timestampAnchors), policy.renewalDays,
         base::formatTimestamp(m_clock.now()), author.person.text(), author.approver.value().text()});
    records::appendToJournal(tx, m_clock,
                             {author,
                              "signature.policy",
                              "signature-policy",
                              std::string{nameOf(policy.level)},
                              "",
                              {{"authority", policy.timestampUrl},
                               {"policy", policy.timestampPolicy},
                               {"renewal_days", std::to_string(policy.renewalDays)}}});
}

}  // namespace issuance
