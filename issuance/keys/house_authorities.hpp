// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "issuance/keys/key_book.hpp"

/// The house's authorities for electronic signatures: the one that certifies, and those before it, whose signers'
/// certificates are still in force.
namespace issuance {

/// Whether the certificate says that the authority made it; no signature is checked.
bool namesAsIssuer(const signing::Certificate& certificate, const signing::Certificate& authority);

/// Until when the last certificate under the authority is in force; nothing where none is.
std::optional<base::Timestamp> lastInForceUnder(records::Connection& connection, const KeyBook& book,
                                                const KeyEntry& authority, base::Timestamp now);

/// The authorities that tell what they took back: the active one, and those before it whose keys are there and which
/// certified what is in force. The newest first.
std::vector<KeyEntry> authoritiesThatList(records::Connection& connection, const KeyBook& book, base::Timestamp now);

/// The certificates of all of them, the newest first: what was signed under an authority is checked against it as long
/// as it is kept.
std::vector<signing::Certificate> houseAnchors(records::Connection& connection, const KeyBook& book);

/// The one of them that made the certificate: what goes with a signature, as readers may lack it.
std::vector<signing::Certificate> issuersOf(records::Connection& connection, const KeyBook& book,
                                            const signing::Certificate& certificate);

}  // namespace issuance
