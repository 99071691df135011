// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/scan/text_recognition.hpp"

#include <omp.h>
#include <tesseract/baseapi.h>

#include <opencv2/imgproc.hpp>

#include "base/failure.hpp"
#include "printing/page/text.hpp"
#include "printing/scan/raster.hpp"

namespace printing {

using namespace base::literals;

namespace {

constexpr int kLarger = 2;  // it reads small print better when it is drawn larger
constexpr const char* kCapitals = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZÁÉÍÓÚÜÑ/.,-'() ";
constexpr const char* kAllLetters =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZÁÉÍÓÚÜÑabcdefghijklmnopqrstuvwxyzáéíóúüñ/.,-'() ";
constexpr int kFrame = 20;  // pixels of empty ground that it wants around a line

}  // namespace

struct TextRecognition::State {
    tesseract::TessBaseAPI api;
};

TextRecognition::TextRecognition() : m_state(std::make_unique<State>()) {
    // Its threads wait for each other by spinning, which takes a busy machine many times as long as one thread would.
    omp_set_num_threads(1);
    auto& api = m_state->api;
    if (api.Init(nullptr, "spa", tesseract::OEM_LSTM_ONLY) != 0)
        throw base::Failure{"printing.recognition-missing"_code, base::NextStep::CallSupervisor, "spa"};
    api.SetVariable("debug_file", "/dev/null");
}

TextRecognition::~TextRecognition() = default;

std::string TextRecognition::read(const cv::Mat& grey, bool capitalsOnly) {
    cv::Mat larger, framed;
    cv::resize(grey, larger, {}, kLarger, kLarger, cv::INTER_CUBIC);
    cv::copyMakeBorder(larger, framed, kFrame, kFrame, kFrame, kFrame, cv::BORDER_REPLICATE);
    auto& api = m_state->api;
    api.SetPageSegMode(tesseract::PSM_SINGLE_LINE);
    api.SetVariable("tessedit_char_whitelist", capitalsOnly ? kCapitals : kAllLetters);
    api.SetImage(framed.data, framed.cols, framed.rows, 1, static_cast<int>(framed.step));
    api.SetSourceResolution(static_cast<int>(kScanDpi) * kLarger);
    const std::unique_ptr<char[]> text{api.GetUTF8Text()};
    return text ? withSingleSpaces(text.get()) : "";
}

}  // namespace printing
