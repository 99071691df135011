// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/content/content_store.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "base/files.hpp"

namespace records {
namespace {

using namespace base::literals;

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

bool isName(const std::string& name) {
    return name.size() == 64 && std::all_of(name.begin(), name.end(), [](char digit) {
               return (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f');
           });
}

}  // namespace

ContentStore::ContentStore(std::filesystem::path folder, std::size_t limit)
    : m_folder(std::filesystem::absolute(folder)), m_limit(limit) {
    makeFolder(m_folder);
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

base::Result<base::Bytes> ContentStore::get(const std::string& name) const {
    const base::Fault missing{"records.content-missing"_code, {{"name", name.substr(0, 64)}}};
    if (!isName(name)) return missing;
    std::error_code error;
    if (!std::filesystem::exists(fileOf(name), error)) return missing;
    auto content = base::readFile(fileOf(name), m_limit);
    if (!content || base::toHex(base::sha256(*content)) != name)
        throw base::Failure{"records.content-damaged"_code, base::NextStep::CallSupervisor, fileOf(name).string()};
    return content;
}

}  // namespace records
