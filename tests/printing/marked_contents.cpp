// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/printing/marked_contents.hpp"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <set>

namespace printing::samples {

namespace {

class Walk : public QPDFObjectHandle::ParserCallbacks {
   public:
    void handleObject(QPDFObjectHandle object) override {
        static const std::set<std::string> kPaint{"Tj", "TJ", "'",  "\"", "f", "F",  "f*", "B",
                                                  "B*", "b",  "b*", "S",  "s", "Do", "sh"};
        if (!object.isOperator()) return;
        const std::string name = object.getOperatorValue();
        if (name == "BDC" || name == "BMC") ++m_depth;
        if (name == "EMC") --m_depth;
        if (m_depth != 1 && kPaint.count(name) > 0) found.push_back(name);
    }
    void handleEOF() override {
        if (m_depth != 0) found.emplace_back("EMC");
    }
    std::vector<std::string> found;

   private:
    int m_depth = 0;
};

}  // namespace

std::vector<std::string> unmarkedOperators(base::BytesView pdf) {
    QPDF file;
    file.processMemoryFile("pdf", reinterpret_cast<const char*>(pdf.data()), pdf.size());
    std::vector<std::string> found;
    for (auto& page : QPDFPageDocumentHelper{file}.getAllPages()) {
        Walk walk;
        page.parseContents(&walk);
        found.insert(found.end(), walk.found.begin(), walk.found.end());
    }
    return found;
}

}  // namespace printing::samples
