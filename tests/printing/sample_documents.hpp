// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "printing/flow/act_template.hpp"

namespace printing::samples {

/// An empty document with the shipped fonts.
FlowDocument document();
Paragraph paragraph(std::string text, FlowAlign align = FlowAlign::Left);
Pieces pieces(std::string text);

/// The PDF; fails the test where it is refused.
base::Bytes drawn(const FlowDocument& document);
/// The codes of a refusal, in order; empty where nothing was refused.
std::vector<std::string> refusedCodes(const FlowDocument& document);

/// All words of a page or of all pages, with one space between them.
std::string wordsOf(base::BytesView pdf, int page);
std::string wordsOf(base::BytesView pdf);
int pageCountOf(base::BytesView pdf);

/// What another program prints; fails the test where it ends otherwise than well.
std::string outputOf(const std::string& command);

/// A shipped template.
ActTemplate act(const std::string& name, const std::string& folder = "acts");
std::vector<std::string> actNames(const std::string& folder);

}  // namespace printing::samples
