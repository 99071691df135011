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
    static constexpr std::array kFields{field<&ItemLine::item>("item"),
                                        field<&ItemLine::names>("names"),
                                        field<&ItemLine::keeping>("keeping"),
                                        field<&ItemLine::pattern>("pattern"),
                                        field<&ItemLine::unit>("unit"),
                                        field<&ItemLine::pack>("pack"),
                                        field<&ItemLine::box>("box"),
                                        field<&ItemLine::usable>("usable"),
                                        field<&ItemLine::minimum>("minimum"),
                                        field<&ItemLine::low>("low"),
                                        field<&ItemLine::leadTimeDays>("lead_time_days"),
                                        field<&ItemLine::shiftLimit>("shift_limit"),
                                        field<&ItemLine::values>("values"),
                                        field<&ItemLine::heldBy>("held_by")};
};

struct ItemsListed {
    std::vector<ItemLine> items;
    static constexpr std::array kFields{field<&ItemsListed::items>("items")};
};

/// Every item with its definition, what the house has of it, and the alarm of low stock.
struct StockItems {
    static constexpr Declaration kAct{"stock.items", "stock.view", Effect::Reads};
    using Answer = ItemsListed;
    static constexpr std::array<Field, 0> kFields{};
};

struct DeliveryAnnounced {
    std::string delivery;
    std::string form;  ///< how the manifest was read: "xml", "csv utf-8 ;", "csv latin-1 ,"
    std::int64_t quantity = 0;
    std::int64_t ranges = 0;
    std::int64_t lots = 0;
    static constexpr std::array kFields{
        field<&DeliveryAnnounced::delivery>("delivery"), field<&DeliveryAnnounced::form>("form"),
        field<&DeliveryAnnounced::quantity>("quantity"), field<&DeliveryAnnounced::ranges>("ranges"),
        field<&DeliveryAnnounced::lots>("lots")};
};

/// Announces a delivery by the manifest that was brought (`Office::bring`); `upload` is its SHA-256. Supplier and
/// purchase are needed for CSV only.
struct StockAnnounce {
    static constexpr Declaration kAct{"stock.announce", "stock.receive", Effect::Changes};
    using Answer = DeliveryAnnounced;
    std::string upload;
    std::optional<std::string> supplier;
    std::optional<std::string> purchase;
    static constexpr std::array kFields{field<&StockAnnounce::upload>("upload"),
                                        field<&StockAnnounce::supplier>("supplier"),
                                        field<&StockAnnounce::purchase>("purchase")};
};

struct LotLine {
    std::string item;
    std::string lot;
    std::int64_t quantity = 0;
    static constexpr std::array kFields{field<&LotLine::item>("item"), field<&LotLine::lot>("lot"),
                                        field<&LotLine::quantity>("quantity")};
};

struct ScanAccepted {
    std::int64_t fresh = 0;
    std::int64_t repeated = 0;
    std::int64_t announced = 0;
    std::int64_t scanned = 0;
    static constexpr std::array kFields{
        field<&ScanAccepted::fresh>("fresh"), field<&ScanAccepted::repeated>("repeated"),
        field<&ScanAccepted::announced>("announced"), field<&ScanAccepted::scanned>("scanned")};
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
    static constexpr std::array kFields{field<&StockScan::delivery>("delivery"), field<&StockScan::box>("box"),
                                        field<&StockScan::seal>("seal"),         field<&StockScan::serials>("serials"),
                                        field<&StockScan::lots>("lots"),         field<&StockScan::anew>("anew")};
};

struct DeliveryChecked {
    std::int64_t announced = 0;
    std::int64_t scanned = 0;
    std::vector<FaultLine> faults;
    std::vector<FaultLine> gaps;  ///< need a reason
    static constexpr std::array kFields{
        field<&DeliveryChecked::announced>("announced"), field<&DeliveryChecked::scanned>("scanned"),
        field<&DeliveryChecked::faults>("faults"), field<&DeliveryChecked::gaps>("gaps")};
};

/// Everything that stands against putting a delivery away.
struct StockCheck {
    static constexpr Declaration kAct{"stock.check", "stock.view", Effect::Reads};
    using Answer = DeliveryChecked;
    std::string delivery;
    static constexpr std::array kFields{field<&StockCheck::delivery>("delivery")};
};

struct DeliveryPutAway {
    std::string receipt;
    std::int64_t quantity = 0;
    static constexpr std::array kFields{field<&DeliveryPutAway::receipt>("receipt"),
                                        field<&DeliveryPutAway::quantity>("quantity")};
};

/// Brings a delivery that agrees with its manifest into a vault; two custodians.
struct StockPutAway {
    static constexpr Declaration kAct{"stock.put-away", "stock.receive", Effect::Changes, People::Two};
    using Answer = DeliveryPutAway;
    std::string delivery;
    std::optional<std::string> place;
    std::optional<std::string> gapReason;
    static constexpr std::array kFields{field<&StockPutAway::delivery>("delivery"),
                                        field<&StockPutAway::place>("place"),
                                        field<&StockPutAway::gapReason>("gap_reason")};
};

/// Sends a delivery back to the supplier; two custodians.
struct StockReject {
    static constexpr Declaration kAct{"stock.reject", "stock.receive", Effect::Changes, People::Two};
    using Answer = Done;
    std::string delivery;
    std::string reason;
    static constexpr std::array kFields{field<&StockReject::delivery>("delivery"),
                                        field<&StockReject::reason>("reason")};
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
    static constexpr std::array kFields{
        field<&DeliveryLine::delivery>("delivery"),        field<&DeliveryLine::supplier>("supplier"),
        field<&DeliveryLine::purchase>("purchase"),        field<&DeliveryLine::form>("form"),
        field<&DeliveryLine::announcedAt>("announced_at"), field<&DeliveryLine::announcedBy>("announced_by"),
        field<&DeliveryLine::endedAt>("ended_at"),         field<&DeliveryLine::outcome>("outcome"),
        field<&DeliveryLine::announced>("announced"),      field<&DeliveryLine::scanned>("scanned")};
};

struct DeliveriesListed {
    std::vector<DeliveryLine> deliveries;
    static constexpr std::array kFields{field<&DeliveriesListed::deliveries>("deliveries")};
};

/// All deliveries, the newest first.
struct StockReceipts {
    static constexpr Declaration kAct{"stock.receipts", "stock.view", Effect::Reads};
    using Answer = DeliveriesListed;
    static constexpr std::array<Field, 0> kFields{};
};

struct AcceptedLine {
    std::string item;
    std::string unit;
    std::int64_t quantity = 0;
    std::vector<std::string> contents;
    std::vector<std::string> boxes;
    static constexpr std::array kFields{field<&AcceptedLine::item>("item"), field<&AcceptedLine::unit>("unit"),
                                        field<&AcceptedLine::quantity>("quantity"),
                                        field<&AcceptedLine::contents>("contents"),
                                        field<&AcceptedLine::boxes>("boxes")};
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
    static constexpr std::array kFields{
        field<&ReceiptShown::receipt>("receipt"),   field<&ReceiptShown::supplier>("supplier"),
        field<&ReceiptShown::purchase>("purchase"), field<&ReceiptShown::time>("time"),
        field<&ReceiptShown::person>("person"),     field<&ReceiptShown::second>("second"),
        field<&ReceiptShown::place>("place"),       field<&ReceiptShown::quantity>("quantity"),
        field<&ReceiptShown::items>("items")};
};

/// What a receipt brought: the values of its acceptance act.
struct StockReceiptShow {
    static constexpr Declaration kAct{"stock.receipt", "stock.view", Effect::Reads};
    using Answer = ReceiptShown;
    std::string receipt;
    static constexpr std::array kFields{field<&StockReceiptShow::receipt>("receipt")};
};

/// Moves so many of a lot from one place to another, in answer to a requisition where one is named; two custodians.
struct StockLotMove {
    static constexpr Declaration kAct{"stock.lot-move", "stock.issue", Effect::Changes, People::Two};
    using Answer = Done;
    std::string item;
    std::string lot;
    std::int64_t quantity = 0;
    std::string from;
    std::string to;
    std::optional<std::string> requisition = {};
    static constexpr std::array kFields{field<&StockLotMove::item>("item"),
                                        field<&StockLotMove::lot>("lot"),
                                        field<&StockLotMove::quantity>("quantity"),
                                        field<&StockLotMove::from>("from"),
                                        field<&StockLotMove::to>("to"),
                                        field<&StockLotMove::requisition>("requisition")};
};

struct LotsUsed {
    std::vector<LotLine> lots;
    static constexpr std::array kFields{field<&LotsUsed::lots>("lots")};
};

/// Uses up so many of what is counted at the workstation of the person who asks, the oldest lot first.
struct StockLotUse {
    static constexpr Declaration kAct{"stock.lot-use", "line.run", Effect::Changes};
    using Answer = LotsUsed;
    std::string item;
    std::int64_t quantity = 0;
    std::string reference;
    static constexpr std::array kFields{field<&StockLotUse::item>("item"), field<&StockLotUse::quantity>("quantity"),
                                        field<&StockLotUse::reference>("reference")};
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
    static constexpr std::array kFields{field<&StockLotCount::item>("item"), field<&StockLotCount::lot>("lot"),
                                        field<&StockLotCount::quantity>("quantity"),
                                        field<&StockLotCount::place>("place"), field<&StockLotCount::reason>("reason")};
};

using ReceiptActs = std::tuple<StockItems, StockAnnounce, StockScan, StockCheck, StockPutAway, StockReject,
                               StockReceipts, StockReceiptShow, StockLotMove, StockLotUse, StockLotCount>;

}  // namespace contract
