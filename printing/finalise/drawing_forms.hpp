// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <vector>

#include "base/bytes.hpp"

/// Internal to printing/finalise: shows libqpdf's types.
namespace printing {

/// Brings drawings of one page into a file as forms. A font that is known already, by its name and program, serves
/// them all: a document of many folios has each face once.
class DrawingForms {
   public:
    explicit DrawingForms(QPDF& pdf) : m_pdf(pdf) {}

    /// From now on the fonts of a page's resources serve.
    void know(QPDFObjectHandle resources);
    /// The drawing's page as a form of the file, whose own fonts are known from then on. Throws std::runtime_error
    /// where it is not one page.
    QPDFObjectHandle formOf(base::BytesView drawing);

   private:
    QPDFObjectHandle sameAs(QPDFObjectHandle foreign);

    QPDF& m_pdf;
    std::vector<QPDFObjectHandle> m_fonts;
};

}  // namespace printing
