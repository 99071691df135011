// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/digest.hpp"
#include "base/secret_bytes.hpp"

/// The symmetric primitives of 9303-11 9.7 and 9.8 that both sides of an exchange stand on.
namespace chip {

/// The cipher with its key length; it decides message authentication and key derivation as well (9303-11 9.8.6).
enum class CipherSuite { TripleDes, Aes128, Aes192, Aes256 };

/// What a derived key is for: the counter c of 9303-11 9.7.1.
enum class KeyUse : std::uint32_t { Encryption = 1, Authentication = 2, Password = 3 };

/// 8 or 16 octets.
std::size_t blockSizeOf(CipherSuite suite);
std::size_t keySizeOf(CipherSuite suite);

/// KDF(K, c) = H(K || c), cut to the key length; DES keys get odd parity (9303-11 9.7.1).
base::SecretBytes deriveKey(CipherSuite suite, base::BytesView sharedSecret, KeyUse use);

/// CBC without padding; the text is a multiple of the block size, the vector one block.
base::SecretBytes encryptCbc(CipherSuite suite, base::BytesView key, base::BytesView vector, base::BytesView text);
base::SecretBytes decryptCbc(CipherSuite suite, base::BytesView key, base::BytesView vector, base::BytesView text);
/// One block, for the vector of AES secure messaging: IV = E(K, SSC) (9303-11 9.8.6.1).
base::Bytes encryptBlock(CipherSuite suite, base::BytesView key, base::BytesView block);

/// ISO/IEC 9797-1 padding method 2: 80, then zeros to the block size.
base::Bytes pad(CipherSuite suite, base::BytesView text);
/// Without its padding; refuses "access.malformed-answer" where there is none.
base::Result<base::Bytes> unpad(base::BytesView padded);

/// 8 octets. 3DES: retail MAC (ISO/IEC 9797-1 algorithm 3) of a text that is padded already; AES: CMAC cut to 8 octets.
base::Bytes macOf(CipherSuite suite, base::BytesView key, base::BytesView text);
/// AES-CMAC in its full 16 octets (SP 800-38B).
base::Bytes cmac(CipherSuite suite, base::BytesView key, base::BytesView text);

}  // namespace chip
