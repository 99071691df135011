// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "inventory/item_catalogue.hpp"
#include "inventory/ledger.hpp"

namespace inventory {

/// Spoiled blanks in a quarantine: announced by whoever spoiled them, then received as the blanks themselves.
struct Quarantined {
    SerialRange range;
    std::string place;
    std::string cause;
    std::string announcedAt;
    std::string announcedBy;
    std::string receivedAt;  ///< empty until a custodian holds the blanks
    std::string receivedBy;
};

struct QuarantineScan {
    std::int64_t fresh = 0;
    std::int64_t repeated = 0;  ///< received before: harmless
};

/// A photograph of a spoiled blank.
struct Evidence {
    std::string content;  ///< SHA-256, its name in the store of contents
    std::string format;   ///< "jpeg" or "png"
    std::string time = {};
    std::string person = {};
};

/// Which of these spoiled serials no custodian has received yet, ascending.
std::vector<SerialRange> notReceived(records::Connection& connection, const std::vector<SerialRange>& spoiled);

/// The way of spoiled blanks from where they were spoiled to the destruction store. In the books they stand in
/// quarantine from the moment they are spoiled; there each is confirmed by scan (movement "confirm", which changes
/// nothing else), and only confirmed ones go on. Works inside the caller's transaction and appends to the journal;
/// where it is refused it has changed nothing.
class Quarantine {
   public:
    enum class Of { NotReceived, Received, All };
    /// Both must outlive it.
    Quarantine(const ItemCatalogue& catalogue, const base::Clock& clock) : m_catalogue(catalogue), m_clock(clock) {}

    /// By item and serial.
    [[nodiscard]] std::vector<Quarantined> list(records::Connection& connection, Of of) const;

    /// A custodian holds these blanks; the same scan again changes nothing. Refuses "stock.bad-range",
    /// "stock.scan-nothing", "stock.not-in-quarantine" for each range that is no spoiled one there.
    base::Result<QuarantineScan> receive(records::Transaction& tx, const records::Author& author,
                                         const std::vector<std::string>& serials) const;

    /// From quarantine to the destruction store; two people. Gives the quantity. Takes spoiled, annulled and expired
    /// ones. Refuses as `receive`, "stock.not-received" for spoiled ones, "transfer.reserved", and as checkTwoPeople
    /// does.
    base::Result<std::int64_t> toDestruction(records::Transaction& tx, const records::Author& author,
                                             const std::vector<std::string>& serials) const;

    /// Binds a photograph to a spoiled blank for good. Refuses "stock.unknown-serial", "stock.not-spoiled",
    /// "stock.evidence-known".
    base::Outcome addEvidence(records::Transaction& tx, const records::Author& author, std::string_view serial,
                              const Evidence& evidence) const;
    /// Refuses "stock.unknown-serial".
    [[nodiscard]] base::Result<std::vector<Evidence>> evidenceOf(records::Connection& connection,
                                                                 std::string_view serial) const;

   private:
    [[nodiscard]] base::Result<std::vector<SerialRange>> scanned(const std::vector<std::string>& serials) const;
    void journal(records::Transaction& tx, const records::Author& author, std::string_view act,
                 const std::vector<SerialRange>& ranges) const;

    const ItemCatalogue& m_catalogue;
    const base::Clock& m_clock;
};

}  // namespace inventory
