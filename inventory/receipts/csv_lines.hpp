// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace inventory {

/// The encodings in which suppliers write.
enum class TextEncoding { Utf8, Latin1 };

/// UTF-8 where all of the stream is, else Latin-1; none where it holds zeros and so is no text. Rewinds the stream.
std::optional<TextEncoding> encodingOf(std::istream& stream);

/// Text in Latin-1 as UTF-8.
std::string utf8FromLatin1(std::string_view text);

/// The lines of a CSV (RFC 4180, but no field goes over two lines), one by one: memory does not grow with the file.
class CsvLines {
   public:
    static constexpr std::size_t kLongestLine = 1000;

    CsvLines(std::istream& stream, TextEncoding encoding) : m_stream(stream), m_encoding(encoding) {}

    /// Goes to the next line that is not blank; false where there is none.
    bool next();
    /// The line has more octets than allowed: the rest of it is skipped.
    [[nodiscard]] bool isTooLong() const { return m_tooLong; }
    [[nodiscard]] std::int64_t number() const { return m_number; }
    [[nodiscard]] std::string_view line() const { return m_line; }
    /// Fields of this line as UTF-8 without blanks around them; false where quotes do not match. The strings are
    /// reused.
    bool split(char separator, std::vector<std::string>& fields) const;

   private:
    std::istream& m_stream;
    TextEncoding m_encoding;
    char m_buffer[kLongestLine + 1] = {};
    std::string_view m_line;
    std::int64_t m_number = 0;
    bool m_tooLong = false;
};

}  // namespace inventory
