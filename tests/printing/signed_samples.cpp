// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/printing/signed_samples.hpp"

#include <functional>
#include <memory>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include "base/failure.hpp"
#include "base/tlv.hpp"
#include "printing/draw_page.hpp"
#include "tests/printing/sample_images.hpp"
#include "tests/printing/sample_pages.hpp"

namespace samples {

namespace {

base::Bytes rewritten(const std::function<void(QPDF&, QPDFWriter&)>& change) {
    const auto plain = onePage();
    QPDF pdf;
    pdf.processMemoryFile("page", reinterpret_cast<const char*>(plain.data()), plain.size());
    QPDFWriter writer{pdf};
    writer.setOutputMemory();
    change(pdf, writer);
    writer.write();
    const std::unique_ptr<Buffer> file{writer.getBuffer()};
    return {file->getBuffer(), file->getBuffer() + file->getSize()};
}

}  // namespace

base::Bytes onePage() {
    const auto page = design("passport-data-page");
    return base::expected(printing::drawPage(page, valuesFor(page)), "page");
}

base::Bytes onePageWithObjectStreams() {
    return rewritten([](QPDF& pdf, QPDFWriter& writer) {
        auto signature = QPDFObjectHandle::parse("<< /ByteRange [0 0 0 0] >>");
        pdf.getRoot().replaceKey("/PieceInfo", pdf.makeIndirectObject(signature));
        writer.setObjectStreamMode(qpdf_o_generate);
    });
}

base::Bytes encryptedPage() {
    return rewritten([](QPDF&, QPDFWriter& writer) {
        writer.setR6EncryptionParameters("", "owner", true, true, true, true, true, true, qpdf_r3p_full, true);
    });
}

printing::SignatureField invisibleField() {
    printing::SignatureField field;
    field.moment = base::expected(base::parseTimestamp("2026-11-23T10:15:30.000000Z"), "moment");
    field.name = "María Núñez";
    field.reason = "Acta de destrucción (folio 1)";
    field.location = "Guatemala";
    return field;
}

printing::SignatureField visibleField() {
    auto field = invisibleField();
    printing::SignatureAppearance appearance;
    appearance.width = 60;
    appearance.height = 18;
    appearance.caption = "Firmado electrónicamente por";
    appearance.name = "María Núñez";
    appearance.role = "Certificadora";
    appearance.lines = {"23 de noviembre de 2026, 10:15"};
    appearance.image = pngOf(signature());
    appearance.fonts = design("passport-data-page").fonts;
    const printing::Box box{20, 30, 60, 18};
    field.visible = {0, box, base::expected(printing::drawSignatureAppearance(appearance), "appearance")};
    field.description = "Firma de María Núñez";
    return field;
}

base::Bytes someCms() { return base::tlv::encode(0x30, base::Bytes(500, 0x05)); }

base::Bytes signedWith(base::BytesView pdf, const printing::SignatureField& field) {
    auto prepared = base::expected(printing::prepareSignature(pdf, field), "field");
    return base::expected(printing::placeSignature(std::move(prepared), someCms()), "signature");
}

}  // namespace samples
