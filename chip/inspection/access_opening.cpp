// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip/inspection/access_opening.hpp"

#include "chip/access/bac.hpp"
#include "chip/access/file_reading.hpp"
#include "chip/access/pace.hpp"
#include "chip/lds/files.hpp"

namespace chip {
namespace {

using namespace base::literals;

constexpr std::uint8_t kCardAccessShortId = 0x1C;

base::Fault secretMissing() { return {"inspection.secret-missing"_code}; }

/// Whether the chip said no to the variant itself, so that its next offer may be tried.
bool wasDeclined(const base::Refusal& refusal) {
    return refusal.first().code == "access.unexpected-status"_code &&
           refusal.first().where == nameOf(Exchange::SetAuthenticationTemplate);
}

base::Result<OpenedChip> openByPace(Card& card, base::BytesView cardAccess, const AccessSecrets& secrets) {
    auto offers = readCardAccess(cardAccess);
    if (!offers) return offers.refusal();
    if (!secrets.cardAccessNumber && !secrets.mrz) return secretMissing();
    const auto password = secrets.cardAccessNumber ? PacePassword{PaceSecret::Can, secrets.cardAccessNumber->clone()}
                                                   : PacePassword::mrz(*secrets.mrz);
    std::optional<base::Refusal> last;
    for (const auto& offer : inOrderOfPreference(std::move(offers).value())) {
        auto session = performPace(card, offer, password);
        if (session) return OpenedChip{std::move(session).value(), offer};
        last = session.refusal();
        if (!wasDeclined(*last)) break;
    }
    return *last;
}

/// An error word other than "not found": some chips refuse to select in the master file what they let be read.
bool answeredOddly(const base::Refusal& refusal) {
    const auto& fault = refusal.first();
    if (fault.code == "access.denied"_code) return true;
    if (fault.code != "access.unexpected-status"_code) return false;
    for (const auto& [name, value] : fault.arguments)
        if (name == "status") return value.starts_with('6');
    return false;
}

}  // namespace

base::Result<base::Bytes> readCardAccessFile(Card& card) {
    auto file = readFile(card, kEfCardAccess);
    if (file || !answeredOddly(file.refusal())) return file;
    auto again = readFileByShortId(card, kCardAccessShortId);
    return again ? std::move(again) : std::move(file);
}

base::Result<OpenedChip> openChip(Card& card, const std::optional<base::Bytes>& cardAccess,
                                  const AccessSecrets& secrets) {
    if (cardAccess) return openByPace(card, *cardAccess, secrets);
    if (!secrets.mrz) return secretMissing();
    auto session = performBac(card, *secrets.mrz);
    if (!session) return session.refusal();
    return OpenedChip{std::move(session).value()};
}

}  // namespace chip
