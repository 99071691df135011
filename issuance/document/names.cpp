// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/document/names.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>

#include <fmt/format.h>

#include "base/failure.hpp"

namespace issuance {

using namespace base::literals;
namespace {

const icu::Normalizer2& composedForm() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* form = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status) != 0)
        throw base::Failure{"text.library-failed"_code, base::NextStep::Stop, "ICU", u_errorName(status)};
    return *form;
}

icu::UnicodeString unicodeOf(std::string_view text) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece{text.data(), static_cast<int32_t>(text.size())});
}

bool isUtf8(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t length = 0;
    u_strFromUTF8(nullptr, 0, &length, text.data(), static_cast<int32_t>(text.size()), &status);
    return status == U_BUFFER_OVERFLOW_ERROR || U_SUCCESS(status);
}

bool isForbidden(UChar32 c) {
    constexpr std::uint32_t kForbidden =
        U_GC_CC_MASK | U_GC_CF_MASK | U_GC_CO_MASK | U_GC_CS_MASK | U_GC_CN_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK;
    return (U_GET_GC_MASK(c) & kForbidden) != 0;
}

std::string utf8Of(const icu::UnicodeString& text) {
    std::string utf8;
    text.toUTF8String(utf8);
    return utf8;
}

}  // namespace

base::Result<std::string> tidyText(std::string_view text) {
    if (!isUtf8(text)) return base::Fault{"text.not-utf8"_code};
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString composed = composedForm().normalize(unicodeOf(text), status);
    icu::UnicodeString tidy;
    bool pendingSpace = false;
    for (int32_t at = 0; at < composed.length(); at = composed.moveIndex32(at, 1)) {
        const UChar32 c = composed.char32At(at);
        if (u_isUWhiteSpace(c) != 0) {
            pendingSpace = !tidy.isEmpty();
            continue;
        }
        if (isForbidden(c))
            return base::Fault{"text.forbidden-character"_code,
                               {{"character", fmt::format("U+{:04X}", static_cast<std::uint32_t>(c))}}};
        if (pendingSpace) tidy.append(static_cast<UChar32>(' '));
        pendingSpace = false;
        tidy.append(c);
    }
    return utf8Of(tidy);
}

std::string upperCase(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString upper = unicodeOf(text);
    upper.toUpper(icu::Locale::getRoot());
    return utf8Of(composedForm().normalize(upper, status));
}

std::size_t lengthOf(std::string_view text) { return static_cast<std::size_t>(unicodeOf(text).countChar32()); }

}  // namespace issuance
