// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
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
    /// The PKCS#11 library and the label of a token that is initialised already, to hold the keys; empty: they lie in
    /// the home, encrypted.
    std::string tokenModule;
    std::string tokenLabel;
    /// A file with the token's PIN in its first line, read at each start; empty: a person is asked.
    std::string pinFile;
};

/// What opens the keys: the PIN of a token, or the passphrase of a home whose file is kept elsewhere.
enum class SecretNeeded { Pin, Passphrase };
/// Asks a person for it; `name` is the token's label.
using SecretEntry = std::function<base::SecretBytes(SecretNeeded secret, const std::string& name)>;

/// Makes the home: database, keys, certificates, first administrator. Refuses "office.already-founded",
/// "office.bad-founding", and what the password rules or the token refuse.
base::Outcome foundInstitution(const std::filesystem::path& home, Founding founding, SecretEntry askSecret = {});

/// Whether an institution was founded in the home.
bool isFounded(const std::filesystem::path& home);

/// Opens the office over an institution's home. May be asked by several threads. Throws "office.not-founded" where
/// there is none. The secret that opens the keys is asked for at the first act that changes something, unless a file
/// holds it.
std::unique_ptr<contract::Office> openLocalOffice(const std::filesystem::path& home, SecretEntry askSecret = {});

/// A reading room: answers judgements (contract/judgements.hpp); needs no institution and no session.
std::unique_ptr<contract::Office> openReadingRoom();

/// Where the program's data (kinds, page designs, messages) lies: TROQUEL_TEMPLATES, or beside the program, or the
/// sources.
std::filesystem::path templatesFolder();

}  // namespace issuance
