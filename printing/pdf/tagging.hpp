// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qpdf/QPDF.hh>

#include "printing/pdf/structure.hpp"

/// Internal to printing: shows libqpdf's types.
namespace printing {

/// The structure tree of a file whose contents are marked (ISO 32000-1 14.7), without elements that hold nothing.
void addStructure(QPDF& pdf, const TaggedContents& contents);

/// sRGB as the space that colours are meant in (ISO 19005-2 6.2.3).
void addOutputIntent(QPDF& pdf);

/// Makes a widget an element of the structure, behind all others, where the file has one (ISO 14289-1 7.18). What was
/// changed by it: nothing where it has none.
std::vector<QPDFObjectHandle> addFormElement(QPDF& pdf, QPDFObjectHandle widget, QPDFObjectHandle page);

}  // namespace printing
