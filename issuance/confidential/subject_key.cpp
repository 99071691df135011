// SPDX-License-Identifier: GPL-3.0-or-later
#include "issuance/confidential/subject_key.hpp"

#include <algorithm>

#include "base/digest.hpp"
#include "base/failure.hpp"
#include "signing/keys/sealing.hpp"

namespace issuance {
namespace {

using namespace base::literals;

constexpr std::string_view kMark = "sealed:";
constexpr std::size_t kKeySize = 32;

[[noreturn]] void throwDamaged(std::string_view place) {
    throw base::Failure{"confidential.damaged"_code, base::NextStep::CallSupervisor, std::string{place}};
}

}  // namespace

bool isSealed(base::BytesView kept) {
    return kept.size() >= kMark.size() && std::equal(kMark.begin(), kMark.end(), kept.begin());
}

bool isSealed(std::string_view kept) { return kept.starts_with(kMark); }

SubjectKey SubjectKey::make() { return SubjectKey{base::SecretBytes{base::randomBytes(kKeySize)}}; }

base::Bytes SubjectKey::seal(base::BytesView plain, std::string_view place) const {
    auto kept = base::bytesOf(kMark);
    const auto sealed = signing::seal(m_key, plain, base::bytesOf(place));
    kept.insert(kept.end(), sealed.begin(), sealed.end());
    return kept;
}

std::string SubjectKey::sealText(std::string_view plain, std::string_view place) const {
    return std::string{kMark} + base::toBase64(signing::seal(m_key, base::bytesOf(plain), base::bytesOf(place)));
}

base::SecretBytes SubjectKey::opened(base::BytesView sealed, std::string_view place) const {
    auto plain = signing::unseal(m_key, sealed, base::bytesOf(place));
    if (!plain) throwDamaged(place);
    return std::move(*plain);
}

base::Bytes SubjectKey::open(base::BytesView kept, std::string_view place) const {
    if (!isSealed(kept)) return {kept.begin(), kept.end()};
    const auto plain = opened(kept.subspan(kMark.size()), place);
    return {plain.reveal().begin(), plain.reveal().end()};
}

std::string SubjectKey::openText(std::string_view kept, std::string_view place) const {
    if (!isSealed(kept)) return std::string{kept};
    const auto sealed = base::fromBase64(kept.substr(kMark.size()));
    if (!sealed) throwDamaged(place);
    const auto plain = opened(*sealed, place);
    return {plain.reveal().begin(), plain.reveal().end()};
}

std::int64_t SubjectKey::blind(std::int64_t number) const {
    constexpr int kOctets = 8;
    const base::SecretBytes own{base::hmacSha256(m_key.reveal(), base::bytesOf("blind index"))};
    base::Bytes octets;
    for (int at = kOctets - 1; at >= 0; --at)
        octets.push_back(static_cast<std::uint8_t>(static_cast<std::uint64_t>(number) >> (8 * at)));
    const auto hash = base::hmacSha256(own.reveal(), octets);
    std::uint64_t blinded = 0;
    for (int at = 0; at < kOctets; ++at) blinded = blinded << 8U | hash[static_cast<std::size_t>(at)];
    // Whole numbers without a sign, as all keys of registers are.
    return static_cast<std::int64_t>(blinded & ~(std::uint64_t{1} << 63U));
}

}  // namespace issuance
