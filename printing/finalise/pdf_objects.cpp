// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/finalise/pdf_objects.hpp"

#include <qpdf/QPDFPageDocumentHelper.hh>
#include <set>
#include <stdexcept>

namespace printing {

using namespace base::literals;

namespace {

constexpr std::size_t kLargestFile = std::size_t{64} * 1024 * 1024;
constexpr std::size_t kMostFields = 4096;
constexpr int kMostLevels = 8;

/// Walks the tree of fields; what is inherited comes down with it.
class FieldWalk {
   public:
    std::vector<FormField> found;

    void enter(QPDFObjectHandle kids, const FormField& parent, int level) {
        if (!kids.isArray() || level > kMostLevels) return;
        for (int i = 0; i < kids.getArrayNItems() && m_seen.size() < kMostFields; ++i)
            visit(kids.getArrayItem(i), parent, level);
    }

   private:
    void visit(QPDFObjectHandle node, const FormField& parent, int level) {
        if (!node.isDictionary() || (node.isIndirect() && !m_seen.insert(node.getObjGen()).second)) return;
        FormField field{node, parent.name, parent.forSignature};
        auto part = node.getKey("/T");
        if (part.isString()) field.name += (field.name.empty() ? "" : ".") + part.getUTF8Value();
        if (node.hasKey("/FT")) field.forSignature = node.getKey("/FT").isNameAndEquals("/Sig");
        auto kids = node.getKey("/Kids");
        const bool terminal = !kids.isArray() || kids.getArrayNItems() == 0 || !kids.getArrayItem(0).hasKey("/T");
        if (terminal)
            found.push_back(field);
        else
            enter(kids, field, level + 1);
    }

    std::set<QPDFObjGen> m_seen;
};

}  // namespace

std::unique_ptr<QPDF> openPdf(base::BytesView file, Damage damage) {
    if (file.size() > kLargestFile) throw std::runtime_error{"more than 64 MiB"};
    auto pdf = std::make_unique<QPDF>();
    pdf->setSuppressWarnings(true);
    pdf->setAttemptRecovery(damage == Damage::Repaired);
    pdf->processMemoryFile("pdf", reinterpret_cast<const char*>(file.data()), file.size());
    if (damage == Damage::Refused && pdf->anyWarnings()) throw std::runtime_error{pdf->getWarnings().front().what()};
    if (!pdf->getRoot().isDictionary()) throw std::runtime_error{"no catalogue"};
    return pdf;
}

base::Fault pdfNotReadable(const std::string& detail) {
    return {"printing.pdf-not-readable"_code, {{"detail", detail}}, {}};
}

std::optional<int> certifiedFor(QPDF& pdf) {
    auto perms = pdf.getRoot().getKey("/Perms");
    if (!perms.isDictionary() || !perms.getKey("/DocMDP").isDictionary()) return std::nullopt;
    auto references = perms.getKey("/DocMDP").getKey("/Reference");
    for (int i = 0; references.isArray() && i < references.getArrayNItems(); ++i) {
        auto parameters = references.getArrayItem(i).getKey("/TransformParams");
        if (parameters.isDictionary() && parameters.getKey("/P").isInteger())
            return parameters.getKey("/P").getIntValueAsInt();
    }
    return 2;
}

std::vector<FormField> formFields(QPDF& pdf) {
    FieldWalk walk;
    auto form = pdf.getRoot().getKey("/AcroForm");
    if (form.isDictionary()) walk.enter(form.getKey("/Fields"), {}, 0);
    return walk.found;
}

std::optional<std::pair<int, Box>> placeOf(QPDF& pdf, QPDFObjectHandle widget) {
    auto rectangle = widget.getKey("/Rect");
    if (!rectangle.isRectangle()) return std::nullopt;
    const auto box = rectangle.getArrayAsRectangle();
    if (box.urx <= box.llx || box.ury <= box.lly) return std::nullopt;
    std::optional<std::pair<int, Box>> found;
    int number = -1;
    for (auto& page : QPDFPageDocumentHelper{pdf}.getAllPages()) {
        ++number;
        auto annotations = page.getObjectHandle().getKey("/Annots");
        for (int i = 0; annotations.isArray() && i < annotations.getArrayNItems(); ++i) {
            if (annotations.getArrayItem(i).getObjGen() != widget.getObjGen()) continue;
            auto turned = page.getAttribute("/Rotate", false), cropped = page.getAttribute("/CropBox", false),
                 whole = page.getAttribute("/MediaBox", false);
            const bool plain = !turned.isInteger() || turned.getIntValue() % 360 == 0;
            if (found || !plain || !(cropped.isRectangle() || whole.isRectangle())) return std::nullopt;
            const auto shown = (cropped.isRectangle() ? cropped : whole).getArrayAsRectangle();
            found = {number, Box{(box.llx - shown.llx) * kMillimetresAPoint, (shown.ury - box.ury) * kMillimetresAPoint,
                                 (box.urx - box.llx) * kMillimetresAPoint, (box.ury - box.lly) * kMillimetresAPoint}};
        }
    }
    return found;
}

}  // namespace printing
