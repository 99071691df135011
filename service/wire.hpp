// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "base/failure.hpp"
#include "contract/act.hpp"
#include "contract/fault.hpp"

/// How acts of the contract cross the wire (docs/formats/door.md): an act is POST /acts/NAME with the request as its
/// body, the sessions in headers. What was done, what was refused and what broke are told apart by the status.
namespace service::wire {

constexpr std::string_view kActs = "/acts/";
constexpr std::string_view kApi = "/openapi.json";  ///< what can be asked, for who writes a client
constexpr std::string_view kEvents = "/events";     ///< what changes, as server-sent events
constexpr std::string_view kContent = "/content/";  ///< files by their SHA-256, brought and fetched
constexpr const char* kSession = "Authorization";   ///< "Bearer " and the token
constexpr const char* kSecondSession = "Troquel-Second-Session";
constexpr const char* kRequestId = "Idempotency-Key";
constexpr std::string_view kBearer = "Bearer ";
constexpr const char* kLastEvent = "Last-Event-ID";  ///< the position up to which events were received
constexpr const char* kJson = "application/json";
constexpr const char* kOctets = "application/octet-stream";
constexpr const char* kArrived = "Upload-Offset";  ///< how many octets of a file are there
constexpr const char* kEventStream = "text/event-stream";

/// The body of what was refused.
struct RefusedBody {
    std::vector<contract::FaultLine> refused;
    static constexpr std::array kFields{contract::field<&RefusedBody::refused>("refused")};
};

/// The body of what broke.
struct BrokenBody {
    std::string code;
    std::string next;
    static constexpr std::array kFields{contract::field<&BrokenBody::code>("code"),
                                        contract::field<&BrokenBody::next>("next")};
};

/// The answer to a part of a file.
struct ArrivedBody {
    std::int64_t arrived = 0;
    static constexpr std::array kFields{contract::field<&ArrivedBody::arrived>("arrived")};
};

/// Where a part of a file belongs.
struct PartRange {
    std::int64_t offset = 0;
    std::int64_t size = 0;  ///< of the whole file
};
/// "bytes 0-99/200" (RFC 9110, 14.4) where the part has `length` octets; an empty text: the part is the whole.
/// Nothing where it does not read or fit.
std::optional<PartRange> rangeIn(const std::string& text, std::int64_t length);
std::string textOf(const PartRange& range, std::int64_t length);

struct Reply {
    int status = 0;
    std::string body;
};

/// 200 with the answer; 401 (no session), 403 (not permitted), 404 (no such act) or 422 with every fault.
Reply replyOf(const base::Result<contract::Json>& result);
/// 400, 413 or 429: what the door itself refuses.
Reply replyOf(int status, const base::Fault& fault);
/// 429 where a workstation, 503 where the house has as many acts going on as it does at a time; nothing was begun.
Reply replyOfFull(bool workstation, std::chrono::seconds askAgainIn);
/// 500, or 503 where asking again may help: the code and what to do, never where or the detail.
Reply replyOf(const base::Failure& failure);

/// The answer or the refusal in a reply. Throws the Failure that it tells of, and "service.not-understood" where it is
/// not a reply of a door.
base::Result<contract::Json> readReply(int status, std::string_view body);

}  // namespace service::wire
