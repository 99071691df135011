// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <optional>

#include "base/secret_bytes.hpp"
#include "signing/keys/pkcs11_module.hpp"

/// Internal to signing/keys: shows PKCS#11 types.
namespace signing {

/// The logged-in connection to one token. Sessions are lent to one thread at a time and kept; when the token vanishes,
/// `reconnect` finds it by its label, wherever it came back, and logs in again.
class TokenConnection {
   public:
    TokenConnection(std::shared_ptr<Pkcs11Module> module, std::string label, base::SecretBytes pin)
        : m_module(std::move(module)), m_label(std::move(label)), m_pin(std::move(pin)) {}
    ~TokenConnection();
    TokenConnection(const TokenConnection&) = delete;
    TokenConnection& operator=(const TokenConnection&) = delete;

    /// A session while it is used; goes back when dropped, unless a call on it failed.
    class Session {
       public:
        Session(TokenConnection& owner, CK_SESSION_HANDLE handle, std::uint64_t age)
            : m_owner(&owner), m_handle(handle), m_age(age) {}
        ~Session();
        Session(const Session&) = delete;
        Session& operator=(const Session&) = delete;
        [[nodiscard]] CK_SESSION_HANDLE handle() const { return m_handle; }
        [[nodiscard]] CK_FUNCTION_LIST* functions() const;

       private:
        TokenConnection* m_owner;
        CK_SESSION_HANDLE m_handle;
        std::uint64_t m_age;
    };

    /// Finds the token and logs in; throws TokenError.
    void connect();
    /// Drops everything of the connection of that age, unless somebody else has connected again since, and connects.
    void reconnect(std::uint64_t age);
    [[nodiscard]] Session borrow();
    /// Grows with each connection: handles of an older one mean nothing.
    [[nodiscard]] std::uint64_t age() const;
    [[nodiscard]] const std::string& label() const { return m_label; }

   private:
    friend class Session;
    CK_SESSION_HANDLE openSession() const;
    void connectLocked();

    std::shared_ptr<Pkcs11Module> m_module;
    std::string m_label;
    base::SecretBytes m_pin;
    mutable std::mutex m_guard;
    std::optional<CK_SLOT_ID> m_slot;
    std::uint64_t m_age = 0;
    CK_SESSION_HANDLE m_keeper = 0;  ///< stays open: the last session to close would log out
    std::vector<CK_SESSION_HANDLE> m_idle;
};

}  // namespace signing
