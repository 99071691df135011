// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/signing/soft_token.hpp"

#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include "signing/keys/pkcs11_module.hpp"
#include "tests/signing/house.hpp"

namespace signing::testing {

SoftToken::SoftToken() {
    std::filesystem::create_directories(folder());
    std::ofstream{configuration()} << "directories.tokendir = " << folder().string()
                                   << "\nobjectstore.backend = file\nlog.level = ERROR\n";
    ::setenv("SOFTHSM2_CONF", configuration().c_str(), 1);
    initialise(kLabel);
}

SoftToken::~SoftToken() { restartModule(); }

void SoftToken::initialise(const std::string& label) const {
    const auto ran =
        run("softhsm2-util", {"--init-token", "--free", "--label", label, "--so-pin", "87654321", "--pin", kPin});
    if (ran.exitCode != 0) throw std::runtime_error{ran.output};
}

void SoftToken::restartModule() { (*Pkcs11Module::load(kModule))->C_Finalize(nullptr); }

}  // namespace signing::testing
