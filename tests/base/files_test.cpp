// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "base/digest.hpp"
#include "base/failure.hpp"

namespace base {
namespace {

class Files : public testing::Test {
   protected:
    Files() : m_folder(std::filesystem::temp_directory_path() / ("troquel-files-" + randomId())) {
        std::filesystem::create_directories(m_folder);
    }
    ~Files() override { std::filesystem::remove_all(m_folder); }
    std::filesystem::path m_folder;
};

TEST_F(Files, ReplacesAFileWhole) {
    writeFileDurably(m_folder / "a", "uno");
    writeFileDurably(m_folder / "a", "dos");
    EXPECT_EQ(textOf(*readFile(m_folder / "a", 10)), "dos");
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator{m_folder}, {}), 1);
}

TEST_F(Files, LeavesNothingBesideWhatItCouldNotWrite) {
    const auto taken = m_folder / "taken";
    std::filesystem::create_directories(taken / "by a folder");
    EXPECT_THROW(writeFileDurably(taken, bytesOf("content")), Failure);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator{m_folder}, {}), 1);
}

TEST_F(Files, RefusesToReadBeyondTheLimit) {
    writeFileDurably(m_folder / "a", "demasiado");
    EXPECT_TRUE(readFile(m_folder / "a", 3).refusal().has("file.too-large"_code));
    EXPECT_TRUE(readFile(m_folder / "b", 3).refusal().has("file.missing"_code));
    EXPECT_TRUE(readFile(m_folder, 3).refusal().has("file.missing"_code));
}

TEST_F(Files, KeepsSecretsFromOthers) {
    writeSecretFileDurably(m_folder / "k", bytesOf("x"));
    struct stat status {};
    ASSERT_EQ(::stat((m_folder / "k").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0600U);
}

TEST_F(Files, ErasesAFileWithWhatStoodInIt) {
    writeSecretFileDurably(m_folder / "k", bytesOf("secreto"));
    std::filesystem::create_hard_link(m_folder / "k", m_folder / "same");
    eraseFileDurably(m_folder / "k");
    EXPECT_FALSE(std::filesystem::exists(m_folder / "k"));
    const auto left = readFile(m_folder / "same", 100);
    ASSERT_TRUE(left);
    EXPECT_EQ(left->size(), 7U);
    EXPECT_NE(textOf(*left), "secreto");
}

}  // namespace
}  // namespace base
