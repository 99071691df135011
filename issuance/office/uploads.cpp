// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/office/uploads.hpp"

#include <algorithm>
#include <fstream>

#include "base/digest.hpp"
#include "base/failure.hpp"

namespace issuance {
namespace {

using namespace base::literals;

constexpr auto kKept = std::chrono::hours{24};

bool isId(const std::string& text) {
    constexpr std::size_t kLength = 32;
    return text.size() == kLength && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

[[noreturn]] void throwNotWritten(const std::filesystem::path& file) {
    throw base::Failure{"file.not-written"_code, base::NextStep::CallSupervisor, file.string()};
}

}  // namespace

base::Result<std::filesystem::path> Uploads::fileOf(const std::string& upload) const {
    auto file = m_folder / (m_person.text() + "-" + upload);
    if (!isId(upload) || !std::filesystem::exists(file))
        return base::Fault{"office.upload-unknown"_code, {{"upload", upload}}};
    return file;
}

void Uploads::removeOld() const {
    for (const auto& entry : std::filesystem::directory_iterator{m_folder})
        if (entry.last_write_time() < std::filesystem::file_time_type::clock::now() - kKept)
            std::filesystem::remove(entry.path());
}

std::string Uploads::begin() const {
    std::error_code none;
    std::filesystem::create_directories(m_folder, none);
    removeOld();
    const std::string upload = base::randomId();
    const auto file = m_folder / (m_person.text() + "-" + upload);
    if (!std::ofstream{file, std::ios::binary}) throwNotWritten(file);
    return upload;
}

base::Result<Uploads::Grown> Uploads::add(const std::optional<std::string>& upload, std::int64_t offset,
                                          base::BytesView content) const {
    const auto length = static_cast<std::int64_t>(content.size());
    if (offset < 0 || offset > kLargest - length)
        return base::Fault{"office.upload-too-large"_code, {{"most", std::to_string(kLargest)}}};
    const std::string id = upload ? *upload : begin();
    const auto file = fileOf(id);
    if (!file) return file.refusal();
    const auto size = static_cast<std::int64_t>(std::filesystem::file_size(*file));
    if (offset > size)
        return base::Fault{"office.upload-gap"_code,
                           {{"offset", std::to_string(offset)}, {"size", std::to_string(size)}}};
    std::fstream stream{*file, std::ios::binary | std::ios::in | std::ios::out};
    stream.seekp(offset);
    stream.write(reinterpret_cast<const char*>(content.data()), length);
    stream.close();
    if (!stream) throwNotWritten(*file);
    return Grown{id, std::max(size, offset + length)};
}

}  // namespace issuance
