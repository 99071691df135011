// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/desk.hpp"

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <iostream>

#include "base/files.hpp"
#include "cli/terminal.hpp"
#include "contract/fault.hpp"
#include "service/remote_office.hpp"
#include "service/workstation_home.hpp"

namespace cli {
namespace {

using namespace base::literals;
using contract::Json;

constexpr std::size_t kLongestToken = 1024;

void writeJson(const Json& json) { std::cout << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n'; }

bool namesAFile(const std::string& user) {
    return !user.empty() && user.find('/') == std::string::npos && user.front() != '.';
}

}  // namespace

Desk::Desk(contract::Language language) : m_wording(issuance::templatesFolder(), language) {}

std::string Desk::in(std::string_view spanish, std::string_view english) const {
    return std::string{m_wording.language() == contract::Language::Spanish ? spanish : english};
}

void Desk::say(std::string_view spanish, std::string_view english) const {
    if (!json) std::cout << in(spanish, english) << '\n';
}

std::string Desk::word(std::string_view code) const { return m_wording.word(code); }

std::string Desk::sentence(base::Fault fault) const { return m_wording.sentence(std::move(fault)); }

std::vector<std::string> Desk::reasons(const std::string& said) const { return m_wording.reasons(said); }

std::string Desk::reason(const std::string& said) const {
    std::string told;
    for (const auto& each : reasons(said)) told += (told.empty() ? "" : " ") + each;
    return told;
}

void Desk::done(std::string_view spanish, std::string_view english) const {
    if (json)
        std::cout << "{}\n";
    else
        say(spanish, english);
}

void Desk::sayBroken(const base::Failure& failure) const {
    const auto sentence = m_wording.sentence(failure);
    if (json)
        writeJson(Json{{"broken", {{"code", failure.code().name()}, {"message", sentence}}}});
    else
        std::cerr << sentence << '\n';
}

std::filesystem::path Desk::homeFolder() const {
    if (!home.empty()) return home;
    const char* fromEnvironment = std::getenv("TROQUEL_HOME");
    if (fromEnvironment != nullptr && *fromEnvironment != '\0') return fromEnvironment;
    const char* user = std::getenv("HOME");
    return std::filesystem::path{user != nullptr ? user : "."} / ".troquel";
}

contract::Office& Desk::office() {
    if (m_office) return *m_office;
    const auto address = serverAddress();
    m_office = address.empty() ? issuance::openLocalOffice(homeFolder(), secretEntry()) : remoteOffice(address);
    return *m_office;
}

void Desk::moveTo(const std::filesystem::path& workstationHome, const std::string& serverUrl) {
    m_office.reset();
    home = workstationHome.string();
    server = serverUrl;
}

std::string Desk::serverAddress() const {
    const char* fromEnvironment = std::getenv("TROQUEL_SERVER");
    return server.empty() && fromEnvironment != nullptr ? fromEnvironment : server;
}

bool Desk::isRemote() const { return !serverAddress().empty(); }

std::optional<std::string> Desk::workstation() const {
    const auto pass = serverAddress().empty() ? std::nullopt : service::WorkstationHome{homeFolder()}.present();
    return pass ? std::optional{pass->workstation} : std::nullopt;
}

std::unique_ptr<contract::Office> Desk::remoteOffice(const std::string& address) const {
    const service::WorkstationHome here{homeFolder()};
    const auto pass = here.present();
    if (!pass) sayAndThrow(base::Fault{"service.no-pass"_code, {{"home", homeFolder().string()}}, {}});
    const auto now = std::chrono::system_clock::now();
    const base::Fault ending{now > pass->validUntil ? "service.pass-ended"_code : "service.pass-ends"_code,
                             {{"day", base::formatDate(base::dayOf(pass->validUntil))}},
                             {}};
    if (pass->validUntil - now < kNoticeBeforeEnd) std::cerr << sentence(ending) << '\n';
    return service::openRemoteOffice({address, here.pass(), here.pass(), here.roots()});
}

issuance::SecretEntry Desk::secretEntry() const {
    return [this](issuance::SecretNeeded secret, const std::string& name) {
        return askPassword(secret == issuance::SecretNeeded::Pin
                               ? in("PIN del dispositivo de claves ", "PIN of the key token ") + name
                               : in("Frase de paso del almacén de claves", "Passphrase of the key store"));
    };
}

contract::Credentials Desk::credentials() const {
    contract::Credentials credentials;
    const std::string user = asUser.empty() ? onlySession() : asUser;
    if (!user.empty()) credentials.session = tokenOf(user);
    if (!secondUser.empty()) credentials.second = tokenOf(secondUser);
    return credentials;
}

void Desk::keepSession(const std::string& user, const std::string& token) const {
    const auto folder = homeFolder() / "sessions";
    std::filesystem::create_directories(folder);
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    base::writeSecretFileDurably(folder / user, base::bytesOf(token));
}

void Desk::dropSession(const std::string& user) const {
    if (namesAFile(user)) std::filesystem::remove(homeFolder() / "sessions" / user);
}

void Desk::fetchNamed(contract::FilesGiven& answer) {
    for (auto& file : answer.files) {
        if (!file.sha256) continue;
        accepted(office().fetch(credentials(), *file.sha256, [&](base::BytesView octets) {
            file.content.insert(file.content.end(), octets.begin(), octets.end());
            return true;
        }));
        file.sha256.reset();
    }
}

std::string Desk::tokenOf(const std::string& user) const {
    const auto token = namesAFile(user)
                           ? base::readFile(homeFolder() / "sessions" / user, kLongestToken)
                           : base::Result<base::Bytes>{base::Fault{"cli.not-logged-in"_code, {{"user", user}}, {}}};
    if (!token) sayAndThrow(base::Fault{"cli.not-logged-in"_code, {{"user", user}}, {}});
    return base::textOf(*token);
}

// With one session on this machine nobody needs to say whose it is.
std::string Desk::onlySession() const {
    std::error_code none;
    std::string user;
    for (const auto& entry : std::filesystem::directory_iterator{homeFolder() / "sessions", none}) {
        if (!user.empty()) sayAndThrow(base::Fault{"cli.choose-person"_code, {}, {}});
        user = entry.path().filename().string();
    }
    return user;
}

void Desk::sayAndThrow(const base::Refusal& refusal) const {
    if (json) {
        Json faults = Json::array();
        for (const auto& fault : refusal.faults()) {
            auto entry = contract::toJson(contract::FaultLine::of(fault));
            entry["message"] = sentence(fault);
            faults.push_back(std::move(entry));
        }
        writeJson(Json{{"refused", std::move(faults)}});
    } else {
        for (const auto& fault : refusal.faults()) std::cerr << sentence(fault) << '\n';
    }
    throw Refused{};
}

void Desk::writeText(const std::string& text) { std::cout << text << '\n'; }

base::Bytes readArgument(const Desk& desk, const std::string& file, std::size_t limit) {
    return desk.accepted(base::readFile(file, limit));
}

}  // namespace cli
