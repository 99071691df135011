// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "issuance/office/institution.hpp"
#include "signing/keys/key_store.hpp"

namespace issuance {

/// Makes the authority for electronic signatures and the one signer that papers of the house bear, writes their
/// certificates to the home, and names their keys in `institution`, which the caller saves.
void makeActSigner(const HomeFiles& files, signing::KeyStore& keys, Institution& institution, base::Timestamp now);

/// Gives them to a home that was founded before there were signed papers; one process at a time. Killed in the midst of
/// it, the next opening makes them anew. Does nothing where they are there.
void ensureActSigner(const HomeFiles& files, signing::KeyStore& keys, Institution& institution, base::Timestamp now);

}  // namespace issuance
