// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/registers/register_lines.hpp"

#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "base/xml.hpp"
#include "inventory/receipts/csv_lines.hpp"
#include "issuance/registers/line_check.hpp"

namespace issuance {
namespace {

using namespace base::literals;
using inventory::CsvLines;
using inventory::TextEncoding;

constexpr int32_t kMostOfALine = 500;
/// Of a row in XML, as of a line in CSV.
constexpr std::size_t kMostOctets = 1000;
constexpr std::size_t kMostFaults = 100;

/// Text that a database takes: what is no UTF-8 becomes U+FFFD; cut.
std::string shownText(std::string_view text) {
    const auto whole = icu::UnicodeString::fromUTF8(icu::StringPiece{text.data(), static_cast<int32_t>(text.size())});
    std::string shown;
    whole.tempSubString(0, whole.moveIndex32(0, kMostOfALine)).toUTF8String(shown);
    std::erase(shown, '\0');
    return shown;
}

void begin(RegisterLine& line, std::int64_t number) {
    line.line = number;
    line.faults.clear();
    line.text.clear();
}

/// Which field of a file's line is which column.
class Columns {
   public:
    explicit Columns(const LineCheck& check) : m_check(check), m_present(check.columns().size()) {}

    void add(const std::string& name) {
        const std::size_t* place = m_check.find(name);
        if (place == nullptr) {
            m_faults.push_back({"register.column-unknown"_code, {{"column", shownText(name)}}});
        } else if (m_present[*place]) {
            m_faults.push_back({"register.column-twice"_code, {{"column", m_check.columns()[*place]}}});
        } else {
            m_present[*place] = true;
            m_places.push_back(*place);
        }
    }
    [[nodiscard]] std::vector<base::Fault> faults() const {
        auto all = m_faults;
        for (auto& fault : m_check.missing(m_present)) all.push_back(std::move(fault));
        return all;
    }
    [[nodiscard]] const std::vector<std::size_t>& places() const { return m_places; }

   private:
    const LineCheck& m_check;
    std::vector<bool> m_present;
    std::vector<std::size_t> m_places;  ///< of each field
    std::vector<base::Fault> m_faults;
};

/// Whichever stands most often in the heading.
char separatorOf(std::string_view heading) {
    constexpr std::array kSeparators{';', ',', '\t', '|'};
    return *std::max_element(kSeparators.begin(), kSeparators.end(), [&](char one, char other) {
        return std::count(heading.begin(), heading.end(), one) < std::count(heading.begin(), heading.end(), other);
    });
}

class CsvRegister : public RegisterLines {
   public:
    CsvRegister(std::istream& stream, const RegisterKind& kind, TextEncoding encoding)
        : m_lines(stream, encoding), m_encoding(encoding), m_check(kind) {}

    base::Outcome readHeading() {
        Columns columns{m_check};
        if (m_lines.next()) {
            m_separator = separatorOf(m_lines.line());
            m_lines.split(m_separator, m_cells);
            for (const auto& cell : m_cells) columns.add(cell);
        }
        if (auto faults = columns.faults(); !faults.empty()) return base::Refusal{std::move(faults)};
        m_places = columns.places();
        return {};
    }

    [[nodiscard]] std::string form() const override {
        return std::string{"csv "} + (m_encoding == TextEncoding::Utf8 ? "utf-8 " : "latin-1 ") + m_separator;
    }

    bool next(RegisterLine& line) override {
        if (!m_lines.next()) return false;
        begin(line, m_lines.number());
        if (m_lines.isTooLong())
            line.faults.push_back({"register.line-too-long"_code});
        else if (!m_lines.split(m_separator, m_cells))
            line.faults.push_back({"register.bad-quotes"_code});
        else if (m_cells.size() != m_places.size())
            line.faults.push_back(
                {"register.field-count"_code,
                 {{"found", std::to_string(m_cells.size())}, {"expected", std::to_string(m_places.size())}}});
        else
            check(line);
        if (!line.faults.empty())
            line.text = shownText(m_encoding == TextEncoding::Latin1 ? inventory::utf8FromLatin1(m_lines.line())
                                                                     : std::string{m_lines.line()});
        return true;
    }

   private:
    void check(RegisterLine& line) {
        m_fields.resize(m_check.columns().size());
        for (std::size_t at = 0; at < m_cells.size(); ++at) std::swap(m_fields[m_places[at]], m_cells[at]);
        m_check.check(m_fields, line);
    }
    CsvLines m_lines;
    TextEncoding m_encoding;
    LineCheck m_check;
    char m_separator = ';';
    std::vector<std::string> m_cells;
    std::vector<std::string> m_fields;
    std::vector<std::size_t> m_places;
};

class XmlRegister : public RegisterLines {
   public:
    XmlRegister(base::xml::Document document, const RegisterKind& kind)
        : m_document(std::move(document)), m_check(kind), m_rows(m_document.root().children()) {}

    [[nodiscard]] std::string form() const override { return "xml"; }

    bool next(RegisterLine& line) override {
        if (m_at == m_rows.size()) return false;
        const base::xml::Element row = m_rows[m_at++];
        m_last = std::max<std::int64_t>(row.line(), m_last + 1);  // several may stand on one line
        begin(line, m_last);
        m_fields.assign(m_check.columns().size(), {});
        Columns columns{m_check};
        for (const auto& child : row.children()) {
            columns.add(child.name());
            if (const auto* place = m_check.find(child.name())) m_fields[*place] = child.text();
        }
        for (auto& fault : columns.faults()) {
            // A value that may be empty may be left out; those that may not are missed below, by their columns.
            if (fault.code != "register.column-missing"_code) line.faults.push_back(std::move(fault));
        }
        const auto text = row.text();
        if (text.size() > kMostOctets || line.faults.size() > kMostFaults)
            line.faults.assign(1, {"register.line-too-long"_code});
        else
            m_check.check(m_fields, line);
        if (!line.faults.empty()) line.text = shownText(text);
        return true;
    }

   private:
    base::xml::Document m_document;
    LineCheck m_check;
    std::vector<base::xml::Element> m_rows;
    std::vector<std::string> m_fields;
    std::size_t m_at = 0;
    std::int64_t m_last = 0;
};

/// The first octet that says something: no white space, no byte order mark.
char firstLetterOf(std::istream& stream) {
    constexpr std::string_view kSkipped = " \t\r\n\xEF\xBB\xBF";
    char letter = 0;
    while (stream.get(letter) && kSkipped.find(letter) != std::string_view::npos) {
    }
    const char found = stream ? letter : '\0';
    stream.clear();
    stream.seekg(0);
    return found;
}

base::Result<std::unique_ptr<RegisterLines>> readXml(std::istream& stream, const RegisterKind& kind) {
    const std::size_t limit = base::xml::Limits{}.octets;
    base::Bytes octets;
    std::vector<char> part(std::size_t{1} << 20);
    while (octets.size() <= limit &&
           (stream.read(part.data(), static_cast<std::streamsize>(part.size())) || stream.gcount() > 0))
        octets.insert(octets.end(), part.begin(), part.begin() + stream.gcount());
    auto document = base::xml::Document::parse(octets);
    if (!document) return document.refusal();
    const auto root = document->root();
    if (root.name() != "registro" || root.attributeOr("nombre", "") != kind.name)
        return base::Fault{"register.xml-other"_code, {{"register", kind.name}}};
    return std::unique_ptr<RegisterLines>{std::make_unique<XmlRegister>(std::move(document).value(), kind)};
}

/// Whether a file that is not all UTF-8 has letters of Spanish in UTF-8: read as Latin-1 each would be two wrong ones.
bool looksTorn(std::istream& stream) {
    char letter = 0;
    bool lead = false;
    bool found = false;
    while (!found && stream.get(letter)) {
        const auto octet = static_cast<unsigned char>(letter);
        found = lead && octet >= 0x80 && octet <= 0xBF;
        lead = octet == 0xC3;
    }
    stream.clear();
    stream.seekg(0);
    return found;
}

/// As declared, or as the file shows.
base::Result<TextEncoding> encodingFor(std::istream& stream, std::string_view declared) {
    const auto seen = inventory::encodingOf(stream);
    if (!seen) return base::Fault{"register.not-text"_code};
    if (declared.empty() && *seen == TextEncoding::Latin1 && looksTorn(stream))
        return base::Fault{"register.encoding-unclear"_code};
    if (declared.empty()) return *seen;
    if (declared == "utf-8") return TextEncoding::Utf8;
    if (declared == "latin-1") return TextEncoding::Latin1;
    return base::Fault{"register.unknown-encoding"_code, {{"encoding", std::string{declared}}}};
}

}  // namespace

base::Result<std::unique_ptr<RegisterLines>> readRegister(std::istream& stream, const RegisterKind& kind,
                                                          std::string_view encoding) {
    if (firstLetterOf(stream) == '<') return readXml(stream, kind);
    const auto read = encodingFor(stream, encoding);
    if (!read) return read.refusal();
    auto lines = std::make_unique<CsvRegister>(stream, kind, *read);
    if (auto heading = lines->readHeading(); !heading) return heading.refusal();
    return std::unique_ptr<RegisterLines>{std::move(lines)};
}

}  // namespace issuance
