// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/order_past.hpp"

#include <fmt/format.h>

namespace benchmarks {
namespace {

std::string orderNumbered(std::int64_t at) { return fmt::format("2025-{:06}", at); }

void insert(records::Connection& owner, const std::string& table, const std::vector<std::string>& columns,
            std::int64_t rows, const std::function<void(std::int64_t, records::Values&)>& fill) {
    std::int64_t at = 0;
    owner.insertMany(table, columns, [&](records::Values& row) {
        if (at == rows) return false;
        fill(at++, row);
        return true;
    });
}

}  // namespace

void writeOrders(records::Connection& owner, std::int64_t orders, std::int64_t waiting) {
    const auto released = orders - waiting;
    owner.execute("INSERT INTO order_file (sha256, station, taken_at, taken_by) VALUES ('00', 's', 't', 'p')");
    insert(owner, "production_order",
           {"id", "station", "reference", "file_sha256", "kind", "receipt_number", "delivery_site", "content",
            "portrait", "signature", "received_at"},
           orders, [](std::int64_t at, records::Values& row) {
               row = {orderNumbered(at),
                      fmt::format("capture-{:02}", at % 20),
                      fmt::format("C{:08}", at),
                      "00",
                      "passport-ordinary",
                      fmt::format("R{:08}", at),
                      "GT-Z4",
                      "{}",
                      base::Bytes{1},
                      base::Bytes{1},
                      "2025-11-28T10:00:00.000000Z"};
           });
    insert(owner, "line_task", {"order_id", "stage", "standing", "rank", "chip", "item", "priority", "due_on", "step"},
           orders, [released](std::int64_t at, records::Values& row) {
               const bool waits = at >= released;
               row = {orderNumbered(at),
                      waits ? "received" : "released",
                      waits ? "ready" : "ended",
                      at,
                      std::int64_t{1},
                      "booklet-ordinary",
                      at % 50 == 0 ? "urgent" : "normal",
                      at % 10 == 0 ? "2027-01-31" : "",
                      waits ? "clear" : ""};
           });
    insert(owner, "document",
           {"id", "number", "kind", "order_id", "blank_serial", "state", "mrz", "issued_on", "expires_on"}, released,
           [](std::int64_t at, records::Values& row) {
               row = {fmt::format("D{:08}", at),
                      fmt::format("P{:08}", at),
                      "passport-ordinary",
                      orderNumbered(at),
                      fmt::format("X{:07}", at),
                      "released",
                      "",
                      "2025-11-28",
                      "2035-11-27"};
           });
    owner.executeScript("ANALYZE");
}

}  // namespace benchmarks
