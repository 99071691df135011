// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/bare_certificate.hpp"

#include <hpdf.h>
#include <openssl/cms.h>
#include <openssl/x509v3.h>

#include <map>
#include <stdexcept>

#include "base/openssl.hpp"
#include "printing/page/text.hpp"

namespace benchmarks {
namespace {

using base::openssl::check;
using base::openssl::FreeWith;
using base::openssl::PKey;

constexpr double kLetterHeight = 279.4, kLetterWidth = 215.9;  // millimetres

HPDF_REAL points(double millimetres) { return static_cast<HPDF_REAL>(millimetres / printing::kMillimetresAPoint); }
HPDF_REAL up(double fromTop) { return points(kLetterHeight - fromTop); }

/// A libharu document, its fonts loaded once.
class BareDocument {
   public:
    explicit BareDocument(const printing::FontSet& fonts) : m_fonts(fonts), m_document(HPDF_New(nullptr, nullptr)) {
        HPDF_UseUTFEncodings(m_document.get());
        HPDF_SetCompressionMode(m_document.get(), HPDF_COMP_ALL);
    }

    void draw(const printing::Drawing& drawing) {
        m_page = HPDF_AddPage(m_document.get());
        HPDF_Page_SetWidth(m_page, points(kLetterWidth));
        HPDF_Page_SetHeight(m_page, points(kLetterHeight));
        for (const auto& rectangle : drawing.rectangles) shape(rectangle.box);
        for (const auto& line : drawing.lines) {
            HPDF_Page_MoveTo(m_page, points(line.x1), up(line.y1));
            HPDF_Page_LineTo(m_page, points(line.x2), up(line.y2));
            HPDF_Page_Stroke(m_page);
        }
        for (const auto& symbol : drawing.symbols) {
            for (const auto& box : symbol.dark)
                HPDF_Page_Rectangle(m_page, points(box.x), up(box.y + box.height), points(box.width),
                                    points(box.height));
            HPDF_Page_Fill(m_page);
        }
        write(drawing.runs);
    }

    base::Bytes finish() {
        HPDF_SaveToStream(m_document.get());
        base::Bytes file(HPDF_GetStreamSize(m_document.get()));
        auto size = static_cast<HPDF_UINT32>(file.size());
        HPDF_ReadFromStream(m_document.get(), file.data(), &size);
        if (HPDF_GetError(m_document.get()) != HPDF_OK) throw std::runtime_error{"libharu"};
        return file;
    }

   private:
    void shape(const printing::Box& box) {
        HPDF_Page_Rectangle(m_page, points(box.x), up(box.y + box.height), points(box.width), points(box.height));
        HPDF_Page_Fill(m_page);
    }
    void write(const std::vector<printing::TextRun>& runs) {
        HPDF_Page_BeginText(m_page);
        const printing::TextRun* before = nullptr;
        for (const auto& run : runs) {
            if (before == nullptr || before->font != run.font || before->points != run.points)
                HPDF_Page_SetFontAndSize(m_page, font(run.font), static_cast<HPDF_REAL>(run.points));
            HPDF_Page_TextOut(m_page, points(run.x), up(run.baseline), printing::utf8Of(run.text).c_str());
            before = &run;
        }
        HPDF_Page_EndText(m_page);
    }
    HPDF_Font font(printing::FontId id) {
        auto& font = m_loaded[id];
        if (font == nullptr) {
            const char* name = HPDF_LoadTTFontFromFile(m_document.get(), m_fonts.of(id).file().c_str(), HPDF_TRUE);
            font = HPDF_GetFont(m_document.get(), name, "UTF-8");
        }
        return font;
    }

    const printing::FontSet& m_fonts;
    std::unique_ptr<HPDF_Doc_Rec, FreeWith<HPDF_Free>> m_document;
    HPDF_Page m_page = nullptr;
    std::map<printing::FontId, HPDF_Font> m_loaded;
};

}  // namespace

base::Bytes drawBare(const printing::FlowDocument& document, const printing::LaidOutFlow& laidOut) {
    BareDocument bare{*document.fonts};
    for (const auto& page : laidOut.pages) bare.draw(page);
    return bare.finish();
}

struct BareCms::State {
    PKey key{check(EVP_EC_gen("prime256v1"), "key")};
    std::unique_ptr<X509, FreeWith<X509_free>> certificate{check(X509_new(), "certificate")};
};

BareCms::BareCms() : m_state(std::make_unique<State>()) {
    auto* certificate = m_state->certificate.get();
    X509_set_version(certificate, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 86400);
    X509_set_pubkey(certificate, m_state->key.get());
    const auto* name = reinterpret_cast<const unsigned char*>("bare");
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_UTF8, name, -1, -1, 0);
    X509_set_issuer_name(certificate, X509_get_subject_name(certificate));
    if (X509_sign(certificate, m_state->key.get(), EVP_sha256()) <= 0) throw std::runtime_error{"certificate"};
}

BareCms::~BareCms() = default;

base::Bytes BareCms::sign(base::BytesView content) const {
    const std::unique_ptr<BIO, FreeWith<BIO_free_all>> data{
        check(BIO_new_mem_buf(content.data(), static_cast<int>(content.size())), "content")};
    const std::unique_ptr<CMS_ContentInfo, FreeWith<CMS_ContentInfo_free>> cms{
        check(CMS_sign(m_state->certificate.get(), m_state->key.get(), nullptr, data.get(),
                       CMS_DETACHED | CMS_BINARY | CMS_CADES | CMS_NOSMIMECAP),
              "CMS")};
    unsigned char* der = nullptr;
    const int size = i2d_CMS_ContentInfo(cms.get(), &der);
    if (size <= 0) throw std::runtime_error{"CMS"};
    const base::Bytes octets{der, der + size};
    OPENSSL_free(der);
    return octets;
}

}  // namespace benchmarks
