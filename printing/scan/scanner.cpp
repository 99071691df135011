// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/scan/scanner.hpp"

#include <sane/sane.h>
#include <sane/saneopts.h>

#include <algorithm>
#include <charconv>
#include <mutex>
#include <optional>
#include <string_view>

#include "base/failure.hpp"
#include "printing/scan/page_scan.hpp"

namespace printing {
namespace {

using namespace base::literals;

constexpr std::size_t kPortion = std::size_t{64} * 1024;

base::Fault faultOf(SANE_Status status, const std::string& scanner) {
    const auto fault = [&](base::FailureCode code) {
        return base::Fault{std::move(code), {{"scanner", scanner}, {"detail", sane_strstatus(status)}}, {}};
    };
    switch (status) {
        case SANE_STATUS_INVAL: return fault("printing.scanner-absent"_code);
        case SANE_STATUS_DEVICE_BUSY: return fault("printing.scanner-busy"_code);
        case SANE_STATUS_JAMMED:
        case SANE_STATUS_NO_DOCS:
        case SANE_STATUS_COVER_OPEN: return fault("printing.scanner-needs-person"_code);
        default: return fault("printing.scanner-failed"_code);
    }
}

/// SANE keeps one state for the whole process.
class Sane {
   public:
    Sane() : m_lock(mutex()) {
        if (const auto status = sane_init(nullptr, nullptr); status != SANE_STATUS_GOOD)
            throw base::Failure{"printing.scanner-unreachable"_code, base::NextStep::CallSupervisor,
                                sane_strstatus(status)};
    }
    ~Sane() { sane_exit(); }
    Sane(const Sane&) = delete;
    Sane& operator=(const Sane&) = delete;

   private:
    static std::mutex& mutex() {
        static std::mutex one;
        return one;
    }
    std::lock_guard<std::mutex> m_lock;
};

/// A scanner that is open.
class Scanner {
   public:
    static base::Result<Scanner> open(const std::string& name) {
        SANE_Handle handle = nullptr;
        if (const auto status = sane_open(name.c_str(), &handle); status != SANE_STATUS_GOOD)
            return faultOf(status, name);
        return Scanner{name, handle};
    }
    Scanner(Scanner&& other) noexcept
        : m_name(std::move(other.m_name)), m_handle(std::exchange(other.m_handle, nullptr)) {}
    Scanner& operator=(Scanner&&) = delete;
    Scanner(const Scanner&) = delete;
    Scanner& operator=(const Scanner&) = delete;
    ~Scanner() {
        if (m_handle != nullptr) sane_close(m_handle);
    }

    /// Refuses "printing.scanner-option".
    base::Outcome set(const std::string& name, const std::string& value) {
        const auto option = optionNamed(name);
        if (!option || !write(*option, value))
            return base::Fault{
                "printing.scanner-option"_code, {{"scanner", m_name}, {"option", name}, {"value", value}}, {}};
        return {};
    }
    /// Where the scanner has such an option; at most what it allows.
    void setWhereItCan(const char* name, double value) {
        const auto option = optionNamed(name);
        if (!option) return;
        const auto* described = sane_get_option_descriptor(m_handle, *option);
        const bool fixed = described->type == SANE_TYPE_FIXED;
        auto word = fixed ? SANE_FIX(value) : static_cast<SANE_Word>(value);
        if (described->constraint_type == SANE_CONSTRAINT_RANGE)
            word = std::clamp(word, described->constraint.range->min, described->constraint.range->max);
        sane_control_option(m_handle, *option, SANE_ACTION_SET_VALUE, &word, nullptr);
    }
    base::Result<Image> picture() {
        if (const auto status = sane_start(m_handle); status != SANE_STATUS_GOOD) return faultOf(status, m_name);
        auto image = read();
        sane_cancel(m_handle);
        return image;
    }

   private:
    Scanner(std::string name, SANE_Handle handle) : m_name(std::move(name)), m_handle(handle) {}

    [[nodiscard]] std::optional<SANE_Int> optionNamed(std::string_view name) const {
        for (SANE_Int option = 1; const auto* described = sane_get_option_descriptor(m_handle, option); ++option)
            if (described->name != nullptr && name == described->name && SANE_OPTION_IS_ACTIVE(described->cap) &&
                SANE_OPTION_IS_SETTABLE(described->cap))
                return option;
        return std::nullopt;
    }
    bool write(SANE_Int option, const std::string& value) {
        const auto* described = sane_get_option_descriptor(m_handle, option);
        std::vector<char> octets(std::max<std::size_t>(static_cast<std::size_t>(described->size), sizeof(SANE_Word)));
        if (described->type == SANE_TYPE_STRING) {
            if (value.size() >= octets.size()) return false;
            std::ranges::copy(value, octets.begin());
        } else {
            double number = value == "yes" ? 1 : 0;
            const auto* end = value.data() + value.size();
            if (value != "yes" && value != "no")
                if (const auto read = std::from_chars(value.data(), end, number);
                    read.ec != std::errc{} || read.ptr != end)
                    return false;
            const auto word = described->type == SANE_TYPE_FIXED ? SANE_FIX(number) : static_cast<SANE_Word>(number);
            std::copy_n(reinterpret_cast<const char*>(&word), sizeof word, octets.begin());
        }
        return sane_control_option(m_handle, option, SANE_ACTION_SET_VALUE, octets.data(), nullptr) == SANE_STATUS_GOOD;
    }
    [[nodiscard]] base::Fault failed(const std::string& detail) const {
        return {"printing.scanner-failed"_code, {{"scanner", m_name}, {"detail", detail}}, {}};
    }
    base::Result<Image> read() {
        SANE_Parameters form{};
        if (const auto status = sane_get_parameters(m_handle, &form); status != SANE_STATUS_GOOD)
            return faultOf(status, m_name);
        const bool colour = form.format == SANE_FRAME_RGB;
        if ((form.format != SANE_FRAME_GRAY && !colour) || form.depth != 8 || form.pixels_per_line <= 0 ||
            form.pixels_per_line > static_cast<SANE_Int>(kScanBounds.side) ||
            form.bytes_per_line < form.pixels_per_line * (colour ? 3 : 1))
            return failed("8 bits, grey or RGB");
        Image image{static_cast<std::uint32_t>(form.pixels_per_line), 0, colour ? 3U : 1U, {}};
        const std::size_t row = std::size_t{image.width} * image.channels;
        const auto padded = static_cast<std::size_t>(form.bytes_per_line);
        base::Bytes lines;
        base::Bytes portion(kPortion);
        for (SANE_Int got = 0;;) {
            const auto status = sane_read(m_handle, portion.data(), static_cast<SANE_Int>(portion.size()), &got);
            if (status == SANE_STATUS_EOF) break;
            if (status != SANE_STATUS_GOOD) return faultOf(status, m_name);
            lines.insert(lines.end(), portion.begin(), portion.begin() + got);
            if (lines.size() / image.channels > kScanBounds.pixels) return failed("> 48 Mpx");
        }
        // How many lines there are is not always known before the end.
        image.height = static_cast<std::uint32_t>(lines.size() / padded);
        if (image.height == 0) return failed("0 x 0");
        image.pixels.reserve(row * image.height);
        for (std::size_t line = 0; line < image.height; ++line)
            image.pixels.insert(image.pixels.end(), lines.begin() + static_cast<std::ptrdiff_t>(line * padded),
                                lines.begin() + static_cast<std::ptrdiff_t>(line * padded + row));
        return image;
    }

    std::string m_name;
    SANE_Handle m_handle = nullptr;
};

}  // namespace

std::vector<ScannerFound> findScanners() {
    const Sane sane;
    const SANE_Device** devices = nullptr;
    std::vector<ScannerFound> found;
    if (sane_get_devices(&devices, SANE_FALSE) != SANE_STATUS_GOOD || devices == nullptr) return found;
    for (; *devices != nullptr; ++devices) found.push_back({(*devices)->name, (*devices)->vendor, (*devices)->model});
    return found;
}

base::Result<Image> scanPicture(const ScanRequest& request) {
    const Sane sane;
    auto scanner = Scanner::open(request.scanner);
    if (!scanner) return scanner.refusal();
    for (const auto& [name, value] : request.options)
        if (auto done = scanner->set(name, value); !done) return done.refusal();
    scanner->setWhereItCan(SANE_NAME_BIT_DEPTH, 8);
    scanner->setWhereItCan(SANE_NAME_SCAN_RESOLUTION, request.resolution);
    scanner->setWhereItCan(SANE_NAME_SCAN_TL_X, 0);
    scanner->setWhereItCan(SANE_NAME_SCAN_TL_Y, 0);
    scanner->setWhereItCan(SANE_NAME_SCAN_BR_X, request.width);
    scanner->setWhereItCan(SANE_NAME_SCAN_BR_Y, request.height);
    return scanner->picture();
}

}  // namespace printing
