// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "base/secret_bytes.hpp"
#include "contract/act.hpp"

/// The one door from a face into the house on a single machine.
namespace issuance {

/// What a new institution is founded with.
struct Founding {
    std::string organisation = "Instituto Guatemalteco de Migración";
    std::string site = "central";
    std::string workstation = "linea-1";
    /// Where other countries reach the authority about its certificates; stands in them (9303-12 table 6, SAN). May be
    /// empty.
    std::string pkiContact;
    std::string administratorUser;
    std::string administratorName;
    base::SecretBytes administratorPassword;
    /// "sqlite:FILE" or "postgresql://…"; empty: troquel.db in the home.
    std::string database;
    /// For training: a capture station of our own whose orders are accepted, simulated devices, cheap passwords.
    bool training = false;
};

/// Makes the home: database, keys, certificates, first administrator. Refuses "office.already-founded",
/// "office.bad-home" and what the password rules refuse.
base::Outcome foundInstitution(const std::filesystem::path& home, Founding founding);

/// Opens the office over an institution's home. May be asked by several threads. Throws "office.not-founded" where
/// there is none.
std::unique_ptr<contract::Office> openLocalOffice(const std::filesystem::path& home);

/// A reading room: answers judgements (contract/judgements.hpp); needs no institution and no session.
std::unique_ptr<contract::Office> openReadingRoom();

/// Where the program's data (kinds, page designs, messages) lies: TROQUEL_TEMPLATES, or beside the program, or the
/// sources.
std::filesystem::path templatesFolder();

}  // namespace issuance
