// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/personalization/file_system_dialect.hpp"

#include "chip/apdu/instruction.hpp"
#include "chip/apdu/status.hpp"
#include "chip/personalization/binary_writing.hpp"
#include "chip/personalization/file_control.hpp"

namespace chip {
namespace {

using namespace base::literals;
using base::Bytes;

constexpr std::uint8_t kByFile = 0x02, kByName = 0x04, kNoAnswer = 0x0C;

Bytes nameOfApplication() {
    const auto name = lds::lds1Application();
    return {name.begin(), name.end()};
}

std::uint16_t ask(Card& card, const Command& command) { return card.transmit(command).status; }

base::Fault refused(base::FailureCode code, std::uint16_t status) {
    return {std::move(code), {{"status", status::text(status)}}, {}};
}

/// GET CHALLENGE of a block, and the block back under the key.
std::uint16_t authenticateExternally(Card& card, const FileSystemRules& rules, base::BytesView key) {
    const auto cipher = rules.transportKey.cipher;
    const auto challenge = card.transmit({0x00, ins::kGetChallenge, 0x00, 0x00, {}, blockSizeOf(cipher)});
    if (!challenge.ok()) return challenge.status;
    if (challenge.data.size() != blockSizeOf(cipher)) return status::kWrongLength;
    return ask(card,
               {0x00, ins::kExternalAuthenticate, 0x00, rules.keyReference, encryptBlock(cipher, key, challenge.data)});
}

std::uint16_t verify(Card& card, const FileSystemRules& rules, base::BytesView key) {
    Command command{0x00, ins::kVerify, 0x00, rules.keyReference, Bytes{key.begin(), key.end()}};
    const auto status = ask(card, command);
    const base::SecretBytes wiped{std::move(command.data)};
    return status;
}

}  // namespace

/// The plan so far, and the directory that its last command leaves current.
struct FileSystemDialect::Course {
    std::vector<ChipStep> plan;
    lds::Home home = lds::Home::MasterFile;
    std::vector<std::pair<lds::Home, std::uint16_t>> written = {};
    bool applicationMade = false;
};

base::Result<ChipState> FileSystemDialect::probe(Card& card) const {
    card.reset();
    switch (const auto status = ask(card, selectFile(m_rules.keyFile))) {
        case status::kOk: break;
        case status::kFileTerminated: return ChipState::Locked;
        default: return refused("personalization.state-unclear"_code, status);
    }
    const auto access = ask(card, selectFile(lds::entryOf(lds::File::CardAccess).identifier));
    const auto application = ask(card, selectHome(lds::Home::Lds1Application).command);
    if (access == status::kFileNotFound && application == status::kFileNotFound) return ChipState::Blank;
    for (const auto status : {access, application})
        if (status != status::kOk && status != status::kFileNotFound)
            return refused("personalization.state-unclear"_code, status);
    return ChipState::Partial;
}

base::Result<std::unique_ptr<WritingChannel>> FileSystemDialect::open(Card& card, const TransportKeys& keys) const {
    const auto& rule = m_rules.transportKey;
    const auto* const master = keys.find(rule.name);
    if (master == nullptr) return base::Fault{"personalization.transport-key-missing"_code, {{"key", rule.name}}, {}};
    base::Bytes identity;
    if (rule.diversification != Diversification::None) {
        auto read = chipIdentity(card);
        if (!read) return read.refusal();
        identity = std::move(read).value();
    }
    const auto key = diversify(rule, master->reveal(), identity, KeyRole::Encryption);
    const auto status = m_rules.proof == TransportProof::Verify ? verify(card, m_rules, key.reveal())
                                                                : authenticateExternally(card, m_rules, key.reveal());
    if (status != status::kOk) return refused("personalization.transport-key-refused"_code, status);
    return std::make_unique<WritingChannel>(card);
}

std::vector<ChipStep> FileSystemDialect::composeErasure() const {
    if (!m_rules.erasesPartialChips) return {};
    std::vector<ChipStep> plan;
    plan.push_back(selectHome(lds::Home::MasterFile));
    plan.push_back({StepKind::Erase, "LDS1", {0x00, ins::kDeleteFile, kByName, 0x00, nameOfApplication()}});
    const auto access = lds::entryOf(lds::File::CardAccess).identifier;
    plan.push_back(
        {StepKind::Erase, "EF.CardAccess", {0x00, ins::kDeleteFile, kByFile, 0x00, base::bigEndian(access, 2)}});
    return plan;
}

/// CREATE FILE of the application's directory enters it.
void FileSystemDialect::enter(Course& course, lds::Home home) const {
    if (home == course.home) return;
    if (home == lds::Home::Lds1Application && !course.applicationMade) {
        course.plan.push_back(
            {StepKind::CreateFile,
             "LDS1",
             {0x00, ins::kCreateFile, 0x00, 0x00, encodeDirectoryControl(m_rules, lds::lds1Application())}});
        course.applicationMade = true;
        if (!m_rules.creatingSelects) course.plan.push_back(selectHome(home));
    } else {
        course.plan.push_back(selectHome(home));
    }
    course.home = home;
}

const AccessRule& FileSystemDialect::accessOf(lds::File file) const {
    if (lds::entryOf(file).home == lds::Home::MasterFile) return m_rules.free;
    return file == lds::File::Dg3 || file == lds::File::Dg4 ? m_rules.sensitive : m_rules.data;
}

void FileSystemDialect::composeFile(Course& course, lds::File file, base::BytesView octets) const {
    const auto& entry = lds::entryOf(file);
    const std::string name{entry.name};
    enter(course, entry.home);
    course.plan.push_back({StepKind::CreateFile,
                           name,
                           {0x00, ins::kCreateFile, 0x00, 0x00,
                            encodeFileControl(m_rules, {FileControl::Kind::Working, entry.identifier,
                                                        entry.shortIdentifier, octets.size(), accessOf(file)})}});
    if (!m_rules.creatingSelects) course.plan.push_back({StepKind::SelectFile, name, selectFile(entry.identifier)});
    appendWriting(course.plan, {StepKind::WriteFile, name, {}}, octets, m_chunk);
    course.written.emplace_back(entry.home, entry.identifier);
}

void FileSystemDialect::composeKeys(Course& course, const ChipContent& content) const {
    enter(course, lds::Home::Lds1Application);
    for (const auto& rule : m_rules.keyFiles) {
        const auto secret = composeSecret(content, rule.secret, rule.form);
        if (secret.empty()) continue;
        const std::string name{nameOf(rule.secret)};
        course.plan.push_back(
            {StepKind::CreateFile,
             name,
             {0x00, ins::kCreateFile, 0x00, 0x00,
              encodeFileControl(m_rules,
                                {FileControl::Kind::Internal, rule.identifier, {}, secret.size(), m_rules.key})}});
        if (!m_rules.creatingSelects) course.plan.push_back({StepKind::SelectFile, name, selectFile(rule.identifier)});
        appendWriting(course.plan, {StepKind::PutSecret, name, {}}, secret.reveal(), m_chunk);
        course.written.emplace_back(lds::Home::Lds1Application, rule.identifier);
    }
}

void FileSystemDialect::composeLock(Course& course, LockStep step) const {
    const auto onFile = [](StepKind kind, std::uint8_t instruction, std::uint16_t file) {
        return ChipStep{kind, {}, {0x00, instruction, kByFile, kNoAnswer, base::bigEndian(file, 2)}};
    };
    switch (step) {
        case LockStep::ActivateFiles:
            for (const auto home : {lds::Home::Lds1Application, lds::Home::MasterFile})
                for (const auto& [where, file] : course.written) {
                    if (where != home) continue;
                    enter(course, home);
                    course.plan.push_back(onFile(StepKind::Activate, ins::kActivateFile, file));
                }
            return;
        case LockStep::ActivateApplication:
            course.plan.push_back(
                {StepKind::Activate, "LDS1", {0x00, ins::kActivateFile, kByName, kNoAnswer, nameOfApplication()}});
            course.home = lds::Home::Lds1Application;
            return;
        case LockStep::ActivateMasterFile:
            course.plan.push_back(
                {StepKind::Activate, "MF", {0x00, ins::kActivateFile, 0x00, kNoAnswer, Bytes{0x3F, 0x00}}});
            course.home = lds::Home::MasterFile;
            return;
        case LockStep::TerminateTransportKey:
            enter(course, lds::Home::MasterFile);
            course.plan.push_back(onFile(StepKind::Lock, ins::kTerminateFile, m_rules.keyFile));
    }
}

std::vector<ChipStep> FileSystemDialect::compose(const ChipContent& content) const {
    Course course;
    for (const auto& rule : m_profile.files)
        if (const auto found = content.files.find(rule.file); found != content.files.end())
            composeFile(course, rule.file, found->second);
    composeKeys(course, content);
    for (const auto step : m_rules.lock) composeLock(course, step);
    return std::move(course.plan);
}

}  // namespace chip
