// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/office/given_files.hpp"

#include <algorithm>
#include <fstream>
#include <vector>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "base/files.hpp"
#include "issuance/confidential/subject_key.hpp"
#include "records/content/content_store.hpp"

namespace issuance {
namespace {

using namespace base::literals;

constexpr auto kGivenFor = std::chrono::hours{1};
constexpr std::size_t kPart = std::size_t{1} << 18;

SubjectKey keyOf(const std::string& session) {
    return SubjectKey{base::SecretBytes{base::hmacSha256(base::bytesOf(session), base::bytesOf("given files"))}};
}

std::string placeOf(const std::string& sha256, std::size_t part) {
    return "given " + sha256 + "/" + std::to_string(part);
}

/// The octets in parts, each sealed by itself, so that they are opened one after another.
base::Bytes sealedParts(const base::Bytes& content, const SubjectKey& key, const std::string& sha256) {
    base::Bytes sealed;
    for (std::size_t part = 0; part * kPart < content.size(); ++part) {
        const auto plain =
            base::BytesView{content}.subspan(part * kPart).first(std::min(kPart, content.size() - part * kPart));
        const auto each = key.seal(plain, placeOf(sha256, part));
        sealed.insert(sealed.end(), each.begin(), each.end());
    }
    return sealed;
}

}  // namespace

std::filesystem::path GivenFiles::folderOf(const std::string& session) const {
    return m_folder / base::toHex(base::sha256(base::bytesOf("given-files " + session)));
}

void GivenFiles::setAside(const std::string& session, contract::FilesGiven& answer) const {
    for (auto& file : answer.files) {
        if (file.content.size() <= kLargestInAnswer) continue;
        removeOld();
        const auto folder = folderOf(session);
        std::filesystem::create_directories(folder);
        std::filesystem::permissions(m_folder, std::filesystem::perms::owner_all);
        const auto sha256 = base::toHex(base::sha256(file.content));
        base::writeSecretFileDurably(folder / sha256, sealedParts(file.content, keyOf(session), sha256));
        file.content.clear();
        file.content.shrink_to_fit();
        file.sha256 = sha256;
    }
}

base::Outcome GivenFiles::give(const std::string& session, const std::string& sha256,
                               const contract::TakeOctets& take) const {
    const base::Fault unknown{"office.content-unknown"_code};
    if (!records::ContentStore::isName(sha256)) return unknown;
    std::ifstream stream{folderOf(session) / sha256, std::ios::binary};
    if (!stream) return unknown;
    const auto key = keyOf(session);
    std::vector<char> sealed(kPart + SubjectKey::kAdded);
    for (std::size_t part = 0; stream; ++part) {
        stream.read(sealed.data(), static_cast<std::streamsize>(sealed.size()));
        if (stream.bad()) throw base::Failure{"file.not-read"_code, base::NextStep::Retry, sha256};
        const auto read = base::bytesOf({sealed.data(), static_cast<std::size_t>(stream.gcount())});
        if (read.empty()) break;
        if (!isSealed(read)) throw base::Failure{"confidential.damaged"_code, base::NextStep::CallSupervisor, sha256};
        if (!take(key.open(read, placeOf(sha256, part)))) break;
    }
    return {};
}

void GivenFiles::removeOld() const {
    std::error_code none;
    const auto longAgo = std::filesystem::file_time_type::clock::now() - kGivenFor;
    for (const auto& session : std::filesystem::directory_iterator{m_folder, none}) {
        for (const auto& entry : std::filesystem::directory_iterator{session.path(), none})
            if (entry.last_write_time(none) < longAgo) std::filesystem::remove(entry.path(), none);
        // Only where it is empty; a young one is about to be written into.
        if (session.last_write_time(none) < longAgo) std::filesystem::remove(session.path(), none);
    }
}

}  // namespace issuance
