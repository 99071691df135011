// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "base/files.hpp"
#include "tests/cli/founded_program.hpp"
#include "tests/support/paths.hpp"

namespace cli {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

std::string written(const support::ScratchFolder& folder, const std::string& name, std::string_view content) {
    base::writeFileDurably(folder.path() / name, content);
    return (folder.path() / name).string();
}

TEST(Verify, SaysInPlainSpanishWhatIsNoDocumentAndNeedsNoInstitution) {
    const support::ScratchFolder folder;
    const auto ran = troquel("--home /nowhere verify " + written(folder, "carta.txt", "una carta"));
    EXPECT_EQ(ran.exitCode, 1);
    EXPECT_THAT(ran.output, HasSubstr("ILEGIBLE"));
    EXPECT_THAT(ran.output, HasSubstr("no es un PDF, una imagen PNG o JPEG ni el contenido de un sello"));
}

TEST(Verify, WritesJson) {
    const support::ScratchFolder folder;
    const auto ran = troquel("--json verify " + written(folder, "sello.hex", "dc03aabb"));
    EXPECT_EQ(ran.exitCode, 1);
    const auto said = json::parse(ran.output);
    EXPECT_EQ(said.at("verdict"), "unknown-signer");
    EXPECT_EQ(said.at("kind"), "seal");
    EXPECT_FALSE(said.at("seal").at("authentic").get<bool>());
}

TEST(Verify, NamesTheFileOfTheFolderOfTrustThatCannotBeRead) {
    const support::ScratchFolder folder;
    std::filesystem::create_directories(folder.path() / "pki");
    written(folder, "pki/roto.cer", "nada");
    const auto ran = troquel("verify " + written(folder, "sello.hex", "dc03aabb"));
    EXPECT_EQ(ran.exitCode, 1);
    EXPECT_THAT(ran.output, HasSubstr("roto.cer"));
    EXPECT_EQ(troquel("verify " + (folder.path() / "falta.pdf").string()).exitCode, 2);
}

}  // namespace
}  // namespace cli
