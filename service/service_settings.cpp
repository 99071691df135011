// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/service_settings.hpp"

#include "base/xml.hpp"

namespace service {

using namespace base::literals;

base::Result<ServiceSettings> readServiceSettings(const std::filesystem::path& file,
                                                  const std::filesystem::path& templates) {
    const auto document = base::xml::Document::parseFile(file, {std::size_t{1} << 20});
    if (!document) return document.refusal();
    auto faults = base::xml::Schema::compile(templates / "schemas" / "service.xsd").faultsOf(*document);
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    const auto root = document->root();
    ServiceSettings settings;
    settings.home = root.childText("home");
    settings.passphraseFile = root.childText("passphraseFile");
    settings.door.address = root.childText("address");
    settings.door.port = std::stoi(root.childText("port"));
    settings.door.certificate = settings.door.key = settings.home / "service" / "service.pem";
    settings.door.workstations = settings.home / "service" / "roots.pem";
    settings.door.mostConnections = std::stoul(root.childText("connections"));
    settings.door.largestRequest = std::stoul(root.childText("largestRequest"));
    if (const auto limits = root.child("limits")) {
        settings.door.limits.acts = std::stoul(limits->childText("acts"));
        settings.door.limits.actsOfWorkstation = std::stoul(limits->childText("actsOfWorkstation"));
        if (const auto most = limits->childText("watchers"); !most.empty())
            settings.door.limits.watchers = std::stoul(most);
        if (const auto most = limits->childText("watchersOfWorkstation"); !most.empty())
            settings.door.limits.watchersOfWorkstation = std::stoul(most);
    }
    if (const auto observation = root.child("observation"))
        settings.observation = {observation->childText("address"), std::stoi(observation->childText("port"))};
    if (const auto drain = root.childText("drain"); !drain.empty())
        settings.drain = std::chrono::seconds{std::stoi(drain)};
    for (const auto& named : {settings.home, settings.passphraseFile})
        if (!named.empty() && !std::filesystem::exists(named))
            faults.push_back({"service.file-missing"_code, {{"file", named.string()}}, {}});
    if (faults.empty() && !std::filesystem::exists(settings.door.certificate))
        faults.push_back({"service.not-certified"_code, {{"home", settings.home.string()}}, {}});
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    return settings;
}

}  // namespace service
