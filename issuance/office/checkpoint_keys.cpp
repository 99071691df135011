// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/office/checkpoint_keys.hpp"

#include <algorithm>

#include "base/failure.hpp"
#include "base/files.hpp"
#include "records/journal/checkpoint.hpp"
#include "signing/certificates/path.hpp"
#include "signing/keys/byte_signature.hpp"

namespace issuance {
namespace {

using namespace base::literals;

constexpr std::string_view kCheckpointDomain = "journal-checkpoint";
constexpr std::size_t kLargestRoot = std::size_t{32} * 1024;

std::vector<signing::Certificate> rootsInFiles(const HomeFiles& files) {
    const std::string purpose{nameOf(CertifiedPurpose::OperationalRoot)};
    std::vector<signing::Certificate> roots;
    for (std::int64_t number = 1;; ++number) {
        const auto file = files.certificate(fileNameOf(purpose, number));
        const auto content = base::readFile(file, kLargestRoot);
        auto root =
            content ? signing::readCertificate(*content) : base::Result<signing::Certificate>{content.refusal()};
        if (root)
            roots.push_back(std::move(root).value());
        else if (number > 1 && !std::filesystem::exists(file))
            return roots;
        else
            throw base::Failure{"office.home-damaged"_code, base::NextStep::Stop, file.string(),
                                root.refusal().first().code.name()};
    }
}

}  // namespace

CheckpointKeys::CheckpointKeys(const HomeFiles& files, const KeyBook& book, records::Connection& connection)
    : m_roots(rootsInFiles(files)), m_keys(book.ofPurpose(connection, CertifiedPurpose::JournalCheckpoint)) {}

bool CheckpointKeys::certified(const signing::Certificate& certificate, base::Timestamp moment) const {
    // Stations, which the same roots certify, have a purpose in their certificates.
    return !certificate.authority && certificate.extendedKeyUsage.empty() &&
           signing::verifyPath(certificate, {m_roots, moment}).valid;
}

bool CheckpointKeys::signedBy(const std::string& keyId, base::BytesView content, base::BytesView signature) {
    const auto key = std::ranges::find_if(m_keys, [&](const KeyEntry& each) { return each.key.text() == keyId; });
    const auto checkpoint = records::readCheckpoint(content);
    if (key == m_keys.end() || !checkpoint || key->number < m_last) return false;
    if (!signing::verifyBytes(key->certificate.publicKey, kCheckpointDomain, content, signature).ok()) return false;
    if (!certified(key->certificate, checkpoint->time)) return false;
    m_last = key->number;
    return true;
}

base::Outcome checkSigns(const std::optional<KeyEntry>& key, base::Timestamp now) {
    if (key && key->maySignAt(now)) return {};
    const std::string purpose{nameOf(CertifiedPurpose::JournalCheckpoint)};
    const auto end = key ? base::formatDate(base::dayOf(key->use.end)) : "-";
    return base::Fault{
        "pki.renewal-overdue"_code, {{"entry", key ? key->id : purpose}, {"day", end}, {"purpose", purpose}}, {}};
}

void signCheckpoint(const House& house, records::Transaction& transaction, const signing::KeyId& key) {
    records::writeCheckpoint(
        transaction, house.clock,
        [&](base::BytesView content) { return signing::signBytes(*house.keys, key, kCheckpointDomain, content); },
        key.text());
}

}  // namespace issuance
