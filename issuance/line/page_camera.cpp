// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/line/page_camera.hpp"

#include <thread>

#include "base/files.hpp"
#include "printing/scan/page_scan.hpp"

namespace issuance {
namespace {

using namespace std::chrono_literals;

/// Between two looks; a file that is as large as at the last is whole.
constexpr auto kBetweenLooks = 300ms;

}  // namespace

std::optional<std::filesystem::path> PageCamera::fileOf(const std::string& jobName) const {
    std::optional<std::filesystem::path> newest;
    std::filesystem::file_time_type made;
    for (const auto* suffix : {".png", ".jpg", ".jpeg"}) {
        auto file = m_folder / (jobName + suffix);
        std::error_code fault;
        const auto written = std::filesystem::last_write_time(file, fault);
        if (fault || !std::filesystem::is_regular_file(file, fault) || (newest && written <= made)) continue;
        newest = std::move(file);
        made = written;
    }
    return newest;
}

bool PageCamera::look(const std::string& jobName, const KeepWaiting& keepWaiting) const {
    const auto sizeNow = [&]() -> std::optional<std::uintmax_t> {
        const auto file = fileOf(jobName);
        std::error_code fault;
        const auto size = file ? std::filesystem::file_size(*file, fault) : 0;
        return fault || size == 0 ? std::nullopt : std::optional{size};
    };
    const auto deadline = std::chrono::steady_clock::now() + m_patience;
    auto last = sizeNow();
    const bool asks = !last && m_ask;
    if (asks) m_ask(ReaderCall{ReaderCall::Wish::Scan, m_folder.string(), jobName});
    bool whole = false;
    do {
        std::this_thread::sleep_for(kBetweenLooks);
        const auto size = sizeNow();
        whole = size && size == last;
        last = size;
    } while (!whole && keepWaiting() && std::chrono::steady_clock::now() < deadline);
    if (asks) m_ask(std::nullopt);
    return whole;
}

std::optional<base::Bytes> PageCamera::picture(const std::string& jobName) const {
    const auto file = fileOf(jobName);
    if (!file) return std::nullopt;
    auto content = base::readFile(*file, printing::kScanBounds.octets);
    return content && !content->empty() ? std::move(content).value() : base::Bytes{0};
}

}  // namespace issuance
