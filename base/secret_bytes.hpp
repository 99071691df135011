// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.hpp"

namespace base {

/// Octets that must not outlive their use: keys, passwords, PINs. Move-only, wiped when dropped, never printed,
/// compared in constant time. Whoever needs the octets says so by calling `reveal`.
class SecretBytes {
   public:
    SecretBytes() = default;
    explicit SecretBytes(std::size_t size);
    /// Takes the octets over and leaves nothing behind in `octets`.
    explicit SecretBytes(Bytes&& octets) noexcept;
    static SecretBytes copyOf(BytesView octets);
    static SecretBytes copyOf(std::string_view text);

    SecretBytes(const SecretBytes&) = delete;
    SecretBytes& operator=(const SecretBytes&) = delete;
    SecretBytes(SecretBytes&& other) noexcept;
    SecretBytes& operator=(SecretBytes&& other) noexcept;
    ~SecretBytes();

    [[nodiscard]] std::size_t size() const { return m_octets.size(); }
    [[nodiscard]] bool empty() const { return m_octets.empty(); }
    [[nodiscard]] BytesView reveal() const { return m_octets; }
    [[nodiscard]] std::span<std::uint8_t> revealForWriting() { return m_octets; }
    [[nodiscard]] SecretBytes clone() const { return copyOf(BytesView{m_octets}); }

    friend bool operator==(const SecretBytes& left, const SecretBytes& right) {
        return equalInConstantTime(left.m_octets, right.m_octets);
    }

   private:
    void wipe() noexcept;
    Bytes m_octets;
};

/// Leaves zeros in the place of a text that was a secret.
void wipe(std::string& text) noexcept;

}  // namespace base
