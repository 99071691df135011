// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/act.hpp"

/// Who signs certificates, and the templates by which they are written (docs/formats/certificate.md).
namespace contract {

struct CertifierEnrolled {
    std::string entry;  ///< "FIRMA-2026-000001"
    base::Bytes certificate;
    static constexpr std::array kFields{field<&CertifierEnrolled::entry>("entry"),
                                        field<&CertifierEnrolled::certificate>("certificate")};
};

/// Makes a signing key for the second person, who alone knows its secret, and certifies it by the house's authority.
/// The key lies in a file of its own, or in a token that is named.
struct CertifierEnrol {
    static constexpr Declaration kAct{"certifier.enrol", "pki.ceremony", Effect::Changes, People::Two, "certifier.key"};
    using Answer = CertifierEnrolled;
    std::string title;  ///< of office, as certificates name it: "Certificadora de Control Migratorio"
    base::SecretBytes secret;
    std::optional<std::string> tokenModule = {};
    std::optional<std::string> tokenLabel = {};
    static constexpr std::array kFields{
        field<&CertifierEnrol::title>("title"), field<&CertifierEnrol::secret>("secret"),
        field<&CertifierEnrol::tokenModule>("token_module"), field<&CertifierEnrol::tokenLabel>("token_label")};
};

struct CertifierLine {
    std::string entry;
    std::string person;
    std::string title;
    std::string subject;
    std::string validUntil;
    std::string ended;
    std::string revoked;  ///< from when on the key may be in other hands; empty where it only ended
    static constexpr std::array kFields{field<&CertifierLine::entry>("entry"),
                                        field<&CertifierLine::person>("person"),
                                        field<&CertifierLine::title>("title"),
                                        field<&CertifierLine::subject>("subject"),
                                        field<&CertifierLine::validUntil>("valid_until"),
                                        field<&CertifierLine::ended>("ended"),
                                        field<&CertifierLine::revoked>("revoked")};
};

struct CertifiersListed {
    std::vector<CertifierLine> certifiers;
    static constexpr std::array kFields{field<&CertifiersListed::certifiers>("certifiers")};
};

struct CertifierList {
    static constexpr Declaration kAct{"certifier.list", "certificate.view", Effect::Reads};
    using Answer = CertifiersListed;
    static constexpr std::array<Field, 0> kFields{};
};

/// Ends a signer's key: it signs no more. What it signed stays, unless the key is compromised: then the house's next
/// revocation list names its certificate, and readers believe only signatures that a time-stamp proves to be older. A
/// key that ended may turn out to be compromised later.
struct CertifierEnd {
    static constexpr Declaration kAct{"certifier.end", "pki.ceremony", Effect::Changes, People::Two, "pki.witness"};
    using Answer = Done;
    std::string entry;
    std::string reason;
    bool compromised = false;  ///< it may be in other hands
    static constexpr std::array kFields{field<&CertifierEnd::entry>("entry"), field<&CertifierEnd::reason>("reason"),
                                        field<&CertifierEnd::compromised>("compromised")};
};

struct TemplateLine {
    std::string name;
    std::int64_t version = 0;
    std::string effective;  ///< the first day
    std::string sha256;
    std::string approvedAt;
    std::string person;
    std::string second;
    static constexpr std::array kFields{field<&TemplateLine::name>("name"),
                                        field<&TemplateLine::version>("version"),
                                        field<&TemplateLine::effective>("effective"),
                                        field<&TemplateLine::sha256>("sha256"),
                                        field<&TemplateLine::approvedAt>("approved_at"),
                                        field<&TemplateLine::person>("person"),
                                        field<&TemplateLine::second>("second")};
};

/// Puts a version of a template into use from its effective day on; it never changes again. Two people.
struct TemplateApprove {
    static constexpr Declaration kAct{"template.approve", "template.approve", Effect::Changes, People::Two};
    using Answer = TemplateLine;
    base::Bytes file;
    static constexpr std::array kFields{field<&TemplateApprove::file>("file")};
};

struct TemplatesListed {
    std::vector<TemplateLine> templates;
    std::vector<std::string> shipped;  ///< that nobody approved and yet may be used: in training
    static constexpr std::array kFields{field<&TemplatesListed::templates>("templates"),
                                        field<&TemplatesListed::shipped>("shipped")};
};

/// Every approved version, by name and version.
struct TemplateList {
    static constexpr Declaration kAct{"template.list", "certificate.view", Effect::Reads};
    using Answer = TemplatesListed;
    static constexpr std::array<Field, 0> kFields{};
};

struct TemplateShown {
    TemplateLine line;  ///< without time and people where it is one that is only shipped
    base::Bytes file;
    static constexpr std::array kFields{field<&TemplateShown::line>("template"), field<&TemplateShown::file>("file")};
};

/// The file of an approved version; where none is named, of the one by which certificates are written today. Refuses
/// "template.unknown", "template.not-approved".
struct TemplateShow {
    static constexpr Declaration kAct{"template.show", "certificate.view", Effect::Reads};
    using Answer = TemplateShown;
    std::string name;
    std::optional<std::int64_t> version = {};
    static constexpr std::array kFields{field<&TemplateShow::name>("name"), field<&TemplateShow::version>("version")};
};

using CertifierActs =
    std::tuple<CertifierEnrol, CertifierList, CertifierEnd, TemplateApprove, TemplateList, TemplateShow>;

}  // namespace contract
