// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "contract/json.hpp"

namespace issuance {

/// The token that holds an institution's keys. The PIN is asked for unless a file is named that holds it.
struct TokenPlace {
    std::string module;  ///< the vendor's PKCS#11 library
    std::string label;
    std::string pinFile;  ///< empty: a person is asked

    static constexpr std::array kFields{contract::field<&TokenPlace::module>("module"),
                                        contract::field<&TokenPlace::label>("label"),
                                        contract::field<&TokenPlace::pinFile>("pin_file")};
};

/// What a home remembers of its institution, in `institution.json` (docs/formats/home.md). Holds no secret.
struct Institution {
    std::string organisation;
    std::string site;
    std::optional<std::string>
        place;             ///< where certificates of this site are written; the city of Guatemala where absent
    std::string database;  ///< as Database::open takes it; "sqlite:troquel.db" is relative to the home
    bool training = false;
    std::optional<TokenPlace> token;  ///< keys lie in the home where there is none
    std::string cscaKey;
    std::string documentSignerKey;
    std::string operationalRootKey;
    std::string checkpointKey;
    std::string wrappingKey;
    std::string trainingStationKey;  ///< empty unless for training
    /// Which a home founded before there were signed papers lacks until it is opened again.
    std::optional<std::string> houseAuthorityKey;
    std::optional<std::string> actSignerKey;

    static constexpr std::array kFields{contract::field<&Institution::organisation>("organisation"),
                                        contract::field<&Institution::site>("site"),
                                        contract::field<&Institution::place>("place"),
                                        contract::field<&Institution::database>("database"),
                                        contract::field<&Institution::training>("training"),
                                        contract::field<&Institution::token>("token"),
                                        contract::field<&Institution::cscaKey>("csca_key"),
                                        contract::field<&Institution::documentSignerKey>("document_signer_key"),
                                        contract::field<&Institution::operationalRootKey>("operational_root_key"),
                                        contract::field<&Institution::checkpointKey>("checkpoint_key"),
                                        contract::field<&Institution::wrappingKey>("wrapping_key"),
                                        contract::field<&Institution::trainingStationKey>("training_station_key"),
                                        contract::field<&Institution::houseAuthorityKey>("house_authority_key"),
                                        contract::field<&Institution::actSignerKey>("act_signer_key")};

    void save(const std::filesystem::path& home) const;
    /// Throws "office.not-founded" where the home holds none, "office.home-damaged" where it cannot be read.
    static Institution load(const std::filesystem::path& home);
};

/// How a certificate's files of a purpose are called: "operational-root" for the founding's, "operational-root-2" for
/// the second one.
inline std::string fileNameOf(const std::string& purpose, std::int64_t number) {
    return number == 1 ? purpose : purpose + "-" + std::to_string(number);
}

/// Where things lie in a home.
struct HomeFiles {
    std::filesystem::path home;
    [[nodiscard]] std::filesystem::path institution() const { return home / "institution.json"; }
    [[nodiscard]] std::filesystem::path keys() const { return home / "keys"; }
    [[nodiscard]] std::filesystem::path passphrase() const { return home / "passphrase"; }
    [[nodiscard]] std::filesystem::path certificate(const std::string& name) const {
        return home / "pki" / (name + ".cer");
    }
    /// Beside the certificate of the authority that issued it.
    [[nodiscard]] std::filesystem::path revocationList(const std::string& name) const {
        return home / "pki" / (name + ".crl");
    }
    /// What the service shows at its door, and the roots of those whom it lets in (PEM).
    [[nodiscard]] std::filesystem::path service() const { return home / "service"; }
    [[nodiscard]] std::filesystem::path stations() const { return home / "pki" / "stations"; }
    /// The keys of people who sign certificates, each in a folder of its own.
    [[nodiscard]] std::filesystem::path certifiers() const { return home / "certifiers"; }
    [[nodiscard]] std::filesystem::path contents() const { return home / "content"; }
    /// Files on their way in, and large ones of answers on their way out.
    [[nodiscard]] std::filesystem::path uploads() const { return home / "uploads"; }
    [[nodiscard]] std::filesystem::path given() const { return home / "given"; }
    /// What stations did while the books were away.
    [[nodiscard]] std::filesystem::path outcomes() const { return home / "outcomes"; }
    [[nodiscard]] std::filesystem::path chips() const { return home / "devices" / "chips"; }
    [[nodiscard]] std::filesystem::path pages() const { return home / "devices" / "pages"; }
    /// Where a scanner or camera leaves pictures of finished pages.
    [[nodiscard]] std::filesystem::path scans() const { return home / "devices" / "scans"; }
    /// The database's address with a relative SQLite file resolved.
    [[nodiscard]] std::string databaseAddress(const Institution& institution) const;
};

}  // namespace issuance
