// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/verification/verification_trust.hpp"

#include <algorithm>
#include <filesystem>

#include "signing/seals/seal_verification.hpp"

namespace issuance {
namespace {

using namespace base::literals;

constexpr std::string_view kListHead = "-----BEGIN X509 CRL-----", kListFoot = "-----END X509 CRL-----";

bool endsAs(const std::string& name, std::initializer_list<std::string_view> endings) {
    return std::ranges::any_of(endings, [&](std::string_view ending) { return name.ends_with(ending); });
}

bool ofTimestamps(const std::filesystem::path& name) {
    return name.filename().string().starts_with("timestamp") || name.parent_path().filename() == "timestamp";
}

/// All lists of a PEM file, or the one of a DER file.
std::vector<base::Bytes> listsIn(const base::Bytes& content) {
    std::vector<base::Bytes> found;
    const auto text = base::textOf(content);
    for (auto head = text.find(kListHead); head != std::string::npos; head = text.find(kListHead, head + 1)) {
        const auto begin = head + kListHead.size();
        const auto foot = text.find(kListFoot, begin);
        const auto octets = base::fromBase64(std::string_view{text}.substr(begin, foot - begin));
        found.push_back(octets ? *octets : base::Bytes{});
    }
    if (found.empty()) found.push_back(content);
    return found;
}

void sort(signing::Certificate certificate, const std::filesystem::path& name, VerificationTrust& trust) {
    const bool ofCountry = certificate.privateKeyNotAfter.has_value();
    if (signing::isForSeals(certificate))
        trust.sealSigners.push_back(std::move(certificate));
    else if (!certificate.authority)
        return;
    else if (ofTimestamps(name))
        trust.timestampRoots.push_back(std::move(certificate));
    else if (ofCountry)
        trust.countrySigners.push_back(std::move(certificate));
    else if (certificate.selfIssued())
        trust.signatureRoots.push_back(std::move(certificate));
    else
        trust.intermediates.push_back(std::move(certificate));
}

}  // namespace

std::vector<base::Bytes> certificatesOfFile(const base::Bytes& content) {
    constexpr std::string_view kFoot = "-----END CERTIFICATE-----";
    std::vector<base::Bytes> found;
    std::string_view text{reinterpret_cast<const char*>(content.data()), content.size()};
    for (auto end = text.find(kFoot); end != std::string_view::npos; end = text.find(kFoot)) {
        if (auto der = signing::certificateOfPem(text.substr(0, end + kFoot.size()))) found.push_back(*der);
        text.remove_prefix(end + kFoot.size());
    }
    if (found.empty()) found.push_back(content);
    return found;
}

base::Result<VerificationTrust> VerificationTrust::of(const std::vector<contract::NamedFile>& files) {
    VerificationTrust trust;
    std::vector<base::Fault> faults;
    const auto refuse = [&](const base::Refusal& refusal, const std::string& name) {
        auto fault = refusal.first();
        fault.where = name;
        faults.push_back(std::move(fault));
    };
    for (const auto& file : files) {
        if (endsAs(file.name, {".crl"})) {
            for (const auto& der : listsIn(file.content)) {
                auto list = signing::readRevocationList(der);
                list ? trust.lists.push_back(std::move(list).value()) : refuse(list.refusal(), file.name);
            }
        } else if (endsAs(file.name, {".cer", ".crt", ".pem", ".der"})) {
            for (const auto& der : certificatesOfFile(file.content)) {
                auto certificate = signing::readCertificate(der);
                certificate ? sort(std::move(certificate).value(), file.name, trust)
                            : refuse(certificate.refusal(), file.name);
            }
        }
    }
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    return trust;
}

}  // namespace issuance
