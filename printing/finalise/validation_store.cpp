// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/finalise/validation_store.hpp"

#include <algorithm>
#include <map>
#include <qpdf/Pipeline.hh>
#include <stdexcept>

#include "base/digest.hpp"
#include "printing/finalise/incremental_update.hpp"
#include "printing/finalise/pdf_objects.hpp"

namespace printing {

using namespace base::literals;

namespace {

using Object = QPDFObjectHandle;

constexpr int kMostObjects = 1024;
constexpr std::size_t kMostOctets = std::size_t{16} * 1024 * 1024;

/// The key of a signature in /VRI: SHA-1 of its /Contents, a name and no protection (ISO 32000-2 table 262).
std::string nameOf(const base::Bytes& contents) {
    auto name = base::toHex(base::digest(base::DigestAlgorithm::Sha1, contents));
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char letter) { return std::toupper(letter); });
    return "/" + name;
}

/// Keeps what a stream holds and stops one that grows without end.
class Bounded : public Pipeline {
   public:
    Bounded() : Pipeline("proof", nullptr) {}
    void write(const unsigned char* octets, std::size_t size) override {
        if (content.size() + size > kMostOctets) throw std::runtime_error{"/DSS larger than 16 MiB"};
        content.insert(content.end(), octets, octets + size);
    }
    void finish() override {}
    base::Bytes content;
};

base::Bytes octetsOf(Object stream) {
    Bounded target;
    if (!stream.pipeStreamData(&target, 0, qpdf_dl_generalized, true)) throw std::runtime_error{"stream in /DSS"};
    return std::move(target.content);
}

/// A store that grows.
class Growth {
   public:
    Growth(base::BytesView file) : m_file(file), m_pdf(openPdf(file, Damage::Refused)) {
        auto had = m_pdf->getRoot().getKey("/DSS");
        m_store = had.isDictionary() ? had.shallowCopy() : Object::parse("<< /Type /DSS >>");
        for (const auto* key : {"/Certs", "/CRLs", "/OCSPs"}) remember(key);
    }

    base::Result<base::Bytes> with(const std::vector<SignatureProofs>& proofs) {
        if (m_pdf->isEncrypted()) return base::Fault{"printing.pdf-encrypted"_code, {}, {}};
        const int last = static_cast<int>(m_pdf->getObjectCount());
        auto had = m_store.getKey("/VRI");
        auto perSignature = had.isDictionary() ? had.shallowCopy() : Object::newDictionary();
        for (const auto& each : proofs) {
            auto entry = Object::newDictionary();
            put(entry, "/Cert", "/Certs", each.material.certificates);
            put(entry, "/CRL", "/CRLs", each.material.lists);
            put(entry, "/OCSP", "/OCSPs", each.material.responses);
            perSignature.replaceKey(nameOf(each.contents), entry);
        }
        m_store.replaceKey("/VRI", perSignature);
        auto root = m_pdf->getRoot();
        root.replaceKey("/DSS", m_pdf->makeIndirectObject(m_store));
        declareExtension(root);
        IncrementalUpdate update{m_file, *m_pdf};
        update.put(root);
        for (int number = last + 1; number <= static_cast<int>(m_pdf->getObjectCount()); ++number)
            update.put(m_pdf->getObjectByID(number, 0));
        return update.finish();
    }

   private:
    void remember(const std::string& key) {
        auto list = m_store.getKey(key);
        m_store.replaceKey(key, list.isArray() ? list.shallowCopy() : Object::newArray());
        for (int i = 0; list.isArray() && i < std::min(list.getArrayNItems(), kMostObjects); ++i)
            if (list.getArrayItem(i).isStream())
                m_known[key].emplace(octetsOf(list.getArrayItem(i)), list.getArrayItem(i));
    }

    /// Into the signature's entry, and into the store where it is not there yet.
    void put(Object entry, const std::string& key, const std::string& storeKey, const std::vector<base::Bytes>& all) {
        if (all.empty()) return;
        auto named = Object::newArray();
        for (const auto& octets : all) {
            auto found = m_known[storeKey].find(octets);
            if (found == m_known[storeKey].end()) {
                auto stream = Object::newStream(m_pdf.get(), base::textOf(octets));
                m_store.getKey(storeKey).appendItem(stream);
                found = m_known[storeKey].emplace(octets, stream).first;
            }
            named.appendItem(found->second);
        }
        entry.replaceKey(key, named);
    }

    static void declareExtension(Object root) {
        auto had = root.getKey("/Extensions");
        auto extensions = had.isDictionary() ? had.shallowCopy() : Object::newDictionary();
        if (!extensions.hasKey("/ESIC"))
            extensions.replaceKey("/ESIC", Object::parse("<< /BaseVersion /1.7 /ExtensionLevel 1 >>"));
        root.replaceKey("/Extensions", extensions);
    }

    base::BytesView m_file;
    std::unique_ptr<QPDF> m_pdf;
    Object m_store;
    std::map<std::string, std::map<base::Bytes, Object>> m_known;
};

std::vector<base::Bytes> streamsIn(Object list, std::size_t& left) {
    std::vector<base::Bytes> found;
    for (int i = 0; list.isArray() && i < std::min(list.getArrayNItems(), kMostObjects); ++i) {
        auto item = list.getArrayItem(i);
        if (!item.isStream()) continue;
        auto octets = octetsOf(item);
        if (octets.size() > left) throw std::runtime_error{"/DSS larger than 16 MiB"};
        left -= octets.size();
        found.push_back(std::move(octets));
    }
    return found;
}

}  // namespace

base::Result<base::Bytes> addValidationMaterial(base::BytesView pdf, const std::vector<SignatureProofs>& proofs) {
    try {
        return Growth{pdf}.with(proofs);
    } catch (const std::runtime_error& error) {
        return pdfNotReadable(error.what());
    } catch (const std::logic_error& error) {
        return pdfNotReadable(error.what());
    }
}

base::Result<ValidationMaterial> readValidationMaterial(base::BytesView pdf) {
    try {
        const auto opened = openPdf(pdf, Damage::Refused);
        auto store = opened->getRoot().getKey("/DSS");
        ValidationMaterial material;
        if (!store.isDictionary()) return material;
        std::size_t left = kMostOctets;
        material.certificates = streamsIn(store.getKey("/Certs"), left);
        material.lists = streamsIn(store.getKey("/CRLs"), left);
        material.responses = streamsIn(store.getKey("/OCSPs"), left);
        return material;
    } catch (const std::runtime_error& error) {
        return pdfNotReadable(error.what());
    } catch (const std::logic_error& error) {
        return pdfNotReadable(error.what());
    }
}

}  // namespace printing
