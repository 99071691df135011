// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/office/institution.hpp"

#include "base/failure.hpp"
#include "base/files.hpp"

namespace issuance {
namespace {

using namespace base::literals;

constexpr std::size_t kLargestFile = std::size_t{64} * 1024;
constexpr std::string_view kSqlite = "sqlite:";

}  // namespace

void Institution::save(const std::filesystem::path& home) const {
    base::writeFileDurably(HomeFiles{home}.institution(), contract::printedJson(*this) + "\n");
}

Institution Institution::load(const std::filesystem::path& home) {
    const auto file = HomeFiles{home}.institution();
    const auto content = base::readFile(file, kLargestFile);
    if (!content) throw base::Failure{"office.not-founded"_code, base::NextStep::Stop, home.string()};
    const auto institution = contract::fromText<Institution>(base::textOf(*content));
    if (!institution) throw base::Failure{"office.home-damaged"_code, base::NextStep::Stop, file.string()};
    return *institution;
}

std::string HomeFiles::databaseAddress(const Institution& institution) const {
    if (institution.database.rfind(kSqlite, 0) != 0) return institution.database;
    const std::filesystem::path file = institution.database.substr(kSqlite.size());
    return std::string{kSqlite} + (file.is_absolute() ? file : home / file).string();
}

}  // namespace issuance
