// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/finalise/incremental_update.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <qpdf/Buffer.hh>
#include <stdexcept>
#include <string_view>

#include "base/digest.hpp"

namespace printing {

namespace {

constexpr std::size_t kTail = 1024;  // octets at the end that are searched, as readers do
constexpr std::string_view kStartXref = "startxref";

std::string_view viewOf(base::BytesView file) { return {reinterpret_cast<const char*>(file.data()), file.size()}; }

/// Runs of object numbers that follow each other: first and count.
template <class Written>
std::vector<std::pair<int, int>> runsOf(const Written& written) {
    std::vector<std::pair<int, int>> runs;
    for (const auto& [number, place] : written) {
        if (runs.empty() || runs.back().first + runs.back().second != number) runs.emplace_back(number, 0);
        ++runs.back().second;
    }
    return runs;
}

}  // namespace

std::size_t lastCrossReferences(base::BytesView file) {
    const auto text = viewOf(file);
    const auto tail = text.substr(text.size() > kTail ? text.size() - kTail : 0);
    const auto at = tail.rfind(kStartXref);
    const auto digits = at == std::string_view::npos ? at : tail.find_first_not_of(" \r\n\t", at + kStartXref.size());
    std::size_t offset = 0;
    if (digits == std::string_view::npos ||
        std::from_chars(tail.data() + digits, tail.data() + tail.size(), offset).ec != std::errc{} ||
        offset >= file.size())
        throw std::runtime_error{"no startxref"};
    return offset;
}

IncrementalUpdate::IncrementalUpdate(base::BytesView file, QPDF& pdf)
    : m_pdf(pdf), m_file(file.begin(), file.end()), m_previous(lastCrossReferences(file)) {
    m_tabular = viewOf(file).substr(m_previous, 4) == "xref";
    if (m_file.back() != '\n') m_file.push_back('\n');
}

std::size_t IncrementalUpdate::put(QPDFObjGen id, const std::string& text) {
    m_written[id.getObj()] = {id.getGen(), m_file.size()};
    append(fmt::format("{} {} obj\n", id.getObj(), id.getGen()));
    const auto begin = m_file.size();
    append(text);
    append("\nendobj\n");
    return begin;
}

void IncrementalUpdate::put(QPDFObjectHandle object) {
    if (!object.isStream()) {
        put(object.getObjGen(), object.unparseResolved());
        return;
    }
    const auto content = object.getRawStreamData();
    auto dictionary = object.getDict().shallowCopy();
    dictionary.replaceKey("/Length", QPDFObjectHandle::newInteger(static_cast<long long>(content->getSize())));
    const auto* octets = reinterpret_cast<const char*>(content->getBuffer());
    put(object.getObjGen(),
        dictionary.unparse() + "\nstream\n" + std::string{octets, content->getSize()} + "\nendstream");
}

int IncrementalUpdate::sizeOfTable() const {
    auto before = m_pdf.getTrailer().getKey("/Size");
    const int size = before.isInteger() ? before.getIntValueAsInt() : 0;
    return std::max(size, m_written.rbegin()->first + 1);
}

std::string IncrementalUpdate::trailerEntries() {
    auto trailer = m_pdf.getTrailer();
    std::string entries =
        fmt::format("/Size {} /Prev {} /Root {}", sizeOfTable(), m_previous, trailer.getKey("/Root").unparse());
    if (trailer.hasKey("/Info")) entries += " /Info " + trailer.getKey("/Info").unparse();
    const auto digest = base::sha256(m_file);
    const auto fresh = base::toHex(base::BytesView{digest}.first(16));
    auto ids = trailer.getKey("/ID");
    const bool known = ids.isArray() && ids.getArrayNItems() == 2 && ids.getArrayItem(0).isString();
    return entries + fmt::format(" /ID [{} <{}>]", known ? ids.getArrayItem(0).unparse() : "<" + fresh + ">", fresh);
}

void IncrementalUpdate::appendTable() {
    const auto entries = trailerEntries();
    append("xref\n");
    for (const auto& [first, count] : runsOf(m_written)) {
        append(fmt::format("{} {}\n", first, count));
        for (int number = first; number < first + count; ++number)
            append(fmt::format("{:010} {:05} n \n", m_written.at(number).second, m_written.at(number).first));
    }
    append("trailer\n<< " + entries + " >>\n");
}

void IncrementalUpdate::appendStream() {
    const int own = sizeOfTable();
    m_written[own] = {0, m_file.size()};
    std::string index, content;
    for (const auto& [first, count] : runsOf(m_written)) index += fmt::format(" {} {}", first, count);
    for (const auto& [number, place] : m_written) {
        content.push_back(1);
        for (const auto octet : base::bigEndian(place.second, 5)) content.push_back(static_cast<char>(octet));
        for (const auto octet : base::bigEndian(static_cast<std::uint64_t>(place.first), 2))
            content.push_back(static_cast<char>(octet));
    }
    append(fmt::format("{} 0 obj\n<< /Type /XRef {} /W [1 5 2] /Index [{} ] /Length {} >>\nstream\n", own,
                       trailerEntries(), index, content.size()));
    append(content + "\nendstream\nendobj\n");
}

base::Bytes IncrementalUpdate::finish() {
    const auto place = m_file.size();
    m_tabular ? appendTable() : appendStream();
    append(fmt::format("startxref\n{}\n%%EOF\n", place));
    return std::move(m_file);
}

}  // namespace printing
