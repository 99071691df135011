// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/finalise/moving_parts.hpp"

#include <qpdf/QPDFPageDocumentHelper.hh>
#include <stdexcept>
#include <string_view>

#include "printing/finalise/pdf_objects.hpp"

namespace printing {

namespace {

using Object = QPDFObjectHandle;
using Parts = std::set<std::string>;

/// Going to a place of the document or of the web changes nothing of what is shown.
bool harmless(Object action) {
    if (action.isArray() || action.isName() || action.isString()) return true;  // a destination
    if (!action.isDictionary() || action.hasKey("/Next")) return false;
    return action.getKey("/S").isNameAndEquals("/GoTo") || action.getKey("/S").isNameAndEquals("/URI");
}

void lookAtCatalogue(Object root, Parts& parts) {
    if (root.hasKey("/OCProperties")) parts.insert("optional-content");
    if (root.hasKey("/OpenAction") && !harmless(root.getKey("/OpenAction"))) parts.insert("action");
    if (root.hasKey("/AA")) parts.insert("action");
    if (root.hasKey("/Collection")) parts.insert("embedded-file");
    auto names = root.getKey("/Names");
    if (!names.isDictionary()) return;
    if (names.hasKey("/JavaScript")) parts.insert("script");
    if (names.hasKey("/EmbeddedFiles")) parts.insert("embedded-file");
}

void lookAtForm(QPDF& pdf, Parts& parts) {
    auto form = pdf.getRoot().getKey("/AcroForm");
    if (!form.isDictionary()) return;
    if (form.hasKey("/XFA")) parts.insert("xfa");
    auto fresh = form.getKey("/NeedAppearances");
    if (fresh.isBool() && fresh.getBoolValue()) parts.insert("form-field");
    for (const auto& field : formFields(pdf))
        if (!field.forSignature) parts.insert("form-field");
}

/// What a page draws with: groups that a reader switches on and off, and content that lies in another file.
void lookAtResources(Object resources, Parts& parts, std::set<QPDFObjGen>& seen, int depth) {
    constexpr int kDeepest = 16;
    if (!resources.isDictionary() || depth > kDeepest) return;
    if (resources.getKey("/Properties").isDictionary())
        for (auto& [name, group] : resources.getKey("/Properties").getDictAsMap())
            if (group.isDictionary() && (group.isDictionaryOfType("/OCG") || group.isDictionaryOfType("/OCMD")))
                parts.insert("optional-content");
    auto forms = resources.getKey("/XObject");
    if (!forms.isDictionary()) return;
    for (auto& [name, form] : forms.getDictAsMap()) {
        if (!form.isStream() || !seen.insert(form.getObjGen()).second) continue;
        auto dictionary = form.getDict();
        if (dictionary.hasKey("/OC")) parts.insert("optional-content");
        if (dictionary.hasKey("/F") || dictionary.hasKey("/Ref")) parts.insert("outside-content");
        if (dictionary.hasKey("/Alternates")) parts.insert("outside-content");
        lookAtResources(dictionary.getKey("/Resources"), parts, seen, depth + 1);
    }
}

/// A signature's field looks the same on screen and on paper, and only when somebody has signed.
bool isSteady(Object field) {
    constexpr int kPrint = 4, kHidden = 2, kNoZoom = 8, kNoRotate = 16, kNoView = 32, kToggleNoView = 256;
    auto box = field.getKey("/Rect");
    if (!box.isRectangle()) return false;
    const auto rectangle = box.getArrayAsRectangle();
    if (rectangle.urx <= rectangle.llx || rectangle.ury <= rectangle.lly) return true;
    const int flags = field.getKey("/F").isInteger() ? field.getKey("/F").getIntValueAsInt() : 0;
    const bool steady =
        (flags & (kHidden | kNoZoom | kNoRotate | kNoView | kToggleNoView)) == 0 && (flags & kPrint) != 0;
    auto looks = field.getKey("/AP");
    const bool one =
        !looks.isDictionary() || (looks.getKeys() == std::set<std::string>{"/N"} && looks.getKey("/N").isStream());
    return steady && one && field.getKey("/V").isDictionary();
}

/// What was looked at already, and the fields whose signatures are judged.
struct Looked {
    std::set<QPDFObjGen> forms;
    std::set<QPDFObjGen> signatureFields;
};

void lookAtAnnotation(Object annotation, Parts& parts, Looked& looked) {
    if (!annotation.isDictionary()) return;
    if (annotation.hasKey("/AA") || annotation.hasKey("/OC")) parts.insert("action");
    auto kind = annotation.getKey("/Subtype");
    // A widget that the form does not know is no signature, whatever it says of itself.
    if (kind.isNameAndEquals("/Widget") && looked.signatureFields.contains(annotation.getObjGen()) &&
        annotation.getKey("/FT").isNameAndEquals("/Sig") && !annotation.hasKey("/A") && isSteady(annotation)) {
        auto look = annotation.getKey("/AP").isDictionary() ? annotation.getKey("/AP").getKey("/N") : Object::newNull();
        if (look.isStream()) lookAtResources(look.getDict().getKey("/Resources"), parts, looked.forms, 0);
        return;
    }
    const bool link = kind.isNameAndEquals("/Link") && !annotation.hasKey("/AP") &&
                      (!annotation.hasKey("/A") || harmless(annotation.getKey("/A")));
    if (!link) parts.insert("annotation");
}

Parts partsOf(QPDF& pdf) {
    Parts parts;
    Looked looked;
    for (const auto& field : formFields(pdf))
        if (field.forSignature && field.object.isIndirect()) looked.signatureFields.insert(field.object.getObjGen());
    lookAtCatalogue(pdf.getRoot(), parts);
    lookAtForm(pdf, parts);
    for (auto& page : QPDFPageDocumentHelper{pdf}.getAllPages()) {
        auto object = page.getObjectHandle();
        if (object.hasKey("/AA")) parts.insert("action");
        auto annotations = object.getKey("/Annots");
        for (int i = 0; annotations.isArray() && i < annotations.getArrayNItems(); ++i)
            lookAtAnnotation(annotations.getArrayItem(i), parts, looked);
        lookAtResources(page.getAttribute("/Resources", false), parts, looked.forms, 0);
    }
    return parts;
}

}  // namespace

base::Result<std::set<std::string>> movingParts(base::BytesView pdf) {
    try {
        auto parts = partsOf(*openPdf(pdf, Damage::Refused));
        // Cross-references of two kinds at once: readers follow one or the other (ISO 32000-1 7.5.8.4).
        const std::string_view text{reinterpret_cast<const char*>(pdf.data()), pdf.size()};
        if (text.find("/XRefStm") != std::string_view::npos) parts.insert("outside-content");
        return parts;
    } catch (const std::runtime_error& error) {
        return pdfNotReadable(error.what());
    } catch (const std::logic_error& error) {
        return pdfNotReadable(error.what());
    }
}

}  // namespace printing
