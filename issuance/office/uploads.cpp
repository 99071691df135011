// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/office/uploads.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <vector>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "contract/content_check.hpp"
#include "records/content/content_store.hpp"

namespace issuance {
namespace {

using namespace base::literals;

constexpr auto kKept = std::chrono::hours{24};
constexpr std::size_t kHashedAtATime = std::size_t{1} << 20;

[[noreturn]] void throwNotWritten(const std::filesystem::path& file) {
    throw base::Failure{"file.not-written"_code, base::NextStep::CallSupervisor, file.string()};
}

/// A file that grows, for one who writes at a time.
class Growing {
   public:
    explicit Growing(const std::filesystem::path& file)
        : m_file(file), m_handle(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600)) {
        if (m_handle < 0 || ::flock(m_handle, LOCK_EX) != 0) fail();
    }
    ~Growing() { close(); }
    Growing(const Growing&) = delete;
    Growing& operator=(const Growing&) = delete;

    [[nodiscard]] std::int64_t size() const {
        struct stat told {};
        if (::fstat(m_handle, &told) != 0) throwNotWritten(m_file);
        return told.st_size;
    }
    void write(std::int64_t offset, base::BytesView octets) const {
        for (std::size_t at = 0; at < octets.size();) {
            const auto written =
                ::pwrite(m_handle, octets.data() + at, octets.size() - at, offset + static_cast<std::int64_t>(at));
            if (written <= 0) throwNotWritten(m_file);
            at += static_cast<std::size_t>(written);
        }
    }
    [[nodiscard]] std::string sha256() const {
        base::Sha256Stream sum;
        std::vector<std::uint8_t> part(kHashedAtATime);
        for (std::int64_t at = 0;;) {
            const auto count = ::pread(m_handle, part.data(), part.size(), at);
            if (count < 0) throwNotWritten(m_file);
            if (count == 0) return base::toHex(sum.finish());
            sum.add(base::BytesView{part}.first(static_cast<std::size_t>(count)));
            at += count;
        }
    }

   private:
    void close() const {
        if (m_handle >= 0) ::close(m_handle);
    }
    [[noreturn]] void fail() const {
        close();
        throwNotWritten(m_file);
    }
    std::filesystem::path m_file;
    int m_handle;
};

std::int64_t sizeOf(const std::filesystem::path& file) {
    std::error_code none;
    const auto size = std::filesystem::file_size(file, none);
    return none ? 0 : static_cast<std::int64_t>(size);
}

std::filesystem::path partOf(std::filesystem::path whole) { return whole += ".part"; }

}  // namespace

std::filesystem::path Uploads::whole(const std::string& sha256) const {
    return m_folder / (m_person.text() + "-" + sha256);
}

base::Result<std::filesystem::path> Uploads::fileOf(const std::string& sha256) const {
    if (!records::ContentStore::isName(sha256) || !std::filesystem::exists(whole(sha256)))
        return base::Fault{"office.upload-unknown"_code, {{"upload", sha256.substr(0, 64)}}, {}};
    return whole(sha256);
}

base::Result<std::int64_t> Uploads::add(const contract::ContentPart& part) const {
    if (auto possible = contract::checkPart(part); !possible) return possible.refusal();
    if (std::filesystem::exists(whole(part.sha256))) return sizeOf(whole(part.sha256));
    if (part.octets.empty() && part.size > 0) return sizeOf(partOf(whole(part.sha256)));
    if (part.offset == 0)
        if (auto room = makeRoomFor(part); !room) return room.refusal();
    return grow(part);
}

base::Result<std::int64_t> Uploads::grow(const contract::ContentPart& part) const {
    const auto file = whole(part.sha256);
    const Growing growing{partOf(file)};
    // Somebody else of the same name may have brought its end meanwhile.
    if (std::filesystem::exists(file)) {
        std::filesystem::remove(partOf(file));
        return sizeOf(file);
    }
    if (part.offset > growing.size())
        return base::Fault{"office.upload-gap"_code,
                           {{"offset", std::to_string(part.offset)}, {"size", std::to_string(growing.size())}}};
    growing.write(part.offset, part.octets);
    const auto size = growing.size();
    if (size < part.size) return size;
    if (size > part.size || growing.sha256() != part.sha256) {
        std::filesystem::remove(partOf(file));
        return base::Fault{"office.upload-mismatch"_code};
    }
    std::filesystem::rename(partOf(file), file);
    return size;
}

base::Outcome Uploads::makeRoomFor(const contract::ContentPart& part) const {
    std::error_code none;
    std::filesystem::create_directories(m_folder, none);
    std::int64_t kept = part.size;
    for (const auto& entry : std::filesystem::directory_iterator{m_folder}) {
        const auto written = entry.last_write_time(none);
        if (!none && written < std::filesystem::file_time_type::clock::now() - kKept)
            std::filesystem::remove(entry.path(), none);
        else if (entry.path().filename().string().starts_with(m_person.text() + "-") &&
                 entry.path() != partOf(whole(part.sha256)))
            kept += sizeOf(entry.path());
    }
    if (kept > kMostOfPerson) return base::Fault{"office.uploads-full"_code};
    return {};
}

}  // namespace issuance
