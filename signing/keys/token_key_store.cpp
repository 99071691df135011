// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/keys/token_key_store.hpp"

#include <algorithm>
#include <map>
#include <shared_mutex>

#include "signing/keys/token_objects.hpp"

namespace signing {
using namespace base::literals;
namespace {

[[noreturn]] void throwUnsuitable(const KeyDescription& description) {
    throw base::Failure{"signing.key-unsuitable"_code, base::NextStep::Stop, description.id.text(),
                        std::string{nameOf(description.purpose)}};
}

bool isKeyId(const std::string& text) {
    return text.size() == 32 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

base::Fault refusalOf(const TokenError& error, const std::string& token) {
    switch (error.value) {
        case CKR_PIN_INCORRECT:
        case CKR_PIN_INVALID:
        case CKR_PIN_LEN_RANGE: return {"signing.pin-wrong"_code, {{"token", token}}, {}};
        case CKR_PIN_LOCKED: return {"signing.pin-locked"_code, {{"token", token}}, {}};
        case CKR_SLOT_ID_INVALID: return {"signing.token-ambiguous"_code, {{"token", token}}, {}};
        case CKR_TOKEN_NOT_PRESENT: return {"signing.token-missing"_code, {{"token", token}}, {}};
        default: throw error.asFailure(token);
    }
}

}  // namespace

struct TokenKeyStore::State {
    State(std::shared_ptr<Pkcs11Module> module, const std::string& label, base::SecretBytes pin,
          const base::Clock& time)
        : connection(std::move(module), label, std::move(pin)), clock(time) {}

    mutable TokenConnection connection;
    const base::Clock& clock;
    mutable std::shared_mutex guard;
    mutable std::uint64_t age = 0;  ///< of the connection whose handles are cached
    mutable std::map<KeyId, TokenKey> cached;

    void readAll(const TokenConnection::Session& session, std::uint64_t ageOfSession) const {
        auto keys = readTokenKeys(session);
        const std::unique_lock lock{guard};
        cached.clear();
        for (auto& key : keys) cached.emplace(key.description.id, std::move(key));
        age = ageOfSession;
    }

    /// A copy of what is cached of a key; the token is asked where it is not there.
    [[nodiscard]] std::optional<TokenKey> cachedKey(const KeyId& id) const {
        const std::shared_lock lock{guard};
        const auto found = cached.find(id);
        if (age != connection.age() || found == cached.end()) return std::nullopt;
        return found->second;
    }

    TokenKey find(const TokenConnection::Session& session, const KeyId& id) const {
        if (auto key = cachedKey(id)) return std::move(*key);
        readAll(session, connection.age());
        if (auto key = cachedKey(id)) return std::move(*key);
        throw base::Failure{"signing.key-missing"_code, base::NextStep::CallSupervisor, id.text(), connection.label()};
    }

    /// Does something with a session; when the token has vanished meanwhile, connects again and does it once more.
    template <class Work>
    auto withToken(Work&& work) const {
        const auto ageNow = connection.age();
        try {
            const auto session = connection.borrow();
            return work(session);
        } catch (const TokenError& error) {
            if (!error.lostConnection()) throw error.asFailure(connection.label());
        }
        try {
            connection.reconnect(ageNow);
            const auto session = connection.borrow();
            return work(session);
        } catch (const TokenError& error) {
            throw error.asFailure(connection.label());
        }
    }
};

TokenKeyStore::TokenKeyStore(std::unique_ptr<State> state) : m_state(std::move(state)) {}
TokenKeyStore::~TokenKeyStore() = default;

base::Result<std::unique_ptr<TokenKeyStore>> TokenKeyStore::open(const TokenAddress& address, const PinEntry& askPin,
                                                                 const base::Clock& clock) {
    auto module = Pkcs11Module::load(address.module);
    auto state = std::make_unique<State>(std::move(module), address.label, askPin(address.label), clock);
    try {
        state->connection.connect();
    } catch (const TokenError& error) {
        return refusalOf(error, address.label);
    }
    std::unique_ptr<TokenKeyStore> store{new TokenKeyStore{std::move(state)}};
    (void)store->keys();
    return store;
}

KeyId TokenKeyStore::generate(KeyPurpose purpose, KeyAlgorithm algorithm, std::string_view label) {
    const KeyDescription description{KeyId{base::randomId()}, purpose, algorithm, std::string{label},
                                     m_state->clock.now()};
    if ((purpose == KeyPurpose::Wrapping) != (algorithm == KeyAlgorithm::Aes256)) throwUnsuitable(description);
    m_state->withToken([&](const auto& session) {
        makeTokenKey(session, description);
        m_state->readAll(session, m_state->connection.age());
    });
    return description.id;
}

KeyDescription TokenKeyStore::describe(const KeyId& id) const {
    return m_state->withToken([&](const auto& session) { return m_state->find(session, id).description; });
}

std::vector<KeyDescription> TokenKeyStore::keys() const {
    m_state->withToken([&](const auto& session) { m_state->readAll(session, m_state->connection.age()); });
    std::vector<KeyDescription> all;
    const std::shared_lock lock{m_state->guard};
    for (const auto& [id, key] : m_state->cached) all.push_back(key.description);
    std::sort(all.begin(), all.end(), [](const auto& left, const auto& right) {
        return std::tie(left.created, left.id) < std::tie(right.created, right.id);
    });
    return all;
}

base::Bytes TokenKeyStore::publicKey(const KeyId& id, CurveForm form) const {
    const auto key = m_state->withToken([&](const auto& session) { return m_state->find(session, id); });
    if (key.publicNamed.empty()) throwUnsuitable(key.description);
    return form == CurveForm::Explicit ? key.publicExplicit : key.publicNamed;
}

base::Bytes TokenKeyStore::sign(const KeyId& id, base::DigestAlgorithm digest, base::BytesView message) const {
    return m_state->withToken([&](const auto& session) {
        const auto key = m_state->find(session, id);
        if (key.publicNamed.empty() || digest == base::DigestAlgorithm::Sha1) throwUnsuitable(key.description);
        return signInToken(session, key, digest, message);
    });
}

base::Bytes TokenKeyStore::wrap(const KeyId& id, const base::SecretBytes& secret, base::BytesView associated) const {
    return m_state->withToken([&](const auto& session) {
        const auto key = m_state->find(session, id);
        if (key.description.algorithm != KeyAlgorithm::Aes256) throwUnsuitable(key.description);
        return sealInToken(session, key, secret.reveal(), associated);
    });
}

base::Result<base::SecretBytes> TokenKeyStore::unwrap(const KeyId& id, base::BytesView wrapped,
                                                      base::BytesView associated) const {
    auto secret = m_state->withToken([&](const auto& session) {
        const auto key = m_state->find(session, id);
        if (key.description.algorithm != KeyAlgorithm::Aes256) throwUnsuitable(key.description);
        return unsealInToken(session, key, wrapped, associated);
    });
    if (!secret) return base::Fault{"signing.not-unwrapped"_code, {}, {}};
    return std::move(*secret);
}

void TokenKeyStore::destroy(const KeyId& id) {
    if (!isKeyId(id.text())) throw base::Failure{"signing.key-missing"_code, base::NextStep::Stop, id.text()};
    m_state->withToken([&](const auto& session) {
        (void)m_state->find(session, id);
        destroyTokenKey(session, id);
        m_state->readAll(session, m_state->connection.age());
    });
}

}  // namespace signing
