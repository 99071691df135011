// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/flow/hyphenation.hpp"

#include <hyphen.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <cstdlib>
#include <string>

#include "base/failure.hpp"
#include "printing/page/text.hpp"

namespace printing {

using namespace base::literals;

namespace {

constexpr std::size_t kShortest = 6;  // characters of a word that is worth dividing
constexpr std::size_t kLongest = 60;
constexpr int kBefore = 2;
constexpr int kBehind = 3;

struct FreePatterns {
    void operator()(HyphenDict* patterns) const { hnj_hyphen_free(patterns); }
};

}  // namespace

struct Hyphenation::Patterns {
    std::unique_ptr<HyphenDict, FreePatterns> read;
};

Hyphenation::Hyphenation(std::unique_ptr<Patterns> patterns) : m_patterns(std::move(patterns)) {}
Hyphenation::Hyphenation(Hyphenation&&) noexcept = default;
Hyphenation& Hyphenation::operator=(Hyphenation&&) noexcept = default;
Hyphenation::~Hyphenation() = default;

Hyphenation Hyphenation::load(const std::filesystem::path& file) {
    auto patterns = std::make_unique<Patterns>();
    patterns->read.reset(hnj_hyphen_load(file.c_str()));
    if (!patterns->read)
        throw base::Failure{"printing.hyphenation-broken"_code, base::NextStep::Stop, file.string(), "libhyphen"};
    return Hyphenation{std::move(patterns)};
}

std::vector<std::size_t> Hyphenation::placesIn(std::u32string_view word) const {
    const auto isSmall = [](char32_t c) { return u_islower(static_cast<UChar32>(c)) != 0; };
    if (word.size() < kShortest || word.size() > kLongest || !std::all_of(word.begin(), word.end(), isSmall)) return {};
    const std::string utf8 = utf8Of(word);
    std::string marks(utf8.size() + 5, '\0');
    char** replacements = nullptr;
    int* positions = nullptr;
    int* cuts = nullptr;
    const int failed =
        hnj_hyphen_hyphenate3(m_patterns->read.get(), utf8.c_str(), static_cast<int>(utf8.size()), marks.data(),
                              nullptr, &replacements, &positions, &cuts, kBefore, kBehind, kBefore, kBehind);
    for (std::size_t at = 0; replacements != nullptr && at < utf8.size(); ++at) std::free(replacements[at]);
    std::free(replacements);
    std::free(positions);
    std::free(cuts);
    std::vector<std::size_t> places;
    if (failed != 0) return places;
    for (std::size_t at = 0; at + 1 < word.size(); ++at)
        if ((marks[at] & 1) != 0) places.push_back(at + 1);
    return places;
}

}  // namespace printing
