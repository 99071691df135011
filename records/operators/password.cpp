// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/operators/password.hpp"

#include <argon2.h>

#include <algorithm>

#include "base/digest.hpp"
#include "base/failure.hpp"

namespace records {
namespace {

using namespace base::literals;

constexpr std::size_t kSaltOctets = 16;
constexpr std::uint32_t kHashOctets = 32;
constexpr std::size_t kMostOctets = 1024;

std::size_t charactersOf(base::BytesView utf8) {
    const auto begins = [](std::uint8_t octet) { return (octet & 0xC0U) != 0x80U; };
    return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), begins));
}

}  // namespace

base::Outcome Passwords::check(const base::SecretBytes& password, std::string_view userName) const {
    if (password.size() > kMostOctets)
        return base::Fault{"people.password-too-long"_code, {{"most", std::to_string(kMostOctets)}}};
    if (charactersOf(password.reveal()) < m_leastCharacters)
        return base::Fault{"people.password-too-short"_code, {{"least", std::to_string(m_leastCharacters)}}};
    if (password == base::SecretBytes::copyOf(userName)) return base::Fault{"people.password-is-user-name"_code};
    return {};
}

std::string Passwords::hash(const base::SecretBytes& password) const {
    const auto salt = base::randomBytes(kSaltOctets);
    std::string encoded(argon2_encodedlen(m_cost.passes, m_cost.kibibytes, m_cost.lanes,
                                          static_cast<std::uint32_t>(salt.size()), kHashOctets, Argon2_id),
                        '\0');
    const auto octets = password.reveal();
    const int result =
        argon2id_hash_encoded(m_cost.passes, m_cost.kibibytes, m_cost.lanes, octets.data(), octets.size(), salt.data(),
                              salt.size(), kHashOctets, encoded.data(), encoded.size());
    if (result != ARGON2_OK)
        throw base::Failure{"people.password-not-hashed"_code, base::NextStep::Retry, "Argon2id",
                            argon2_error_message(result)};
    encoded.resize(encoded.find('\0'));
    return encoded;
}

bool Passwords::matches(const std::string& encoded, const base::SecretBytes& password) const {
    if (password.size() > kMostOctets) return false;
    const auto octets = password.reveal();
    const int result = argon2id_verify(encoded.c_str(), octets.data(), octets.size());
    if (result == ARGON2_OK) return true;
    if (result == ARGON2_VERIFY_MISMATCH) return false;
    throw base::Failure{"people.password-record-broken"_code, base::NextStep::CallSupervisor, "Argon2id",
                        argon2_error_message(result)};
}

void Passwords::pretendToMatch(const base::SecretBytes& password) const {
    if (password.size() <= kMostOctets) static_cast<void>(hash(password));
}

}  // namespace records
