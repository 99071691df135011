// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/line/page_camera.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/paths.hpp"

namespace issuance {
namespace {

using namespace std::chrono_literals;

class PageCameraTest : public testing::Test {
   protected:
    [[nodiscard]] std::filesystem::path file(const std::string& name) const { return m_folder.path() / name; }
    void leave(const std::string& name, const std::string& content) const {
        std::ofstream{file(name), std::ios::app} << content;
    }
    [[nodiscard]] PageCamera camera(std::chrono::seconds patience) {
        return {m_folder.path(), patience, [this](const std::optional<ReaderCall>& call) {
                    if (call) m_asked.push_back(call->blank);
                }};
    }
    static bool always() { return true; }

    support::ScratchFolder m_folder;
    std::vector<std::string> m_asked;
};

TEST_F(PageCameraTest, AsksForAPictureThatIsNotThere) {
    EXPECT_FALSE(camera(0s).look("A0000001-page", always));
    EXPECT_EQ(m_asked, std::vector<std::string>{"A0000001-page"});
    EXPECT_FALSE(camera(0s).picture("A0000001-page"));
    EXPECT_FALSE(camera(60s).look("A0000001-page", [] { return false; })) << "nobody waits for it any more";
}

TEST_F(PageCameraTest, WaitsForAPictureThatStillGrows) {
    const PageCamera camera{m_folder.path(), 60s, [&](const std::optional<ReaderCall>& call) {
                                if (call) leave("A0000001-page.jpg", "first");
                            }};
    int looks = 0;
    const auto growing = [&] {
        if (++looks < 4) leave("A0000001-page.jpg", " more");
        return true;
    };
    EXPECT_TRUE(camera.look("A0000001-page", growing));
    EXPECT_EQ(looks, 4);
    EXPECT_EQ(base::textOf(camera.picture("A0000001-page").value()), "first more more more");
}

TEST_F(PageCameraTest, TakesTheNewestOfAPagesPictures) {
    leave("A0000001-page.png", "before");
    leave("A0000001-page.jpeg", "scanned again");
    std::filesystem::last_write_time(file("A0000001-page.png"), std::filesystem::file_time_type::clock::now() - 1min);
    EXPECT_EQ(base::textOf(camera(0s).picture("A0000001-page").value()), "scanned again");
}

TEST_F(PageCameraTest, AnEmptyPictureIsNoneAndNotAMissingPage) {
    leave("A0000001-page.png", "");
    EXPECT_FALSE(camera(0s).look("A0000001-page", always));
    EXPECT_EQ(camera(0s).picture("A0000001-page").value().size(), 1U);
}

}  // namespace
}  // namespace issuance
