// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/content/content_store.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <optional>
#include <vector>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "base/files.hpp"

namespace records {
namespace {

using namespace base::literals;

/// Files that are being copied in; those whose copying was killed are older than any copy takes.
const std::string kArriving = "arriving-";
constexpr std::chrono::hours kLongestCopy{24};

[[noreturn]] void throwNotWritten(const std::filesystem::path& folder, const std::string& detail) {
    throw base::Failure{"file.not-written"_code, base::NextStep::CallSupervisor, folder.string(), detail};
}

/// Makes names in the folder survive a power cut.
void syncFolder(const std::filesystem::path& folder) {
    const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = handle >= 0 && ::fsync(handle) == 0;
    if (handle >= 0) ::close(handle);
    if (!synced) throwNotWritten(folder, "fsync");
}

void makeFolder(const std::filesystem::path& folder) {
    std::error_code error;
    if (!std::filesystem::create_directories(folder, error) && error) throwNotWritten(folder, error.message());
    syncFolder(folder.has_parent_path() ? folder.parent_path() : ".");
}

bool writeAll(int handle, const char* octets, std::size_t size) {
    while (size > 0) {
        const ssize_t written = ::write(handle, octets, size);
        if (written <= 0) return false;
        octets += written;
        size -= static_cast<std::size_t>(written);
    }
    return true;
}

/// Copies a file part by part and gives the name of its content; nothing where one of the two failed.
std::optional<std::string> copyTo(int handle, const std::filesystem::path& file) {
    std::ifstream stream{file, std::ios::binary};
    if (!stream) return std::nullopt;
    base::Sha256Stream sum;
    std::vector<char> part(std::size_t{1} << 20);
    while (stream.read(part.data(), static_cast<std::streamsize>(part.size())) || stream.gcount() > 0) {
        const auto size = static_cast<std::size_t>(stream.gcount());
        sum.add(base::bytesOf({part.data(), size}));
        if (!writeAll(handle, part.data(), size)) return std::nullopt;
    }
    return stream.bad() ? std::nullopt : std::optional{base::toHex(sum.finish())};
}

}  // namespace

bool ContentStore::isName(const std::string& text) {
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char digit) {
               return (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f');
           });
}

ContentStore::ContentStore(std::filesystem::path folder, std::size_t limit)
    : m_folder(std::filesystem::absolute(folder)), m_limit(limit) {
    makeFolder(m_folder);
    forgetAbandoned();
}

void ContentStore::forgetAbandoned() const {
    std::error_code error;
    const auto longAgo = std::filesystem::file_time_type::clock::now() - kLongestCopy;
    for (const auto& entry : std::filesystem::directory_iterator{m_folder, error})
        if (entry.path().filename().string().starts_with(kArriving) && entry.last_write_time(error) < longAgo && !error)
            std::filesystem::remove(entry.path(), error);
}

std::filesystem::path ContentStore::fileOf(const std::string& name) const {
    return m_folder / name.substr(0, 2) / name;
}

base::Result<std::string> ContentStore::put(base::BytesView content) const {
    if (content.size() > m_limit)
        return base::Fault{"records.content-too-large"_code, {{"limit", std::to_string(m_limit)}}};
    std::string name = base::toHex(base::sha256(content));
    const std::filesystem::path file = fileOf(name);
    const auto present = base::readFile(file, m_limit);
    if (present && std::ranges::equal(*present, content)) {
        syncFolder(file.parent_path());  // whoever wrote it may not have come so far yet
        return name;
    }
    makeFolder(file.parent_path());
    base::writeFileDurably(file, content);
    return name;
}

std::string ContentStore::putFile(const std::filesystem::path& file) const {
    const std::filesystem::path arriving = m_folder / (kArriving + base::randomId());
    const int handle = ::open(arriving.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (handle < 0) throwNotWritten(arriving, "open");
    const auto hash = copyTo(handle, file);
    const bool synced = hash && ::fsync(handle) == 0;
    ::close(handle);
    std::error_code error;
    if (synced) {
        const std::filesystem::path kept = fileOf(*hash);
        makeFolder(kept.parent_path());
        std::filesystem::rename(arriving, kept, error);
        if (!error) {
            syncFolder(kept.parent_path());
            return *hash;
        }
    }
    std::filesystem::remove(arriving, error);
    throwNotWritten(m_folder, "copy of " + file.string());
}

base::Result<base::Bytes> ContentStore::get(const std::string& name) const {
    const base::Fault missing{"records.content-missing"_code, {{"name", name.substr(0, 64)}}};
    if (!isName(name)) return missing;
    std::error_code error;
    if (!std::filesystem::exists(fileOf(name), error)) return missing;
    if (const auto size = std::filesystem::file_size(fileOf(name), error); !error && size > m_limit)
        return base::Fault{"records.content-too-large"_code, {{"limit", std::to_string(m_limit)}}};
    auto content = base::readFile(fileOf(name), m_limit);
    if (!content || base::toHex(base::sha256(*content)) != name)
        throw base::Failure{"records.content-damaged"_code, base::NextStep::CallSupervisor, fileOf(name).string()};
    return content;
}

}  // namespace records
