// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/openssl.hpp"
#include "chip/access/key_group.hpp"

/// Large numbers as octets, for the sources of key groups only.
namespace chip::number {

base::openssl::BigNumber newNumber();
base::openssl::BigNumberContext newContext();
base::openssl::BigNumber numberOf(base::BytesView octets);
/// Marked to be computed with in constant time.
base::openssl::BigNumber secretNumberOf(base::BytesView octets);
/// Without leading zeros, or filled to a width.
base::SecretBytes octetsOf(const BIGNUM* number);
base::SecretBytes octetsOf(const BIGNUM* number, std::size_t width);
/// What is no secret after all: a public key that was computed.
base::Bytes publicOctets(const base::SecretBytes& octets);

base::Result<KeyGroupPtr> curveByParameterId(unsigned parameterId);

}  // namespace chip::number
