// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/office/given_files.hpp"

#include <fstream>
#include <vector>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "base/files.hpp"
#include "records/content/content_store.hpp"

namespace issuance {
namespace {

using namespace base::literals;

constexpr auto kGivenFor = std::chrono::hours{1};
constexpr std::size_t kReadAtATime = std::size_t{1} << 18;

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
        base::writeSecretFileDurably(folder / sha256, file.content);
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
    std::vector<char> part(kReadAtATime);
    do {
        stream.read(part.data(), static_cast<std::streamsize>(part.size()));
        if (stream.bad()) throw base::Failure{"file.not-read"_code, base::NextStep::Retry, sha256};
    } while (stream.gcount() > 0 && take(base::bytesOf({part.data(), static_cast<std::size_t>(stream.gcount())})) &&
             stream);
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
