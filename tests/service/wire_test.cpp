// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/wire.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace service::wire {
namespace {

using namespace base::literals;
using contract::Json;

TEST(Wire, CarriesAnAnswer) {
    const auto reply = replyOf(base::Result<Json>{Json{{"quantity", 200}, {"name", "Güicho"}}});
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(*readReply(reply.status, reply.body), (Json{{"quantity", 200}, {"name", "Güicho"}}));
}

TEST(Wire, CarriesEveryFaultOfARefusal) {
    const base::Refusal refusal{{base::Fault{"stock.unknown-serial"_code, {{"serial", "A0000001"}}, "serials[3]"},
                                 base::Fault{"contract.missing"_code, {}, "item"}}};
    const auto reply = replyOf(base::Result<Json>{refusal});
    EXPECT_EQ(reply.status, 422);
    const auto read = readReply(reply.status, reply.body);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.refusal().faults(), refusal.faults());
}

TEST(Wire, TellsRefusalsOfPeopleByTheStatusToo) {
    const auto statusOf = [](base::FailureCode code) {
        return replyOf(base::Result<Json>{base::Fault{std::move(code)}}).status;
    };
    EXPECT_EQ(statusOf("people.no-session"_code), 401);
    EXPECT_EQ(statusOf("people.session-expired"_code), 401);
    EXPECT_EQ(statusOf("people.not-permitted"_code), 403);
    EXPECT_EQ(statusOf("people.workstation-not-enrolled"_code), 403);
    EXPECT_EQ(statusOf("people.workstation-revoked"_code), 403);
    EXPECT_EQ(statusOf("office.unknown-act"_code), 404);
}

TEST(Wire, CarriesWhatBrokeWithoutItsDetail) {
    const base::Failure broken{"records.lost"_code, base::NextStep::Retry, "SELECT 1", "password=secret"};
    const auto reply = replyOf(broken);
    EXPECT_EQ(reply.status, 503);
    EXPECT_EQ(reply.body.find("secret"), std::string::npos);
    EXPECT_EQ(reply.body.find("SELECT"), std::string::npos);
    try {
        (void)readReply(reply.status, reply.body);
        FAIL() << "nothing was thrown";
    } catch (const base::Failure& failure) {
        EXPECT_EQ(failure.code(), broken.code());
        EXPECT_EQ(failure.next(), base::NextStep::Retry);
    }
    EXPECT_EQ(replyOf(base::Failure{"records.failed"_code, base::NextStep::Stop, "x"}).status, 500);
}

TEST(Wire, DoesNotTakeOtherServersForADoor) {
    for (const auto& [status, body] :
         {std::pair{200, "<html>"}, std::pair{404, "{\"error\":\"nginx\"}"}, std::pair{502, "{}"}, std::pair{302, "{}"},
          std::pair{422, "{\"refused\":[]}"}, std::pair{500, R"({"code":"x.y","next":"dance"})"}})
        EXPECT_THROW((void)readReply(status, body), base::Failure) << status << body;
}

TEST(Wire, ReadsWhereAPartOfAFileBelongs) {
    const auto reads = [](const std::string& text, std::int64_t length, std::int64_t offset, std::int64_t size) {
        const auto range = wire::rangeIn(text, length);
        return range && range->offset == offset && range->size == size;
    };
    EXPECT_TRUE(reads("bytes 0-99/200", 100, 0, 200));
    EXPECT_TRUE(reads("bytes 199-199/200", 1, 199, 200));
    EXPECT_TRUE(reads("", 7, 0, 7));
    EXPECT_TRUE(reads(wire::textOf({5, 20}, 10), 10, 5, 20));
    for (const std::string text : {"bytes 0-99/100", "bytes 0-98/100 ", "bytes=0-98/100", "bytes 0-98/*",
                                   "bytes -98/100", "bytes 0-98/98", "bytes 1-0/100", "bytes 0-9999999999999999999/1"})
        EXPECT_FALSE(wire::rangeIn(text, 99)) << text;
    EXPECT_FALSE(wire::rangeIn("", -1));
}

}  // namespace
}  // namespace service::wire
