// SPDX-License-Identifier: GPL-3.0-or-later
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>

#include "base/failure.hpp"
#include "base/xml.hpp"
#include "base/xml_library.hpp"

namespace base::xml {
namespace {

struct FreeSchemaParser {
    void operator()(xmlSchemaParserCtxtPtr parser) const { xmlSchemaFreeParserCtxt(parser); }
};
struct FreeValidator {
    void operator()(xmlSchemaValidCtxtPtr validator) const { xmlSchemaFreeValidCtxt(validator); }
};

constexpr std::size_t kMostFaults = 1000;

FailureCode codeOf(int libraryCode) {
    switch (libraryCode) {
        case XML_SCHEMAV_ELEMENT_CONTENT:
        case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_4: return "xml.unexpected-element"_code;
        case XML_SCHEMAV_CVC_COMPLEX_TYPE_4: return "xml.missing-attribute"_code;
        case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1:
        case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2:
        case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1: return "xml.invalid"_code;
        default: return libraryCode >= XML_SCHEMAV_NOROOT ? "xml.bad-value"_code : "xml.invalid"_code;
    }
}

/// "orders/order/surname": element names from the root to the node.
std::string pathOf(const xmlNode* node) {
    if (node != nullptr && node->type == XML_ATTRIBUTE_NODE)
        return pathOf(node->parent) + "/@" + reinterpret_cast<const char*>(node->name);
    std::string path;
    for (; node != nullptr && node->type == XML_ELEMENT_NODE; node = node->parent)
        path.insert(0, path.empty() ? "" : "/").insert(0, reinterpret_cast<const char*>(node->name));
    return path;
}

void collect(void* context, xmlErrorPtr error) {
    auto& faults = *static_cast<std::vector<Fault>*>(context);
    // libxml2 reports a bad value twice, as the facet that fails and as the type that is not met: the first is enough.
    if (error->code == XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1 && !faults.empty() &&
        faults.back().where == lineText(error->line))
        return;
    if (faults.size() >= kMostFaults) return;
    std::string detail = error->message != nullptr ? error->message : "";
    while (!detail.empty() && detail.back() == '\n') detail.pop_back();
    FailureCode code = codeOf(error->code);
    if (code == "xml.unexpected-element"_code && detail.find("Missing child") != std::string::npos)
        code = "xml.missing-element"_code;
    faults.push_back(Fault{code,
                           {{"field", pathOf(static_cast<const xmlNode*>(error->node))}, {"detail", detail}},
                           lineText(error->line)});
}

}  // namespace

struct Schema::Compiled {
    explicit Compiled(xmlSchemaPtr schema) : m_schema(schema) {}
    ~Compiled() { xmlSchemaFree(m_schema); }
    Compiled(const Compiled&) = delete;
    Compiled& operator=(const Compiled&) = delete;
    [[nodiscard]] xmlSchemaPtr get() const { return m_schema; }

   private:
    xmlSchemaPtr m_schema;
};

Schema::Schema(std::unique_ptr<Compiled> compiled) : m_compiled(std::move(compiled)) {}
Schema::Schema(Schema&&) noexcept = default;
Schema& Schema::operator=(Schema&&) noexcept = default;
Schema::~Schema() = default;

Schema Schema::compile(const std::filesystem::path& file) {
    prepareLibrary();
    std::vector<Fault> faults;
    const std::unique_ptr<xmlSchemaParserCtxt, FreeSchemaParser> parser{xmlSchemaNewParserCtxt(file.c_str())};
    if (!parser) throw std::bad_alloc{};
    xmlSchemaSetParserStructuredErrors(parser.get(), collect, &faults);
    auto compiled = std::make_unique<Compiled>(xmlSchemaParse(parser.get()));
    if (compiled->get() == nullptr) {
        const std::string detail =
            faults.empty() ? "" : faults.front().where + " " + faults.front().arguments[1].second;
        throw Failure{"xml.schema-broken"_code, NextStep::Stop, file.string(), detail};
    }
    return Schema{std::move(compiled)};
}

std::vector<Fault> Schema::faultsOf(const Document& document) const {
    std::vector<Fault> faults;
    const std::unique_ptr<xmlSchemaValidCtxt, FreeValidator> validator{xmlSchemaNewValidCtxt(m_compiled->get())};
    if (!validator) throw std::bad_alloc{};
    xmlSchemaSetValidStructuredErrors(validator.get(), collect, &faults);
    const int verdict = xmlSchemaValidateDoc(validator.get(), document.m_tree->get());
    if (verdict != 0 && faults.empty())
        faults.push_back(Fault{"xml.invalid"_code, {{"field", ""}, {"detail", ""}}, {}});
    return faults;
}

}  // namespace base::xml
