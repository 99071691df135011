// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/xml_relaxng.hpp"

#include <libxml/relaxng.h>
#include <libxml/xmlerror.h>

#include "base/failure.hpp"
#include "base/xml_grammar.hpp"
#include "base/xml_library.hpp"

namespace base::xml {
namespace {

struct FreeParser {
    void operator()(xmlRelaxNGParserCtxtPtr parser) const { xmlRelaxNGFreeParserCtxt(parser); }
};
struct FreeValidator {
    void operator()(xmlRelaxNGValidCtxtPtr validator) const { xmlRelaxNGFreeValidCtxt(validator); }
};
struct FreeGrammar {
    void operator()(xmlRelaxNGPtr grammar) const { xmlRelaxNGFree(grammar); }
};

/// Where libxml2 stopped, and what it said.
struct Complaint {
    int line = 0;
    std::string element;
    std::string words;
};

void keepFirst(void* context, xmlErrorPtr error) {
    auto& first = *static_cast<Complaint*>(context);
    if (!first.words.empty() || error->message == nullptr) return;
    first.line = error->line;
    const auto* node = static_cast<const xmlNode*>(error->node);
    if (node != nullptr && node->type == XML_ELEMENT_NODE) first.element = reinterpret_cast<const char*>(node->name);
    first.words = error->message;
    while (!first.words.empty() && first.words.back() == '\n') first.words.pop_back();
}

}  // namespace

struct RelaxNg::Compiled {
    explicit Compiled(Document text) : source(std::move(text)), grammar(source) {}
    Document source;
    Grammar grammar;
    std::unique_ptr<xmlRelaxNG, FreeGrammar> pattern = {};
};

RelaxNg::RelaxNg(std::unique_ptr<Compiled> compiled) : m_compiled(std::move(compiled)) {}
RelaxNg::RelaxNg(RelaxNg&&) noexcept = default;
RelaxNg& RelaxNg::operator=(RelaxNg&&) noexcept = default;
RelaxNg::~RelaxNg() = default;

RelaxNg RelaxNg::compile(const std::filesystem::path& file) {
    prepareLibrary();
    auto compiled = std::make_unique<Compiled>(expected(Document::parseFile(file), file.string()));
    Complaint complaint;
    const std::unique_ptr<xmlRelaxNGParserCtxt, FreeParser> parser{xmlRelaxNGNewParserCtxt(file.c_str())};
    if (!parser) throw std::bad_alloc{};
    xmlRelaxNGSetParserStructuredErrors(parser.get(), keepFirst, &complaint);
    compiled->pattern.reset(xmlRelaxNGParse(parser.get()));
    if (!compiled->pattern)
        throw Failure{"xml.schema-broken"_code, NextStep::Stop, file.string(),
                      lineText(complaint.line) + " " + complaint.words};
    return RelaxNg{std::move(compiled)};
}

std::vector<Fault> RelaxNg::faultsOf(const Document& document, const SourceMap& places) const {
    Complaint complaint;
    const std::unique_ptr<xmlRelaxNGValidCtxt, FreeValidator> validator{
        xmlRelaxNGNewValidCtxt(m_compiled->pattern.get())};
    if (!validator) throw std::bad_alloc{};
    xmlRelaxNGSetValidStructuredErrors(validator.get(), keepFirst, &complaint);
    if (xmlRelaxNGValidateDoc(validator.get(), document.m_tree->get()) == 0) return {};
    auto faults = m_compiled->grammar.faultsOf(document, places);
    if (faults.empty())
        faults.push_back({"xml.content-unfit"_code,
                          {{"field", complaint.element}, {"name", ""}, {"detail", complaint.words}},
                          lineText(complaint.line)});
    return faults;
}

}  // namespace base::xml
