// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/receipts/csv_lines.hpp"

#include <algorithm>
#include <limits>

namespace inventory {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Follows UTF-8 (RFC 3629) octet by octet.
class Utf8Watch {
   public:
    /// False where the octets so far are no UTF-8.
    bool take(unsigned char octet) {
        if (m_missing == 0) return begin(octet);
        if (octet < m_least || octet > m_most) return false;
        m_least = 0x80;
        m_most = 0xBF;
        --m_missing;
        return true;
    }
    [[nodiscard]] bool isWhole() const { return m_missing == 0; }

   private:
    bool begin(unsigned char octet) {
        if (octet < 0x80) return true;
        if (octet < 0xC2 || octet > 0xF4) return false;
        m_missing = octet < 0xE0 ? 1 : octet < 0xF0 ? 2 : 3;
        m_least = octet == 0xE0 ? 0xA0 : octet == 0xF0 ? 0x90 : 0x80;
        m_most = octet == 0xED ? 0x9F : octet == 0xF4 ? 0x8F : 0xBF;
        return true;
    }
    int m_missing = 0;
    unsigned char m_least = 0x80;
    unsigned char m_most = 0xBF;
};

bool isBlank(char c) { return c == ' ' || c == '\t'; }

void trim(std::string& text) {
    while (!text.empty() && isBlank(text.back())) text.pop_back();
    text.erase(text.begin(), std::find_if_not(text.begin(), text.end(), isBlank));
}

}  // namespace

std::optional<TextEncoding> encodingOf(std::istream& stream) {
    std::vector<char> part(std::size_t{1} << 16);
    Utf8Watch watch;
    bool utf8 = true;
    bool text = true;
    while (text && (stream.read(part.data(), static_cast<std::streamsize>(part.size())) || stream.gcount() > 0))
        for (auto at = part.begin(); at != part.begin() + stream.gcount(); ++at) {
            text = text && *at != '\0';
            utf8 = utf8 && watch.take(static_cast<unsigned char>(*at));
        }
    stream.clear();
    stream.seekg(0);
    if (!text) return std::nullopt;
    return utf8 && watch.isWhole() ? TextEncoding::Utf8 : TextEncoding::Latin1;
}

std::string utf8FromLatin1(std::string_view text) {
    std::string converted;
    for (const char c : text) {
        const auto octet = static_cast<unsigned char>(c);
        if (octet < 0x80) {
            converted += c;
        } else {
            converted += static_cast<char>(0xC0 | (octet >> 6));
            converted += static_cast<char>(0x80 | (octet & 0x3F));
        }
    }
    return converted;
}

bool CsvLines::next() {
    do {
        m_stream.getline(m_buffer, sizeof m_buffer);
        m_tooLong = m_stream.fail() && !m_stream.eof() && m_stream.gcount() > 0;
        if (m_stream.fail() && !m_tooLong) return false;
        if (m_tooLong) {
            m_stream.clear();
            m_stream.ignore(std::numeric_limits<std::streamsize>::max(), '\n');
        }
        m_line = m_buffer;
        ++m_number;
        if (m_number == 1 && m_line.starts_with(kByteOrderMark)) m_line.remove_prefix(kByteOrderMark.size());
        if (m_line.ends_with('\r')) m_line.remove_suffix(1);
    } while (!m_tooLong && std::all_of(m_line.begin(), m_line.end(), isBlank));
    return true;
}

bool CsvLines::split(char separator, std::vector<std::string>& fields) const {
    std::size_t count = 0;
    const auto begin = [&]() -> std::string& {
        if (count == fields.size()) fields.emplace_back();
        fields[count].clear();
        return fields[count++];
    };
    std::string* field = &begin();
    bool quoted = false;
    for (std::size_t at = 0; at < m_line.size(); ++at) {
        const char c = m_line[at];
        if (quoted && c == '"' && at + 1 < m_line.size() && m_line[at + 1] == '"')
            *field += m_line[++at];
        else if (c == '"')
            quoted = !quoted;
        else if (c == separator && !quoted)
            field = &begin();
        else
            *field += c;
    }
    fields.resize(count);
    for (auto& each : fields) {
        trim(each);
        if (m_encoding == TextEncoding::Latin1) each = utf8FromLatin1(each);
    }
    return !quoted;
}

}  // namespace inventory
