// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/inspection/trust_material.hpp"

#include <algorithm>

#include "base/files.hpp"

namespace chip {
namespace {

using namespace base::literals;
namespace fs = std::filesystem;

constexpr std::size_t kLargestFile = std::size_t{4} * 1024 * 1024;
constexpr std::string_view kPemStart = "-----BEGIN CERTIFICATE-----", kPemEnd = "-----END CERTIFICATE-----";

/// The files of a folder in the order of their names, so that what is found does not depend on the disk.
std::vector<fs::path> filesIn(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code trouble;
    for (const auto& entry : fs::directory_iterator{folder, trouble})
        if (entry.is_regular_file(trouble)) files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

bool takePem(std::string_view text, TrustMaterial& material) {
    bool taken = false;
    for (auto start = text.find(kPemStart); start != std::string_view::npos; start = text.find(kPemStart, start + 1)) {
        const auto end = text.find(kPemEnd, start);
        if (end == std::string_view::npos) break;
        const auto der = signing::certificateOfPem(text.substr(start, end + kPemEnd.size() - start + 1));
        auto certificate = der ? signing::readCertificate(*der) : der.refusal();
        if (!certificate) continue;
        material.anchors.push_back(std::move(certificate).value());
        taken = true;
    }
    return taken;
}

bool take(base::BytesView content, TrustMaterial& material) {
    if (auto certificate = signing::readCertificate(content)) {
        material.anchors.push_back(std::move(certificate).value());
        return true;
    }
    if (auto list = signing::readRevocationList(content)) {
        material.revocations.push_back(std::move(list).value());
        return true;
    }
    return takePem(base::textOf(content), material);
}

}  // namespace

base::Result<TrustMaterial> readTrustFolder(const fs::path& folder) {
    TrustMaterial material;
    for (const auto& file : filesIn(folder)) {
        const auto content = base::readFile(file, kLargestFile);
        if (!content || !take(*content, material)) material.unused.push_back(file.filename().string());
    }
    if (material.anchors.empty()) return base::Fault{"trust.nothing"_code, {{"folder", folder.string()}}, {}};
    return material;
}

base::Result<TerminalCredentials> readTerminalFolder(const fs::path& folder) {
    TerminalCredentials credentials;
    for (const auto& file : filesIn(folder)) {
        auto content = base::readFile(file, kLargestFile);
        if (!content) continue;
        if (auto certificate = readCvCertificate(*content))
            credentials.certificates.push_back(std::move(certificate).value());
        else if (file.extension() == ".key" || file.extension() == ".der")
            credentials.privateKey = base::SecretBytes{std::move(content).value()};
    }
    const bool terminal = std::ranges::any_of(credentials.certificates,
                                              [](const CvCertificate& one) { return one.role() == CvRole::Terminal; });
    if (!terminal || credentials.privateKey.empty())
        return base::Fault{"trust.terminal-incomplete"_code, {{"folder", folder.string()}}, {}};
    return credentials;
}

}  // namespace chip
