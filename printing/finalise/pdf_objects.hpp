// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <vector>

#include "base/bytes.hpp"
#include "printing/page/page_design.hpp"

/// Internal to printing/finalise: shows libqpdf's types.
namespace printing {

/// How a file is opened: what is damaged may be guessed at, or never.
enum class Damage { Repaired, Refused };
/// Throws std::runtime_error (and QPDFExc, which is one).
std::unique_ptr<QPDF> openPdf(base::BytesView file, Damage damage);

base::Fault pdfNotReadable(const std::string& detail);

/// The DocMDP permission of an existing certification (1 no changes, 2 signatures, 3 annotations too); nothing where
/// there is none.
std::optional<int> certifiedFor(QPDF& pdf);

/// A field of the form that is one for signatures: itself, and its full name.
struct FormField {
    QPDFObjectHandle object;
    std::string name;
    bool forSignature = false;
};
/// The terminal fields of the form, in their order; at most 4096 in 8 levels.
std::vector<FormField> formFields(QPDF& pdf);

/// Where a widget stands: its page, counted from 0, and millimetres from the corner at the upper left of what is shown
/// of the page. Nothing for one without extent, on no page, on a turned one, or on several.
std::optional<std::pair<int, Box>> placeOf(QPDF& pdf, QPDFObjectHandle widget);

}  // namespace printing
