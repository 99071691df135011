// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <qpdf/QPDF.hh>
#include <string>

#include "printing/page/typeface.hpp"

/// Internal to printing/pdf: shows libqpdf's types.
namespace printing {

/// Our faces in a document that was drawn with their placeholders. One belongs to one thread; what was put in is read
/// when the document is written, by the same thread.
class FontObjects {
   public:
    explicit FontObjects(const FontSet& fonts) : m_fonts(fonts) {}
    /// Exchanges the fonts of all pages.
    void putInto(QPDF& pdf);

   private:
    QPDFObjectHandle faceFor(QPDF& pdf, const std::string& placeholder);

    const FontSet& m_fonts;
    std::map<std::string, QPDFObjectHandle> m_faces;  ///< by placeholder
};

}  // namespace printing
