// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>

#include "base/digest.hpp"
#include "printing/page/page_layout.hpp"

/// The parts that data preparation is made of, each done by its library alone and nothing else: the limit.
namespace benchmarks {

/// libxml2: parses a file and validates it against a schema compiled beforehand.
class BareXml {
   public:
    explicit BareXml(const std::filesystem::path& schema);
    ~BareXml();
    BareXml(const BareXml&) = delete;
    BareXml& operator=(const BareXml&) = delete;
    /// Throws where the file is not valid.
    void parseAndValidate(const std::string& file) const;

   private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// libharu draws the lines, rectangles, texts and pictures of a layout made beforehand (texts fitted, pictures decoded
/// and cropped) with its own fonts, and libqpdf rewrites the file. Answers the octets written.
std::size_t drawBare(const printing::PageDesign& design, const printing::PageLayout& layout);

/// OpenSSL: one signature on P-256 and one verification, what EF.SOD needs.
class BareSignature {
   public:
    BareSignature();
    ~BareSignature();
    BareSignature(const BareSignature&) = delete;
    BareSignature& operator=(const BareSignature&) = delete;
    void signAndVerify();

   private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// OpenSSL: a key pair on brainpoolP256r1.
void makeBareKey();

}  // namespace benchmarks
