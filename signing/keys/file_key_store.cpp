// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/keys/file_key_store.hpp"

#include <algorithm>
#include <map>
#include <shared_mutex>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "signing/keys/key_file.hpp"
#include "signing/keys/sealing.hpp"
#include "signing/keys/stored_key.hpp"

namespace signing {
using namespace base::literals;
namespace {

constexpr std::size_t kLargestFile = 64 * 1024;
constexpr std::size_t kShortestPassphrase = 12;
constexpr std::string_view kHeadName = "store.head";
constexpr std::string_view kKeySuffix = ".key";

base::Outcome longEnough(const base::SecretBytes& passphrase) {
    if (passphrase.size() >= kShortestPassphrase) return {};
    return base::Fault{"signing.passphrase-short"_code, {{"least", std::to_string(kShortestPassphrase)}}, {}};
}

[[noreturn]] void throwUnsuitable(const KeyDescription& description) {
    throw base::Failure{"signing.key-unsuitable"_code, base::NextStep::Stop, description.id.text(),
                        std::string{nameOf(description.purpose)}};
}

/// Key ids become file names: nothing but hexadecimal digits gets near the file system.
bool isKeyId(const std::string& text) {
    return text.size() == 32 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

}  // namespace

struct FileKeyStore::State {
    std::filesystem::path folder;
    const base::Clock* clock = nullptr;
    std::string storeId;
    base::SecretBytes master;
    std::shared_mutex guard;
    std::map<KeyId, std::unique_ptr<StoredKey>> keys;

    [[nodiscard]] std::filesystem::path fileOf(const KeyId& id) const {
        return folder / (id.text() + std::string{kKeySuffix});
    }
    void writeHead(const base::SecretBytes& passphrase, PassphraseCost cost) const;
    void loadAll();
    StoredKey& load(const KeyId& id);
    StoredKey& find(const KeyId& id);
};

void FileKeyStore::State::writeHead(const base::SecretBytes& passphrase, PassphraseCost cost) const {
    StoreHead head{storeId, cost, base::randomBytes(16), {}};
    head.sealed = seal(passphraseKey(passphrase, head), master.reveal(), associatedWith(head));
    base::writeSecretFileDurably(folder / kHeadName, encodeStoreHead(head));
}

void FileKeyStore::State::loadAll() {
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        const auto name = entry.path().stem().string();
        if (entry.path().extension() == kKeySuffix && isKeyId(name)) load(KeyId{name});
    }
}

StoredKey& FileKeyStore::State::load(const KeyId& id) {
    const auto path = fileOf(id);
    const auto content = isKeyId(id.text()) ? base::readFile(path, kLargestFile)
                                            : base::Fault{"signing.key-missing"_code, {{"key", id.text()}}, {}};
    if (!content)
        throw base::Failure{"signing.key-missing"_code, base::NextStep::CallSupervisor, id.text(), folder.string()};
    auto file = readKeyFile(*content, path.string());
    const auto secret = unseal(master, file.sealed, associatedWith(storeId, file.description));
    if (!secret || file.description.id != id)
        throw base::Failure{"signing.key-store-corrupt"_code, base::NextStep::CallSupervisor, path.string(),
                            "the key was altered or belongs to another store"};
    const std::unique_lock lock{guard};
    auto& slot = keys[id];
    if (!slot) slot = std::make_unique<StoredKey>(loadStoredKey(std::move(file.description), *secret));
    return *slot;
}

StoredKey& FileKeyStore::State::find(const KeyId& id) {
    {
        const std::shared_lock lock{guard};
        const auto found = keys.find(id);
        if (found != keys.end()) return *found->second;
    }
    return load(id);
}

FileKeyStore::FileKeyStore(std::unique_ptr<State> state) : m_state(std::move(state)) {}
FileKeyStore::~FileKeyStore() = default;

base::Result<std::unique_ptr<FileKeyStore>> FileKeyStore::create(const std::filesystem::path& folder,
                                                                 const base::SecretBytes& passphrase,
                                                                 const base::Clock& clock, PassphraseCost cost) {
    const auto outcome = longEnough(passphrase);
    if (!outcome) return outcome.refusal();
    if (std::filesystem::exists(folder / kHeadName))
        return base::Fault{"signing.key-store-exists"_code, {{"folder", folder.string()}}, {}};
    std::filesystem::create_directories(folder);
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    auto state = std::make_unique<State>();
    state->folder = folder;
    state->clock = &clock;
    state->storeId = base::randomId();
    state->master = base::SecretBytes{base::randomBytes(32)};
    state->writeHead(passphrase, cost);
    return std::unique_ptr<FileKeyStore>{new FileKeyStore{std::move(state)}};
}

base::Result<std::unique_ptr<FileKeyStore>> FileKeyStore::open(const std::filesystem::path& folder,
                                                               const base::SecretBytes& passphrase,
                                                               const base::Clock& clock) {
    const auto content = base::readFile(folder / kHeadName, kLargestFile);
    if (!content) return base::Fault{"signing.key-store-missing"_code, {{"folder", folder.string()}}, {}};
    const auto head = readStoreHead(*content, (folder / kHeadName).string());
    auto master = unseal(passphraseKey(passphrase, head), head.sealed, associatedWith(head));
    if (!master) return base::Fault{"signing.passphrase-wrong"_code, {}, {}};
    auto state = std::make_unique<State>();
    state->folder = folder;
    state->clock = &clock;
    state->storeId = head.storeId;
    state->master = std::move(*master);
    state->loadAll();
    return std::unique_ptr<FileKeyStore>{new FileKeyStore{std::move(state)}};
}

base::Outcome FileKeyStore::changePassphrase(const base::SecretBytes& passphrase, PassphraseCost cost) {
    const auto outcome = longEnough(passphrase);
    if (outcome) m_state->writeHead(passphrase, cost);
    return outcome;
}

KeyId FileKeyStore::generate(KeyPurpose purpose, KeyAlgorithm algorithm, std::string_view label) {
    const KeyDescription description{KeyId{base::randomId()}, purpose, algorithm, std::string{label},
                                     m_state->clock->now()};
    if ((purpose == KeyPurpose::Wrapping) != (algorithm == KeyAlgorithm::Aes256)) throwUnsuitable(description);
    base::SecretBytes secret;
    auto stored = std::make_unique<StoredKey>(makeStoredKey(description, secret));
    const KeyFile file{description,
                       seal(m_state->master, secret.reveal(), associatedWith(m_state->storeId, description))};
    base::writeSecretFileDurably(m_state->fileOf(description.id), encodeKeyFile(file));
    const std::unique_lock lock{m_state->guard};
    m_state->keys[description.id] = std::move(stored);
    return description.id;
}

KeyDescription FileKeyStore::describe(const KeyId& id) const { return m_state->find(id).description; }

std::vector<KeyDescription> FileKeyStore::keys() const {
    m_state->loadAll();
    std::vector<KeyDescription> all;
    const std::shared_lock lock{m_state->guard};
    for (const auto& [id, key] : m_state->keys) all.push_back(key->description);
    std::sort(all.begin(), all.end(), [](const auto& left, const auto& right) {
        return std::tie(left.created, left.id) < std::tie(right.created, right.id);
    });
    return all;
}

base::Bytes FileKeyStore::publicKey(const KeyId& id, CurveForm form) const {
    const auto& key = m_state->find(id);
    if (!key.signer) throwUnsuitable(key.description);
    return form == CurveForm::Explicit ? key.publicExplicit : key.publicNamed;
}

base::Bytes FileKeyStore::sign(const KeyId& id, base::DigestAlgorithm digest, base::BytesView message) const {
    const auto& key = m_state->find(id);
    if (!key.signer || digest == base::DigestAlgorithm::Sha1) throwUnsuitable(key.description);
    return key.signer->sign(signatureAlgorithmOf(key.description.algorithm, digest), message);
}

base::Bytes FileKeyStore::wrap(const KeyId& id, const base::SecretBytes& secret, base::BytesView associated) const {
    const auto& key = m_state->find(id);
    if (key.wrapping.empty()) throwUnsuitable(key.description);
    return seal(key.wrapping, secret.reveal(), associated);
}

base::Result<base::SecretBytes> FileKeyStore::unwrap(const KeyId& id, base::BytesView wrapped,
                                                     base::BytesView associated) const {
    const auto& key = m_state->find(id);
    if (key.wrapping.empty()) throwUnsuitable(key.description);
    auto secret = unseal(key.wrapping, wrapped, associated);
    if (!secret) return base::Fault{"signing.not-unwrapped"_code, {}, {}};
    return std::move(*secret);
}

}  // namespace signing
