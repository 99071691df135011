// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/flow/act_template.hpp"

#include "base/files.hpp"
#include "base/xml_relaxng.hpp"
#include "printing/flow/act_check.hpp"
#include "printing/flow/act_syntax.hpp"
#include "printing/page/text.hpp"

namespace printing {

using namespace base::literals;

namespace {

constexpr std::size_t kLargestTemplate = std::size_t{1024} * 1024;

PageSize sizeOf(const std::string& name) {
    if (name == "a4") return PageSize::A4;
    return name == "oficio" ? PageSize::Oficio : PageSize::Letter;
}

/// Reads the pictures of all blocks below an element, each once.
base::Outcome readPictures(const ActNode& node, const std::filesystem::path& folder, ActPictures& pictures) {
    const std::string name = node.attribute(node.name == "membrete" ? "escudo" : "archivo");
    if (!name.empty() && pictures.count(name) == 0) {
        const auto file = base::readFile(folder / name, ImageLimits{}.octets);
        if (!file) return file.refusal();
        auto image = decodeImage(*file);
        if (!image) return image.refusal();
        pictures[name] = std::make_shared<const Image>(*std::move(image));
    }
    for (const auto& child : node.children)
        if (auto read = readPictures(child, folder, pictures); !read) return read;
    return {};
}

}  // namespace

base::Result<ActTemplate> ActTemplate::load(const std::filesystem::path& file) {
    const auto xml = base::readFile(file, kLargestTemplate);
    if (!xml) return xml.refusal();
    return read(*xml, std::filesystem::absolute(file).parent_path().parent_path());
}

base::Result<ActTemplate> ActTemplate::read(base::BytesView xml, const std::filesystem::path& templates) {
    const auto document = base::xml::Document::parse(xml, {kLargestTemplate});
    if (!document) return inPlainWords(document.refusal().first());
    const base::xml::SourceMap places{*document, xml};
    const auto grammar = base::xml::RelaxNg::compile(templates / "schemas" / "plantilla.rng");
    if (auto faults = grammar.faultsOf(*document, places); !faults.empty()) return base::Refusal{std::move(faults)};
    std::vector<base::Fault> faults;
    ActTemplate act;
    const auto root = document->root();
    act.m_root = nodeOf(root, places, faults);
    act.m_shape = shapeOf(*root.child("datos"));
    const auto effective = base::parseDate(act.m_root.attribute("vigencia"));
    if (!effective)
        faults.push_back({"printing.act-date-unfit"_code,
                          {{"field", "vigencia"}, {"detail", act.m_root.attribute("vigencia")}},
                          act.m_root.placeOf("vigencia").text()});
    const auto inconsistent = templateFaults(act.m_root, act.m_shape);
    faults.insert(faults.end(), inconsistent.begin(), inconsistent.end());
    if (!faults.empty()) return base::Refusal{std::move(faults)};
    act.m_name = act.m_root.attribute("nombre");
    act.m_type = act.m_root.attribute("tipo");
    act.m_title = act.m_root.attribute("titulo");
    act.m_version = std::stoi(act.m_root.attribute("version"));
    act.m_effective = *effective;
    for (const auto& basis : root.children("fundamento")) act.m_legalBasis.push_back(withSingleSpaces(basis.text()));
    if (auto read = readPictures(act.m_root, templates / "images", act.m_pictures); !read) return read.refusal();
    act.m_fonts = std::make_shared<const FontSet>(FontSet::load(templates / "fonts"));
    act.m_hyphenation =
        std::make_shared<const Hyphenation>(Hyphenation::load(templates / "hyphenation" / "hyph_es.dic"));
    act.m_style = LegalStyle::load(templates / "estilo-legal.xml");
    return act;
}

base::Result<FlowDocument> ActTemplate::fill(const ActMap& values) const {
    if (auto faults = faultsOf(values, m_shape); !faults.empty()) return base::Refusal{std::move(faults)};
    FlowDocument document;
    document.title = m_title;
    document.author = m_root.attribute("autor");
    document.size = sizeOf(m_root.attribute("papel"));
    const Margins usual;
    document.margins = {m_root.number("margen-superior", usual.top), m_root.number("margen-derecho", usual.right),
                        m_root.number("margen-inferior", usual.bottom), m_root.number("margen-izquierdo", usual.left)};
    document.fonts = m_fonts;
    document.hyphenation = m_hyphenation;
    const ActGround ground{m_shape, m_pictures, m_style, m_root.number("letra", 10)};
    ActFilling filling{values, ground};
    if (const auto* header = m_root.child("encabezado")) document.header = filling.bands(*header);
    if (const auto* footer = m_root.child("pie")) document.footer = filling.bands(*footer);
    if (const auto* seal = m_root.child("sello")) document.seal = filling.seal(*seal);
    document.blocks = filling.blocks(*m_root.child("cuerpo"));
    if (filling.isCutShort()) return base::Fault{"printing.act-too-long"_code, {{"field", m_name}}, {}};
    return document;
}

}  // namespace printing
