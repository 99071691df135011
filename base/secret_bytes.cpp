// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secret_bytes.hpp"

#include <openssl/crypto.h>

#include <utility>

namespace base {

SecretBytes::SecretBytes(std::size_t size) : m_octets(size) {}

SecretBytes::SecretBytes(Bytes&& octets) noexcept : m_octets(std::move(octets)) {}

SecretBytes SecretBytes::copyOf(BytesView octets) { return SecretBytes{Bytes(octets.begin(), octets.end())}; }

SecretBytes SecretBytes::copyOf(std::string_view text) { return SecretBytes{Bytes(text.begin(), text.end())}; }

SecretBytes::SecretBytes(SecretBytes&& other) noexcept : m_octets(std::move(other.m_octets)) { other.m_octets.clear(); }

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept {
    if (this != &other) {
        wipe();
        m_octets = std::move(other.m_octets);
        other.m_octets.clear();
    }
    return *this;
}

SecretBytes::~SecretBytes() { wipe(); }

// OPENSSL_cleanse is not optimised away, unlike a memset before a free.
void SecretBytes::wipe() noexcept {
    if (!m_octets.empty()) OPENSSL_cleanse(m_octets.data(), m_octets.size());
}

void wipe(std::string& text) noexcept {
    if (!text.empty()) OPENSSL_cleanse(text.data(), text.size());
}

}  // namespace base
