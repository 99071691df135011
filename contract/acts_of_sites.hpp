// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/acts_of_line.hpp"

/// Sites, the workstations that stand there, and what lets these in at the door (docs/formats/door.md).
namespace contract {

/// A new site. Ids are short and chosen by the house: letters, digits, hyphens, dots and underscores, at most 32.
struct SiteCreate {
    static constexpr Declaration kAct{"site.create", "site.manage", Effect::Changes};
    using Answer = Done;
    std::string site;
    std::string name;
    static constexpr std::array kFields{field<&SiteCreate::site>("site"), field<&SiteCreate::name>("name")};
};

/// Closes a site for good; refused while active workstations stand there.
struct SiteClose {
    static constexpr Declaration kAct{"site.close", "site.manage", Effect::Changes};
    using Answer = Done;
    std::string site;
    std::string reason;
    static constexpr std::array kFields{field<&SiteClose::site>("site"), field<&SiteClose::reason>("reason")};
};

struct SiteLine {
    std::string site;
    std::string name;
    std::int64_t workstations = 0;  ///< those that are active
    bool active = false;
    static constexpr std::array kFields{field<&SiteLine::site>("site"), field<&SiteLine::name>("name"),
                                        field<&SiteLine::workstations>("workstations"),
                                        field<&SiteLine::active>("active")};
};

struct SitesListed {
    std::vector<SiteLine> sites;
    static constexpr std::array kFields{field<&SitesListed::sites>("sites")};
};

struct SiteList {
    static constexpr Declaration kAct{"site.list", "site.view", Effect::Reads};
    using Answer = SitesListed;
    static constexpr std::array<Field, 0> kFields{};
};

struct WorkstationCreate {
    static constexpr Declaration kAct{"workstation.create", "site.manage", Effect::Changes};
    using Answer = Done;
    std::string workstation;
    std::string name;
    std::string site;
    static constexpr std::array kFields{field<&WorkstationCreate::workstation>("workstation"),
                                        field<&WorkstationCreate::name>("name"),
                                        field<&WorkstationCreate::site>("site")};
};

/// Closes a workstation for good and ends the sessions there; refused while its shift is open, and to whoever sits at
/// it.
struct WorkstationClose {
    static constexpr Declaration kAct{"workstation.close", "site.manage", Effect::Changes};
    using Answer = Done;
    std::string workstation;
    std::string reason;
    static constexpr std::array kFields{field<&WorkstationClose::workstation>("workstation"),
                                        field<&WorkstationClose::reason>("reason")};
};

/// A certificate that opens the door to a workstation, or did.
struct WorkstationCertificateLine {
    std::string sha256;  ///< of the certificate
    std::string state;   ///< "waiting" until it is first used, "in_use", "expired", "revoked", "succeeded"
    std::string validUntil;
    std::string enrolled;
    std::string person;  ///< user names
    std::optional<std::string> second = {};
    std::optional<std::string> reason = {};  ///< why it was revoked
    static constexpr std::array kFields{field<&WorkstationCertificateLine::sha256>("sha256"),
                                        field<&WorkstationCertificateLine::state>("state"),
                                        field<&WorkstationCertificateLine::validUntil>("valid_until"),
                                        field<&WorkstationCertificateLine::enrolled>("enrolled"),
                                        field<&WorkstationCertificateLine::person>("person"),
                                        field<&WorkstationCertificateLine::second>("second"),
                                        field<&WorkstationCertificateLine::reason>("reason")};
};

struct WorkstationLine {
    std::string workstation;
    std::string name;
    std::string site;
    bool active = false;
    bool shiftOpen = false;
    std::vector<WorkstationCertificateLine> certificates = {};  ///< the newest first
    static constexpr std::array kFields{field<&WorkstationLine::workstation>("workstation"),
                                        field<&WorkstationLine::name>("name"),
                                        field<&WorkstationLine::site>("site"),
                                        field<&WorkstationLine::active>("active"),
                                        field<&WorkstationLine::shiftOpen>("shift_open"),
                                        field<&WorkstationLine::certificates>("certificates")};
};

struct WorkstationsListed {
    std::vector<WorkstationLine> workstations;
    static constexpr std::array kFields{field<&WorkstationsListed::workstations>("workstations")};
};

struct WorkstationList {
    static constexpr Declaration kAct{"workstation.list", "site.view", Effect::Reads};
    using Answer = WorkstationsListed;
    static constexpr std::array<Field, 0> kFields{};
};

/// What lets a workstation in at the door: its certificate and the roots that certify the service, in one PEM file.
struct WorkstationCertified {
    std::string workstation;
    std::string sha256;  ///< of the certificate
    std::string validUntil;
    std::string root;  ///< SHA-256 of the root that certified it
    NamedFile file;
    static constexpr std::array kFields{
        field<&WorkstationCertified::workstation>("workstation"), field<&WorkstationCertified::sha256>("sha256"),
        field<&WorkstationCertified::validUntil>("valid_until"), field<&WorkstationCertified::root>("root"),
        field<&WorkstationCertified::file>("file")};
};

/// Certifies the key that a workstation made (PKCS#10, DER or PEM). `fingerprint` begins the SHA-256 of the public key
/// as it was read at the workstation, 20 hexadecimal digits or more: so two people vouch that the request is its.
struct WorkstationEnroll {
    static constexpr Declaration kAct{"workstation.enroll", "workstation.manage", Effect::Changes, People::Two};
    using Answer = WorkstationCertified;
    base::Bytes request;
    std::string fingerprint;
    std::optional<std::int64_t> days = {};  ///< how long the certificate holds, 1 to 825; 365 where absent
    static constexpr std::array kFields{field<&WorkstationEnroll::request>("request"),
                                        field<&WorkstationEnroll::fingerprint>("fingerprint"),
                                        field<&WorkstationEnroll::days>("days")};
};

/// The next certificate of the workstation that asks, over its own connection: its present certificate vouches for it.
struct WorkstationRenew {
    static constexpr Declaration kAct{"workstation.renew", "workstation.manage", Effect::Changes};
    using Answer = WorkstationCertified;
    base::Bytes request;
    std::optional<std::int64_t> days = {};
    static constexpr std::array kFields{field<&WorkstationRenew::request>("request"),
                                        field<&WorkstationRenew::days>("days")};
};

/// Shuts a workstation out at once: its certificates and its sessions end.
struct WorkstationRevoke {
    static constexpr Declaration kAct{"workstation.revoke", "workstation.manage", Effect::Changes};
    using Answer = Done;
    std::string workstation;
    std::string reason;
    static constexpr std::array kFields{field<&WorkstationRevoke::workstation>("workstation"),
                                        field<&WorkstationRevoke::reason>("reason")};
};

struct ServiceCertified {
    std::string sha256;  ///< of the certificate
    std::string validUntil;
    static constexpr std::array kFields{field<&ServiceCertified::sha256>("sha256"),
                                        field<&ServiceCertified::validUntil>("valid_until")};
};

/// A key and certificate for the service itself, under the names by which workstations reach it; they lie in the home,
/// where the service takes them at its next start.
struct ServiceCertify {
    static constexpr Declaration kAct{"service.certify", "workstation.manage", Effect::Changes, People::Two};
    using Answer = ServiceCertified;
    std::vector<std::string> hosts;
    static constexpr std::array kFields{field<&ServiceCertify::hosts>("hosts")};
};

struct ServiceStatusTold {
    std::string organisation;
    bool training = false;
    std::string database;     ///< "sqlite", "postgresql"
    std::string now;          ///< the service's clock
    std::string workstation;  ///< as the door knows whoever asks; empty where they ask in the house itself
    static constexpr std::array kFields{
        field<&ServiceStatusTold::organisation>("organisation"), field<&ServiceStatusTold::training>("training"),
        field<&ServiceStatusTold::database>("database"), field<&ServiceStatusTold::now>("now"),
        field<&ServiceStatusTold::workstation>("workstation")};
};

/// Who answers, for a workstation that wants to know whether it is let in before anybody logs in there.
struct ServiceStatus {
    static constexpr Declaration kAct{"service.status", "", Effect::Opens};
    using Answer = ServiceStatusTold;
    static constexpr std::array<Field, 0> kFields{};
};

using SiteActs = std::tuple<SiteCreate, SiteClose, SiteList, WorkstationCreate, WorkstationClose, WorkstationList,
                            WorkstationEnroll, WorkstationRenew, WorkstationRevoke, ServiceCertify, ServiceStatus>;

}  // namespace contract
