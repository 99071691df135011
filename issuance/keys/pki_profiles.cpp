// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/keys/pki_profiles.hpp"

#include <algorithm>

#include "signing/certificates/name_reader.hpp"

namespace issuance {
namespace {

constexpr auto kGrace = std::chrono::hours{1};
constexpr int kLongestSignerUse = 3;

}  // namespace

base::Timestamp monthsAfter(base::Timestamp moment, int months) {
    using namespace std::chrono;
    const auto day = floor<days>(moment);
    year_month_day date = year_month_day{day} + std::chrono::months{months};
    if (!date.ok()) date = date.year() / date.month() / last;
    return sys_days{date} + (moment - day);
}

base::Timestamp beginFor(base::Timestamp now) { return std::chrono::floor<std::chrono::seconds>(now - kGrace); }

base::Timestamp beginFor(base::Timestamp now, const signing::Certificate& issuer) {
    return std::max(beginFor(now), issuer.notBefore);
}

std::vector<std::string> revocationListUrls() {
    return {"https://pkddownload1.icao.int/CRLs/GTM.crl", "https://pkddownload2.icao.int/CRLs/GTM.crl"};
}

signing::CscaProfile cscaProfile(signing::DistinguishedName name, signing::Contact contact, base::Timestamp begin) {
    return {std::move(name),
            std::move(contact),
            {begin, monthsAfter(begin, kCscaUse + kLongestSignerUse + kLongestDocument)},
            {begin, monthsAfter(begin, kCscaUse)},
            revocationListUrls()};
}

signing::DistinguishedName nameIn(const signing::Certificate& certificate) {
    return signing::readName(certificate.subject);
}

signing::Contact contactIn(const signing::Certificate& certificate) {
    return signing::readContact(certificate.subjectAltName);
}

signing::DocumentSignerProfile documentSignerProfile(const signing::Certificate& csca, const std::string& commonName,
                                                     const signing::Period& validity, const signing::Period& use) {
    auto name = nameIn(csca);
    name.commonName = commonName;
    name.serialNumber.clear();
    return {std::move(name), contactIn(csca), validity, use, revocationListUrls(), {"P", "I"}};
}

}  // namespace issuance
