// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/office/house_keys.hpp"

#include "base/failure.hpp"
#include "base/files.hpp"
#include "signing/keys/file_key_store.hpp"
#include "signing/keys/token_key_store.hpp"

namespace issuance {
namespace {

constexpr std::size_t kLongestSecret = 1024;

}  // namespace

HouseKeys::HouseKeys(HomeFiles files, const Institution& institution, SecretEntry askSecret, const base::Clock& clock)
    : m_files(std::move(files)), m_token(institution.token), m_askSecret(std::move(askSecret)), m_clock(clock) {}

base::Result<std::unique_ptr<HouseKeys>> HouseKeys::found(HomeFiles files, const Institution& institution,
                                                          SecretEntry askSecret, const base::Clock& clock) {
    auto keys = std::make_unique<HouseKeys>(std::move(files), institution, std::move(askSecret), clock);
    if (!institution.token) {
        const auto passphrase = base::SecretBytes::copyOf(base::randomId());
        base::writeSecretFileDurably(keys->m_files.passphrase(), passphrase.reveal());
        keys->m_store =
            base::expected(signing::FileKeyStore::create(keys->m_files.keys(), passphrase, clock), "key store");
        return keys;
    }
    auto store = keys->open();
    if (!store) return store.refusal();
    keys->m_store = std::move(store).value();
    return keys;
}

signing::KeyStore& HouseKeys::opened() const {
    const std::lock_guard hold{m_opening};
    if (!m_store) {
        auto store = open();
        if (!store) {
            const auto& fault = store.refusal().first();
            throw base::Failure{fault.code, base::NextStep::Retry, m_token ? m_token->label : m_files.keys().string()};
        }
        m_store = std::move(store).value();
    }
    return *m_store;
}

base::Result<std::unique_ptr<signing::KeyStore>> HouseKeys::open() const {
    if (!m_token) {
        auto store = signing::FileKeyStore::open(m_files.keys(), secret(), m_clock);
        if (!store) return store.refusal();
        return std::unique_ptr<signing::KeyStore>{std::move(store).value()};
    }
    auto store = signing::TokenKeyStore::open(
        {m_token->module, m_token->label}, [this](const std::string&) { return secret(); }, m_clock);
    if (!store) return store.refusal();
    return std::unique_ptr<signing::KeyStore>{std::move(store).value()};
}

base::SecretBytes HouseKeys::secret() const {
    const std::filesystem::path file = m_token ? m_token->pinFile : m_files.passphrase().string();
    if (!file.empty()) {
        if (auto line = base::readSecretLine(file, kLongestSecret)) return std::move(line).value();
    }
    return m_askSecret(m_token ? SecretNeeded::Pin : SecretNeeded::Passphrase, m_token ? m_token->label : "");
}

}  // namespace issuance
