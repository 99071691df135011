// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/files.hpp"
#include "tests/signing/seals/seal_house.hpp"

namespace signing::testing {
namespace {

using ::testing::HasSubstr;

TEST(OpenSsl, VerifiesTheSignatureOfASeal) {
    const SealHouse sealed;
    const auto seal = base::expected(readSeal(sealed.seal(someAct())), "seal");
    const auto& folder = sealed.house.folder.path();
    base::writeFileDurably(folder / "content", seal.signedPart);
    base::writeFileDurably(folder / "signature", derSignature(seal.signature));
    base::writeFileDurably(folder / "key.der", sealed.house.keys->publicKey(sealed.key, CurveForm::Named));
    const auto said = run("openssl", {"dgst", "-sha256", "-keyform", "DER", "-verify", (folder / "key.der").string(),
                                      "-signature", (folder / "signature").string(), (folder / "content").string()});
    EXPECT_EQ(said.exitCode, 0) << said.output;
    EXPECT_THAT(said.output, HasSubstr("Verified OK"));
}

}  // namespace
}  // namespace signing::testing
