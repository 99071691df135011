// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/json.hpp"

namespace service {

/// The JSON schema (draft 2020-12) of a form, with everything in it written out.
contract::Json schemaOf(const contract::Form& form);

/// All acts of the contract as they cross the wire (docs/formats/door.md), as an OpenAPI 3.1 document: a path an act,
/// with its request, its answer, its permission and how many people it takes. Made from the declarations.
contract::Json apiDocument();

}  // namespace service
