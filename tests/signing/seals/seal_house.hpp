// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signing/certificates/country_signers.hpp"
#include "signing/seals/act_seal.hpp"
#include "signing/seals/seal_verification.hpp"
#include "tests/signing/house.hpp"

namespace signing::testing {

/// A house with a seal signer, GT01.
class SealHouse {
   public:
    explicit SealHouse(KeyAlgorithm algorithm = KeyAlgorithm::EcdsaP256, std::vector<std::string> documentTypes = {});

    House house;
    KeyId key;
    Certificate certificate;

    [[nodiscard]] SealSigner signer() const;
    [[nodiscard]] base::Bytes seal(const ActSeal& act) const;
    [[nodiscard]] SealVerdict verify(base::BytesView octets) const;
};

/// A certificate of movements about somebody.
ActSeal someAct();
/// The names of the codes.
std::vector<std::string> codesOf(const std::vector<base::Fault>& faults);

}  // namespace signing::testing
