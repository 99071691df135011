// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/service/test_certificates.hpp"

#include "base/files.hpp"
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
