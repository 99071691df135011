// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/service/test_certificates.hpp"

#include <stdexcept>

#include "base/digest.hpp"
#include "base/files.hpp"
#include "contract/acts_of_sites.hpp"
#include "tests/signing/house.hpp"

namespace support {
namespace {

void openssl(const std::vector<std::string>& arguments) {
    const auto outcome = signing::testing::run("openssl", arguments);
    if (outcome.exitCode != 0) throw std::runtime_error{outcome.output};
}

}  // namespace

TestCertificates::TestCertificates() {
    base::writeFileDurably(path("settings"),
                           std::string_view{"[req]\ndistinguished_name = dn\nprompt = no\n[dn]\nCN = unused\n"
                                            "[root]\nbasicConstraints = critical,CA:TRUE\n"
                                            "[server]\nextendedKeyUsage = serverAuth\nsubjectAltName = IP:127.0.0.1\n"
                                            "[client]\nextendedKeyUsage = clientAuth\n"});
    for (const std::string root : {"house", "stranger"})
        openssl({"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "3650",
                 "-config", path("settings"), "-extensions", "root", "-subj", "/C=GT/CN=Root " + root, "-keyout",
                 path(root + ".key"), "-out", path(root + ".pem")});
    issue("house", "server", "/CN=troqueld", "server");
    std::filesystem::copy_file(path("house.pem"), path("trusted.pem"));
}

void TestCertificates::enrolled(TrainingHouse& house, const std::string& workstation) {
    openssl({"req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-config",
             path("settings"), "-subj", "/CN=" + workstation, "-keyout", path(workstation + ".key"), "-out",
             path(workstation + ".csr")});
    openssl({"req", "-in", path(workstation + ".csr"), "-noout", "-pubkey", "-out", path("public.pem")});
    openssl({"pkey", "-pubin", "-in", path("public.pem"), "-outform", "DER", "-out", path("public.der")});
    const auto content = [&](const std::string& name) { return base::readFile(path(name), 1 << 16).value(); };
    const auto answer = house.ask(
        "administrator",
        contract::WorkstationEnroll{content(workstation + ".csr"), base::toHex(base::sha256(content("public.der")))},
        "security_officer");
    if (!answer) throw std::runtime_error{answer.refusal().first().code.name()};
    const auto pem = base::textOf(answer->file.content);
    const auto second = pem.find("-----BEGIN", 1);
    base::writeFileDurably(path(workstation + ".pem"), pem.substr(0, second));
    base::writeFileDurably(path("trusted.pem"), base::textOf(content("house.pem")) + pem.substr(second));
}

void TestCertificates::issue(const std::string& root, const std::string& file, const std::string& subject,
                             const std::string& purpose, int days) const {
    openssl({"req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-config", path("settings"),
             "-subj", subject, "-keyout", path(file + ".key"), "-out", path(file + ".csr")});
    openssl({"x509", "-req", "-in", path(file + ".csr"), "-CA", path(root + ".pem"), "-CAkey", path(root + ".key"),
             "-set_serial", std::to_string(1000 + std::hash<std::string>{}(file) % 100000), "-days",
             std::to_string(days), "-extfile", path("settings"), "-extensions", purpose, "-out", path(file + ".pem")});
}

}  // namespace support
