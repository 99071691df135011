// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "printing/flow/flow_document.hpp"

namespace printing {

/// One of two versions of a document: what it is called, and how it looks.
struct ComparedVersion {
    std::string name;  // "movimientos, versión 1"
    base::Bytes pdf;
};

struct Comparison {
    std::size_t changes = 0;  // stretches of words
    FlowDocument document;
};

/// A document that shows what differs: the words in a table, and the pages over each other, where red is only in the
/// first version, blue only in the second, and black in both. Refuses what reading the files refuses.
base::Result<Comparison> compareVersions(const ComparedVersion& before, const ComparedVersion& after,
                                         std::shared_ptr<const FontSet> fonts);

}  // namespace printing
