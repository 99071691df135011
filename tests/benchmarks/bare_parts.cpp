// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/bare_parts.hpp"

#include <hpdf.h>
#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>
#include <stdexcept>

#include "base/openssl.hpp"
#include "printing/page/text.hpp"

namespace benchmarks {

namespace {

using base::openssl::check;
using base::openssl::FreeWith;
using base::openssl::PKey;
using base::openssl::PKeyContext;

void demand(bool holds, const char* what) {
    if (!holds) throw std::runtime_error{what};
}

HPDF_REAL points(double millimetres) { return static_cast<HPDF_REAL>(millimetres / printing::kMillimetresAPoint); }

/// A libharu document with one page and the fonts it uses, each loaded once.
class BarePage {
   public:
    explicit BarePage(const printing::PageDesign& design) : m_design(design), m_document(HPDF_New(nullptr, nullptr)) {
        HPDF_UseUTFEncodings(m_document.get());
        HPDF_SetCompressionMode(m_document.get(), HPDF_COMP_ALL);
        m_page = HPDF_AddPage(m_document.get());
        HPDF_Page_SetWidth(m_page, points(design.width));
        HPDF_Page_SetHeight(m_page, points(design.height));
    }
    void drawShapes() {
        for (const auto& rectangle : m_design.rectangles) {
            HPDF_Page_Rectangle(m_page, points(rectangle.box.x), up(rectangle.box.y + rectangle.box.height),
                                points(rectangle.box.width), points(rectangle.box.height));
            HPDF_Page_Fill(m_page);
        }
        for (const auto& line : m_design.lines) {
            HPDF_Page_MoveTo(m_page, points(line.x1), up(line.y1));
            HPDF_Page_LineTo(m_page, points(line.x2), up(line.y2));
            HPDF_Page_Stroke(m_page);
        }
    }
    void draw(const printing::PlacedImage& placed) {
        const auto& [width, height, channels, pixels] = placed.image;
        HPDF_Image image = HPDF_LoadRawImageFromMem(m_document.get(), pixels.data(), width, height,
                                                    channels == 1 ? HPDF_CS_DEVICE_GRAY : HPDF_CS_DEVICE_RGB, 8);
        HPDF_Page_DrawImage(m_page, image, points(placed.box.x), up(placed.box.y + placed.box.height),
                            points(placed.box.width), points(placed.box.height));
    }
    void draw(const printing::TextRun& run) {
        HPDF_Page_BeginText(m_page);
        HPDF_Page_SetFontAndSize(m_page, font(run.font), static_cast<HPDF_REAL>(run.points));
        HPDF_Page_TextOut(m_page, points(run.x), up(run.baseline), printing::utf8Of(run.text).c_str());
        HPDF_Page_EndText(m_page);
    }
    base::Bytes finish() {
        HPDF_SaveToStream(m_document.get());
        base::Bytes file(HPDF_GetStreamSize(m_document.get()));
        auto size = static_cast<HPDF_UINT32>(file.size());
        HPDF_ReadFromStream(m_document.get(), file.data(), &size);
        demand(HPDF_GetError(m_document.get()) == HPDF_OK, "libharu");
        return file;
    }

   private:
    HPDF_Font font(printing::FontId id) {
        auto& font = m_fonts[id];
        if (font == nullptr) {
            const char* name =
                HPDF_LoadTTFontFromFile(m_document.get(), m_design.fonts->of(id).file().c_str(), HPDF_TRUE);
            font = HPDF_GetFont(m_document.get(), name, "UTF-8");
        }
        return font;
    }
    [[nodiscard]] HPDF_REAL up(double fromTop) const { return points(m_design.height - fromTop); }

    const printing::PageDesign& m_design;
    std::unique_ptr<HPDF_Doc_Rec, FreeWith<HPDF_Free>> m_document;
    HPDF_Page m_page = nullptr;
    std::map<printing::FontId, HPDF_Font> m_fonts;
};

}  // namespace

struct BareXml::State {
    std::unique_ptr<xmlSchema, FreeWith<xmlSchemaFree>> schema;
};

BareXml::BareXml(const std::filesystem::path& schema) : m_state(std::make_unique<State>()) {
    const std::unique_ptr<xmlSchemaParserCtxt, FreeWith<xmlSchemaFreeParserCtxt>> parser{
        xmlSchemaNewParserCtxt(schema.c_str())};
    m_state->schema.reset(xmlSchemaParse(parser.get()));
    demand(m_state->schema != nullptr, "schema");
}

BareXml::~BareXml() = default;

void BareXml::parseAndValidate(const std::string& file) const {
    const std::unique_ptr<xmlDoc, FreeWith<xmlFreeDoc>> document{
        xmlReadMemory(file.data(), static_cast<int>(file.size()), nullptr, nullptr, XML_PARSE_NONET)};
    const std::unique_ptr<xmlSchemaValidCtxt, FreeWith<xmlSchemaFreeValidCtxt>> validation{
        xmlSchemaNewValidCtxt(m_state->schema.get())};
    demand(xmlSchemaValidateDoc(validation.get(), document.get()) == 0, "order file");
}

std::size_t drawBare(const printing::PageDesign& design, const printing::PageLayout& layout) {
    BarePage page{design};
    page.drawShapes();
    for (const auto& image : layout.images) page.draw(image);
    for (const auto& run : layout.runs) page.draw(run);
    const auto drawn = page.finish();
    QPDF pdf;
    pdf.processMemoryFile("page", reinterpret_cast<const char*>(drawn.data()), drawn.size());
    QPDFWriter writer{pdf};
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setStreamDataMode(qpdf_s_preserve);  // libqpdf would else compress the pictures a second time
    writer.write();
    return std::unique_ptr<Buffer> { writer.getBuffer() } -> getSize();
}

struct BareSignature::State {
    PKey key{check(EVP_EC_gen("prime256v1"), "key")};
    PKeyContext signer{check(EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr), "context")};
    PKeyContext verifier{check(EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr), "context")};
    base::Bytes digest = base::sha256(base::bytesOf("benchmark"));
    base::Bytes signature = base::Bytes(128);
};

BareSignature::BareSignature() : m_state(std::make_unique<State>()) {
    check(EVP_PKEY_sign_init(m_state->signer.get()), "sign");
    check(EVP_PKEY_verify_init(m_state->verifier.get()), "verify");
}

BareSignature::~BareSignature() = default;

void BareSignature::signAndVerify() {
    auto& [key, signer, verifier, digest, signature] = *m_state;
    std::size_t size = signature.size();
    check(EVP_PKEY_sign(signer.get(), signature.data(), &size, digest.data(), digest.size()), "sign");
    check(EVP_PKEY_verify(verifier.get(), signature.data(), size, digest.data(), digest.size()), "verify");
}

void makeBareKey() { const PKey key{check(EVP_EC_gen("brainpoolP256r1"), "key")}; }

}  // namespace benchmarks
