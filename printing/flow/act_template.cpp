// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/flow/act_template.hpp"

#include "base/files.hpp"
#include "printing/flow/act_check.hpp"

namespace printing {

using namespace base::literals;

namespace {

constexpr std::size_t kLargestTemplate = std::size_t{1024} * 1024;

PageSize sizeOf(const std::string& name) {
    if (name == "a4") return PageSize::A4;
    return name == "oficio" ? PageSize::Oficio : PageSize::Letter;
}

/// Reads the logos of all headings below an element, each once.
base::Outcome readLogos(const ActNode& node, const std::filesystem::path& folder, ActLogos& logos) {
    const std::string name = node.name == "heading" ? node.attribute("logo") : "";
    if (!name.empty() && logos.count(name) == 0) {
        const auto file = base::readFile(folder / name, ImageLimits{}.octets);
        if (!file) return file.refusal();
        auto image = decodeImage(*file);
        if (!image) return image.refusal();
        logos[name] = std::make_shared<const Image>(*std::move(image));
    }
    for (const auto& child : node.children)
        if (auto read = readLogos(child, folder, logos); !read) return read;
    return {};
}

}  // namespace

base::Result<ActTemplate> ActTemplate::load(const std::filesystem::path& file, const base::xml::Schema& schema) {
    const auto document = base::xml::Document::parseFile(file, {kLargestTemplate});
    if (!document) return document.refusal();
    if (auto faults = schema.faultsOf(*document); !faults.empty()) return base::Refusal{std::move(faults)};
    std::vector<base::Fault> faults;
    ActTemplate act;
    act.m_root = nodeOf(document->root(), faults);
    act.m_name = act.m_root.attribute("name");
    act.m_shape = shapeOf(*document->root().child("values"));
    const auto inconsistent = templateFaults(act.m_root, act.m_shape);
    faults.insert(faults.end(), inconsistent.begin(), inconsistent.end());
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    const auto templates = std::filesystem::absolute(file).parent_path().parent_path();
    if (auto read = readLogos(act.m_root, templates / "images", act.m_logos); !read) return read.refusal();
    act.m_fonts = std::make_shared<const FontSet>(FontSet::load(templates / "fonts"));
    return act;
}

base::Result<FlowDocument> ActTemplate::fill(const ActMap& values) const {
    if (auto faults = faultsOf(values, m_shape); !faults.empty()) return base::Refusal{std::move(faults)};
    FlowDocument document;
    document.title = m_root.attribute("title");
    document.author = m_root.attribute("author");
    document.language = m_root.attribute("language", "es");
    document.size = sizeOf(m_root.attribute("page"));
    const Margins usual;
    document.margins = {m_root.number("margin-top", usual.top), m_root.number("margin-right", usual.right),
                        m_root.number("margin-bottom", usual.bottom), m_root.number("margin-left", usual.left)};
    document.fonts = m_fonts;
    ActFilling filling{values, m_root.number("size", 10), m_logos};
    if (const auto* header = m_root.child("header")) document.header = filling.bands(*header);
    if (const auto* footer = m_root.child("footer")) document.footer = filling.bands(*footer);
    document.blocks = filling.blocks(*m_root.child("body"));
    return document;
}

}  // namespace printing
