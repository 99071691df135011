// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/document/catalogue.hpp"

#include <algorithm>

#include "issuance/document/kind_file.hpp"

namespace issuance {

using namespace base::literals;
namespace {

std::vector<std::filesystem::path> kindFiles(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code unreadable;
    for (const auto& entry : std::filesystem::directory_iterator{folder, unreadable})
        if (entry.path().extension() == ".xml") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

base::Result<DocumentKind> readKindFile(const std::filesystem::path& file, const base::xml::Schema& schema) {
    const auto document = base::xml::Document::parseFile(file);
    if (!document) return document.refusal();
    auto faults = schema.faultsOf(*document);
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    DocumentKind kind = readKind(document->root());
    faults = faultsOf(kind);
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    return kind;
}

}  // namespace

const ValidityRule* DocumentKind::validityOf(int years) const {
    const auto rule =
        std::find_if(validity.begin(), validity.end(), [&](const auto& each) { return each.years == years; });
    return rule == validity.end() ? nullptr : &*rule;
}

base::Result<Catalogue> Catalogue::load(const std::filesystem::path& folder, const base::xml::Schema& schema) {
    Catalogue catalogue;
    std::vector<base::Fault> faults;
    for (const auto& file : kindFiles(folder)) {
        const std::string name = file.filename().string();
        auto kind = readKindFile(file, schema);
        if (!kind) {
            for (auto fault : kind.refusal().faults()) {
                fault.where = name + (fault.where.empty() ? "" : " " + fault.where);
                faults.push_back(std::move(fault));
            }
        } else if (catalogue.find(kind->id) != nullptr) {
            faults.push_back({"kind.duplicate"_code, {{"kind", kind->id.text()}}, name});
        } else {
            catalogue.m_kinds.push_back(*std::move(kind));
        }
    }
    if (faults.empty() && catalogue.m_kinds.empty()) faults.push_back({"kind.none"_code, {}, folder.string()});
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    return catalogue;
}

const DocumentKind* Catalogue::find(const KindId& id) const {
    const auto kind = std::find_if(m_kinds.begin(), m_kinds.end(), [&](const auto& each) { return each.id == id; });
    return kind == m_kinds.end() ? nullptr : &*kind;
}

}  // namespace issuance
