// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/digest.hpp"
#include "base/failure.hpp"

namespace base {
namespace {

class Descriptor {
   public:
    explicit Descriptor(int number) : m_number(number) {}
    ~Descriptor() {
        if (m_number >= 0) ::close(m_number);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const { return m_number; }

   private:
    int m_number;
};

[[noreturn]] void throwNotWritten(const std::filesystem::path& file) {
    throw Failure{"file.not-written"_code, NextStep::CallSupervisor, file.string(), std::strerror(errno)};
}

void writeAll(int descriptor, BytesView content, const std::filesystem::path& file) {
    while (!content.empty()) {
        const auto written = ::write(descriptor, content.data(), content.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) throwNotWritten(file);
        content = content.subspan(static_cast<std::size_t>(written));
    }
}

void syncFolder(const std::filesystem::path& folder) {
    const Descriptor descriptor{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (descriptor.number() < 0 || ::fsync(descriptor.number()) != 0) throwNotWritten(folder);
}

void replaceFile(const std::filesystem::path& file, BytesView content, mode_t mode) {
    const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path{"."};
    const auto beside = folder / ("." + file.filename().string() + "." + randomId().substr(0, 8));
    try {
        const Descriptor descriptor{::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)};
        if (descriptor.number() < 0) throwNotWritten(file);
        writeAll(descriptor.number(), content, file);
        if (::fsync(descriptor.number()) != 0) throwNotWritten(file);
        if (::rename(beside.c_str(), file.c_str()) != 0) throwNotWritten(file);
    } catch (...) {
        ::unlink(beside.c_str());
        throw;
    }
    syncFolder(folder);
}

}  // namespace

Result<Bytes> readFile(const std::filesystem::path& file, std::size_t limit) {
    const Descriptor descriptor{::open(file.c_str(), O_RDONLY | O_CLOEXEC)};
    struct stat status {};
    if (descriptor.number() < 0 || ::fstat(descriptor.number(), &status) != 0 || !S_ISREG(status.st_mode))
        return Fault{"file.missing"_code, {{"file", file.string()}}, {}};
    if (static_cast<std::size_t>(status.st_size) > limit)
        return Fault{"file.too-large"_code, {{"file", file.string()}, {"limit", std::to_string(limit)}}, {}};
    Bytes content(static_cast<std::size_t>(status.st_size));
    std::size_t filled = 0;
    while (filled < content.size()) {
        const auto count = ::read(descriptor.number(), content.data() + filled, content.size() - filled);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0)
            throw Failure{"file.not-read"_code, NextStep::CallSupervisor, file.string(), std::strerror(errno)};
        if (count == 0) break;
        filled += static_cast<std::size_t>(count);
    }
    content.resize(filled);
    return content;
}

Result<SecretBytes> readSecretLine(const std::filesystem::path& file, std::size_t limit) {
    auto content = readFile(file, limit);
    if (!content) return content.refusal();
    const SecretBytes whole{std::move(content).value()};
    const auto octets = whole.reveal();
    const auto end =
        std::find_if(octets.begin(), octets.end(), [](auto octet) { return octet == '\n' || octet == '\r'; });
    return SecretBytes::copyOf(octets.first(static_cast<std::size_t>(end - octets.begin())));
}

void writeFileDurably(const std::filesystem::path& file, BytesView content) { replaceFile(file, content, 0644); }

void writeSecretFileDurably(const std::filesystem::path& file, BytesView content) { replaceFile(file, content, 0600); }

void eraseFileDurably(const std::filesystem::path& file) {
    {
        const Descriptor descriptor{::open(file.c_str(), O_WRONLY | O_NOFOLLOW | O_CLOEXEC)};
        struct stat status {};
        if (descriptor.number() < 0 || ::fstat(descriptor.number(), &status) != 0) throwNotWritten(file);
        writeAll(descriptor.number(), randomBytes(static_cast<std::size_t>(status.st_size)), file);
        if (::fsync(descriptor.number()) != 0) throwNotWritten(file);
    }
    if (::unlink(file.c_str()) != 0) throwNotWritten(file);
    syncFolder(file.has_parent_path() ? file.parent_path() : std::filesystem::path{"."});
}

}  // namespace base
