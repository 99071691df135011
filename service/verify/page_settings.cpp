// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/verify/page_settings.hpp"

#include "base/xml.hpp"

namespace service {

using namespace base::literals;

namespace {

bool isThisMachine(const std::string& address) {
    return address == "localhost" || address == "::1" || address.starts_with("127.");
}

}  // namespace

base::Result<PageSettings> readPageSettings(const std::filesystem::path& file, const std::filesystem::path& templates) {
    const auto document = base::xml::Document::parseFile(file, {std::size_t{1} << 20});
    if (!document) return document.refusal();
    auto faults = base::xml::Schema::compile(templates / "schemas" / "verification-page.xsd").faultsOf(*document);
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    const auto root = document->root();
    PageSettings settings;
    settings.address = root.childText("address");
    settings.port = std::stoi(root.childText("port"));
    settings.certificate = root.childText("certificate");
    settings.key = root.childText("key");
    settings.behindProxy = root.childText("behindProxy") == "yes";
    settings.database = root.childText("database");
    settings.trust = root.childText("trust");
    settings.authority = root.childText("authority");
    settings.connections = std::stoul(root.childText("connections"));
    settings.checks = std::stoul(root.childText("checks"));
    settings.largestDocument = std::stoul(root.childText("largestDocument"));
    settings.questionsPerMinute = std::stoi(root.childText("questionsPerMinute"));
    settings.documentsPerMinute = std::stoi(root.childText("documentsPerMinute"));
    for (const auto& named : {settings.certificate, settings.key, settings.trust})
        if (!named.empty() && !std::filesystem::exists(named))
            faults.push_back({"service.file-missing"_code, {{"file", named.string()}}, {}});
    if (settings.certificate.empty() != settings.key.empty() ||
        (settings.certificate.empty() && !isThisMachine(settings.address)))
        faults.push_back({"page.plain-beyond-machine"_code, {{"address", settings.address}}, {}});
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    return settings;
}

}  // namespace service
