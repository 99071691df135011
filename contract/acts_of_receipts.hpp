// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/act.hpp"
#include "contract/fault.hpp"

/// Items, deliveries from their announcement to the vault, and what is counted by lot.
namespace contract {

struct ItemLine {
    std::string item;
    TextMap names;        ///< by language
    std::string keeping;  ///< "serialised" or "counted"
    std::string pattern;  ///< "A0000001"; empty where it is counted
    std::string unit;
    std::int64_t pack = 0;
    std::int64_t box = 0;
    std::int64_t usable = 0;
    std::int64_t minimum = 0;
    bool low = false;  ///< fewer than the minimum: order some
    std::int64_t leadTimeDays = 0;
    std::int64_t shiftLimit = 0;
    std::vector<std::string> values;  ///< "GTQ 62.40"
    std::vector<std::string> heldBy;
    static constexpr std::tuple kFields{Field{"item", &ItemLine::item},
                                        Field{"names", &ItemLine::names},
                                        Field{"keeping", &ItemLine::keeping},
                                        Field{"pattern", &ItemLine::pattern},
                                        Field{"unit", &ItemLine::unit},
                                        Field{"pack", &ItemLine::pack},
                                        Field{"box", &ItemLine::box},
                                        Field{"usable", &ItemLine::usable},
                                        Field{"minimum", &ItemLine::minimum},
                                        Field{"low", &ItemLine::low},
                                        Field{"lead_time_days", &ItemLine::leadTimeDays},
                                        Field{"shift_limit", &ItemLine::shiftLimit},
                                        Field{"values", &ItemLine::values},
                                        Field{"held_by", &ItemLine::heldBy}};
};

struct ItemsListed {
    std::vector<ItemLine> items;
    static constexpr std::tuple kFields{Field{"items", &ItemsListed::items}};
};

/// Every item with its definition, what the house has of it, and the alarm of low stock.
struct StockItems {
    static constexpr Declaration kAct{"stock.items", "stock.view", Effect::Reads};
    using Answer = ItemsListed;
    static constexpr std::tuple<> kFields{};
};

struct UploadGrown {
    std::string upload;
    std::int64_t size = 0;  ///< octets so far: where the next part begins
    static constexpr std::tuple kFields{Field{"upload", &UploadGrown::upload}, Field{"size", &UploadGrown::size}};
};

/// Part of a manifest that is too large for one request: the first without `upload`, then each at the offset where the
/// one before ended. The same part again changes nothing.
struct StockUpload {
    static constexpr Declaration kAct{"stock.upload", "stock.receive", Effect::Conducts};
    using Answer = UploadGrown;
    std::optional<std::string> upload;
    std::int64_t offset = 0;
    base::Bytes content;
    static constexpr std::tuple kFields{Field{"upload", &StockUpload::upload}, Field{"offset", &StockUpload::offset},
                                        Field{"content", &StockUpload::content}};
};

struct DeliveryAnnounced {
    std::string delivery;
    std::string form;  ///< how the manifest was read: "xml", "csv utf-8 ;", "csv latin-1 ,"
    std::int64_t quantity = 0;
    std::int64_t ranges = 0;
    std::int64_t lots = 0;
    static constexpr std::tuple kFields{
        Field{"delivery", &DeliveryAnnounced::delivery}, Field{"form", &DeliveryAnnounced::form},
        Field{"quantity", &DeliveryAnnounced::quantity}, Field{"ranges", &DeliveryAnnounced::ranges},
        Field{"lots", &DeliveryAnnounced::lots}};
};

/// Announces a delivery by the manifest that was uploaded. Supplier and purchase are needed for CSV only.
struct StockAnnounce {
    static constexpr Declaration kAct{"stock.announce", "stock.receive", Effect::Changes};
    using Answer = DeliveryAnnounced;
    std::string upload;
    std::optional<std::string> supplier;
    std::optional<std::string> purchase;
    static constexpr std::tuple kFields{Field{"upload", &StockAnnounce::upload},
                                        Field{"supplier", &StockAnnounce::supplier},
                                        Field{"purchase", &StockAnnounce::purchase}};
};

struct LotLine {
    std::string item;
    std::string lot;
    std::int64_t quantity = 0;
    static constexpr std::tuple kFields{Field{"item", &LotLine::item}, Field{"lot", &LotLine::lot},
                                        Field{"quantity", &LotLine::quantity}};
};

struct ScanAccepted {
    std::int64_t fresh = 0;
    std::int64_t repeated = 0;
    std::int64_t announced = 0;
    std::int64_t scanned = 0;
    static constexpr std::tuple kFields{
        Field{"fresh", &ScanAccepted::fresh}, Field{"repeated", &ScanAccepted::repeated},
        Field{"announced", &ScanAccepted::announced}, Field{"scanned", &ScanAccepted::scanned}};
};

/// What two custodians read of a delivery: an unopened box by label and seal, or serials, ranges and lots.
struct StockScan {
    static constexpr Declaration kAct{"stock.scan", "stock.receive", Effect::Changes, People::Two};
    using Answer = ScanAccepted;
    std::string delivery;
    std::optional<std::string> box;
    std::optional<std::string> seal;
    std::vector<std::string> serials;
    std::vector<LotLine> lots;
    bool anew = false;
    static constexpr std::tuple kFields{Field{"delivery", &StockScan::delivery}, Field{"box", &StockScan::box},
                                        Field{"seal", &StockScan::seal},         Field{"serials", &StockScan::serials},
                                        Field{"lots", &StockScan::lots},         Field{"anew", &StockScan::anew}};
};

struct DeliveryChecked {
    std::int64_t announced = 0;
    std::int64_t scanned = 0;
    std::vector<FaultLine> faults;
    std::vector<FaultLine> gaps;  ///< need a reason
    static constexpr std::tuple kFields{
        Field{"announced", &DeliveryChecked::announced}, Field{"scanned", &DeliveryChecked::scanned},
        Field{"faults", &DeliveryChecked::faults}, Field{"gaps", &DeliveryChecked::gaps}};
};

/// Everything that stands against putting a delivery away.
struct StockCheck {
    static constexpr Declaration kAct{"stock.check", "stock.view", Effect::Reads};
    using Answer = DeliveryChecked;
    std::string delivery;
    static constexpr std::tuple kFields{Field{"delivery", &StockCheck::delivery}};
};

struct DeliveryPutAway {
    std::string receipt;
    std::int64_t quantity = 0;
    static constexpr std::tuple kFields{Field{"receipt", &DeliveryPutAway::receipt},
                                        Field{"quantity", &DeliveryPutAway::quantity}};
};

/// Brings a delivery that agrees with its manifest into a vault; two custodians.
struct StockPutAway {
    static constexpr Declaration kAct{"stock.put-away", "stock.receive", Effect::Changes, People::Two};
    using Answer = DeliveryPutAway;
    std::string delivery;
    std::optional<std::string> place;
    std::optional<std::string> gapReason;
    static constexpr std::tuple kFields{Field{"delivery", &StockPutAway::delivery},
                                        Field{"place", &StockPutAway::place},
                                        Field{"gap_reason", &StockPutAway::gapReason}};
};

/// Sends a delivery back to the supplier; two custodians.
struct StockReject {
    static constexpr Declaration kAct{"stock.reject", "stock.receive", Effect::Changes, People::Two};
    using Answer = Done;
    std::string delivery;
    std::string reason;
    static constexpr std::tuple kFields{Field{"delivery", &StockReject::delivery},
                                        Field{"reason", &StockReject::reason}};
};

struct DeliveryLine {
    std::string delivery;
    std::string supplier;
    std::string purchase;
    std::string form;
    std::string announcedAt;
    std::string announcedBy;
    std::string endedAt;
    std::string outcome;  ///< "announced", "put_away", "rejected"
    std::int64_t announced = 0;
    std::int64_t scanned = 0;
    static constexpr std::tuple kFields{
        Field{"delivery", &DeliveryLine::delivery},        Field{"supplier", &DeliveryLine::supplier},
        Field{"purchase", &DeliveryLine::purchase},        Field{"form", &DeliveryLine::form},
        Field{"announced_at", &DeliveryLine::announcedAt}, Field{"announced_by", &DeliveryLine::announcedBy},
        Field{"ended_at", &DeliveryLine::endedAt},         Field{"outcome", &DeliveryLine::outcome},
        Field{"announced", &DeliveryLine::announced},      Field{"scanned", &DeliveryLine::scanned}};
};

struct DeliveriesListed {
    std::vector<DeliveryLine> deliveries;
    static constexpr std::tuple kFields{Field{"deliveries", &DeliveriesListed::deliveries}};
};

/// All deliveries, the newest first.
struct StockReceipts {
    static constexpr Declaration kAct{"stock.receipts", "stock.view", Effect::Reads};
    using Answer = DeliveriesListed;
    static constexpr std::tuple<> kFields{};
};

struct AcceptedLine {
    std::string item;
    std::string unit;
    std::int64_t quantity = 0;
    std::vector<std::string> contents;
    std::vector<std::string> boxes;
    static constexpr std::tuple kFields{Field{"item", &AcceptedLine::item}, Field{"unit", &AcceptedLine::unit},
                                        Field{"quantity", &AcceptedLine::quantity},
                                        Field{"contents", &AcceptedLine::contents},
                                        Field{"boxes", &AcceptedLine::boxes}};
};

struct ReceiptShown {
    std::string receipt;
    std::string supplier;
    std::string purchase;
    std::string time;
    std::string person;
    std::string second;
    std::string place;
    std::int64_t quantity = 0;
    std::vector<AcceptedLine> items;
    static constexpr std::tuple kFields{
        Field{"receipt", &ReceiptShown::receipt},   Field{"supplier", &ReceiptShown::supplier},
        Field{"purchase", &ReceiptShown::purchase}, Field{"time", &ReceiptShown::time},
        Field{"person", &ReceiptShown::person},     Field{"second", &ReceiptShown::second},
        Field{"place", &ReceiptShown::place},       Field{"quantity", &ReceiptShown::quantity},
        Field{"items", &ReceiptShown::items}};
};

/// What a receipt brought: the values of its acceptance act.
struct StockReceiptShow {
    static constexpr Declaration kAct{"stock.receipt", "stock.view", Effect::Reads};
    using Answer = ReceiptShown;
    std::string receipt;
    static constexpr std::tuple kFields{Field{"receipt", &StockReceiptShow::receipt}};
};

/// Moves so many of a lot from one place to another; two custodians.
struct StockLotMove {
    static constexpr Declaration kAct{"stock.lot-move", "stock.issue", Effect::Changes, People::Two};
    using Answer = Done;
    std::string item;
    std::string lot;
    std::int64_t quantity = 0;
    std::string from;
    std::string to;
    static constexpr std::tuple kFields{Field{"item", &StockLotMove::item}, Field{"lot", &StockLotMove::lot},
                                        Field{"quantity", &StockLotMove::quantity}, Field{"from", &StockLotMove::from},
                                        Field{"to", &StockLotMove::to}};
};

struct LotsUsed {
    std::vector<LotLine> lots;
    static constexpr std::tuple kFields{Field{"lots", &LotsUsed::lots}};
};

/// Uses up so many of what is counted at the workstation of the person who asks, the oldest lot first.
struct StockLotUse {
    static constexpr Declaration kAct{"stock.lot-use", "line.run", Effect::Changes};
    using Answer = LotsUsed;
    std::string item;
    std::int64_t quantity = 0;
    std::string reference;
    static constexpr std::tuple kFields{Field{"item", &StockLotUse::item}, Field{"quantity", &StockLotUse::quantity},
                                        Field{"reference", &StockLotUse::reference}};
};

/// Corrects the books of a lot at a place to what two custodians counted there.
struct StockLotCount {
    static constexpr Declaration kAct{"stock.lot-count", "stock.receive", Effect::Changes, People::Two};
    using Answer = Done;
    std::string item;
    std::string lot;
    std::int64_t quantity = 0;
    std::string place;
    std::string reason;
    static constexpr std::tuple kFields{Field{"item", &StockLotCount::item}, Field{"lot", &StockLotCount::lot},
                                        Field{"quantity", &StockLotCount::quantity},
                                        Field{"place", &StockLotCount::place}, Field{"reason", &StockLotCount::reason}};
};

using ReceiptActs = std::tuple<StockItems, StockUpload, StockAnnounce, StockScan, StockCheck, StockPutAway, StockReject,
                               StockReceipts, StockReceiptShow, StockLotMove, StockLotUse, StockLotCount>;

}  // namespace contract
