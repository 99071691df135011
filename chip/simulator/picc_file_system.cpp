// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/simulator/picc_file_system.hpp"

#include <algorithm>

#include "chip/apdu/instruction.hpp"
#include "chip/apdu/status.hpp"
#include "chip/lds/files.hpp"
#include "chip/simulator/file_attributes.hpp"
#include "chip/simulator/secret_keeping.hpp"
#include "chip/simulator/secret_names.hpp"

namespace chip {
namespace {

namespace tlv = base::tlv;
using FileKey = ChipMemory::FileKey;

constexpr tlv::Tag kIdentifier = 0x83, kName = 0x84;
constexpr std::uint8_t kByFile = 0x02, kByName = 0x04, kDirectoryDescriptor = 0x38, kActive = 0x05, kTerminated = 0x0C,
                       kInitialisation = 0x03, kAlways = 0x00, kTries = 3;
constexpr std::uint16_t kItself = 0x0000, kMasterFile = 0x3F00, kTriesLeft = 0x63C0;
constexpr FileKey kApplication{Directory::Application, kItself};

Response refuse(std::uint16_t status) { return {{}, status}; }

std::uint16_t readTwo(base::BytesView octets) { return static_cast<std::uint16_t>(octets[0] << 8 | octets[1]); }

}  // namespace

void PiccFileSystem::powerUp() {
    m_opened = false;
    m_challenge.clear();
}

std::optional<Response> PiccFileSystem::carryOut(const Command& command) {
    const bool open = m_memory.life != ChipLife::Locked;
    switch (command.ins) {
        case ins::kSelect: return select(command);
        case ins::kGetChallenge: return open ? std::optional{getChallenge(command)} : std::nullopt;
        case ins::kExternalAuthenticate: return open ? std::optional{externalAuthenticate(command)} : std::nullopt;
        case ins::kVerify: return open ? verify(command) : refuse(status::kReferencedDataNotFound);
        case ins::kUpdateBinary:
        case ins::kUpdateBinaryOdd: return updateBinary(command);
        case ins::kPutData: return refuse(status::kInstructionNotSupported);
        case ins::kCreateFile:
        case ins::kDeleteFile:
        case ins::kActivateFile:
        case ins::kTerminateFile: break;
        default: return {};
    }
    if (!open || !m_opened) return refuse(status::kSecurityStatusNotSatisfied);
    switch (command.ins) {
        case ins::kCreateFile: return createFile(command);
        case ins::kDeleteFile: return deleteFile(command);
        case ins::kActivateFile: return activate(command);
        default: return terminate(command);
    }
}

/// The application is there once it was made; the transport key's file is no file of octets.
std::optional<Response> PiccFileSystem::select(const Command& command) const {
    const auto key = named(command);
    if (command.p1 == kByName && !exists(kApplication)) return refuse(status::kFileNotFound);
    if (!key || *key != FileKey{Directory::MasterFile, rules().keyFile}) return {};
    return refuse(m_memory.life == ChipLife::Locked ? status::kFileTerminated : status::kOk);
}

Response PiccFileSystem::getChallenge(const Command& command) {
    const auto size = blockSizeOf(rules().transportKey.cipher);
    if (!command.data.empty() || command.expected != size) return refuse(status::kWrongLength);
    const auto drawn = m_random.octets(size);
    m_challenge.assign(drawn.reveal().begin(), drawn.reveal().end());
    return {m_challenge};
}

base::SecretBytes PiccFileSystem::ownKey() const {
    const auto& rule = rules().transportKey;
    const auto* const master = m_product->keys->find(rule.name);
    return diversify(rule, master->reveal(), m_memory.uid(), KeyRole::Encryption);
}

Response PiccFileSystem::externalAuthenticate(const Command& command) {
    const auto challenge = std::exchange(m_challenge, {});
    if (rules().proof != TransportProof::ExternalAuthenticate) return refuse(status::kReferencedDataNotFound);
    if (challenge.empty()) return refuse(status::kConditionsNotSatisfied);
    if (command.p2 != rules().keyReference) return refuse(status::kReferencedDataNotFound);
    const auto expected = encryptBlock(rules().transportKey.cipher, ownKey().reveal(), challenge);
    return judge(base::equalInConstantTime(expected, command.data));
}

Response PiccFileSystem::verify(const Command& command) {
    if (rules().proof != TransportProof::Verify || command.p2 != rules().keyReference)
        return refuse(status::kReferencedDataNotFound);
    return judge(base::equalInConstantTime(ownKey().reveal(), command.data));
}

/// Counts wrong keys down to none left, and starts anew with a right one.
Response PiccFileSystem::judge(bool right) {
    const auto* const kept = m_memory.secret(secret_name::kTransportTries);
    const std::uint8_t left = kept == nullptr ? kTries : kept->reveal()[0];
    if (left == 0) return refuse(status::kAuthenticationBlocked);
    m_opened = right;
    const auto now = static_cast<std::uint8_t>(right ? kTries : left - 1);
    (void)m_memory.keepSecret(secret_name::kTransportTries, base::SecretBytes{base::Bytes{now}});
    return right ? Response{} : refuse(static_cast<std::uint16_t>(kTriesLeft | now));
}

bool PiccFileSystem::exists(FileKey key) const {
    return m_memory.attributes(key) != nullptr || m_memory.file(key) != nullptr;
}

std::optional<FileKey> PiccFileSystem::named(const Command& command) const {
    if (command.p1 == kByName)
        return std::ranges::equal(command.data, lds::lds1Application()) ? std::optional{kApplication} : std::nullopt;
    if (command.data.size() != 2) return {};
    const auto identifier = readTwo(command.data);
    if (identifier == kMasterFile) return FileKey{Directory::MasterFile, kItself};
    return FileKey{m_files.directory(), identifier};
}

Response PiccFileSystem::createFile(const Command& command) {
    const auto object = tlv::readFirst(command.data);
    if (!object || object->tag != rules().controlTemplate) return refuse(status::kWrongData);
    const auto control = tlv::readAll(object->value);
    const auto attributes = control ? readFileAttributes(*control) : std::nullopt;
    if (!attributes || attributes->lifeCycle != kInitialisation) return refuse(status::kWrongData);
    if (!after(m_memory.life, LifeEvent::Write)) return refuse(status::kConditionsNotSatisfied);
    if (attributes->descriptor != kDirectoryDescriptor) return createElementary(*control, *attributes);
    const auto name = tlv::find(*control, kName);
    return name ? createDirectory(name->value, *attributes) : refuse(status::kWrongData);
}

Response PiccFileSystem::createDirectory(base::BytesView name, const FileAttributes& attributes) {
    if (!std::ranges::equal(name, lds::lds1Application()) || m_files.directory() != Directory::MasterFile)
        return refuse(status::kWrongData);
    if (exists(kApplication)) return refuse(status::kFileExists);
    m_memory.note(kApplication, attributes);
    m_memory.life = *after(m_memory.life, LifeEvent::Write);
    m_files.enter(Directory::Application);
    return {};
}

Response PiccFileSystem::createElementary(const std::vector<tlv::Element>& control, const FileAttributes& attributes) {
    const auto identifier = tlv::find(control, kIdentifier), size = tlv::find(control, rules().sizeTag);
    if (!identifier || identifier->value.size() != 2 || !size || size->value.size() != 2)
        return refuse(status::kWrongData);
    const FileKey key{m_files.directory(), readTwo(identifier->value)};
    if (exists(key)) return refuse(status::kFileExists);
    if (!m_memory.createFile(key, readTwo(size->value))) return refuse(status::kNotEnoughMemory);
    m_memory.note(key, attributes);
    m_memory.life = *after(m_memory.life, LifeEvent::Write);
    if (rules().creatingSelects) m_files.choose(key);
    return {};
}

/// In initialisation whoever showed the transport key writes; later only what the file leaves open to all.
Response PiccFileSystem::updateBinary(const Command& command) {
    const auto key = m_files.fileOf(command);
    if (!key) return refuse(status::kNoCurrentFile);
    const auto* const noted = m_memory.attributes(*key);
    const bool initialising = noted != nullptr && noted->lifeCycle == kInitialisation;
    const bool allowed =
        initialising && m_memory.life != ChipLife::Locked ? m_opened : noted != nullptr && noted->update == kAlways;
    return allowed ? m_files.write(command) : refuse(status::kSecurityStatusNotSatisfied);
}

Response PiccFileSystem::deleteFile(const Command& command) {
    const auto key = named(command);
    if (!key || !exists(*key)) return refuse(status::kFileNotFound);
    if (m_memory.attributes(*key)->lifeCycle != kInitialisation) return refuse(status::kSecurityStatusNotSatisfied);
    if (*key == kApplication) {
        for (const auto& file : m_memory.filesIn(Directory::Application)) m_memory.deleteFile(file);
        m_files.enter(Directory::MasterFile);
    }
    m_memory.deleteFile(*key);
    const bool empty = !exists(kApplication) && m_memory.filesIn(Directory::MasterFile).empty();
    if (empty) m_memory.life = ChipLife::Blank;
    return {};
}

Response PiccFileSystem::activate(const Command& command) {
    const auto key = named(command);
    if (key == FileKey{Directory::MasterFile, kItself}) return {};
    if (!key || !exists(*key)) return refuse(status::kFileNotFound);
    m_memory.attributes(*key)->lifeCycle = kActive;
    if (*key != kApplication) return {};
    m_files.enter(Directory::Application);
    if (const auto adopted = adoptKeys(); adopted != status::kOk) return refuse(adopted);
    m_memory.life = after(m_memory.life, LifeEvent::FinishPersonalisation).value_or(m_memory.life);
    return {};
}

/// The keys in the application's files are taken into use.
std::uint16_t PiccFileSystem::adoptKeys() {
    for (const auto& rule : rules().keyFiles) {
        const auto* const content = m_memory.file({Directory::Application, rule.identifier});
        if (content == nullptr) continue;
        if (const auto kept = keepSecretInForm(m_memory, rule.secret, rule.form, *content); kept != status::kOk)
            return kept;
    }
    return status::kOk;
}

Response PiccFileSystem::terminate(const Command& command) {
    const auto key = named(command);
    if (command.p1 != kByFile || key != FileKey{Directory::MasterFile, rules().keyFile})
        return refuse(status::kFileNotFound);
    const auto life = after(m_memory.life, LifeEvent::Lock);
    if (!life) return refuse(status::kConditionsNotSatisfied);
    m_memory.life = *life;
    m_memory.note(*key, {0x09, kTerminated, 0xFF, 0xFF});
    m_memory.forgetSecret(secret_name::kTransportTries);
    m_opened = false;
    return {};
}

}  // namespace chip
