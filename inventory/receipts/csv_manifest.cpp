// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <charconv>

#include "inventory/receipts/announcement.hpp"
#include "inventory/receipts/csv_lines.hpp"
#include "inventory/receipts/range_gatherer.hpp"

namespace inventory {
namespace {

using namespace base::literals;

constexpr std::size_t kMostFaults = 1000;

enum Column : std::size_t { kItem, kSerial, kFirst, kLast, kBox, kSeal, kLot, kQuantity, kColumns };

constexpr std::pair<std::string_view, Column> kHeadings[] = {
    {"item", kItem},     {"artículo", kItem}, {"articulo", kItem}, {"serial", kSerial},     {"serie", kSerial},
    {"first", kFirst},   {"primera", kFirst}, {"desde", kFirst},   {"last", kLast},         {"última", kLast},
    {"ultima", kLast},   {"hasta", kLast},    {"box", kBox},       {"caja", kBox},          {"seal", kSeal},
    {"precinto", kSeal}, {"lot", kLot},       {"lote", kLot},      {"quantity", kQuantity}, {"cantidad", kQuantity},
};

std::string lowered(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

/// One CSV being read.
class CsvManifest {
   public:
    CsvManifest(std::istream& stream, TextEncoding encoding, const AnnouncementReading& reading)
        : m_lines(stream, encoding), m_encoding(encoding), m_reading(reading) {}

    base::Result<Announcement> read() {
        if (m_reading.supplier.empty() || m_reading.purchase.empty()) fault("stock.supplier-missing"_code);
        if (m_lines.next()) {
            readHeading();
            while (goesOn() && m_lines.next()) readRow();
        }
        return finish();
    }

   private:
    void fault(base::FailureCode code, std::vector<std::pair<std::string, std::string>> arguments = {}) {
        const auto number = m_lines.number();
        m_faults.push_back(
            {std::move(code), std::move(arguments), number > 0 ? "line " + std::to_string(number) : std::string{}});
    }
    [[nodiscard]] bool goesOn() const { return !m_stopped && m_faults.size() < kMostFaults; }

    /// Names the columns; a file of bare serials has no heading.
    void readHeading() {
        const auto line = m_lines.line();
        const auto commas = std::count(line.begin(), line.end(), ',');
        m_separator = std::count(line.begin(), line.end(), ';') > commas ? ';' : ',';
        m_columns.fill(kNowhere);
        m_lines.split(m_separator, m_fields);
        if (m_fields.size() == 1 && m_reading.catalogue.itemOf(m_fields[0]) != nullptr) {
            m_columns[kSerial] = 0;
            return readRow();
        }
        for (std::size_t at = 0; at < m_fields.size(); ++at) {
            const auto name = lowered(m_fields[at]);
            const auto* found = std::find_if(std::begin(kHeadings), std::end(kHeadings),
                                             [&](const auto& heading) { return heading.first == name; });
            if (found == std::end(kHeadings))
                fault("stock.csv-unknown-column"_code, {{"column", m_fields[at]}});
            else
                m_columns[found->second] = at;
        }
        m_stopped = !m_faults.empty();
    }

    [[nodiscard]] const std::string& field(Column column) const {
        static const std::string kNone;
        const std::size_t at = m_columns[column];
        return at < m_fields.size() ? m_fields[at] : kNone;
    }

    void readRow() {
        if (m_lines.isTooLong())
            return fault("stock.csv-line-too-long"_code, {{"most", std::to_string(CsvLines::kLongestLine)}});
        if (!m_lines.split(m_separator, m_fields)) return fault("stock.csv-bad-row"_code);
        const std::string& first = field(kSerial).empty() ? field(kFirst) : field(kSerial);
        first.empty() ? readLot() : readRange(first);
    }

    void readLot() {
        const Item* item = m_reading.catalogue.find(field(kItem));
        if (item == nullptr) return fault("stock.unknown-item"_code, {{"item", field(kItem)}});
        if (!item->isCounted()) return fault("stock.bad-serial"_code, {{"serial", field(kLot)}, {"item", item->id}});
        if (field(kLot).empty()) return fault("stock.lot-without-number"_code, {{"item", item->id}});
        const std::string& text = field(kQuantity);
        std::int64_t quantity = 0;
        const auto parsed = std::from_chars(text.data(), text.data() + text.size(), quantity);
        if (parsed.ec != std::errc{} || parsed.ptr != text.data() + text.size() || quantity <= 0 ||
            quantity > Manifest::kMostSerials)
            return fault("stock.bad-quantity"_code, {{"quantity", text}});
        if (m_lots.size() == Announcement::kMostRanges) return stop("stock.manifest-scattered"_code);
        m_lots.push_back({{item->id, field(kLot), quantity}, field(kBox), field(kSeal), m_lines.number()});
    }

    /// The item that is named, or the one whose pattern the serial follows; null, with its fault, where there is none.
    const Item* itemOf(const std::string& serial) {
        if (!field(kItem).empty()) {
            const Item* named = m_reading.catalogue.find(field(kItem));
            if (named == nullptr) fault("stock.unknown-item"_code, {{"item", field(kItem)}});
            if (named == nullptr || !named->isCounted()) return named;
            fault("stock.item-counted"_code, {{"item", named->id}});
            return nullptr;
        }
        if (m_latest == nullptr || !m_latest->serial.numberOf(serial)) m_latest = m_reading.catalogue.itemOf(serial);
        if (m_latest == nullptr) fault("stock.bad-serial"_code, {{"serial", serial}, {"item", ""}});
        return m_latest;
    }

    void readRange(const std::string& first) {
        const Item* item = itemOf(first);
        if (item == nullptr) return;
        const std::string& last = field(kSerial).empty() && !field(kLast).empty() ? field(kLast) : first;
        const auto from = item->serial.numberOf(first);
        const auto to = &last == &first ? from : item->serial.numberOf(last);
        if (!from) fault("stock.bad-serial"_code, {{"serial", first}, {"item", item->id}});
        if (!to && &last != &first) fault("stock.bad-serial"_code, {{"serial", last}, {"item", item->id}});
        if (!from || !to) return;
        if (*to < *from) return fault("stock.range-reversed"_code, {{"first", first}, {"last", last}});
        if (field(kBox) != m_boxLabel || field(kSeal) != m_boxSeal || m_box < 0) {
            m_boxLabel = field(kBox);
            m_boxSeal = field(kSeal);
            m_box = m_gatherer.boxOf(m_boxLabel, m_boxSeal);
        }
        if (!m_gatherer.add(*item, *from, *to, m_box, m_lines.number())) stop("stock.manifest-scattered"_code);
        if (m_gatherer.quantity() > Manifest::kMostSerials)
            stop("stock.manifest-too-large"_code, {{"quantity", std::to_string(m_gatherer.quantity())},
                                                   {"most", std::to_string(Manifest::kMostSerials)}});
    }

    void stop(base::FailureCode code, std::vector<std::pair<std::string, std::string>> arguments = {}) {
        fault(std::move(code), std::move(arguments));
        m_stopped = true;
    }

    base::Result<Announcement> finish() {
        Announcement announcement{m_reading.supplier, m_reading.purchase, "csv ", {}, std::move(m_lots)};
        announcement.form += m_encoding == TextEncoding::Utf8 ? "utf-8 " : "latin-1 ";
        announcement.form += m_separator;
        if (!m_stopped) announcement.ranges = m_gatherer.finish(m_faults, kMostFaults);
        if (announcement.ranges.size() > Announcement::kMostRanges)
            m_faults.push_back({"stock.manifest-scattered"_code});
        if (m_faults.empty() && announcement.ranges.empty() && announcement.lots.empty())
            m_faults.push_back({"stock.manifest-empty"_code});
        if (!m_faults.empty()) return base::Refusal{std::move(m_faults)};
        return announcement;
    }

    static constexpr std::size_t kNowhere = ~std::size_t{0};

    CsvLines m_lines;
    TextEncoding m_encoding;
    const AnnouncementReading& m_reading;
    char m_separator = ',';
    std::array<std::size_t, kColumns> m_columns{};
    std::vector<std::string> m_fields;
    RangeGatherer m_gatherer;
    std::vector<AnnouncedLot> m_lots;
    const Item* m_latest = nullptr;
    std::string m_boxLabel;
    std::string m_boxSeal;
    int m_box = -1;
    std::vector<base::Fault> m_faults;
    bool m_stopped = false;
};

}  // namespace

base::Result<Announcement> readCsvManifest(std::istream& stream, const AnnouncementReading& reading) {
    const auto encoding = encodingOf(stream);
    if (!encoding) return base::Fault{"stock.manifest-not-text"_code};
    return CsvManifest{stream, *encoding, reading}.read();
}

}  // namespace inventory
