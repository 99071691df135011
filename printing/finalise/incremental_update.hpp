// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>

#include "base/bytes.hpp"

/// Internal to printing/finalise: shows libqpdf's types.
namespace printing {

/// New and changed objects of a PDF, written behind it, so that every octet that was there stays (ISO 32000-1 7.5.6).
/// The cross-references have the form of the file's last ones, a table or a stream.
class IncrementalUpdate {
   public:
    /// `pdf` was read from `file`. Throws std::runtime_error where the file's end is none of a PDF.
    IncrementalUpdate(base::BytesView file, QPDF& pdf);

    /// The object as it is now.
    void put(QPDFObjectHandle object);
    /// An object in the caller's own words; where in the file they begin.
    std::size_t put(QPDFObjGen id, const std::string& text);
    [[nodiscard]] base::Bytes finish();

   private:
    void append(const std::string& text) { m_file.insert(m_file.end(), text.begin(), text.end()); }
    [[nodiscard]] int sizeOfTable() const;
    [[nodiscard]] std::string trailerEntries();
    void appendTable();
    void appendStream();

    QPDF& m_pdf;
    base::Bytes m_file;
    std::size_t m_previous;
    bool m_tabular;
    std::map<int, std::pair<int, std::size_t>> m_written;  ///< by object number: generation, offset
};

/// The offset that the last "startxref" of a file names. Throws std::runtime_error where there is none inside the file.
std::size_t lastCrossReferences(base::BytesView file);

}  // namespace printing
