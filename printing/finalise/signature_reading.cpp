// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/finalise/signature_reading.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>
#include <string_view>

#include "base/tlv.hpp"
#include "printing/finalise/later_changes.hpp"
#include "printing/finalise/pdf_objects.hpp"

namespace printing {

using namespace base::literals;

namespace {

using Object = QPDFObjectHandle;

constexpr std::size_t kMostSignatures = 64;
constexpr std::string_view kHead = "%PDF-";
constexpr std::string_view kContents = "/Contents";
constexpr std::string_view kWhite = " \t\r\n\f";

/// What is wrong with one signature; the rest of it is not looked at.
struct Wrong : std::runtime_error {
    using std::runtime_error::runtime_error;
};

std::size_t numberIn(Object array, int index, std::size_t limit) {
    auto item = array.getArrayItem(index);
    const auto number = item.isInteger() ? item.getIntValue() : -1;
    if (number < 0 || static_cast<unsigned long long>(number) > limit) throw Wrong{"/ByteRange"};
    return static_cast<std::size_t>(number);
}

/// The offset of the signature dictionary, which must be an object of its own; no other object may begin between it
/// and the gap.
void checkPlace(QPDF& pdf, Object value, std::size_t gapBegin) {
    const auto table = pdf.getXRefTable();
    const auto own = table.find(value.getObjGen());
    if (!value.isIndirect() || own == table.end() || own->second.getType() != 1) throw Wrong{"no object of its own"};
    const auto begin = own->second.getOffset();
    for (const auto& [id, entry] : table)
        if (entry.getType() == 1 && entry.getOffset() > begin &&
            entry.getOffset() < static_cast<qpdf_offset_t>(gapBegin))
            throw Wrong{"another object before the gap"};
    if (begin >= static_cast<qpdf_offset_t>(gapBegin)) throw Wrong{"gap before the signature"};
}

/// The gap is the hexadecimal string after /Contents, and that string is the signature's.
void checkGap(std::string_view file, const PdfSignature& signature, const std::string& contents) {
    const auto before = file.substr(0, signature.gapBegin);
    const auto keyEnd = before.find_last_not_of(kWhite);
    if (keyEnd == std::string_view::npos || keyEnd + 1 < kContents.size() ||
        before.substr(keyEnd + 1 - kContents.size(), kContents.size()) != kContents)
        throw Wrong{"gap elsewhere than at /Contents"};
    const auto gap = file.substr(signature.gapBegin, signature.gapEnd - signature.gapBegin);
    if (gap.size() < 2 || gap.front() != '<' || gap.back() != '>') throw Wrong{"gap"};
    const auto digits = gap.substr(1, gap.size() - 2);
    if (digits.find_first_not_of("0123456789abcdefABCDEF") != std::string_view::npos) throw Wrong{"gap"};
    const auto octets = base::fromHex(digits);
    if (!octets || base::textOf(*octets) != contents) throw Wrong{"/Contents"};
}

void readRanges(Object value, std::size_t fileSize, PdfSignature& signature) {
    auto ranges = value.getKey("/ByteRange");
    if (!ranges.isArray() || ranges.getArrayNItems() != 4) throw Wrong{"/ByteRange"};
    const auto first = numberIn(ranges, 0, 0);
    signature.gapBegin = first + numberIn(ranges, 1, fileSize);
    signature.gapEnd = numberIn(ranges, 2, fileSize);
    if (signature.gapEnd <= signature.gapBegin) throw Wrong{"/ByteRange"};
    signature.end = signature.gapEnd + numberIn(ranges, 3, fileSize - signature.gapEnd);
}

/// The CMS in front of the zeros; anything else behind it would be signed by nobody.
base::Bytes trimmed(const std::string& contents) {
    const auto octets = base::bytesOf(contents);
    const auto object = base::tlv::readFirst(octets);
    if (!object) throw Wrong{"/Contents"};
    const auto rest = base::BytesView{octets}.subspan(object->whole.size());
    if (std::any_of(rest.begin(), rest.end(), [](std::uint8_t octet) { return octet != 0; }))
        throw Wrong{"octets behind the signature"};
    return {object->whole.begin(), object->whole.end()};
}

std::string textAt(Object value, const std::string& key) {
    auto text = value.getKey(key);
    return text.isString() ? text.getUTF8Value() : std::string{};
}

bool certifies(QPDF& pdf, Object value) {
    auto perms = pdf.getRoot().getKey("/Perms");
    return perms.isDictionary() && perms.getKey("/DocMDP").getObjGen() == value.getObjGen();
}

/// One file with its signatures.
class Reading {
   public:
    explicit Reading(base::BytesView file) : m_file(file), m_pdf(openPdf(file, Damage::Refused)) {}

    base::Result<std::vector<PdfSignature>> read() {
        if (m_pdf->isEncrypted()) return base::Fault{"printing.pdf-encrypted"_code, {}, {}};
        std::vector<PdfSignature> signatures;
        std::set<QPDFObjGen> values;
        for (auto& field : formFields(*m_pdf)) {
            if (!field.forSignature || !field.object.getKey("/V").isDictionary()) continue;
            if (signatures.size() == kMostSignatures) return pdfNotReadable("more than 64 signatures");
            signatures.push_back(readOne(field));
            if (!values.insert(field.object.getKey("/V").getObjGen()).second)
                signatures.back().faults.push_back(
                    {"printing.signature-malformed"_code, {{"detail", "/V in two fields"}}, field.name});
        }
        // What could not be read was taken for nothing: a signature may be among it.
        if (m_pdf->anyWarnings()) return pdfNotReadable(m_pdf->getWarnings().front().what());
        return signatures;
    }

   private:
    PdfSignature readOne(FormField field) {
        PdfSignature signature;
        signature.field = field.name;
        signature.place = placeOf(*m_pdf, field.object);
        auto value = field.object.getKey("/V");
        auto kind = value.getKey("/SubFilter");
        if (kind.isNameAndEquals("/ETSI.RFC3161")) signature.kind = PdfSignature::Kind::DocumentTimestamp;
        if (signature.kind == PdfSignature::Kind::Signature && !kind.isNameAndEquals("/ETSI.CAdES.detached")) {
            signature.faults.push_back(
                {"printing.signature-kind-unknown"_code, {{"kind", kind.isName() ? kind.getName() : "?"}}, field.name});
            return signature;
        }
        try {
            fill(value, signature);
        } catch (const std::exception& error) {
            signature.faults.push_back({"printing.signature-malformed"_code, {{"detail", error.what()}}, field.name});
        }
        return signature;
    }

    void fill(Object value, PdfSignature& signature) {
        signature.name = textAt(value, "/Name");
        signature.reason = textAt(value, "/Reason");
        signature.location = textAt(value, "/Location");
        signature.claimedMoment = textAt(value, "/M");
        signature.certifies = certifies(*m_pdf, value);
        readRanges(value, m_file.size(), signature);
        if (!value.getKey("/Contents").isString()) throw Wrong{"/Contents"};
        const auto contents = value.getKey("/Contents").getStringValue();
        checkGap({reinterpret_cast<const char*>(m_file.data()), m_file.size()}, signature, contents);
        checkPlace(*m_pdf, value, signature.gapBegin);
        signature.cms = trimmed(contents);
        signature.contents = base::bytesOf(contents);
        signature.later = compareWithRevision(value, signature.end);
        const bool closed = signature.certifies && certifiedFor(*m_pdf) == 1;
        if (closed && signature.later != PdfSignature::Later::Nothing) signature.later = PdfSignature::Later::Other;
    }

    PdfSignature::Later compareWithRevision(Object value, std::size_t end) {
        if (end == m_file.size()) return PdfSignature::Later::Nothing;
        const auto revision = openPdf(m_file.first(end), Damage::Refused);
        auto then = revision->getObject(value.getObjGen());
        if (!then.isDictionary() || then.unparseResolved() != value.unparseResolved())
            throw Wrong{"not in the signed revision"};
        return laterChanges(*revision, *m_pdf);
    }

    base::BytesView m_file;
    std::unique_ptr<QPDF> m_pdf;
};

}  // namespace

base::Bytes PdfSignature::signedOctets(base::BytesView file) const {
    return base::concat({file.first(gapBegin), file.subspan(gapEnd, end - gapEnd)});
}

base::Result<std::vector<PdfSignature>> readSignatures(base::BytesView file) {
    const std::string_view text{reinterpret_cast<const char*>(file.data()), file.size()};
    if (text.substr(0, kHead.size()) != kHead) return pdfNotReadable("does not begin with %PDF-");
    try {
        return Reading{file}.read();
    } catch (const std::runtime_error& error) {
        return pdfNotReadable(error.what());
    } catch (const std::logic_error& error) {
        return pdfNotReadable(error.what());
    }
}

}  // namespace printing
