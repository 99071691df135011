// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <opencv2/core.hpp>
#include <string>

/// Internal to printing/scan: the only user of Tesseract.
namespace printing {

/// Reads lines of Spanish. Throws "printing.recognition-missing" where its language file is not installed. One thread.
class TextRecognition {
   public:
    TextRecognition();
    ~TextRecognition();
    /// One line of dark text on light ground of kScanDpi, with single spaces; small letters occur unless
    /// `capitalsOnly`. Empty where nothing is read.
    [[nodiscard]] std::string read(const cv::Mat& grey, bool capitalsOnly);

   private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace printing
