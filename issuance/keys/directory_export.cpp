// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/keys/directory_export.hpp"

#include <algorithm>

#include "signing/certificates/name_reader.hpp"

namespace issuance {
namespace {

constexpr std::size_t kLineLength = 76;

/// A value within a distinguished name (RFC 4514 2.4), with "=" escaped too, as the directory does.
std::string escaped(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char letter = text[i];
        const bool edge = (i == 0 && (letter == ' ' || letter == '#')) || (i + 1 == text.size() && letter == ' ');
        if (edge || std::string_view{",+\"\\<>;="}.find(letter) != std::string_view::npos) out += '\\';
        out += letter;
    }
    return out;
}

/// Whether a value may stand as it is (RFC 2849 SAFE-STRING).
bool isSafe(const std::string& value) {
    if (value.empty() || value.front() == ' ' || value.front() == ':' || value.front() == '<' || value.back() == ' ')
        return false;
    return std::ranges::all_of(value, [](unsigned char letter) { return letter >= ' ' && letter < 127; });
}

/// Entries of LDIF, one after another.
class Ldif {
   public:
    void begin(const std::string& name) {
        m_text += m_text.empty() ? "version: 1\n\n" : "\n";
        add("dn", name);
    }
    void add(const std::string& attribute, const std::string& value) {
        if (isSafe(value)) return fold(attribute + ": " + value);
        fold(attribute + ":: " + base::toBase64(base::bytesOf(value)));
    }
    void add(const std::string& attribute, const base::Bytes& octets) {
        fold(attribute + ":: " + base::toBase64(octets));
    }
    void classes(std::initializer_list<const char*> names) {
        for (const auto* name : names) add("objectClass", std::string{name});
    }
    [[nodiscard]] std::string text() && { return std::move(m_text); }

   private:
    /// A line goes on in the next one after a blank.
    void fold(const std::string& line) {
        m_text += line.substr(0, kLineLength) + "\n";
        for (std::size_t at = kLineLength; at < line.size(); at += kLineLength - 1)
            m_text += " " + line.substr(at, kLineLength - 1) + "\n";
    }

    std::string m_text;
};

std::string countryOf(const signing::Certificate& certificate) {
    return signing::readName(certificate.subject).country;
}

std::string placeOf(const std::string& collection, const std::string& country, const std::string& base) {
    return ",o=" + collection + ",c=" + country + "," + base;
}

void addSigner(Ldif& ldif, const KeyEntry& entry, const std::string& base) {
    const auto& certificate = entry.certificate;
    const auto issuer = certificate.issuerText();
    auto serial = base::toHex(certificate.serialNumber);
    std::ranges::transform(serial, serial.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    ldif.begin("cn=" + escaped(issuer) + "+sn=" + serial + placeOf("dsc", countryOf(certificate), base));
    ldif.classes({"top", "person", "organizationalPerson", "inetOrgPerson", "pkdDownload"});
    ldif.add("cn", issuer);
    ldif.add("sn", serial);
    ldif.add("userCertificate;binary", certificate.der);
}

const KeyEntry* entryIn(const std::vector<KeyEntry>& entries, const std::string& id) {
    const auto found = std::ranges::find(entries, id, &KeyEntry::id);
    return found != entries.end() ? &*found : nullptr;
}

}  // namespace

std::string directoryLdif(const DirectoryContent& content, const std::string& base) {
    Ldif ldif;
    for (const auto& entry : content.entries)
        if (entry.purpose == CertifiedPurpose::DocumentSigner || entry.purpose == CertifiedPurpose::SealSigner)
            addSigner(ldif, entry, base);
    if (content.revocationList)
        if (const auto* csca = entryIn(content.entries, content.revocationList->issuer)) {
            const auto name = csca->certificate.subjectText();
            ldif.begin("cn=" + escaped(name) + placeOf("crl", countryOf(csca->certificate), base));
            ldif.classes({"top", "cRLDistributionPoint", "pkdDownload"});
            ldif.add("cn", name);
            ldif.add("certificateRevocationList;binary", content.revocationList->content);
        }
    if (content.masterList)
        if (const auto* signer = entryIn(content.entries, content.masterList->signer)) {
            const auto name = signer->certificate.issuerText();
            ldif.begin("cn=" + escaped(name) + placeOf("ml", countryOf(signer->certificate), base));
            ldif.classes({"top", "person", "pkdMasterList", "pkdDownload"});
            ldif.add("cn", name);
            ldif.add("sn", std::to_string(content.masterList->number));
            ldif.add("pkdMasterListContent", content.masterList->content);
        }
    return std::move(ldif).text();
}

}  // namespace issuance
