// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/keys/file_key_store.hpp"

#include <algorithm>
#include <atomic>
#include <map>
#include <set>
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
/// How long a key in memory is used without looking whether its file is still there.
constexpr auto kUnseen = std::chrono::milliseconds{100};

base::Outcome longEnough(const base::SecretBytes& passphrase) {
    if (passphrase.size() >= kShortestPassphrase) return {};
    return base::Fault{"signing.passphrase-short"_code, {{"least", std::to_string(kShortestPassphrase)}}, {}};
}

[[noreturn]] void throwUnsuitable(const KeyDescription& description) {
    throw base::Failure{"signing.key-unsuitable"_code, base::NextStep::Stop, description.id.text(),
                        std::string{nameOf(description.purpose)}};
}

/// A key in memory, and when its file was last seen.
class Kept {
   public:
    explicit Kept(StoredKey stored) : key(std::move(stored)) {}
    StoredKey key;

    [[nodiscard]] bool stillThere(const std::filesystem::path& file) {
        const auto now = std::chrono::steady_clock::now().time_since_epoch();
        if (now - std::chrono::nanoseconds{m_seen.load(std::memory_order_relaxed)} < kUnseen) return true;
        m_seen.store(std::chrono::nanoseconds{now}.count(), std::memory_order_relaxed);
        return std::filesystem::exists(file);
    }

   private:
    std::atomic<std::int64_t> m_seen{
        std::chrono::nanoseconds{std::chrono::steady_clock::now().time_since_epoch()}.count()};
};

/// Key ids become file names: nothing but hexadecimal digits gets near the file system.
bool isKeyId(const std::string& text) {
    return text.size() == 32 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

}  // namespace

struct FileKeyStore::State {
    using KeptKey = std::shared_ptr<Kept>;

    std::filesystem::path folder;
    const base::Clock* clock = nullptr;
    std::string storeId;
    base::SecretBytes master;
    std::shared_mutex guard;
    std::map<KeyId, KeptKey> keys;

    [[nodiscard]] std::filesystem::path fileOf(const KeyId& id) const {
        return folder / (id.text() + std::string{kKeySuffix});
    }
    void writeHead(const base::SecretBytes& passphrase, PassphraseCost cost) const;
    void loadAll();
    KeptKey cached(const KeyId& id);
    KeptKey load(const KeyId& id);
    KeptKey find(const KeyId& id);
    void forget(const KeyId& id);
};

void FileKeyStore::State::writeHead(const base::SecretBytes& passphrase, PassphraseCost cost) const {
    StoreHead head{storeId, cost, base::randomBytes(16), {}};
    head.sealed = seal(passphraseKey(passphrase, head), master.reveal(), associatedWith(head));
    base::writeSecretFileDurably(folder / kHeadName, encodeStoreHead(head));
}

void FileKeyStore::State::loadAll() {
    std::set<KeyId> there;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        const auto name = entry.path().stem().string();
        if (entry.path().extension() == kKeySuffix && isKeyId(name)) there.insert(KeyId{name});
    }
    for (const auto& id : there)
        if (!cached(id)) load(id);
    const std::unique_lock lock{guard};
    std::erase_if(keys, [&](const auto& kept) { return !there.contains(kept.first); });
}

FileKeyStore::State::KeptKey FileKeyStore::State::cached(const KeyId& id) {
    const std::shared_lock lock{guard};
    const auto found = keys.find(id);
    return found != keys.end() ? found->second : nullptr;
}

FileKeyStore::State::KeptKey FileKeyStore::State::load(const KeyId& id) {
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
    if (!slot) slot = std::make_shared<Kept>(loadStoredKey(std::move(file.description), *secret));
    return slot;
}

FileKeyStore::State::KeptKey FileKeyStore::State::find(const KeyId& id) {
    auto kept = cached(id);
    if (kept && kept->stillThere(fileOf(id))) return kept;
    if (kept) forget(id);
    return load(id);
}

void FileKeyStore::State::forget(const KeyId& id) {
    const std::unique_lock lock{guard};
    keys.erase(id);
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
    auto stored = std::make_shared<Kept>(makeStoredKey(description, secret));
    const KeyFile file{description,
                       seal(m_state->master, secret.reveal(), associatedWith(m_state->storeId, description))};
    base::writeSecretFileDurably(m_state->fileOf(description.id), encodeKeyFile(file));
    const std::unique_lock lock{m_state->guard};
    m_state->keys[description.id] = std::move(stored);
    return description.id;
}

KeyDescription FileKeyStore::describe(const KeyId& id) const { return m_state->find(id)->key.description; }

std::vector<KeyDescription> FileKeyStore::keys() const {
    m_state->loadAll();
    std::vector<KeyDescription> all;
    const std::shared_lock lock{m_state->guard};
    for (const auto& [id, kept] : m_state->keys) all.push_back(kept->key.description);
    std::sort(all.begin(), all.end(), [](const auto& left, const auto& right) {
        return std::tie(left.created, left.id) < std::tie(right.created, right.id);
    });
    return all;
}

base::Bytes FileKeyStore::publicKey(const KeyId& id, CurveForm form) const {
    const auto kept = m_state->find(id);
    const auto& key = kept->key;
    if (!key.signer) throwUnsuitable(key.description);
    return form == CurveForm::Explicit ? key.publicExplicit : key.publicNamed;
}

base::Bytes FileKeyStore::sign(const KeyId& id, base::DigestAlgorithm digest, base::BytesView message) const {
    const auto kept = m_state->find(id);
    const auto& key = kept->key;
    if (!key.signer || digest == base::DigestAlgorithm::Sha1) throwUnsuitable(key.description);
    return key.signer->sign(signatureAlgorithmOf(key.description.algorithm, digest), message);
}

base::Bytes FileKeyStore::wrap(const KeyId& id, const base::SecretBytes& secret, base::BytesView associated) const {
    const auto kept = m_state->find(id);
    const auto& key = kept->key;
    if (key.wrapping.empty()) throwUnsuitable(key.description);
    return seal(key.wrapping, secret.reveal(), associated);
}

base::Result<base::SecretBytes> FileKeyStore::unwrap(const KeyId& id, base::BytesView wrapped,
                                                     base::BytesView associated) const {
    const auto kept = m_state->find(id);
    const auto& key = kept->key;
    if (key.wrapping.empty()) throwUnsuitable(key.description);
    auto secret = unseal(key.wrapping, wrapped, associated);
    if (!secret) return base::Fault{"signing.not-unwrapped"_code, {}, {}};
    return std::move(*secret);
}

void FileKeyStore::destroy(const KeyId& id) {
    (void)m_state->find(id);
    m_state->forget(id);
    base::eraseFileDurably(m_state->fileOf(id));
}

}  // namespace signing
