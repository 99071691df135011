// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/certificate/certificate_text.hpp"

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "base/files.hpp"

namespace issuance {
namespace {

using namespace base::literals;

constexpr std::size_t kLargestTemplate = std::size_t{1024} * 1024;

[[noreturn]] void damaged(const std::string& name, const base::Refusal& refusal) {
    throw base::Failure{"paper.template-damaged"_code, base::NextStep::Stop, name, refusal.first().code.name()};
}

}  // namespace

CertificateText CertificateText::load(const std::filesystem::path& templates, const std::string& name) {
    const auto file = templates / "certificates" / (name + ".xml");
    const auto content = base::readFile(file, kLargestTemplate);
    if (!content) damaged(name, content.refusal());
    auto text = printing::ActTemplate::read(*content, templates);
    if (!text) damaged(name, text.refusal());
    return {std::move(text).value(), base::toHex(base::sha256(*content))};
}

}  // namespace issuance
