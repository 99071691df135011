// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/line/kept_prints.hpp"

#include <nlohmann/json.hpp>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "base/files.hpp"
#include "base/log.hpp"

namespace issuance {
namespace {

constexpr std::string_view kPrintSuffix = ".print";
constexpr std::size_t kLargestPrint = 64 * 1024;

std::optional<contract::StationReport> printIn(const std::filesystem::path& file) {
    const auto octets = base::readFile(file, kLargestPrint);
    if (!octets) return std::nullopt;  // another program reported it meanwhile
    auto print = contract::fromJson<contract::StationReport>(
        contract::Json::parse(octets->begin(), octets->end(), nullptr, /*allow_exceptions=*/false));
    if (print) return std::move(print).value();
    base::log::warning("kept print not readable: " + file.string());
    return std::nullopt;
}

void removeFile(const std::filesystem::path& file) {
    std::error_code gone;
    std::filesystem::remove(file, gone);
}

}  // namespace

void KeptPrints::keep(const contract::StationReport& print) {
    const std::lock_guard lock{m_mutex};
    dropLast();
    std::filesystem::create_directories(m_folder);
    m_last = m_folder / (base::randomId() + std::string{kPrintSuffix});
    base::writeSecretFileDurably(m_last, base::bytesOf(contract::toJson(print).dump()));
}

void KeptPrints::drop() {
    const std::lock_guard lock{m_mutex};
    dropLast();
}

void KeptPrints::dropLast() {
    if (!m_last.empty()) removeFile(m_last);
    m_last.clear();
}

bool KeptPrints::report(contract::Office& office, const contract::Credentials& credentials) try {
    const std::lock_guard lock{m_mutex};
    std::error_code none;
    for (const auto& each : std::filesystem::directory_iterator{m_folder, none}) {
        if (each.path().extension() != kPrintSuffix) continue;
        const auto print = printIn(each.path());
        if (!print) continue;
        const auto became = office.ask(credentials, *print);
        if (!became) {
            base::log::warning("kept print not taken: " + became.refusal().first().code.name());
            continue;  // it stays: somebody else may be the one to report it
        }
        base::log::warning("kept print " + became->became);
        removeFile(each.path());
        if (m_last == each.path()) m_last.clear();
    }
    return true;
} catch (const base::Failure& failure) {
    base::log::warning(std::string{"kept print not told: "} + failure.what());
    return false;
}

}  // namespace issuance
