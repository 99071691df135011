// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <set>

#include "inventory/holdings.hpp"
#include "inventory/receipts/delivery_rows.hpp"

namespace inventory {
namespace {

using namespace base::literals;

using Ranges = std::vector<SerialRange>;
using LotName = std::pair<std::string, std::string>;

Ranges joined(Ranges ranges) {
    Ranges twice;
    return unionOf(std::move(ranges), twice);
}

/// What a supplier announced or two people found, by box ("" where no box is named).
struct Contents {
    std::map<std::string, Ranges> ranges;
    std::map<std::string, std::map<LotName, std::int64_t>> lots;
    std::map<std::string, std::string> seals;

    [[nodiscard]] Ranges all() const {
        Ranges together;
        for (const auto& [box, some] : ranges) together.insert(together.end(), some.begin(), some.end());
        return joined(std::move(together));
    }
    [[nodiscard]] std::map<LotName, std::int64_t> allLots() const {
        std::map<LotName, std::int64_t> sums;
        for (const auto& [box, some] : lots)
            for (const auto& [lot, quantity] : some) sums[lot] += quantity;
        return sums;
    }
    [[nodiscard]] bool names(const std::string& box) const { return ranges.contains(box) || lots.contains(box); }
    void join() {
        for (auto& [box, some] : ranges) some = joined(std::move(some));
    }
};

Contents announcedContents(records::Connection& connection, const std::string& delivery) {
    Contents contents;
    for (auto& range : announcedRanges(connection, delivery)) {
        contents.ranges[range.box].push_back(std::move(range.range));
        if (!range.seal.empty()) contents.seals[range.box] = range.seal;
    }
    for (const auto& lot : announcedLots(connection, delivery)) {
        contents.lots[lot.box][{lot.what.item, lot.what.lot}] += lot.what.quantity;
        if (!lot.seal.empty()) contents.seals[lot.box] = lot.seal;
    }
    contents.join();
    return contents;
}

/// What was read in the round that counts. An unopened box whose seal is the announced one holds what is announced.
Contents scannedContents(records::Connection& connection, const std::string& delivery, const Contents& announced) {
    Contents contents;
    std::set<std::string> unopened;
    connection.forEach(
        "SELECT box, seal, whole, item, first_number, last_number, lot, quantity FROM stock_delivery_scan WHERE "
        "delivery = ?1 AND round = ?2 ORDER BY position",
        {delivery, roundOf(connection, delivery)}, [&](const records::Row& row) {
            const std::string& box = row.text(0);
            if (row.isNull(3)) {
                const bool whole = row.integer(2) == 1;
                if (whole) unopened.insert(box);
                // Who reads on in an open box need not read its seal again.
                if (whole || !row.textOrEmpty(1).empty() || !contents.seals.contains(box))
                    contents.seals[box] = row.textOrEmpty(1);
            } else if (row.isNull(6)) {
                contents.ranges[box].push_back({row.text(3), row.integer(4), row.integer(5)});
            } else {
                contents.lots[box][{row.text(3), row.text(6)}] = row.integer(7);
            }
        });
    for (const auto& box : unopened) {
        const auto seal = announced.seals.find(box);
        if (seal == announced.seals.end() || seal->second != contents.seals[box]) continue;
        if (const auto at = announced.ranges.find(box); at != announced.ranges.end())
            contents.ranges[box].insert(contents.ranges[box].end(), at->second.begin(), at->second.end());
        if (const auto at = announced.lots.find(box); at != announced.lots.end())
            for (const auto& [lot, quantity] : at->second) contents.lots[box].try_emplace(lot, quantity);
    }
    contents.join();
    return contents;
}

/// Compares the two, fault by fault.
class Comparison {
   public:
    Comparison(const ItemCatalogue& catalogue, const Contents& announced, const Contents& scanned)
        : m_catalogue(catalogue), m_announced(announced), m_scanned(scanned) {}

    DeliveryCheck compare(records::Connection& connection) {
        const auto announced = m_announced.all();
        const auto scanned = m_scanned.all();
        findAll("stock.scan-missing"_code, without(announced, scanned));
        m_extra = without(scanned, announced);
        findAll("stock.scan-extra"_code, m_extra);
        findTwice();
        findBoxes();
        findKnown(connection, announced, scanned);
        compareLots(connection);
        findGaps();
        m_check.announced = quantityOf(announced);
        m_check.scanned = quantityOf(scanned);
        for (const auto& [lot, quantity] : m_announced.allLots()) m_check.announced += quantity;
        for (const auto& [lot, quantity] : m_scanned.allLots()) m_check.scanned += quantity;
        return std::move(m_check);
    }

   private:
    [[nodiscard]] base::Fault faultOf(base::FailureCode code, const SerialRange& range,
                                      const std::string& box = {}) const {
        return {std::move(code),
                {{"serials", textOf(range, *m_catalogue.find(range.item))},
                 {"quantity", std::to_string(range.quantity())},
                 {"box", box}}};
    }
    void findAll(const base::FailureCode& code, const Ranges& ranges, const std::string& box = {}) {
        for (const auto& range : ranges) m_check.faults.push_back(faultOf(code, range, box));
    }

    /// The same serial in two boxes is two pieces; read twice in one it is a scanner that repeats itself.
    void findTwice() {
        Ranges boxed;
        for (const auto& [box, ranges] : m_scanned.ranges)
            if (!box.empty()) boxed.insert(boxed.end(), ranges.begin(), ranges.end());
        Ranges twice;
        unionOf(std::move(boxed), twice);
        findAll("stock.scan-twice"_code, joined(std::move(twice)));
    }

    void findBoxes() {
        const auto elsewhere = m_announced.ranges.find("");
        for (const auto& [box, ranges] : m_scanned.ranges) {
            if (box.empty()) continue;
            auto foreign = without(ranges, m_extra);
            if (const auto at = m_announced.ranges.find(box); at != m_announced.ranges.end())
                foreign = without(foreign, at->second);
            if (elsewhere != m_announced.ranges.end()) foreign = without(foreign, elsewhere->second);
            findAll("stock.scan-other-box"_code, foreign, box);
        }
        for (const auto& [box, seal] : m_scanned.seals) {
            if (!m_announced.names(box)) m_check.faults.push_back({"stock.box-unknown"_code, {{"box", box}}});
            const auto expected = m_announced.seals.find(box);
            const std::string& announced = expected == m_announced.seals.end() ? m_none : expected->second;
            if (m_announced.names(box) && announced != seal)
                m_check.faults.push_back(
                    {"stock.seal-differs"_code, {{"box", box}, {"announced", announced}, {"found", seal}}});
        }
    }

    void findKnown(records::Connection& connection, const Ranges& announced, const Ranges& scanned) {
        Ranges both = announced;
        both.insert(both.end(), scanned.begin(), scanned.end());
        for (const auto& range : joined(std::move(both))) {
            Ranges known;
            for (auto& run : runsWithin(connection, range)) known.push_back(std::move(run.range));
            if (known.empty()) continue;
            const auto& serials = m_catalogue.find(range.item)->serial;
            m_check.faults.push_back({"stock.serials-known"_code,
                                      {{"quantity", std::to_string(quantityOf(known))},
                                       {"first", serials.serialOf(known.front().first)},
                                       {"last", serials.serialOf(known.back().last)}}});
        }
    }

    void compareLots(records::Connection& connection) {
        const auto scanned = m_scanned.allLots();
        auto names = m_announced.allLots();
        const auto announced = names;
        names.insert(scanned.begin(), scanned.end());
        const auto quantityIn = [](const auto& lots, const LotName& lot) {
            const auto found = lots.find(lot);
            return found == lots.end() ? std::int64_t{0} : found->second;
        };
        for (const auto& [lot, some] : names) {
            const auto said = quantityIn(announced, lot);
            const auto found = quantityIn(scanned, lot);
            if (said != found)
                m_check.faults.push_back({"stock.lot-differs"_code,
                                          {{"item", lot.first},
                                           {"lot", lot.second},
                                           {"announced", std::to_string(said)},
                                           {"found", std::to_string(found)}}});
            if (connection.queryOne("SELECT 1 FROM stock_lot WHERE item = ?1 AND lot = ?2", {lot.first, lot.second}))
                m_check.faults.push_back({"stock.lot-known"_code, {{"item", lot.first}, {"lot", lot.second}}});
        }
    }

    void findGaps() {
        for (const auto& [box, ranges] : m_announced.ranges)
            for (std::size_t at = 1; at < ranges.size(); ++at)
                if (ranges[at].item == ranges[at - 1].item)
                    m_check.gaps.push_back(faultOf("stock.serials-skipped"_code,
                                                   {ranges[at].item, ranges[at - 1].last + 1, ranges[at].first - 1},
                                                   box));
    }

    const ItemCatalogue& m_catalogue;
    const Contents& m_announced;
    const Contents& m_scanned;
    const std::string m_none;
    Ranges m_extra;
    DeliveryCheck m_check;
};

}  // namespace

base::Result<DeliveryCheck> Deliveries::check(records::Connection& connection, const std::string& delivery) const {
    if (!connection.queryOne("SELECT 1 FROM stock_delivery WHERE id = ?1", {delivery}))
        return base::Fault{"stock.unknown-delivery"_code, {{"delivery", delivery}}};
    const auto announced = announcedContents(connection, delivery);
    const auto scanned = scannedContents(connection, delivery, announced);
    return Comparison{m_catalogue, announced, scanned}.compare(connection);
}

}  // namespace inventory
