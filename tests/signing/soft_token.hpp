// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "tests/support/paths.hpp"

namespace signing::testing {

/// Tokens of SoftHSM in a folder of the test's own; one object at a time in a process, since the module reads its
/// configuration when it is initialised.
class SoftToken {
   public:
    /// With one token "troquel" in it.
    SoftToken();
    ~SoftToken();
    SoftToken(const SoftToken&) = delete;
    SoftToken& operator=(const SoftToken&) = delete;

    static constexpr const char* kModule = "/usr/lib/softhsm/libsofthsm2.so";
    static constexpr const char* kPin = "48151623";
    static constexpr const char* kLabel = "troquel";

    /// A further token; throws where SoftHSM makes none.
    void initialise(const std::string& label) const;
    /// Makes the module forget what it has read: all tokens come anew.
    static void restartModule();
    /// Where the tokens lie; who moves it takes them away.
    [[nodiscard]] std::filesystem::path folder() const { return m_folder.path() / "tokens"; }
    /// What SOFTHSM2_CONF must be for other programs.
    [[nodiscard]] std::filesystem::path configuration() const { return m_folder.path() / "softhsm2.conf"; }

   private:
    support::ScratchFolder m_folder;
};

}  // namespace signing::testing
