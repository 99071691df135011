// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signing/certificates/authority.hpp"

namespace signing {

/// What a Name says, as far as names of this house say it; what cannot be read is left empty.
DistinguishedName readName(base::BytesView name);
/// What the alternative name of a travel document certificate says (GeneralNames).
Contact readContact(base::BytesView generalNames);

}  // namespace signing
