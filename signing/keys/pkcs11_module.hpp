// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <p11-kit/pkcs11.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/failure.hpp"

/// Internal to signing/keys: shows PKCS#11 types.
namespace signing {

/// A PKCS#11 call that ended otherwise than well. Caught inside the key store, which decides what it means.
struct TokenError {
    std::string call;
    CK_RV value = CKR_OK;
    /// The token, its session or its login is gone: worth connecting again.
    [[nodiscard]] bool lostConnection() const;
    /// What is thrown to callers: "signing.token-missing" or "signing.token-failed".
    [[nodiscard]] base::Failure asFailure(const std::string& token) const;
};

/// A vendor's module, loaded once a process and never unloaded: its threads and handles would not survive that.
class Pkcs11Module {
   public:
    /// Throws Failure "signing.module-unusable".
    static std::shared_ptr<Pkcs11Module> load(const std::filesystem::path& path);

    /// C_Initialize, which another user of the module may have done already; throws TokenError.
    void initialise() const;
    /// Slots whose token has this label.
    [[nodiscard]] std::vector<CK_SLOT_ID> slotsOf(const std::string& label) const;
    [[nodiscard]] CK_FUNCTION_LIST* operator->() const { return m_functions; }

    /// Throws TokenError where the value is not CKR_OK.
    static void check(CK_RV value, const char* call) {
        if (value != CKR_OK) throw TokenError{call, value};
    }

   private:
    explicit Pkcs11Module(CK_FUNCTION_LIST* functions) : m_functions(functions) {}
    CK_FUNCTION_LIST* m_functions;
};

}  // namespace signing
