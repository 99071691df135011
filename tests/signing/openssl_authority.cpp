// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signing/openssl_authority.hpp"

#include "base/files.hpp"

namespace signing::testing {
namespace {

void mustRun(const std::vector<std::string>& arguments) {
    const auto outcome = run("openssl", arguments);
    if (outcome.exitCode != 0) throw std::runtime_error{outcome.output};
}

std::string upperHex(base::BytesView octets) {
    auto text = base::toHex(octets);
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char letter) { return std::toupper(letter); });
    return text;
}

}  // namespace

OpensslAuthority::OpensslAuthority(const std::string& name, const OpensslAuthority* above,
                                   const std::string& constraints) {
    const auto folder = m_folder.path().string();
    base::writeFileDurably(
        path("settings"),
        "[req]\ndistinguished_name = dn\nprompt = no\n[dn]\nCN = unused\n[authority]\nbasicConstraints = " +
            constraints +
            "\nkeyUsage = critical,keyCertSign,cRLSign\nsubjectKeyIdentifier = hash\n[ca]\ndefault_ca = "
            "lists\n[lists]\n"
            "database = " +
            folder + "/index\ncrlnumber = " + folder + "/number\ndefault_md = sha256\ndefault_crl_days = 30\n");
    base::writeFileDurably(path("index"), std::string_view{""});
    base::writeFileDurably(path("number"), std::string_view{"01\n"});
    std::vector<std::string> request{"req",
                                     "-x509",
                                     "-newkey",
                                     "ec",
                                     "-pkeyopt",
                                     "ec_paramgen_curve:P-256",
                                     "-nodes",
                                     "-days",
                                     "3650",
                                     "-config",
                                     path("settings"),
                                     "-extensions",
                                     "authority",
                                     "-utf8",
                                     "-subj",
                                     "/C=GT/CN=" + name,
                                     "-keyout",
                                     path("key"),
                                     "-out",
                                     path("authority.pem")};
    if (above != nullptr)
        request.insert(request.end(), {"-CA", above->path("authority.pem"), "-CAkey", above->path("key")});
    mustRun(request);
    certificate = read("authority.pem");
    if (above != nullptr) above->note(certificate, 'V');
}

Certificate OpensslAuthority::read(const std::string& name) const {
    const auto pem = base::expected(base::readFile(path(name), 65536), name);
    return base::expected(readCertificate(base::expected(certificateOfPem(base::textOf(pem)), name)), name);
}

/// A line of OpenSSL's index of certificates.
void OpensslAuthority::note(const Certificate& certified, char state) const {
    auto index = base::textOf(base::expected(base::readFile(path("index"), 65536), "index"));
    const auto serial = upperHex(certified.serialNumber);
    if (const auto at = index.find(serial); at != std::string::npos) {
        const auto line = index.rfind('\n', at) == std::string::npos ? 0 : index.rfind('\n', at) + 1;
        index.erase(line, index.find('\n', at) + 1 - line);
    }
    index += std::string{state} + "\t491231235959Z\t" + (state == 'R' ? "200101000000Z" : "") + "\t" + serial +
             "\tunknown\t/CN=" + serial + "\n";
    base::writeFileDurably(path("index"), index);
}

Certificate OpensslAuthority::certify(const std::string& name, base::BytesView publicKey,
                                      const std::string& extensions) const {
    base::writeFileDurably(path("leaf.key.der"), publicKey);
    mustRun({"pkey", "-pubin", "-inform", "DER", "-in", path("leaf.key.der"), "-out", path("leaf.key.pem")});
    base::writeFileDurably(
        path("leaf.settings"),
        "keyUsage = critical,digitalSignature,nonRepudiation\nauthorityKeyIdentifier = keyid\n" + extensions);
    mustRun({"x509", "-new", "-subj", "/C=GT/CN=" + name, "-force_pubkey", path("leaf.key.pem"), "-CA",
             path("authority.pem"), "-CAkey", path("key"), "-days", "300", "-extfile", path("leaf.settings"), "-out",
             path("leaf.pem")});
    auto certified = read("leaf.pem");
    note(certified, 'V');
    return certified;
}

void OpensslAuthority::revoke(const Certificate& revoked) { note(revoked, 'R'); }

Certificate OpensslAuthority::delegate(const std::string& extensions) {
    m_responder = "responder.pem";
    m_responderKey = "responder.key";
    mustRun({"ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", path(m_responderKey)});
    mustRun({"pkey", "-in", path(m_responderKey), "-pubout", "-outform", "DER", "-out", path("responder.der")});
    const auto key = base::expected(base::readFile(path("responder.der"), 4096), "key");
    auto certified = certify("Respondedor", key, "extendedKeyUsage = OCSPSigning\n" + extensions);
    base::writeFileDurably(path(m_responder), base::bytesOf(pemOfCertificate(certified.der)));
    return certified;
}

RevocationList OpensslAuthority::revocationList() const {
    mustRun({"ca", "-gencrl", "-config", path("settings"), "-keyfile", path("key"), "-cert", path("authority.pem"),
             "-out", path("list.pem")});
    mustRun({"crl", "-in", path("list.pem"), "-outform", "DER", "-out", path("list.crl")});
    return base::expected(readRevocationList(base::expected(base::readFile(path("list.crl"), 65536), "list")), "list");
}

base::Result<base::Bytes> OpensslAuthority::respond(base::BytesView request) const {
    base::writeFileDurably(path("asked"), request);
    mustRun({"ocsp", "-index", path("index"), "-rsigner", path(m_responder), "-rkey", path(m_responderKey), "-CA",
             path("authority.pem"), "-reqin", path("asked"), "-respout", path("answered"), "-ndays", "7"});
    return base::readFile(path("answered"), 65536);
}

base::Bytes somePublicKey() {
    const support::ScratchFolder folder;
    const auto file = (folder.path() / "key").string(), out = (folder.path() / "public").string();
    mustRun({"ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", file});
    mustRun({"pkey", "-in", file, "-pubout", "-outform", "DER", "-out", out});
    return base::expected(base::readFile(out, 4096), "key");
}

}  // namespace signing::testing
