// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/keys/house_authorities.hpp"

#include <algorithm>

#include "base/failure.hpp"

namespace issuance {
namespace {

std::vector<KeyEntry> authoritiesNewestFirst(records::Connection& connection, const KeyBook& book) {
    auto all = book.ofPurpose(connection, CertifiedPurpose::HouseAuthority);
    std::ranges::sort(all, std::ranges::greater{}, &KeyEntry::number);
    return all;
}

}  // namespace

bool namesAsIssuer(const signing::Certificate& certificate, const signing::Certificate& authority) {
    return certificate.issuer == authority.subject &&
           certificate.authorityKeyIdentifier == authority.subjectKeyIdentifier;
}

std::optional<base::Timestamp> lastInForceUnder(records::Connection& connection, const KeyBook& book,
                                                const KeyEntry& authority, base::Timestamp now) {
    std::optional<base::Timestamp> last;
    const auto note = [&](const signing::Certificate& certificate) {
        if (certificate.notAfter >= now) last = std::max(last.value_or(certificate.notAfter), certificate.notAfter);
    };
    if (authority.purpose != CertifiedPurpose::HouseAuthority) return last;
    for (const auto& entry : book.ofPurpose(connection, CertifiedPurpose::ActSigner))
        if (entry.issuer == authority.id) note(entry.certificate);
    connection.forEach("SELECT certificate FROM certifier_key", {}, [&](const records::Row& row) {
        const auto certificate = base::expected(signing::readCertificate(row.bytes(0)), "certifier_key.certificate");
        if (namesAsIssuer(certificate, authority.certificate)) note(certificate);
    });
    return last;
}

std::vector<KeyEntry> authoritiesThatList(records::Connection& connection, const KeyBook& book, base::Timestamp now) {
    auto all = authoritiesNewestFirst(connection, book);
    std::erase_if(all, [&](const KeyEntry& authority) {
        return authority.state != KeyState::Active &&
               (authority.state != KeyState::Retired || !lastInForceUnder(connection, book, authority, now));
    });
    return all;
}

std::vector<signing::Certificate> houseAnchors(records::Connection& connection, const KeyBook& book) {
    std::vector<signing::Certificate> anchors;
    for (auto& authority : authoritiesNewestFirst(connection, book))
        anchors.push_back(std::move(authority.certificate));
    return anchors;
}

std::vector<signing::Certificate> issuersOf(records::Connection& connection, const KeyBook& book,
                                            const signing::Certificate& certificate) {
    auto issuers = houseAnchors(connection, book);
    std::erase_if(issuers, [&](const auto& authority) { return !namesAsIssuer(certificate, authority); });
    return issuers;
}

}  // namespace issuance
