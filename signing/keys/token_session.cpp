// SPDX-License-Identifier: GPL-3.0-or-later
#include "signing/keys/token_session.hpp"

#include <exception>

namespace signing {
namespace {

CK_UTF8CHAR* pinOctets(const base::SecretBytes& pin) {
    return const_cast<CK_UTF8CHAR*>(pin.reveal().data());  // the C interface takes what it only reads as non-const
}

}  // namespace

TokenConnection::~TokenConnection() {
    for (const auto session : m_idle) (*m_module)->C_CloseSession(session);
    if (m_keeper != 0) (*m_module)->C_CloseSession(m_keeper);
}

TokenConnection::Session::~Session() {
    const std::lock_guard lock{m_owner->m_guard};
    if (m_age == m_owner->m_age && std::uncaught_exceptions() == 0)
        m_owner->m_idle.push_back(m_handle);
    else
        (*m_owner->m_module)->C_CloseSession(m_handle);
}

CK_FUNCTION_LIST* TokenConnection::Session::functions() const { return m_owner->m_module->operator->(); }

CK_SESSION_HANDLE TokenConnection::openSession() const {
    CK_SESSION_HANDLE session = 0;
    Pkcs11Module::check(
        (*m_module)->C_OpenSession(*m_slot, CKF_SERIAL_SESSION | CKF_RW_SESSION, nullptr, nullptr, &session),
        "C_OpenSession");
    return session;
}

void TokenConnection::connectLocked() {
    m_module->initialise();
    const auto slots = m_module->slotsOf(m_label);
    if (slots.empty()) throw TokenError{"C_GetSlotList", CKR_TOKEN_NOT_PRESENT};
    if (slots.size() > 1) throw TokenError{"C_GetSlotList", CKR_SLOT_ID_INVALID};
    m_slot = slots.front();
    m_keeper = openSession();
    const auto value = (*m_module)->C_Login(m_keeper, CKU_USER, pinOctets(m_pin), m_pin.size());
    if (value != CKR_USER_ALREADY_LOGGED_IN) Pkcs11Module::check(value, "C_Login");
    ++m_age;
}

void TokenConnection::connect() {
    const std::lock_guard lock{m_guard};
    connectLocked();
}

void TokenConnection::reconnect(std::uint64_t age) {
    const std::lock_guard lock{m_guard};
    if (m_age != age) return;
    m_idle.clear();
    if (m_slot) (*m_module)->C_CloseAllSessions(*m_slot);
    m_slot.reset();
    m_keeper = 0;
    connectLocked();
}

TokenConnection::Session TokenConnection::borrow() {
    const std::lock_guard lock{m_guard};
    if (!m_slot) throw TokenError{"C_OpenSession", CKR_TOKEN_NOT_PRESENT};
    if (m_idle.empty()) return {*this, openSession(), m_age};
    const auto session = m_idle.back();
    m_idle.pop_back();
    return {*this, session, m_age};
}

std::uint64_t TokenConnection::age() const {
    const std::lock_guard lock{m_guard};
    return m_age;
}

}  // namespace signing
