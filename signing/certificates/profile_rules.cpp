// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/certificates/profile_rules.hpp"

#include <algorithm>
#include <regex>

#include "base/der.hpp"
#include "signing/asn1/cursor.hpp"
#include "signing/certificates/extension_writer.hpp"

namespace signing {
using namespace base::literals;
namespace der = base::der;
namespace {

/// Collects the names of the fields that do not do.
class Fields {
   public:
    void require(bool good, std::string_view field) {
        if (!good) m_faults.push_back({"signing.profile-refused"_code, {{"field", std::string{field}}}, {}});
    }
    [[nodiscard]] base::Outcome outcome() const {
        if (m_faults.empty()) return {};
        return base::Refusal{m_faults};
    }

   private:
    std::vector<base::Fault> m_faults;
};

bool isUpper(char letter) { return letter >= 'A' && letter <= 'Z'; }
bool isLetter(char letter) { return isUpper(letter) || (letter >= 'a' && letter <= 'z'); }
bool isAscii(const std::string& text) {
    return std::all_of(text.begin(), text.end(), [](char letter) { return letter > ' ' && letter < 127; });
}

void checkName(const DistinguishedName& name, Fields& fields) {
    fields.require(name.country.size() == 2 && std::all_of(name.country.begin(), name.country.end(), isLetter),
                   "country");
    fields.require(!name.commonName.empty() && name.commonName.size() <= 64, "common name");
    fields.require(name.organisation.size() <= 64, "organisation");
    fields.require(name.unit.size() <= 64, "organisational unit");
    fields.require(isAscii(name.serialNumber) && name.serialNumber.size() <= 64, "serial number of the name");
    fields.require(name.title.size() <= 64, "title");
}

void checkContact(const Contact& contact, Fields& fields) {
    const auto& country = contact.mrzCountry;
    fields.require(!country.empty() && country.size() <= 3 && std::all_of(country.begin(), country.end(), isLetter),
                   "country of the machine readable zone");
    fields.require(isAscii(contact.email), "e-mail");
    fields.require(isAscii(contact.uri), "web address");
}

bool isWeb(const std::string& url) {
    return isAscii(url) && (url.rfind("http://", 0) == 0 || url.rfind("https://", 0) == 0);
}

void checkUrls(const std::vector<std::string>& urls, Fields& fields) {
    const auto good = [](const std::string& url) {
        return isWeb(url) || (isAscii(url) && url.rfind("ldap://", 0) == 0);
    };
    fields.require(!urls.empty() && std::all_of(urls.begin(), urls.end(), good), "address of the revocation list");
}

void checkPeriod(const Period& period, Fields& fields) { fields.require(period.begin < period.end, "validity"); }

void checkPeriods(const Period& certificate, const Period& privateKey, Fields& fields) {
    checkPeriod(certificate, fields);
    fields.require(
        privateKey.begin >= certificate.begin && privateKey.end <= certificate.end && privateKey.begin < privateKey.end,
        "private key usage period");
}

void checkInside(const Period& period, const Certificate& issuer, Fields& fields) {
    const auto end = issuer.notAfter + std::chrono::seconds{1};
    fields.require(period.begin >= issuer.notBefore && period.end < end, "validity beyond the issuer's");
    fields.require(issuer.authority && issuer.mayBeUsedFor(Certificate::kKeyCertSign), "issuer");
    fields.require(!issuer.subjectKeyIdentifier.empty(), "issuer's key identifier");
}

std::string countryOf(base::BytesView name) {
    Trouble trouble;
    Cursor whole{name, trouble};
    auto parts = whole.enter(der::kSequence, "Name");
    while (!parts.atEnd()) {
        auto set = parts.enter(der::kSet, "RelativeDistinguishedName");
        auto pair = set.enter(der::kSequence, "AttributeTypeAndValue");
        const auto oid = oidOf(pair.take(der::kOid, "AttributeType"), trouble);
        if (oid == "2.5.4.6") return base::textOf(pair.takeAny("country").value);
    }
    return {};
}

bool sameCountry(const std::string& left, const std::string& right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](char a, char b) { return (a | 0x20) == (b | 0x20); });
}

bool goodDocumentType(const std::string& type) {
    return !type.empty() && type.size() <= 2 && std::all_of(type.begin(), type.end(), isUpper);
}

}  // namespace

bool isHost(const std::string& text) {
    static const std::regex kName{
        R"([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*)"};
    if (!addressOctets(text).empty()) return true;
    // What looks like an address must be one.
    const bool looksLikeAddress = text.find_first_not_of("0123456789.") == std::string::npos;
    return text.size() <= 253 && !looksLikeAddress && std::regex_match(text, kName);
}

base::Outcome checkProfile(const CscaProfile& profile) {
    Fields fields;
    checkName(profile.name, fields);
    checkContact(profile.contact, fields);
    checkUrls(profile.crlUrls, fields);
    checkPeriods(profile.certificate, profile.privateKey, fields);
    return fields.outcome();
}

base::Outcome checkProfile(const DocumentSignerProfile& profile, const Certificate& issuer) {
    Fields fields;
    checkName(profile.name, fields);
    checkContact(profile.contact, fields);
    checkUrls(profile.crlUrls, fields);
    checkPeriods(profile.certificate, profile.privateKey, fields);
    checkInside(profile.certificate, issuer, fields);
    fields.require(!issuer.subjectAltName.empty(), "issuer's alternative name");
    fields.require(sameCountry(countryOf(issuer.subject), profile.name.country), "country other than the issuer's");
    fields.require(!profile.documentTypes.empty() &&
                       std::all_of(profile.documentTypes.begin(), profile.documentTypes.end(), goodDocumentType),
                   "document types");
    return fields.outcome();
}

base::Outcome checkIssuer(const Certificate& issuer) {
    Fields fields;
    fields.require(issuer.authority && issuer.mayBeUsedFor(Certificate::kKeyCertSign), "issuer");
    fields.require(!issuer.subjectKeyIdentifier.empty(), "issuer's key identifier");
    fields.require(!issuer.subjectAltName.empty(), "issuer's alternative name");
    return fields.outcome();
}

base::Outcome checkProfile(const ListSignerProfile& profile, const Certificate& issuer) {
    Fields fields;
    checkName(profile.name, fields);
    checkContact(profile.contact, fields);
    checkUrls(profile.crlUrls, fields);
    checkPeriod(profile.certificate, fields);
    checkInside(profile.certificate, issuer, fields);
    fields.require(!issuer.subjectAltName.empty(), "issuer's alternative name");
    fields.require(sameCountry(countryOf(issuer.subject), profile.name.country), "country other than the issuer's");
    return fields.outcome();
}

base::Outcome checkProfile(const SealSignerProfile& profile, const Certificate& issuer) {
    Fields fields;
    const auto codeLetter = [](char letter) { return isUpper(letter) || (letter >= '0' && letter <= '9'); };
    fields.require(profile.code.size() == 2 && std::all_of(profile.code.begin(), profile.code.end(), codeLetter),
                   "signer's two characters");
    fields.require(sameCountry(countryOf(issuer.subject), profile.country), "country other than the issuer's");
    checkPeriod(profile.certificate, fields);
    checkInside(profile.certificate, issuer, fields);
    fields.require(std::all_of(profile.documentTypes.begin(), profile.documentTypes.end(), goodDocumentType),
                   "document types");
    return fields.outcome();
}

base::Outcome checkProfile(const OperationalProfile& profile) {
    Fields fields;
    checkName(profile.name, fields);
    checkPeriod(profile.certificate, fields);
    fields.require(isAscii(profile.email), "e-mail");
    return fields.outcome();
}

base::Outcome checkProfile(const OperationalProfile& profile, const Certificate& issuer) {
    Fields fields;
    checkName(profile.name, fields);
    checkPeriod(profile.certificate, fields);
    fields.require(isAscii(profile.email), "e-mail");
    if (!profile.crlUrls.empty()) checkUrls(profile.crlUrls, fields);
    fields.require(profile.ocspUrl.empty() || isWeb(profile.ocspUrl), "address of the responder");
    checkInside(profile.certificate, issuer, fields);
    return fields.outcome();
}

base::Outcome checkHosts(const std::vector<std::string>& hosts) {
    constexpr std::size_t kMost = 16;
    Fields fields;
    fields.require(!hosts.empty() && hosts.size() <= kMost && std::all_of(hosts.begin(), hosts.end(), isHost),
                   "host name or address");
    return fields.outcome();
}

base::Outcome checkProfile(const RevocationProfile& profile) {
    Fields fields;
    constexpr auto kLongest = std::chrono::hours{24 * 90};
    fields.require(profile.thisUpdate < profile.nextUpdate && profile.nextUpdate - profile.thisUpdate <= kLongest,
                   "next update of the revocation list");
    return fields.outcome();
}

}  // namespace signing
