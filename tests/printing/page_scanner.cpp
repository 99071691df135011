// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/printing/page_scanner.hpp"

#include <array>
#include <cmath>
#include <numbers>
#include <opencv2/imgproc.hpp>

#include "base/failure.hpp"
#include "printing/pdf/pdf_file.hpp"

namespace samples {
namespace {

constexpr double kFineDpi = 600;
constexpr double kFine = kFineDpi / 25.4;  // pixels a millimetre
constexpr double kBed = 9;                 // millimetres around the paper

cv::Mat turned(const cv::Point2d& centre, double degrees, double scale, const cv::Point2d& shift) {
    const double angle = degrees * std::numbers::pi / 180;
    const double a = scale * std::cos(angle), b = scale * std::sin(angle);
    return (cv::Mat_<double>(2, 3) << a, -b, centre.x - a * centre.x + b * centre.y + shift.x, b, a,
            centre.y - b * centre.x - a * centre.y + shift.y);
}

cv::Mat guillocheOf(const cv::Size& size) {
    cv::Mat pattern{size, CV_8UC3};
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            const double wave =
                std::sin((y + 40 * std::sin(x / 90.0)) / 9.0) * std::sin((x + 30 * std::sin(y / 70.0)) / 11.0);
            const double shade = wave > 0.3 ? 0.88 : 1.0;
            pattern.at<cv::Vec3b>(y, x) =
                cv::Vec3b(static_cast<std::uint8_t>(235 * shade), static_cast<std::uint8_t>(250 * shade),
                          static_cast<std::uint8_t>(245 * shade));
        }
    return pattern;
}

/// The printed paper at kFineDpi, white where nothing is.
cv::Mat printed(const printing::Image& page, const PageScanner& scanner) {
    cv::Mat drawn(static_cast<int>(page.height), static_cast<int>(page.width), CV_8UC3);
    std::copy(page.pixels.begin(), page.pixels.end(), drawn.data);
    const cv::Point2d centre{drawn.cols / 2.0, drawn.rows / 2.0};
    const auto place = turned(centre, scanner.printTilt, scanner.printScale,
                              cv::Point2d{scanner.printRight, scanner.printDown} * kFine);
    cv::Mat paper;
    cv::warpAffine(drawn, paper, place, drawn.size(), cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar::all(255));
    paper = cv::Scalar::all(255) - (cv::Scalar::all(255) - paper) * (1 - scanner.fade);
    for (const auto& streak : scanner.streaks) {
        const cv::Rect line{static_cast<int>(streak.x * kFine), 0, std::max(1, static_cast<int>(streak.width * kFine)),
                            paper.rows};
        paper(line & cv::Rect{cv::Point{}, paper.size()}).setTo(cv::Scalar::all(streak.dark ? 40 : 255));
    }
    if (scanner.guilloche) cv::multiply(paper, guillocheOf(paper.size()), paper, 1 / 255.0);
    return paper * (scanner.paper / 255);
}

}  // namespace

printing::Image scannedPage(base::BytesView pdf, const PageScanner& scanner) {
    const auto page = base::expected(printing::rasterise(pdf, 0, kFineDpi), "page");
    const auto paper = printed(page, scanner);
    const double factor = scanner.resolution / kFineDpi, border = scanner.edges ? kBed * scanner.resolution / 25.4 : 0;
    const auto box = base::expected(base::expected(printing::PdfFile::open(pdf), "page").pageBox(0), "page");
    const auto right = static_cast<float>(box.width * kFine), bottom = static_cast<float>(box.height * kFine);
    const cv::Size size{static_cast<int>(std::lround(right * factor + 2 * border)),
                        static_cast<int>(std::lround(bottom * factor + 2 * border))};
    const auto turn = turned({size.width / 2.0, size.height / 2.0}, scanner.tilt, 1,
                             cv::Point2d{scanner.right, scanner.down} * (scanner.resolution / 25.4));
    const std::array<cv::Point2f, 4> sheet{{{0, 0}, {right, 0}, {right, bottom}, {0, bottom}}};
    std::array<cv::Point2f, 4> seen;
    for (std::size_t at = 0; at < 4; ++at) {
        double x = sheet[at].x * factor + border;
        const double y = sheet[at].y * factor + border;
        if (at < 2) x += (at == 0 ? 1 : -1) * scanner.keystone * right * factor / 2;
        seen[at] = {static_cast<float>(turn.at<double>(0, 0) * x + turn.at<double>(0, 1) * y + turn.at<double>(0, 2)),
                    static_cast<float>(turn.at<double>(1, 0) * x + turn.at<double>(1, 1) * y + turn.at<double>(1, 2))};
    }
    cv::Mat smooth, view;
    cv::GaussianBlur(paper, smooth, {}, std::max(0.3, 0.4 / factor));
    cv::warpPerspective(smooth, view, cv::getPerspectiveTransform(sheet.data(), seen.data()), size, cv::INTER_LINEAR,
                        cv::BORDER_CONSTANT, cv::Scalar::all(scanner.bed));
    if (scanner.blur > 0) cv::GaussianBlur(view, view, {}, scanner.blur);
    cv::Mat noise{view.size(), CV_16SC3}, noisy;
    cv::RNG chance{scanner.chance};
    chance.fill(noise, cv::RNG::NORMAL, 0, scanner.noise);
    cv::add(view, noise, noisy, cv::noArray(), CV_8UC3);
    printing::Image image{static_cast<std::uint32_t>(size.width), static_cast<std::uint32_t>(size.height), 3,
                          base::Bytes{noisy.data, noisy.data + noisy.total() * 3}};
    if (scanner.jpegQuality == 0) return image;
    return base::expected(printing::decodeImage(printing::encodeJpeg(image, scanner.jpegQuality)), "jpeg");
}

}  // namespace samples
