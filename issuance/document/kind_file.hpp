// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "base/result.hpp"
#include "base/xml.hpp"
#include "issuance/document/document_kind.hpp"

namespace issuance {

/// The kind that a schema-valid element `document-kind` describes.
DocumentKind readKind(const base::xml::Element& element);

/// What no schema can say: "kind.wrong-code" (9303-4 4.4, 9303-5 4.2.2 note k), "kind.wrong-rule" (argument "rule").
std::vector<base::Fault> faultsOf(const DocumentKind& kind);

}  // namespace issuance
