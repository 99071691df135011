// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signing/timestamp_authority.hpp"

#include "base/files.hpp"

namespace signing::testing {
namespace {

std::string settings(const std::string& folder, const std::string& purpose, const std::string& more) {
    return "[req]\ndistinguished_name = dn\nprompt = no\n[dn]\nCN = unused\n"
           "[root]\nbasicConstraints = critical,CA:TRUE\nkeyUsage = critical,keyCertSign,cRLSign\nsubjectKeyIdentifier "
           "= hash\n"
           "[authority]\nkeyUsage = critical,digitalSignature\nextendedKeyUsage = " +
           purpose + "\n" + more + "[tsa]\ndefault_tsa = here\n[here]\nserial = " + folder +
           "/serial\ncrypto_device = builtin\nsigner_digest = sha256\ndefault_policy = " + TimestampAuthority::kPolicy +
           "\ndigests = sha256\nordering = yes\ness_cert_id_alg = sha256\n"
           "[ca]\ndefault_ca = lists\n[lists]\ndatabase = " +
           folder + "/index\ncrlnumber = " + folder + "/number\ndefault_md = sha256\ndefault_crl_days = 30\n";
}

void mustRun(const std::vector<std::string>& arguments) {
    const auto outcome = run("openssl", arguments);
    if (outcome.exitCode != 0) throw std::runtime_error{outcome.output};
}

}  // namespace

TimestampAuthority::TimestampAuthority(const std::string& purpose, const std::string& more) {
    base::writeFileDurably(path("settings"), settings(m_folder.path().string(), purpose, more));
    base::writeFileDurably(path("serial"), std::string_view{"01\n"});
    const std::vector<std::string> request{
        "req",    "-x509", "-newkey", "ec",      "-pkeyopt",      "ec_paramgen_curve:P-256",
        "-nodes", "-days", "3650",    "-config", path("settings")};
    auto ofRoot = request;
    ofRoot.insert(ofRoot.end(), {"-extensions", "root", "-subj", "/C=GT/CN=Time root", "-keyout", path("root.key"),
                                 "-out", path("root.pem")});
    mustRun(ofRoot);
    auto authority = request;
    authority.insert(authority.end(),
                     {"-extensions", "authority", "-subj", "/C=GT/CN=Time authority", "-CA", path("root.pem"), "-CAkey",
                      path("root.key"), "-keyout", path("tsa.key"), "-out", path("tsa.pem")});
    mustRun(authority);
    const auto pem = base::expected(base::readFile(path("root.pem"), 65536), "root");
    root = base::expected(readCertificate(base::expected(certificateOfPem(base::textOf(pem)), "root")), "root");
}

base::Result<base::Bytes> TimestampAuthority::reply(base::BytesView request) const {
    base::writeFileDurably(path("query"), request);
    std::vector<std::string> arguments{"ts",         "-reply",        "-config", path("settings"),
                                       "-queryfile", path("query"),   "-signer", path("tsa.pem"),
                                       "-inkey",     path("tsa.key"), "-out",    path("reply")};
    if (companions > 0) {
        const auto pem = base::textOf(base::expected(base::readFile(path("root.pem"), 65536), "root"));
        std::string all;
        for (std::size_t i = 0; i < companions; ++i) all += pem;
        base::writeFileDurably(path("companions.pem"), all);
        arguments.insert(arguments.end(), {"-chain", path("companions.pem")});
    }
    mustRun(arguments);
    return base::readFile(path("reply"), 65536);
}

RevocationList TimestampAuthority::revocationList() const {
    base::writeFileDurably(path("index"), std::string_view{""});
    base::writeFileDurably(path("number"), std::string_view{"01\n"});
    mustRun({"ca", "-gencrl", "-config", path("settings"), "-keyfile", path("root.key"), "-cert", path("root.pem"),
             "-out", path("list.pem")});
    mustRun({"crl", "-in", path("list.pem"), "-outform", "DER", "-out", path("list.crl")});
    return base::expected(readRevocationList(base::expected(base::readFile(path("list.crl"), 65536), "list")), "list");
}

TimestampClient TimestampAuthority::client(const base::Clock& clock, const std::string& policy) const {
    return {[this](base::BytesView request) { return reply(request); }, {{root}, policy}, clock};
}

}  // namespace signing::testing
